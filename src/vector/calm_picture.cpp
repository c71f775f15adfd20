#include "vector/calm_picture.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <optional>

#include "style/theme.h"
#include "vector/bitmap.h"

namespace spreadmap::vector {
namespace {

// So many dots were reached, and so many lie ahead.
constexpr int kReached = 300, kAhead = 460;
// So many of the reached ones have rings, as records that have just begun.
constexpr int kRinged = 5;

struct CalmLayout {
  double pt_px = 1.0;  ///< pixels of a layout point
  double x_px = 0.0, y_px = 0.0, radius_px = 0.0;
  double text_left_px = 0.0, text_width_px = 0.0;
  double text_bottom_px = 0.0;             ///< of a tall picture
  std::optional<double> text_middle_y_px;  ///< of a wide one
};

CalmLayout layout_of(scene::SizePx size) {
  const double width_px = size.width_px, height_px = size.height_px;
  CalmLayout layout;
  layout.pt_px = std::min(width_px, height_px) / 1080.0;
  const double margin_px = 64.0 * layout.pt_px;
  layout.text_left_px = margin_px;
  if (height_px > width_px) {
    layout.radius_px = 0.5 * width_px - margin_px;
    layout.x_px = 0.5 * width_px;
    layout.y_px = std::max(1.6 * margin_px + layout.radius_px, 0.36 * height_px);
    layout.text_width_px = width_px - 2.0 * margin_px;
    layout.text_bottom_px = height_px - 2.0 * margin_px;
    return layout;
  }
  layout.radius_px = std::min(0.5 * height_px - margin_px, 0.27 * width_px);
  layout.x_px = width_px - margin_px - layout.radius_px;
  layout.y_px = 0.5 * height_px;
  layout.text_width_px = layout.x_px - layout.radius_px - 2.0 * margin_px;
  layout.text_middle_y_px = 0.5 * height_px;
  return layout;
}

void set_colour(cairo_t* cairo, Srgb8 colour, double opacity) {
  cairo_set_source_rgba(cairo, colour.r / 255.0, colour.g / 255.0, colour.b / 255.0, opacity);
}

/// As seeds stand in a sunflower: each turned on by the golden angle, so that all have the same room.
void draw_dots(cairo_t* cairo, const CalmLayout& layout) {
  const style::Theme& theme = style::dark_theme();
  const double golden_rad = std::numbers::pi * (3.0 - std::sqrt(5.0));
  const double spacing_px = layout.radius_px / std::sqrt(kReached + kAhead);
  const auto circle = [&](int dot, double radius_px) {
    const double from_middle_px = spacing_px * std::sqrt(dot + 0.5);
    cairo_new_path(cairo);
    cairo_arc(cairo, layout.x_px + from_middle_px * std::cos(dot * golden_rad),
              layout.y_px + from_middle_px * std::sin(dot * golden_rad), radius_px, 0.0, 2.0 * std::numbers::pi);
  };
  for (int dot = 0; dot < kReached + kAhead; ++dot) {
    const bool is_reached = dot < kReached;
    // What lies ahead gets fainter and smaller towards the edge.
    const double ahead = is_reached ? 0.0 : static_cast<double>(dot - kReached) / kAhead;
    circle(dot, (0.2 - 0.09 * ahead) * spacing_px);
    set_colour(cairo, is_reached ? theme.partnership : theme.bar_ahead, 1.0 - 0.75 * ahead);
    cairo_fill(cairo);
  }
  cairo_set_line_width(cairo, 1.6 * layout.pt_px);
  for (int dot = kReached - kRinged; dot < kReached; ++dot) {
    const double share = static_cast<double>(kReached - dot) / (kRinged + 1);
    circle(dot, (0.5 + 0.9 * share) * spacing_px);
    set_colour(cairo, theme.partnership, 0.7 * (1.0 - share));
    cairo_stroke(cairo);
  }
}

/// Writes onto pixels of 0xffRRGGBB.
class CalmWriter {
 public:
  CalmWriter(CalmPicture& picture, const text::FontSet& fonts) : picture_(picture), fonts_(fonts) {}

  /// The size at which a line is no wider than the room.
  [[nodiscard]] text::TextStyle fitted(const std::string& utf8, text::Face face, double size_px, double room_px) const {
    text::TextStyle style{.face = face, .size_px = static_cast<float>(size_px)};
    const double width_px = static_cast<double>(fonts_.shape(utf8, style).width_px);
    if (width_px > room_px) style.size_px *= static_cast<float>(room_px / width_px);
    return style;
  }

