#version 450 core
// One point for each record, or where marks are larger than the driver's points a box of four vertices. Whether it is there, how large it is and whether it is hollow are functions of the playhead alone.
layout(location = 0) in vec2 local_m;
layout(location = 1) in vec3 days;  // earliest and latest first day, end; days since the axis' epoch
layout(location = 2) in vec2 stack;     // where it stands among the marks of its place, in spacings
layout(location = 11) uniform float spread_px;
layout(location = 4) in uint row;
layout(location = 3) in vec2 before_m;  // where the mark glides from; read while it does only
layout(location = 8) uniform vec4 pixel_from_before;
layout(location = 9) uniform float glide_share;
layout(location = 0) uniform vec4 pixel_from_local;
layout(location = 1) uniform vec4 clip_from_pixel;
layout(location = 4) uniform float playhead_d;
layout(location = 10) uniform float window_days;  // how long a record is there; 0: for good
layout(location = 5) uniform vec2 radius_rim_px;
layout(location = 12) uniform float pop_days;  // 0: there at once
layout(location = 13) uniform float box;  // 1: the vertices are a box's corners, 0: points
layout(location = 0) flat out vec2 centre_px;
layout(location = 1) flat out vec2 radius_rim;
layout(location = 3) flat out uint record_number;  // its row, counted from 1
layout(location = 2) flat out vec2 core_opacity;  // share of the radius that is hollow; opacity of the rest

// From nothing to a little more than full size to full size.
float popped(float age_d) {
  if (pop_days <= 0.0) return 1.0;
  float t = clamp(age_d / pop_days + 0.25, 0.0, 1.0);
  float back = 1.0 - t;
  return 1.0 - back * back * back + 0.9 * back * back * t * 1.5;
}

void main() {
  bool gone = window_days > 0.0 && playhead_d >= days.y + window_days;
  bool exists = playhead_d >= days.x && !gone && !isnan(local_m.x);
  vec2 pixel = local_m * pixel_from_local.xy + pixel_from_local.zw;
  if (glide_share < 1.0 && !isnan(before_m.x)) {
    pixel = mix(before_m * pixel_from_before.xy + pixel_from_before.zw, pixel, glide_share);
  }
  pixel += stack * spread_px;
  bool imprecise = days.y > days.x;
  bool ended = playhead_d >= days.z;
  float radius_px = radius_rim_px.x * popped(playhead_d - days.x);
  centre_px = pixel;
  record_number = row + 1u;
  radius_rim = vec2(radius_px, radius_rim_px.y);
  // What ended is a thin ring, paler than a mark whose day is not known, which is a thick one.
  core_opacity = ended ? vec2(0.72, 0.62) : vec2(imprecise ? 0.55 : 0.0, 1.0);
  vec2 corner = vec2((gl_VertexID & 1) * 2 - 1, (gl_VertexID >> 1) * 2 - 1);
  // The edge is soft by half a pixel on either side; a quarter more, since a driver may round a point's size.
  float reach_px = radius_px + radius_rim_px.y + 0.75;
  pixel += box * corner * reach_px;
  gl_PointSize = 2.0 * reach_px;
  gl_Position = exists ? vec4(pixel * clip_from_pixel.xy + clip_from_pixel.zw, 0.0, 1.0) : vec4(2.0, 2.0, 2.0, 1.0);
}
