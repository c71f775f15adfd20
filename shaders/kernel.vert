#version 450 core
// One kernel for each record that exists, in cells of the surface. What it adds is a density: where the map is enlarged, a record counts for more.
layout(location = 0) in vec2 local_m;
layout(location = 1) in float areal_scale;  // square metres on the map in one on the ground; 0: no place
layout(location = 2) in vec2 days;          // surely exists from the first until the second; days since the axis' epoch
layout(location = 3) in vec2 before_m;      // where the record glides from; read while it does only
layout(location = 4) in float areal_scale_before;
layout(location = 0) uniform vec4 pixel_from_local;
layout(location = 1) uniform vec4 cell_from_pixel;
layout(location = 2) uniform vec4 clip_from_cell;  // the viewport is wider than the surface: a point is clipped by its centre
layout(location = 4) uniform float playhead_d;
layout(location = 5) uniform float radius_cells;
layout(location = 6) uniform vec2 heights;  // of a kernel where the areal scale is 1: before the glide, and after it
layout(location = 8) uniform vec4 pixel_from_before;
layout(location = 9) uniform float glide_share;
layout(location = 0) flat out vec2 centre_cell;
layout(location = 1) flat out float height;

void main() {
  vec2 pixel = local_m * pixel_from_local.xy + pixel_from_local.zw;
  height = areal_scale * heights.y;
  if (glide_share < 1.0) {
    vec2 before = before_m * pixel_from_before.xy + pixel_from_before.zw;
    pixel = isnan(before_m.x) ? pixel : isnan(local_m.x) ? before : mix(before, pixel, glide_share);
    height = mix(areal_scale_before * heights.x, height, glide_share);
  }
  bool exists = playhead_d >= days.x && playhead_d < days.y && height > 0.0;
  centre_cell = pixel * cell_from_pixel.xy + cell_from_pixel.zw;
  gl_PointSize = 2.0 * radius_cells;
  gl_Position = exists ? vec4(centre_cell * clip_from_cell.xy + clip_from_cell.zw, 0.0, 1.0) : vec4(2.0, 2.0, 2.0, 1.0);
}
