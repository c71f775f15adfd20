#version 450 core
// Land: triangles in local space. Targets hold the picture's top row first, so pixel y and clip y grow together.
layout(location = 0) in vec2 local_m;
layout(location = 2) in vec2 other_m;  // on the other sheet of a glide; read while the map glides only
layout(location = 0) uniform vec4 pixel_from_local;  // scale x, scale y, offset x, offset y
layout(location = 1) uniform vec4 clip_from_pixel;
layout(location = 8) uniform vec4 pixel_from_other;
layout(location = 9) uniform float away;  // how far it is on its way to the other sheet

void main() {
  vec2 pixel = local_m * pixel_from_local.xy + pixel_from_local.zw;
  if (away > 0.0 && !isnan(other_m.x)) pixel = mix(pixel, other_m * pixel_from_other.xy + pixel_from_other.zw, away);
  // On whole 256ths, as rasterisers place corners: so that a part of the picture has the pixels that the whole has.
  pixel = floor(pixel * 256.0 + 0.5) / 256.0;
  gl_Position = isnan(pixel.x) ? vec4(2.0, 2.0, 2.0, 1.0) : vec4(pixel * clip_from_pixel.xy + clip_from_pixel.zw, 0.0, 1.0);
}
