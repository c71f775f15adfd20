#version 450 core
// Which record a circle or a diamond is of, on every pixel whose middle lies in it.
layout(location = 50) uniform vec2 origin_px;  // of the target, in the picture
layout(location = 0) flat in vec3 symbol_px;
layout(location = 1) flat in uint symbol_kind;
layout(location = 2) flat in uvec2 symbol_number;
layout(location = 0) out uvec2 out_number;

void main() {
  vec2 away = abs(gl_FragCoord.xy + origin_px - symbol_px.xy);
  float distance_px = symbol_kind == 1u ? away.x + away.y : length(away);
  if (distance_px > symbol_px.z) discard;
  out_number = symbol_number;
}
