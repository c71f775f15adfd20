#pragma once
#include <hb.h>

#include <filesystem>
#include <span>
#include <string>

#include "base/result.h"
#include "text/owned.h"

namespace spreadmap::text {

/// Vertical measures of a face as shares of the em, all positive: times the size in pixels they are pixels.
struct FaceMetrics {
  float ascent_em = 0.0F;      ///< above the baseline
  float descent_em = 0.0F;     ///< below the baseline
  float cap_height_em = 0.0F;  ///< of a flat capital, above the baseline
};

/// One font file, mapped into memory. Its tables are read page by page when something is first shaped or drawn with it.
class FontFace {
 public:
  /// Errors: the file is missing, cannot be read, or holds no glyphs; the message begins with its path.
  static Result<FontFace> map(std::filesystem::path file);

  /// For shaping. Its scale is the font's own unit, so that every measure is exact and linear in the size.
  [[nodiscard]] hb_font_t* shaper() const { return font_.get(); }
  /// Pixels a font unit at a size.
  [[nodiscard]] double px_per_unit(float size_px) const { return static_cast<double>(size_px) / units_per_em_; }
  [[nodiscard]] FaceMetrics metrics() const { return metrics_; }
  /// The file's bytes; they live as long as this face.
  [[nodiscard]] std::span<const unsigned char> bytes() const;
  [[nodiscard]] const std::filesystem::path& file() const { return file_; }
  /// As the font calls itself; may be empty.
  [[nodiscard]] std::string family() const;

 private:
  FontFace() = default;

  std::filesystem::path file_;
  Owned<hb_blob_t, hb_blob_destroy> blob_;
  Owned<hb_font_t, hb_font_destroy> font_;
  double units_per_em_ = 1.0;
  FaceMetrics metrics_;
};

}  // namespace spreadmap::text
