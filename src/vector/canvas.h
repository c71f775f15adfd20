#pragma once
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/colour.h"
#include "base/result.h"
#include "scene/frame.h"
#include "text/fonts.h"
#include "vector/path.h"

namespace spreadmap::vector {

/// Takes bytes of a file in their order. False: they could not be written, and no more are offered.
using Sink = std::function<bool(std::string_view bytes)>;

/// What an editor shows as a layer, and what may be cut or made paler as a whole.
struct Group {
  std::string id;     ///< unique in a file; a letter first, then letters, figures and hyphens
  std::string label;  ///< for people
  const scene::PixelRect* clip = nullptr;
  double opacity = 1.0;
};

/// What a record is called and where its source is to be found; either may be empty.
struct RecordText {
  std::string_view name, url;
};

/// Colours of a shape: sRGB with straight alpha, to be blended as encoded values. The line lies half within and half beyond the edge.
struct Paint {
  Srgb8 fill{0, 0, 0, 0};
  Srgb8 line{0, 0, 0, 0};
  double line_px = 0.0;
};

/// A record's disc with a rim round it: hollow within `hollow` of its radius, where the rim's colour shows.
struct MarkShape {
  double x_px = 0.0, y_px = 0.0, radius_px = 0.0, rim_px = 0.0;
  double hollow = 0.0;
  Srgb8 colour, rim;
  double opacity = 1.0;  ///< of the whole mark
};

/// A box that fades from one side to the other; which one, `kind` says.
struct Fade {
  scene::PixelRect box;
  scene::ShapeKind kind = scene::ShapeKind::kFadeLeft;
  std::vector<double> opacities;  ///< at equal steps from its whole side to the other
  Srgb8 colour;
};

/// A set line. `glyphs` are in visual order, relative to `origin`.
struct TextLine {
  scene::PixelPoint origin;
  text::TextStyle style;
  std::string_view utf8;
  std::span<const text::PlacedGlyph> glyphs;
  double width_px = 0.0;
};

/// A surface of colours as bands that lie on one another: each colour, and each step of opacity, over all that lies higher.
struct Surface {
  struct Band {
    Path path;
    Srgb8 colour;
  };
  struct Step {
    Path path;
    double opacity = 0.0;  ///< what this step adds over those below it
  };
  scene::PixelRect room;
  Srgb8 lowest;  ///< under all bands
  std::vector<Band> bands;
  std::vector<Step> steps;
};

/// Where a picture is drawn as shapes, from the lowest to the uppermost. Coordinates in framebuffer pixels, y down.
class Canvas {
 public:
  virtual ~Canvas() = default;

  virtual void begin(const Group& group) = 0;
  virtual void end() = 0;
  /// What is drawn until `end_record` stands for one record.
  virtual void begin_record(const RecordText& record) = 0;
  virtual void end_record() = 0;

  /// Outlines by the even-odd rule, or lines with round ends.
  virtual void path(const Path& path, const Paint& paint, std::string_view title = {}) = 0;
  virtual void circle(double x_px, double y_px, double radius_px, const Paint& paint) = 0;
  /// With round corners, where `corner_px` is above 0.
  virtual void box(const scene::PixelRect& box, double corner_px, const Paint& paint) = 0;
  /// Slanted stripes within outlines, from the lower left to the upper right, fixed to the picture, a fifth of `step_px` wide.
  virtual void stripes(const Path& path, Srgb8 colour, double step_px, std::string_view title = {}) = 0;
  virtual void fade(const Fade& fade) = 0;
  virtual void surface(const Surface& surface) = 0;
  /// A picture of pixels, stretched to a box. Its opacities are to be blended as encoded values.
  virtual void picture(const scene::PixelRect& box, const scene::Logo& picture) = 0;
  virtual void mark(const MarkShape& mark, const RecordText& record) = 0;
  /// The ring that spreads round a mark.
  virtual void ring(double x_px, double y_px, double radius_px, const Paint& paint) = 0;
  virtual void text(const TextLine& line, Srgb8 colour) = 0;
  /// The same line grown by `width_px` on all sides, to stand behind it.
  virtual void halo(const TextLine& line, Srgb8 colour, double width_px) = 0;

  /// The end of the file. Errors: what the format's library says; what the sink refused is known to whoever gave it.
  virtual Result<void> finish() = 0;
};

}  // namespace spreadmap::vector
