#version 450 core
layout(location = 50) uniform vec2 origin_px;  // of the target, in the picture
layout(location = 2) uniform vec4 colour;
layout(location = 3) uniform float half_width_px;
layout(location = 0) flat in vec4 ends_px;
layout(location = 0) out vec4 out_colour;

void main() {
  // Distance to the segment: coverage is a ramp one pixel wide about the line's edge.
  vec2 offset = gl_FragCoord.xy + origin_px - ends_px.xy;
  vec2 along = ends_px.zw - ends_px.xy;
  float share = clamp(dot(offset, along) / max(dot(along, along), 1e-12), 0.0, 1.0);
  float distance_px = length(offset - along * share);
  float coverage = clamp(half_width_px + 0.5 - distance_px, 0.0, min(1.0, 2.0 * half_width_px));
  out_colour = colour * coverage;
}
