#version 450 core
// A surface in the colours of its ramp.
layout(location = 50) uniform vec2 origin_px;  // of the target, in the picture
layout(binding = 0) uniform sampler2D surface;      // shares of the largest value, in cells
layout(location = 0) uniform vec4 cell_from_pixel;
layout(location = 1) uniform vec4 ramp[33];         // linear, premultiplied; by the root of the share
layout(location = 40) uniform vec4 room_px;         // of the map: left, top, right, bottom
layout(location = 41) uniform float fade_px;        // how far the surface fades before the room cuts it
layout(location = 0) out vec4 out_colour;

// A cubic B-spline through the cells, by four reads that the sampler interpolates (C. Sigg and M. Hadwiger, "Fast Third-Order Texture Filtering", GPU Gems 2,
// 2005): no edge of a cell is seen, and the volume under the surface stays what it is.
float smoothed(vec2 cell) {
  vec2 at = cell - 0.5;
  vec2 f = fract(at), g = 1.0 - f;
  vec2 w0 = g * g * g / 6.0, w1 = 2.0 / 3.0 - 0.5 * f * f * (2.0 - f), w3 = f * f * f / 6.0;
  vec2 w2 = 1.0 - w0 - w1 - w3;
  vec2 s0 = w0 + w1, s1 = w2 + w3;
  vec2 base = at - f;
  vec2 p0 = (base - 0.5 + w1 / s0) / vec2(textureSize(surface, 0));
  vec2 p1 = (base + 1.5 + w3 / s1) / vec2(textureSize(surface, 0));
  float top = texture(surface, p0).r * s0.x + texture(surface, vec2(p1.x, p0.y)).r * s1.x;
  float bottom = texture(surface, vec2(p0.x, p1.y)).r * s0.x + texture(surface, p1).r * s1.x;
  return top * s0.y + bottom * s1.y;
}

void main() {
  vec2 at_px = gl_FragCoord.xy + origin_px;
  float share = smoothed(at_px * cell_from_pixel.xy + cell_from_pixel.zw);
  float along = sqrt(clamp(share, 0.0, 1.0)) * 32.0;
  int step = min(int(along), 31);
  vec2 inside_px = min(at_px - room_px.xy, room_px.zw - at_px);
  float whole = clamp(min(inside_px.x, inside_px.y) / fade_px, 0.0, 1.0);
  out_colour = mix(ramp[step], ramp[step + 1], along - float(step)) * whole;
}
