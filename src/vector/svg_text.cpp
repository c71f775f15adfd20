// Text as SVG has it.
#include <algorithm>

#include "text/visual_text.h"
#include "vector/svg_canvas.h"
#include "vector/text_clusters.h"

namespace spreadmap::vector {
namespace {

struct FontName {
  const char* family;
  int weight;
};

/// The names that the cuts have in their files, and what to take where there is no such font: first Noto, as the picture does.
FontName font_name(text::Face face) {
  constexpr const char* kText =
      "Inter, 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans Hebrew', 'Noto Sans Devanagari', 'Noto Sans Thai', "
      "sans-serif";
  constexpr const char* kDisplay =
      "'Inter Display', Inter, 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans Hebrew', 'Noto Sans Devanagari', 'Noto Sans "
      "Thai', sans-serif";
  switch (face) {
    case text::Face::kRegular:
      return {kText, 400};
    case text::Face::kMedium:
      return {kText, 500};
    case text::Face::kSemiBold:
      return {kText, 600};
    case text::Face::kBold:
      return {kText, 700};
    case text::Face::kDisplaySemiBold:
      return {kDisplay, 600};
    case text::Face::kDisplayBold:
      return {kDisplay, 700};
  }
  return {kText, 400};
}

/// Whether no cut of Inter has the line's letters: the fonts that have them come in one weight.
bool is_all_fallback(const std::vector<TextStretch>& stretches) {
  return std::all_of(stretches.begin(), stretches.end(), [](const TextStretch& stretch) {
    const bool is_blank = std::all_of(stretch.clusters.begin(), stretch.clusters.end(),
                                      [](const TextCluster& cluster) { return cluster.utf8 == " "; });
    return is_blank || stretch.font > static_cast<std::uint16_t>(text::Face::kDisplayBold);
  });
}

bool is_from_right(std::string_view utf8) {
  return text::visual_lines(utf8, [](std::string_view rest) { return rest.size(); }).is_right_to_left;
}

}  // namespace

void SvgCanvas::put_text(const TextLine& line, const Paint& paint, bool is_behind) {
  const FontName font = font_name(line.style.face);
  const double x_px = static_cast<double>(line.origin.x_px), tracking_px = static_cast<double>(line.style.tracking_px);
  const bool from_right = is_from_right(line.utf8);
  const auto stretches = stretches_of(line.utf8, line.glyphs);
  const bool runs_right = std::none_of(stretches.begin(), stretches.end(), [](const auto& s) { return s.runs_left; });
  // Figures of one width stand each in its place, since not every viewer knows of such figures; all else is a line that stays one.
  const bool is_placed_each = line.style.tabular_figures && !from_right && runs_right;
  out_.raw("<text");
  // A line that is read from the right starts there.
  if (!is_placed_each) out_.number("x", from_right ? x_px + line.width_px : x_px);
  out_.number("y", static_cast<double>(line.origin.y_px));
  out_.word("font-family", own_family_.empty() ? font.family : fmt::format("'{}', {}", own_family_, font.family));
  out_.number("font-size", static_cast<double>(line.style.size_px))
      .number("font-weight", is_all_fallback(stretches) ? 400 : font.weight);
  if (is_placed_each) out_.raw(" text-anchor=\"middle\"");
  out_.fill_and_line(paint);
  if (is_behind) out_.raw(" stroke-linejoin=\"round\" aria-hidden=\"true\"");
  if (from_right) out_.raw(" direction=\"rtl\"");
  if (is_placed_each) {
    out_.raw(">");
    put_each(line, stretches);
    out_.raw("</text>\n");
    return;
  }
  if (tracking_px != 0.0) out_.number("letter-spacing", tracking_px);
  // Not where letters may join: some viewers would part them.
  if (line.width_px > 0.0 && runs_right)
    out_.number("textLength", line.width_px + tracking_px).raw(" lengthAdjust=\"spacing\"");
  out_.raw(">").escaped(line.utf8).raw("</text>\n");
}

void SvgCanvas::put_each(const TextLine& line, const std::vector<TextStretch>& stretches) {
  std::vector<const TextCluster*> clusters;
  for (const auto& stretch : stretches) {
    for (const auto& cluster : stretch.clusters) clusters.push_back(&cluster);
  }
  const auto left_px = [&](std::size_t i) { return static_cast<double>(line.glyphs[clusters[i]->glyph_begin].x_px); };
  for (std::size_t i = 0; i < clusters.size(); ++i) {
    // By its middle: a viewer's figures may be narrower than their places.
    const bool is_last = i + 1 == clusters.size();
    const double right_px = is_last ? line.width_px : left_px(i + 1) - static_cast<double>(line.style.tracking_px);
    const double middle_px = static_cast<double>(line.origin.x_px) + (left_px(i) + right_px) / 2.0;
    out_.raw("<tspan").number("x", middle_px).raw(">").escaped(clusters[i]->utf8).raw("</tspan>");
  }
}

void SvgCanvas::text(const TextLine& line, Srgb8 colour) { put_text(line, {.fill = colour}, false); }

void SvgCanvas::halo(const TextLine& line, Srgb8 colour, double width_px) {
  put_text(line, {.fill = colour, .line = colour, .line_px = 2.0 * width_px}, true);
}

}  // namespace spreadmap::vector
