#version 450 core
// The ring that spreads and fades after a record begins: an instanced box, drawn only for records that are known to the day.
layout(location = 0) in vec2 local_m;
layout(location = 1) in vec3 days;
layout(location = 2) in vec2 stack;     // where it stands among the marks of its place, in spacings
layout(location = 11) uniform float spread_px;
layout(location = 3) in vec2 before_m;  // where the mark glides from; read while it does only
layout(location = 8) uniform vec4 pixel_from_before;
layout(location = 9) uniform float glide_share;
layout(location = 0) uniform vec4 pixel_from_local;
layout(location = 1) uniform vec4 clip_from_pixel;
layout(location = 4) uniform float playhead_d;
layout(location = 10) uniform float window_days;  // how long a record is there; 0: for good
layout(location = 5) uniform vec3 ring;  // from px, to px, days
layout(location = 6) uniform float line_px;
layout(location = 0) flat out vec2 centre_px;
layout(location = 1) flat out vec2 radius_strength;

void main() {
  float share = (playhead_d - days.x) / ring.z;
  bool gone = window_days > 0.0 && playhead_d >= days.y + window_days;
  bool there = !gone && share >= 0.0 && share < 1.0 && days.y == days.x && playhead_d < days.z && !isnan(local_m.x);
  float eased = 1.0 - (1.0 - share) * (1.0 - share);
  float radius_px = mix(ring.x, ring.y, eased);
  vec2 pixel = local_m * pixel_from_local.xy + pixel_from_local.zw;
  if (glide_share < 1.0 && !isnan(before_m.x)) {
    pixel = mix(before_m * pixel_from_before.xy + pixel_from_before.zw, pixel, glide_share);
  }
  pixel += stack * spread_px;
  centre_px = pixel;
  radius_strength = vec2(radius_px, (1.0 - share) * (1.0 - share * 0.35));
  vec2 corner = vec2((gl_VertexID & 1) * 2 - 1, (gl_VertexID >> 1) * 2 - 1);
  pixel += corner * (radius_px + line_px + 1.0);
  gl_Position = there ? vec4(pixel * clip_from_pixel.xy + clip_from_pixel.zw, 0.0, 1.0) : vec4(2.0, 2.0, 2.0, 1.0);
}
