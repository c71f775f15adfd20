#version 450 core
// A corner of an area's triangle. Its class decides its colour; an area without a record is not drawn.
layout(location = 0) in vec2 local_m;
layout(location = 1) in uint area;
layout(location = 2) in vec2 other_m;  // on the other sheet of a glide; read while the map glides only
layout(binding = 0) uniform usamplerBuffer classes;
layout(location = 0) uniform vec4 pixel_from_local;
layout(location = 1) uniform vec4 clip_from_pixel;
layout(location = 13) uniform vec4 pixel_from_other;
layout(location = 14) uniform float away;  // how far it is on its way to the other sheet
layout(location = 0) flat out uint area_class;

void main() {
  area_class = texelFetch(classes, int(area)).r;
  vec2 pixel = local_m * pixel_from_local.xy + pixel_from_local.zw;
  if (away > 0.0 && !isnan(other_m.x)) pixel = mix(pixel, other_m * pixel_from_other.xy + pixel_from_other.zw, away);
  // On whole 256ths, as rasterisers place corners: so that a part of the picture has the pixels that the whole has.
  pixel = floor(pixel * 256.0 + 0.5) / 256.0;
  bool is_drawn = area_class != 255u && !isnan(pixel.x);
  gl_Position = is_drawn ? vec4(pixel * clip_from_pixel.xy + clip_from_pixel.zw, 0.0, 1.0) : vec4(2.0, 2.0, 2.0, 1.0);
}
