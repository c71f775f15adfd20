#version 450 core
// render::NumberedSymbol, one instance each, in framebuffer pixels.
layout(location = 0) in vec4 centre_half;  // centre x, y, half width, half height
layout(location = 1) in float line;
layout(location = 2) in uint kind;
layout(location = 3) in vec4 fill_srgb;  // straight alpha
layout(location = 4) in vec4 line_srgb;
layout(location = 5) in uvec2 number;
layout(location = 1) uniform vec4 clip_from_pixel;
layout(location = 0) flat out vec4 symbol_box;
layout(location = 1) flat out float line_px;
layout(location = 2) flat out uint symbol_kind;
layout(location = 3) flat out vec2 fill_line_alpha;
layout(location = 4) flat out uvec2 symbol_number;

void main() {
  symbol_box = centre_half;
  line_px = line;
  symbol_kind = kind;
  fill_line_alpha = vec2(fill_srgb.a, line_srgb.a);
  symbol_number = number;
  vec2 corner = vec2((gl_VertexID & 1) * 2 - 1, (gl_VertexID >> 1) * 2 - 1);
  vec2 pixel = centre_half.xy + corner * (centre_half.zw + 1.0);
  gl_Position = vec4(pixel * clip_from_pixel.xy + clip_from_pixel.zw, 0.0, 1.0);
}
