#version 450 core
// A logo in the size that it is drawn in. Each pixel is the mean of what it covers of the file's, in linear light; where the file has fewer,
// what lies between two of them.
layout(location = 0) uniform vec2 texels_per_pixel;
layout(binding = 0) uniform sampler2D logo;  // linear as it is read, straight alpha
layout(location = 0) out vec4 out_colour;

void main() {
  ivec2 last = textureSize(logo, 0) - 1;
  vec2 middle = gl_FragCoord.xy * texels_per_pixel;
  vec2 half_width = max(texels_per_pixel, 1.0) * 0.5;
  vec2 from = middle - half_width, to = middle + half_width;
  vec4 sum = vec4(0.0);
  for (int y = int(floor(from.y)); float(y) < to.y; ++y) {
    float rows = min(to.y, float(y + 1)) - max(from.y, float(y));
    for (int x = int(floor(from.x)); float(x) < to.x; ++x) {
      float columns = min(to.x, float(x + 1)) - max(from.x, float(x));
      vec4 texel = texelFetch(logo, clamp(ivec2(x, y), ivec2(0), last), 0);
      sum += vec4(texel.rgb * texel.a, texel.a) * (rows * columns);
    }
  }
  out_colour = sum / (4.0 * half_width.x * half_width.y);
}
