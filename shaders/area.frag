#version 450 core
layout(location = 50) uniform vec2 origin_px;  // of the target, in the picture
layout(location = 2) uniform vec4 no_data;      // linear, premultiplied; of the stripes
layout(location = 3) uniform float stripe_px;   // from one stripe to the next
layout(location = 4) uniform vec4 colours[9];   // by class
layout(location = 0) flat in uint area_class;
layout(location = 0) out vec4 out_colour;

void main() {
  if (area_class < 9u) {
    out_colour = colours[area_class];
    return;
  }
  vec2 at_px = gl_FragCoord.xy + origin_px;
  // Stripes from the lower left to the upper right, fixed to the picture; a fifth of their distance wide.
  float across_px = abs(mod((at_px.x + at_px.y) * 0.70710678, stripe_px) - stripe_px * 0.5);
  out_colour = no_data * clamp(stripe_px * 0.1 + 0.5 - across_px, 0.0, 1.0);
}
