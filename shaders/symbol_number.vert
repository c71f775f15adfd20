#version 450 core
// render::NumberedSymbol, one instance each, in framebuffer pixels.
layout(location = 0) in vec3 place_radius_px;
layout(location = 1) in uint kind;
layout(location = 2) in uvec2 number;
layout(location = 1) uniform vec4 clip_from_pixel;
layout(location = 0) flat out vec3 symbol_px;
layout(location = 1) flat out uint symbol_kind;
layout(location = 2) flat out uvec2 symbol_number;

void main() {
  symbol_px = place_radius_px;
  symbol_kind = kind;
  symbol_number = number;
  vec2 corner = vec2((gl_VertexID & 1) * 2 - 1, (gl_VertexID >> 1) * 2 - 1);
  vec2 pixel = place_radius_px.xy + corner * (place_radius_px.z + 1.0);
  gl_Position = vec4(pixel * clip_from_pixel.xy + clip_from_pixel.zw, 0.0, 1.0);
}
