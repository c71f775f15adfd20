#version 450 core
layout(location = 5) uniform float radius_cells;
layout(location = 0) flat in vec2 centre_cell;
layout(location = 1) flat in float height;
layout(location = 0) out float out_density;

void main() {
  vec2 offset = (gl_FragCoord.xy - centre_cell) / radius_cells;
  float rest = max(1.0 - dot(offset, offset), 0.0);
  out_density = height * rest * rest;
}
