#include "text/fonts.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/assert.h"
#include "text/font_face.h"
#include "text/rasterising.h"
#include "text/shaped_lines.h"
#include "text/shaping.h"

namespace spreadmap::text {

static_assert(static_cast<std::size_t>(Face::kDisplayBold) + 1 == kFirstFallback, "one file a cut, then the fallbacks");

struct FontSet::Impl {
  explicit Impl(std::vector<FontFace> mapped) : fonts(std::move(mapped)) {}

  std::vector<FontFace> fonts;  ///< first: the shaper and the rasteriser look into it
  Shaper shaper{fonts};
  Rasteriser rasteriser{fonts};
  ShapedLines lines;
};

FontSet::FontSet(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
FontSet::FontSet(FontSet&&) noexcept = default;
FontSet& FontSet::operator=(FontSet&&) noexcept = default;
FontSet::~FontSet() = default;

namespace {

/// What stands in place of each cut of Inter.
Result<std::vector<FontFace>> own_cuts(const OwnFont& regular, const OwnFont& bold) {
  std::vector<FontFace> cuts;
  for (std::uint16_t cut = 0; cut < kFirstFallback; ++cut) {
    const auto face = static_cast<Face>(cut);
    const bool is_light = face == Face::kRegular || face == Face::kMedium;
    const OwnFont& own = is_light || bold.file.empty() ? regular : bold;
    Result<FontFace> font = FontFace::map(own.file);
    if (!font) return fail("{}: {}; name a .ttf or .otf file that is there", own.asked_by, font.error().message);
    cuts.push_back(std::move(*font));
  }
  return cuts;
}

}  // namespace

Result<FontSet> FontSet::load(const std::filesystem::path& folder, const OwnFont& regular, const OwnFont& bold) {
  std::vector<FontFace> fonts;
  for (const char* file : kFontFiles) {
    Result<FontFace> font = FontFace::map(folder / file);
    if (!font) return fail("{}; build or install again, which copies it there", font.error().message);
    fonts.push_back(std::move(*font));
  }
  if (!regular.file.empty()) {
    auto cuts = own_cuts(regular, bold);
    if (!cuts) return tl::unexpected(cuts.error());
    // Inter goes to the end, where it is the first to have what they lack.
    for (std::size_t cut = 0; cut < cuts->size(); ++cut) {
      std::swap(fonts[cut], (*cuts)[cut]);
      fonts.push_back(std::move((*cuts)[cut]));
    }
  }
  return FontSet(std::make_unique<Impl>(std::move(fonts)));
}

std::string FontSet::own_family() const {
  return impl_->fonts.size() > kFontFiles.size() ? impl_->fonts.front().family() : std::string();
}

const ShapedText& FontSet::shape(std::string_view utf8, const TextStyle& style) const {
  SM_ASSERT(std::isfinite(style.size_px) && style.size_px >= 0.0F, "size_px {}", style.size_px);
  SM_ASSERT(std::isfinite(style.tracking_px), "tracking_px {}", style.tracking_px);
  if (const ShapedText* known = impl_->lines.find(utf8, style)) return *known;
  return impl_->lines.add(utf8, style, impl_->shaper.shaped(utf8, style));
}

InkSpan FontSet::ink_of(const ShapedText& line, const TextStyle& style) const {
  InkSpan span;
  bool has_ink = false;
  for (const PlacedGlyph& glyph : line.glyphs) {
    const FontFace& font = impl_->fonts[glyph.font];
    hb_glyph_extents_t extents{};
    if (hb_font_get_glyph_extents(font.shaper(), glyph.glyph_id, &extents) == 0 || extents.width == 0) continue;
    const double px_per_unit = font.px_per_unit(style.size_px);
    const float left_px = glyph.x_px + static_cast<float>(extents.x_bearing * px_per_unit);
    const float right_px = left_px + static_cast<float>(extents.width * px_per_unit);
    span = has_ink ? InkSpan{std::min(span.left_px, left_px), std::max(span.right_px, right_px)}
                   : InkSpan{left_px, right_px};
    has_ink = true;
  }
  return span;
}

GlyphBitmap FontSet::rasterize(std::uint16_t font, std::uint32_t glyph_id, float size_px, int quarter_px) const {
  return impl_->rasteriser.bitmap(font, glyph_id, size_px, quarter_px);
}

void FontSet::trim(std::size_t most) const { impl_->lines.trim(most); }

const std::filesystem::path& FontSet::font_file(std::uint16_t font) const {
  SM_ASSERT(font < impl_->fonts.size(), "font {} of {}", font, impl_->fonts.size());
  return impl_->fonts[font].file();
}

}  // namespace spreadmap::text
