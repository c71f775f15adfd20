#version 450 core
layout(location = 50) uniform vec2 origin_px;  // of the target, in the picture
layout(binding = 0) uniform sampler2D atlas;
layout(location = 3) uniform vec2 ground_luma;  // encoded and linear luminance of what the text stands on
layout(location = 0) flat in vec4 colour;
layout(location = 1) flat in ivec2 atlas_offset_px;
layout(location = 2) flat in vec2 luma;
layout(location = 0) out vec4 out_colour;

void main() {
  float coverage = texelFetch(atlas, ivec2(gl_FragCoord.xy + origin_px) + atlas_offset_px, 0).r;
  // Type is drawn for blending encoded values: in linear light, bright text on dark grows fat. The coverage is bent so that the
  // result has the weight that the type's designer saw.
  float encoded = mix(ground_luma.x, luma.x, coverage);
  float linear = encoded <= 0.04045 ? encoded / 12.92 : pow((encoded + 0.055) / 1.055, 2.4);
  float range = luma.y - ground_luma.y;
  float bent = abs(range) > 0.01 ? clamp((linear - ground_luma.y) / range, 0.0, 1.0) : coverage;
  out_colour = colour * bent;
}
