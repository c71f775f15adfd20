#version 450 core
// A drawn picture as a file has it: boxes of pixels averaged in linear light, straight alpha, sRGB-encoded.
layout(location = 0) uniform int times;   // a pixel of the file is so many drawn ones wide and high
layout(location = 1) uniform bool is_opaque;
layout(binding = 0) uniform sampler2D drawn;  // linear as it is read, premultiplied
layout(location = 0) out vec4 out_colour;

vec3 encoded(vec3 linear) {
  return mix(1.055 * pow(linear, vec3(1.0 / 2.4)) - 0.055, linear * 12.92, lessThanEqual(linear, vec3(0.0031308)));
}

void main() {
  ivec2 first = ivec2(gl_FragCoord.xy) * times;
  vec4 sum = vec4(0.0);
  for (int y = 0; y < times; ++y) {
    for (int x = 0; x < times; ++x) sum += texelFetch(drawn, first + ivec2(x, y), 0);
  }
  vec4 mean = sum / float(times * times);
  float alpha = is_opaque ? 1.0 : clamp(mean.a, 0.0, 1.0);
  vec3 straight = alpha > 0.0 ? clamp(mean.rgb / alpha, 0.0, 1.0) : vec3(0.0);
  out_colour = vec4(encoded(straight), alpha);
}
