#version 450 core
layout(location = 50) uniform vec2 origin_px;  // of the target, in the picture
layout(location = 0) flat in vec4 shape_box;
layout(location = 1) flat in vec2 shape_corner_line;
layout(location = 2) flat in uint shape_kind;
layout(location = 3) flat in vec4 fill;
layout(location = 4) flat in vec4 line;
layout(location = 0) out vec4 out_colour;

// Signed distances in pixels, negative inside (the usual ones: a box is the largest of its sides' distances, a round corner an arc).
float box_distance(vec2 p, vec2 half_size, float corner) {
  vec2 q = abs(p) - half_size + corner;
  return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - corner;
}
float diamond_distance(vec2 p, vec2 half_size) {
  vec2 q = abs(p);
  return (q.x / half_size.x + q.y / half_size.y - 1.0) / length(1.0 / half_size);
}
float triangle_distance(vec2 p, vec2 half_size) {
  vec2 slope = normalize(vec2(half_size.y, 2.0 * half_size.x));
  return max(-p.x - half_size.x, dot(vec2(p.x - half_size.x, abs(p.y)), slope));
}
// A box with straight edges covers each pixel by the exact share of it: bars of any width line up. What it leaves free is counted
// from its edges, so that a pixel depends on no edge that is far from it, not even by rounding (render/tiles).
float box_coverage(vec2 at_px, vec4 box) {
  vec2 low = box.xy - box.zw, high = box.xy + box.zw;
  vec2 share = clamp(1.0 - max(low - (at_px - 0.5), 0.0) - max(at_px + 0.5 - high, 0.0), 0.0, 1.0);
  return share.x * share.y;
}

void main() {
  vec2 at_px = gl_FragCoord.xy + origin_px;
  vec2 p = at_px - shape_box.xy;
  vec2 half_size = shape_box.zw;
  float corner = shape_corner_line.x;
  if (shape_kind == 8u) {
    // As area.frag draws them; `corner` is the way from one stripe to the next.
    float across_px = abs(mod((at_px.x + at_px.y) * 0.70710678, corner) - corner * 0.5);
    out_colour = fill * (box_coverage(at_px, shape_box) * clamp(corner * 0.1 + 0.5 - across_px, 0.0, 1.0));
    return;
  }
  if (shape_kind >= 4u) {
    vec2 share = clamp((p + half_size) / (2.0 * half_size), 0.0, 1.0);
    float strength = shape_kind == 4u ? 1.0 - share.x : shape_kind == 5u ? share.x : shape_kind == 6u ? 1.0 - share.y : share.y;
    out_colour = fill * (box_coverage(at_px, shape_box) * smoothstep(0.0, 1.0, strength));
    return;
  }
  if (shape_kind == 3u || (shape_kind == 0u && corner <= 0.0 && shape_corner_line.y <= 0.0)) {
    float coverage = box_coverage(at_px, shape_box);
    if (shape_kind == 3u) {
      float along = half_size.x > half_size.y ? p.x + half_size.x : p.y + half_size.y;
      float phase = mod(along, 2.0 * corner);
      coverage *= clamp(corner * 0.5 - abs(phase - corner * 0.5) + 0.5, 0.0, 1.0);
    }
    out_colour = fill * coverage;
    return;
  }
  float distance_px = shape_kind == 1u ? diamond_distance(p, half_size)
                    : shape_kind == 2u ? triangle_distance(p, half_size)
                                       : box_distance(p, half_size, corner);
  float outer = clamp(0.5 - distance_px, 0.0, 1.0);
  float inner = clamp(0.5 - distance_px - shape_corner_line.y, 0.0, 1.0);
  vec4 filled = fill * inner;
  out_colour = shape_corner_line.y > 0.0 ? filled + line * max(outer - inner, 0.0) : fill * outer;
}
