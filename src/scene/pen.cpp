#include "scene/pen.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"

namespace spreadmap::scene {

text::TextStyle Pen::style_of(const Type& type) const {
  const double size_px = type.size_pt * px_per_pt_;
  return {type.face, static_cast<float>(size_px), static_cast<float>(type.tracking_em * size_px), type.tabular};
}

double Pen::width_pt(std::string_view utf8, const Type& type) const {
  return static_cast<double>(fonts_->shape(utf8, style_of(type)).width_px) / px_per_pt_;
}

double Pen::text(double x_pt, double baseline_pt, std::string_view utf8, const Type& type) const {
  const text::TextStyle style = style_of(type);
  const text::ShapedText& shaped = fonts_->shape(utf8, style);
  const double width_pt = static_cast<double>(shaped.width_px) / px_per_pt_;
  const double shift = type.align == Align::kLeft ? 0.0 : type.align == Align::kCentre ? 0.5 : 1.0;
  TextRun run;
  run.origin = {static_cast<float>((x_pt - shift * width_pt) * px_per_pt_),
                static_cast<float>(baseline_pt * px_per_pt_)};
  run.style = style;
  run.colour = type.colour;
  run.halo_px = static_cast<float>(type.halo_pt * px_per_pt_);
  run.halo = type.halo;
  run.glyph_begin = static_cast<std::uint32_t>(text_->glyphs.size());
  text_->glyphs.insert(text_->glyphs.end(), shaped.glyphs.begin(), shaped.glyphs.end());
  run.glyph_end = static_cast<std::uint32_t>(text_->glyphs.size());
  run.string_begin = static_cast<std::uint32_t>(text_->strings.size());
  text_->strings.append(utf8);
  run.string_end = static_cast<std::uint32_t>(text_->strings.size());
  text_->runs.push_back(run);
  return width_pt;
}

double Pen::figure_bearing_pt(const Type& type) const {
  const text::TextStyle style = style_of(type);
  const text::ShapedText& zero = fonts_->shape("0", style);
  return static_cast<double>(zero.width_px - fonts_->ink_of(zero, style).right_px) / px_per_pt_;
}

Type Pen::fitted(Type type, std::string_view utf8, double room_pt) const {
  const double wide_pt = width_pt(utf8, type);
  if (wide_pt > room_pt && room_pt > 0.0) type.size_pt *= room_pt / wide_pt;
  return type;
}

std::string Pen::cut(std::string_view utf8, const Type& type, double room_pt) const {
  const auto is_within_character = [&](std::size_t at) { return at < utf8.size() && continues_a_letter(utf8[at]); };
  const auto cut_at = [&](std::size_t end) {
    while (end > 0 && is_within_character(end)) --end;
    return std::string(utf8.substr(0, end)) + "…";
  };
  // The longest beginning that fits lies between these; shaping is what costs.
  std::size_t fits = 0, too_long = utf8.size();
  while (too_long - fits > 1) {
    const std::size_t middle = (fits + too_long) / 2;
    (width_pt(cut_at(middle), type) <= room_pt ? fits : too_long) = middle;
  }
  return cut_at(fits);
}

void Pen::line(double x_pt, double baseline_pt, double room_pt, std::string_view utf8, const Type& type) const {
  Type small = fitted(type, utf8, room_pt);
  if (small.size_pt >= kLeastLineShare * type.size_pt) {
    text(x_pt, baseline_pt, utf8, small);
    return;
  }
  small.size_pt = kLeastLineShare * type.size_pt;
  text(x_pt, baseline_pt, cut(utf8, small, room_pt), small);
}

namespace {

/// The next space at which a line may end, or the end of the text: the dot between two things stays with the first of them.
std::size_t next_break(std::string_view utf8, std::size_t from) {
  std::size_t space = utf8.find(' ', from);
  while (space < utf8.size() && utf8.substr(space + 1).starts_with("·")) space = utf8.find(' ', space + 1);
  return std::min(space, utf8.size());
}

}  // namespace

std::size_t Pen::line_end(std::string_view utf8, const Type& type, double room_pt) const {
  std::size_t end = next_break(utf8, 0);
  while (end < utf8.size()) {
    const std::size_t next = next_break(utf8, end + 1);
    if (width_pt(utf8.substr(0, next), type) > room_pt) break;
    end = next;
  }
  return end;
}

Pen::Filling Pen::filling(double room_pt, std::string_view utf8, const Type& type) const {
  Filling filling;
  for (std::size_t begin = 0; begin < utf8.size(); ++filling.lines) {
    const std::string_view rest = utf8.substr(begin);
    const std::size_t end = line_end(rest, type, room_pt);
    filling.last_pt = width_pt(rest.substr(0, end), type);
    filling.widest_pt = std::max(filling.widest_pt, filling.last_pt);
    begin += end + 1;
  }
  return filling;
}

double Pen::even_room_pt(double room_pt, std::string_view utf8, const Type& type, int most_lines) const {
  // What is shorter looks left over. Lines that are much shorter than their room would look like verse.
  constexpr double kLeastLast = 0.2, kLeastRoom = 0.6, kStep = 0.04;
  const Filling whole = filling(room_pt, utf8, type);
  if (whole.lines < 2 || whole.lines > most_lines || whole.last_pt >= kLeastLast * room_pt) return room_pt;
  for (double share = 1.0 - kStep; share >= kLeastRoom; share -= kStep) {
    const Filling narrower = filling(share * room_pt, utf8, type);
    if (narrower.lines > whole.lines || narrower.widest_pt > share * room_pt) return room_pt;
    if (narrower.last_pt >= kLeastLast * room_pt) return share * room_pt;
  }
  return room_pt;
}

double Pen::block(double x_pt, double baseline_pt, double room_pt, double leading_em, std::string_view utf8, Type type,
                  int most_lines) const {
  constexpr double kLeastShare = 0.66, kStep = 0.97;
  const double least_pt = kLeastShare * type.size_pt;
  const auto fits = [&] {
    if (lines(room_pt, utf8, type) > most_lines) return false;
    return most_lines > 1 || width_pt(utf8, type) <= room_pt;
  };
  while (type.size_pt * kStep >= least_pt && !fits()) type.size_pt *= kStep;
  return paragraph(x_pt, baseline_pt, room_pt, leading_em * type.size_pt, utf8, type, most_lines);
}

double Pen::paragraph(double x_pt, double baseline_pt, double room_pt, double leading_pt, std::string_view utf8,
                      const Type& type, int most_lines) const {
  room_pt = even_room_pt(room_pt, utf8, type, most_lines);
  std::size_t begin = 0;
  for (int lines = 1; begin < utf8.size(); ++lines) {
    const std::string_view rest = utf8.substr(begin);
    if (lines == most_lines && width_pt(rest, type) > room_pt) {
      text(x_pt, baseline_pt, cut(rest, type, room_pt), type);
      break;
    }
    // A word that is too long by itself is cut.
    const std::size_t end = line_end(rest, type, room_pt);
    const std::string_view words = rest.substr(0, end);
    text(x_pt, baseline_pt, width_pt(words, type) > room_pt ? cut(words, type, room_pt) : std::string(words), type);
    begin += end + 1;
    if (begin < utf8.size()) baseline_pt += leading_pt;
  }
  return baseline_pt;
}

void Pen::undo_to(const Mark& mark) const {
  shapes_->resize(mark.shapes);
  text_->runs.resize(mark.runs);
  text_->glyphs.resize(mark.glyphs);
  text_->strings.resize(mark.strings);
}

void Pen::move_down(const Mark& since, double by_pt) const {
  const auto by_px = static_cast<float>(std::round(by_pt * px_per_pt_));  // whole, so that crisp boxes stay so
  for (std::size_t i = since.shapes; i < shapes_->size(); ++i) (*shapes_)[i].centre_y_px += by_px;
  for (std::size_t i = since.runs; i < text_->runs.size(); ++i) text_->runs[i].origin.y_px += by_px;
}

void Pen::fade(const Mark& since, double share) const {
  if (share >= 1.0) return;
  const auto fade_to_share = [share](Srgb8& colour) {
    colour.a = static_cast<std::uint8_t>(std::lround(share * static_cast<double>(colour.a)));
  };
  for (std::size_t i = since.shapes; i < shapes_->size(); ++i) {
    fade_to_share((*shapes_)[i].fill);
    fade_to_share((*shapes_)[i].line);
  }
  for (std::size_t i = since.runs; i < text_->runs.size(); ++i) {
    fade_to_share(text_->runs[i].colour);
    fade_to_share(text_->runs[i].halo);
  }
}

void Pen::put(ShapeKind kind, double x_pt, double y_pt, double half_width_pt, double half_height_pt, double corner_pt,
              double line_pt, Srgb8 fill, Srgb8 line) const {
  const auto px = [this](double pt) { return static_cast<float>(pt * px_per_pt_); };
  shapes_->push_back(
      {px(x_pt), px(y_pt), px(half_width_pt), px(half_height_pt), px(corner_pt), px(line_pt), kind, fill, line});
}

void Pen::circle(double x_pt, double y_pt, double radius_pt, Srgb8 fill, double line_pt, Srgb8 line) const {
  put(ShapeKind::kBox, x_pt, y_pt, radius_pt, radius_pt, radius_pt, line_pt, fill, line);
}

void Pen::diamond(double x_pt, double y_pt, double radius_pt, Srgb8 fill, double line_pt, Srgb8 line) const {
  put(ShapeKind::kDiamond, x_pt, y_pt, radius_pt, radius_pt, 0.0, line_pt, fill, line);
}

void Pen::triangle(double x_pt, double y_pt, double half_width_pt, double half_height_pt, Srgb8 fill) const {
  put(ShapeKind::kTriangle, x_pt, y_pt, half_width_pt, half_height_pt, 0.0, 0.0, fill, {0, 0, 0, 0});
}

void Pen::crisp_box(double left_pt, double top_pt, double right_pt, double bottom_pt, Srgb8 fill) const {
  const auto whole = [this](double pt) { return static_cast<float>(std::round(pt * px_per_pt_)); };
  const float left = whole(left_pt), top = whole(top_pt), right = whole(right_pt), bottom = whole(bottom_pt);
  if (right <= left || bottom <= top) return;
  shapes_->push_back({(left + right) / 2.0F,
                      (top + bottom) / 2.0F,
                      (right - left) / 2.0F,
                      (bottom - top) / 2.0F,
                      0.0F,
                      0.0F,
                      ShapeKind::kBox,
                      fill,
                      {0, 0, 0, 0}});
}

void Pen::round_box(double left_pt, double top_pt, double right_pt, double bottom_pt, double corner_pt, Srgb8 fill,
                    double line_pt, Srgb8 line) const {
  put(ShapeKind::kBox, (left_pt + right_pt) / 2.0, (top_pt + bottom_pt) / 2.0, (right_pt - left_pt) / 2.0,
      (bottom_pt - top_pt) / 2.0, corner_pt, line_pt, fill, line);
}

void Pen::striped_box(double left_pt, double top_pt, double right_pt, double bottom_pt, double stripe_pt,
                      Srgb8 stripes) const {
  const std::size_t before = shapes_->size();
  crisp_box(left_pt, top_pt, right_pt, bottom_pt, stripes);
  if (shapes_->size() == before) return;
  shapes_->back().kind = ShapeKind::kStripes;
  shapes_->back().corner_px = static_cast<float>(stripe_pt * px_per_pt_);
}

void Pen::dashed_line(double x_pt, double top_pt, double bottom_pt, double width_pt, double dash_pt,
                      Srgb8 colour) const {
  const auto whole = [this](double pt) { return static_cast<float>(std::round(pt * px_per_pt_)); };
  const float width = std::max(whole(width_pt), 1.0F);
  const float left = whole(x_pt - width_pt / 2.0);
  const float top = whole(top_pt), bottom = whole(bottom_pt);
  if (bottom <= top) return;
  const float dash = std::max(whole(dash_pt), 1.0F);
  shapes_->push_back({left + width / 2.0F,
                      (top + bottom) / 2.0F,
                      width / 2.0F,
                      (bottom - top) / 2.0F,
                      dash,
                      0.0F,
                      ShapeKind::kDashed,
                      colour,
                      {0, 0, 0, 0}});
}

}  // namespace spreadmap::scene
