#version 450 core
// render::GlyphQuad: a coverage bitmap of the atlas put on whole pixels.
layout(location = 0) in vec4 box_px;       // left, top, width, height
layout(location = 1) in vec2 atlas_px;
layout(location = 2) in vec4 colour_srgb;  // straight alpha
layout(location = 1) uniform vec4 clip_from_pixel;
layout(location = 0) flat out vec4 colour;
layout(location = 1) flat out ivec2 atlas_offset_px;
layout(location = 2) flat out vec2 luma;   // encoded and linear luminance of the text

vec3 decoded(vec3 srgb) {
  return mix(pow((srgb + 0.055) / 1.055, vec3(2.4)), srgb / 12.92, lessThanEqual(srgb, vec3(0.04045)));
}

void main() {
  vec3 linear = decoded(colour_srgb.rgb);
  colour = vec4(linear * colour_srgb.a, colour_srgb.a);
  float luminance = dot(linear, vec3(0.2126, 0.7152, 0.0722));
  luma = vec2(luminance <= 0.0031308 ? luminance * 12.92 : 1.055 * pow(luminance, 1.0 / 2.4) - 0.055, luminance);
  atlas_offset_px = ivec2(atlas_px) - ivec2(box_px.xy);
  vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
  gl_Position = vec4((box_px.xy + corner * box_px.zw) * clip_from_pixel.xy + clip_from_pixel.zw, 0.0, 1.0);
}
