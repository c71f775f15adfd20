#version 450 core
// Land: triangles in local space. Targets hold the picture's top row first, so pixel y and clip y grow together.
layout(location = 0) in vec2 local_m;
layout(location = 0) uniform vec4 pixel_from_local;  // scale x, scale y, offset x, offset y
layout(location = 1) uniform vec2 target_px;

void main() {
  vec2 pixel = local_m * pixel_from_local.xy + pixel_from_local.zw;
  gl_Position = vec4(pixel / target_px * 2.0 - 1.0, 0.0, 1.0);
}
