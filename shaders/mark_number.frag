#version 450 core
// Which record a mark is of, on every pixel whose middle lies in it or in its rim, which hides what lies under it as well.
layout(location = 50) uniform vec2 origin_px;  // of the target, in the picture
layout(location = 2) uniform uint layer_number;
layout(location = 0) flat in vec2 centre_px;
layout(location = 1) flat in vec2 radius_rim;
layout(location = 3) flat in uint record_number;
layout(location = 0) out uvec2 out_number;

void main() {
  if (length(gl_FragCoord.xy + origin_px - centre_px) > radius_rim.x + radius_rim.y) discard;
  out_number = uvec2(layer_number, record_number);
}