  void line(const std::string& utf8, const text::TextStyle& style, double left_px, double baseline_px, Srgb8 colour) {
    for (const text::PlacedGlyph& glyph : fonts_.shape(utf8, style).glyphs) {
      const double pen_px = left_px + static_cast<double>(glyph.x_px);
      const double whole_px = std::floor(pen_px);
      const int quarter_px = std::clamp(static_cast<int>((pen_px - whole_px) * 4.0), 0, 3);
      const text::GlyphBitmap bitmap = fonts_.rasterize(glyph.font, glyph.glyph_id, style.size_px, quarter_px);
      put(bitmap, static_cast<int>(whole_px) + bitmap.left_px,
          static_cast<int>(std::lround(baseline_px + static_cast<double>(glyph.y_px))) + bitmap.top_px, colour);
    }
  }

 private:
  void put(const text::GlyphBitmap& bitmap, int left_px, int top_px, Srgb8 colour) {
    for (int y = 0; y < bitmap.height_px; ++y) {
      for (int x = 0; x < bitmap.width_px; ++x) {
        const int to_x = left_px + x, to_y = top_px + y;
        if (to_x < 0 || to_y < 0 || to_x >= picture_.size.width_px || to_y >= picture_.size.height_px) continue;
        const unsigned cover = bitmap.coverage[static_cast<std::size_t>(y * bitmap.width_px + x)];
        blend(picture_.pixels[static_cast<std::size_t>(to_y) * static_cast<std::size_t>(picture_.size.width_px) +
                              static_cast<std::size_t>(to_x)],
              colour, cover);
      }
    }
  }
  static void blend(std::uint32_t& pixel, Srgb8 colour, unsigned cover) {
    const auto mixed = [&](unsigned shift, unsigned sample) {
      return (((pixel >> shift & 0xFFU) * (255U - cover) + sample * cover + 127U) / 255U) << shift;
    };
    pixel = 0xFF000000U | mixed(16, colour.r) | mixed(8, colour.g) | mixed(0, colour.b);
  }

  CalmPicture& picture_;
  const text::FontSet& fonts_;
};

void write_words(CalmPicture& picture, std::span<const CalmWords> words, const text::FontSet& fonts,
                 const CalmLayout& layout, double aside_px) {
  const style::Theme& theme = style::dark_theme();
  // Of languages of one rank none is larger: the longest decides.
  CalmWriter writer(picture, fonts);
  text::TextStyle title{.face = text::Face::kDisplayBold, .size_px = static_cast<float>(64.0 * layout.pt_px)};
  text::TextStyle line{.size_px = static_cast<float>(30.0 * layout.pt_px)};
  for (const CalmWords& said : words) {
    title = writer.fitted(said.title, title.face, static_cast<double>(title.size_px), layout.text_width_px);
    line = writer.fitted(said.line, line.face, static_cast<double>(line.size_px), layout.text_width_px);
  }
  const double title_px = static_cast<double>(title.size_px), line_px = static_cast<double>(line.size_px);
  const double block_px = 0.73 * title_px + 1.75 * line_px, gap_px = 64.0 * layout.pt_px;
  const double count = static_cast<double>(words.size());
  const double high_px = count * block_px + (count - 1.0) * gap_px;
  double top_px = layout.text_middle_y_px ? *layout.text_middle_y_px - 0.5 * high_px : layout.text_bottom_px - high_px;
  for (const CalmWords& said : words) {
    const double baseline_px = top_px + 0.73 * title_px;
    writer.line(said.title, title, layout.text_left_px + aside_px, baseline_px, theme.text);
    writer.line(said.line, line, layout.text_left_px + aside_px, baseline_px + 1.75 * line_px, theme.text_second);
    top_px += block_px + gap_px;
  }
}

}  // namespace

CalmPicture calm_picture(scene::SizePx size, std::span<const CalmWords> words, const text::FontSet* fonts, int turn) {
  CalmPicture picture{size, {}};
  if (size.width_px <= 0 || size.height_px <= 0) return picture;
  CalmLayout layout = layout_of(size);
  const double aside_px = (turn % 5 - 2) * 2.0 * layout.pt_px;
  layout.x_px += aside_px;
  const Srgb8 ground = style::dark_theme().ground;
  picture.pixels.assign(static_cast<std::size_t>(size.width_px) * static_cast<std::size_t>(size.height_px),
                        0xFF000000U | static_cast<unsigned>(ground.r << 16 | ground.g << 8 | ground.b));
  // cairo's RGB24 is such pixels, and so wide its rows are.
  const Bitmap surface(cairo_image_surface_create_for_data(reinterpret_cast<unsigned char*>(picture.pixels.data()),
                                                           CAIRO_FORMAT_RGB24, size.width_px, size.height_px,
                                                           4 * size.width_px));
  cairo_t* const cairo = cairo_create(surface.get());
  draw_dots(cairo, layout);
  cairo_destroy(cairo);
  cairo_surface_flush(surface.get());
  if (fonts != nullptr) write_words(picture, words, *fonts, layout, aside_px);
  return picture;
}

}  // namespace spreadmap::vector
