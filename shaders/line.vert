#version 450 core
// One instance a segment: a box round the segment, wide enough for the anti-aliased edge. Breaks between lines are NaN points.
layout(location = 0) in vec2 from_m;
layout(location = 1) in vec2 to_m;
layout(location = 2) in vec2 other_from_m;  // on the other sheet of a glide; read while the map glides only
layout(location = 3) in vec2 other_to_m;
layout(location = 0) uniform vec4 pixel_from_local;
layout(location = 1) uniform vec4 clip_from_pixel;
layout(location = 3) uniform float half_width_px;
layout(location = 8) uniform vec4 pixel_from_other;
layout(location = 9) uniform float away;  // how far it is on its way to the other sheet
layout(location = 0) flat out vec4 ends_px;

void main() {
  vec2 from_px = from_m * pixel_from_local.xy + pixel_from_local.zw;
  vec2 to_px = to_m * pixel_from_local.xy + pixel_from_local.zw;
  if (away > 0.0 && !isnan(other_from_m.x)) {
    from_px = mix(from_px, other_from_m * pixel_from_other.xy + pixel_from_other.zw, away);
    to_px = mix(to_px, other_to_m * pixel_from_other.xy + pixel_from_other.zw, away);
  }
  ends_px = vec4(from_px, to_px);
  if (isnan(from_px.x) || isnan(to_px.x)) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  vec2 along = to_px - from_px;
  float length_px = length(along);
  along = length_px > 1e-6 ? along / length_px : vec2(1.0, 0.0);
  vec2 across = vec2(-along.y, along.x);
  float reach_px = half_width_px + 1.0;
  vec2 corner = vec2((gl_VertexID & 1) * 2 - 1, (gl_VertexID >> 1) * 2 - 1);
  vec2 end_px = corner.x < 0.0 ? from_px : to_px;
  vec2 pixel = end_px + along * (corner.x * reach_px) + across * (corner.y * reach_px);
  gl_Position = vec4(pixel * clip_from_pixel.xy + clip_from_pixel.zw, 0.0, 1.0);
}
