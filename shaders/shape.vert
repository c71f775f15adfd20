#version 450 core
// scene::Shape, one instance each, in framebuffer pixels.
layout(location = 0) in vec4 centre_half;    // centre x, y, half width, half height
layout(location = 1) in vec2 corner_line;
layout(location = 2) in uint kind;
layout(location = 3) in vec4 fill_srgb;      // straight alpha
layout(location = 4) in vec4 line_srgb;
layout(location = 5) in vec4 part;           // left, top, right, bottom: nothing is drawn outside
layout(location = 1) uniform vec4 clip_from_pixel;
layout(location = 0) flat out vec4 shape_box;
layout(location = 1) flat out vec2 shape_corner_line;
layout(location = 2) flat out uint shape_kind;
layout(location = 3) flat out vec4 fill;
layout(location = 4) flat out vec4 line;

// IEC 61966-2-1
vec4 linear_premultiplied(vec4 srgb) {
  vec3 low = srgb.rgb / 12.92;
  vec3 high = pow((srgb.rgb + 0.055) / 1.055, vec3(2.4));
  return vec4(mix(high, low, lessThanEqual(srgb.rgb, vec3(0.04045))) * srgb.a, srgb.a);
}

void main() {
  shape_box = centre_half;
  shape_corner_line = corner_line;
  shape_kind = kind;
  fill = linear_premultiplied(fill_srgb);
  line = linear_premultiplied(line_srgb);
  vec2 corner = vec2((gl_VertexID & 1) * 2 - 1, (gl_VertexID >> 1) * 2 - 1);
  vec2 pixel = clamp(centre_half.xy + corner * (centre_half.zw + 1.0), part.xy, part.zw);
  gl_Position = vec4(pixel * clip_from_pixel.xy + clip_from_pixel.zw, 0.0, 1.0);
}
