#version 450 core
layout(location = 50) uniform vec2 origin_px;  // of the target, in the picture
layout(location = 2) uniform vec4 colour;
layout(location = 6) uniform float line_px;
layout(location = 7) uniform float opacity;
layout(location = 12) uniform vec2 line_hold;  // style::RingFade
layout(location = 0) flat in vec2 centre_px;
layout(location = 1) flat in vec2 radius_strength;
layout(location = 0) out vec4 out_colour;

void main() {
  float distance_px = length(gl_FragCoord.xy + origin_px - centre_px);
  float line = clamp(line_px * 0.5 + 0.5 - abs(distance_px - radius_strength.x), 0.0, 1.0);
  float inside = clamp(radius_strength.x + 0.5 - distance_px, 0.0, 1.0);
  float gone = 1.0 - radius_strength.y, gone_square = gone * gone;
  float left = line_hold.x * mix(radius_strength.y, 1.0 - gone_square * gone_square, line_hold.y);
  out_colour = colour * max(line * left, inside * 0.012 * radius_strength.y) * opacity;
}
