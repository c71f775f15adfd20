#version 450 core
// A picture but for a round spot dimmed: scene::SpotlightDraw. Colours are premultiplied, in linear light.
layout(binding = 0) uniform sampler2D picture;
layout(location = 50) uniform vec2 origin_px;  // of the target, in the picture
layout(location = 0) uniform vec4 spot;        // middle x, y, radius, how soft beyond it
layout(location = 1) uniform vec4 dim;
layout(location = 2) uniform vec4 rim;
layout(location = 3) uniform float rim_px;
layout(location = 0) out vec4 out_colour;

void main() {
  float distance_px = distance(gl_FragCoord.xy + origin_px, spot.xy);
  vec4 over = dim * smoothstep(spot.z, spot.z + spot.w, distance_px);
  // The line lies where the dim is half there.
  vec4 line = rim * clamp(0.5 * rim_px + 0.5 - abs(distance_px - spot.z - 0.5 * spot.w), 0.0, 1.0);
  over = line + over * (1.0 - line.a);
  out_colour = over + texelFetch(picture, ivec2(gl_FragCoord.xy), 0) * (1.0 - over.a);
}
