#version 450 core
layout(location = 50) uniform vec2 origin_px;  // of the target, in the picture
layout(location = 2) uniform vec4 colour;
layout(location = 3) uniform vec4 rim_colour;
layout(location = 7) uniform float opacity;  // of the whole layer
layout(location = 0) flat in vec2 centre_px;
layout(location = 1) flat in vec2 radius_rim;
layout(location = 2) flat in vec2 core_opacity;
layout(location = 0) out vec4 out_colour;

void main() {
  float distance_px = length(gl_FragCoord.xy + origin_px - centre_px);
  float radius_px = radius_rim.x;
  float disc = clamp(radius_px + 0.5 - distance_px, 0.0, 1.0);
  float rim = clamp(radius_px + radius_rim.y + 0.5 - distance_px, 0.0, 1.0);
  float core = core_opacity.x > 0.0 ? clamp(radius_px * core_opacity.x + 0.5 - distance_px, 0.0, 1.0) : 0.0;
  // The rim lies under the disc; a hollow mark shows the rim's colour inside.
  vec4 mark = colour * (disc * (1.0 - core) * core_opacity.y);
  out_colour = (mark + rim_colour * rim * (1.0 - mark.a)) * opacity;
}
