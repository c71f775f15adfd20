#version 450 core
// A corner of an area's triangle. Its class decides its colour; an area without a record is not drawn.
layout(location = 0) in vec2 local_m;
layout(location = 1) in uint area;
layout(binding = 0) uniform usamplerBuffer classes;
layout(location = 0) uniform vec4 pixel_from_local;
layout(location = 1) uniform vec2 target_px;
layout(location = 0) flat out uint area_class;

void main() {
  area_class = texelFetch(classes, int(area)).r;
  vec2 pixel = local_m * pixel_from_local.xy + pixel_from_local.zw;
  gl_Position = area_class == 255u ? vec4(2.0, 2.0, 2.0, 1.0) : vec4(pixel / target_px * 2.0 - 1.0, 0.0, 1.0);
}
