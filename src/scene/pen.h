#pragma once
#include <string>
#include <string_view>

#include "scene/frame.h"
#include "text/fonts.h"

namespace spreadmap::scene {

enum class Align { kLeft, kCentre, kRight };

/// How one line of text is set, in layout points.
struct Type {
  text::Face face = text::Face::kRegular;
  double size_pt = 15.0;
  Srgb8 colour;
  Align align = Align::kLeft;
  bool tabular = false;
  double tracking_em = 0.0;
  double halo_pt = 0.0;
  Srgb8 halo{};
};

/// Puts text and shapes into lists, in layout points; what leaves it is in pixels.
class Pen {
 public:
  Pen(const text::FontSet& fonts, double px_per_pt, std::vector<Shape>& shapes, TextList& text)
      : fonts_(&fonts), px_per_pt_(px_per_pt), shapes_(&shapes), text_(&text) {}

  /// A line at a baseline point. Returns its width in points.
  double text(double x_pt, double baseline_pt, std::string_view utf8, const Type& type) const;
  [[nodiscard]] double width_pt(std::string_view utf8, const Type& type) const;
  /// How far the ink of a figure stands in from the sides of its box: what large figures overhang by, to look flush. Of the zero,
  /// whichever figure stands there, lest a running counter sway.
  [[nodiscard]] double figure_bearing_pt(const Type& type) const;
  /// The type, made smaller where the text would be wider than the room.
  [[nodiscard]] Type fitted(Type type, std::string_view utf8, double room_pt) const;
  /// Smaller type than such a share of a line's own would belong to another rank.
  static constexpr double kLeastLineShare = 0.6;
  /// A line in a room: made smaller where it is too wide, down to kLeastLineShare; what is too long even then ends in "…".
  void line(double x_pt, double baseline_pt, double room_pt, std::string_view utf8, const Type& type) const;
  /// Lines broken at spaces so that none is wider than `room_pt` or begins with "·"; what more than `most_lines` would take ends in "…". No word
  /// is left alone on the last line where the lines before it can do with less room. Returns the baseline of the last line.
  double paragraph(double x_pt, double baseline_pt, double room_pt, double leading_pt, std::string_view utf8,
                   const Type& type, int most_lines) const;

  /// How many lines a paragraph takes.
  [[nodiscard]] int lines(double room_pt, std::string_view utf8, const Type& type) const {
    return filling(room_pt, utf8, type).lines;
  }
  /// A paragraph of few lines: its type is made smaller, down to two thirds, where it would take more. Returns the last baseline.
  double block(double x_pt, double baseline_pt, double room_pt, double leading_em, std::string_view utf8, Type type,
               int most_lines) const;

  /// How much has been put into the lists, and back to there: for what is tried and does not fit.
  struct Mark {
    std::size_t shapes, runs, glyphs, strings;
  };
  [[nodiscard]] Mark mark() const {
    return {shapes_->size(), text_->runs.size(), text_->glyphs.size(), text_->strings.size()};
  }
  void undo_to(const Mark& mark) const;
  /// Moves what was put since then.
  void move_down(const Mark& since, double by_pt) const;
  /// Leaves only a share of its opacity to what was put since then.
  void fade(const Mark& since, double share) const;

  void circle(double x_pt, double y_pt, double radius_pt, Srgb8 fill, double line_pt = 0.0,
              Srgb8 line = {0, 0, 0, 0}) const;
  void diamond(double x_pt, double y_pt, double radius_pt, Srgb8 fill, double line_pt, Srgb8 line) const;
  void triangle(double x_pt, double y_pt, double half_width_pt, double half_height_pt, Srgb8 fill) const;
  /// A rectangle from left-top to right-bottom, edges put on whole pixels so that they are crisp.
  void crisp_box(double left_pt, double top_pt, double right_pt, double bottom_pt, Srgb8 fill) const;
  /// With round corners, and a line along the inside of its edge.
  void round_box(double left_pt, double top_pt, double right_pt, double bottom_pt, double corner_pt, Srgb8 fill,
                 double line_pt = 0.0, Srgb8 line = {0, 0, 0, 0}) const;
  /// The same with slanted stripes, as an area without data has.
  void striped_box(double left_pt, double top_pt, double right_pt, double bottom_pt, double stripe_pt,
                   Srgb8 stripes) const;
  /// A vertical line of dashes, at least a pixel wide.
  void dashed_line(double x_pt, double top_pt, double bottom_pt, double width_pt, double dash_pt, Srgb8 colour) const;
  [[nodiscard]] double px_per_pt() const { return px_per_pt_; }

 private:
  /// Where the first line of a paragraph ends: the longest run of whole words that fits, at least one word.
  [[nodiscard]] std::size_t line_end(std::string_view utf8, const Type& type, double room_pt) const;
  /// How a paragraph fills a room.
  struct Filling {
    int lines = 0;
    double last_pt = 0.0;    ///< how wide its last line is
    double widest_pt = 0.0;  ///< of all; wider than the room where a word is
  };
  [[nodiscard]] Filling filling(double room_pt, std::string_view utf8, const Type& type) const;
  /// The room, or less, in which a paragraph that is not cut off takes as many lines and ends in more than a word.
  [[nodiscard]] double even_room_pt(double room_pt, std::string_view utf8, const Type& type, int most_lines) const;
  [[nodiscard]] std::string cut(std::string_view utf8, const Type& type, double room_pt) const;
  [[nodiscard]] text::TextStyle style_of(const Type& type) const;
  void put(ShapeKind kind, double x_pt, double y_pt, double half_width_pt, double half_height_pt, double corner_pt,
           double line_pt, Srgb8 fill, Srgb8 line) const;

  const text::FontSet* fonts_;
  double px_per_pt_;
  std::vector<Shape>* shapes_;
  TextList* text_;
};

}  // namespace spreadmap::scene
