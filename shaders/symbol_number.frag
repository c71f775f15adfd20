#version 450 core
// Which record a circle or a diamond is of, on every pixel whose middle lies in what is drawn of it: either in what hides what lies under it,
// its outline and an inside as opaque as that, or in an inside that lets it through. A line thinner than a pixel is one wide, or it would have gaps.
layout(location = 50) uniform vec2 origin_px;  // of the target, in the picture
layout(location = 2) uniform bool lets_through;  // which of both is drawn
layout(location = 0) flat in vec4 symbol_box;
layout(location = 1) flat in float line_px;
layout(location = 2) flat in uint symbol_kind;
layout(location = 3) flat in vec2 fill_line_alpha;
layout(location = 4) flat in uvec2 symbol_number;
layout(location = 0) out uvec2 out_number;

// Signed distances, as shape.frag has them.
float edge_distance(vec2 p, vec2 half_size) {
  if (symbol_kind != 1u) return length(p) - half_size.x;
  vec2 q = abs(p);
  return (q.x / half_size.x + q.y / half_size.y - 1.0) / length(1.0 / half_size);
}

void main() {
  float distance_px = edge_distance(gl_FragCoord.xy + origin_px - symbol_box.xy, symbol_box.zw);
  bool has_line = line_px > 0.0 && fill_line_alpha.y > 0.0;
  bool is_on_line = has_line && abs(distance_px + line_px * 0.5) <= max(line_px, 1.0) * 0.5;
  bool is_inside = fill_line_alpha.x > 0.0 && distance_px <= 0.0;
  bool is_hiding = fill_line_alpha.x >= fill_line_alpha.y;
  bool is_there = lets_through ? is_inside && !is_hiding : is_on_line || (is_inside && is_hiding);
  if (!is_there) discard;
  out_number = symbol_number;
}
