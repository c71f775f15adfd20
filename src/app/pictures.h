#pragma once
#include <functional>

#include "app/picture_spec.h"
#include "base/result.h"
#include "gpu/target.h"
#include "render/frame_renderer.h"
#include "render/resolve_pass.h"

namespace spreadmap::app {

/// How many pixels of a target are drawn at once, those of more than four bytes counted as several: what a picture takes memory for.
std::size_t pixels_at_once(const PictureSpec& spec);
/// The same picture as it is drawn in bands, where no other comes that caches would help.
PictureSpec in_bands(PictureSpec spec);

/// Takes the rows of a picture from the top to the bottom, some at a time, as an image of its full width. An error ends the drawing.
using OnBand = std::function<Result<void>(const media::Image& band)>;

/// A frame, and that which is shown left of its wipe; nullptr: none.
struct FramePair {
  const scene::Frame* frame = nullptr;
  const scene::Frame* left = nullptr;
};

/// Draws frames as files have them. A picture is drawn whole where that may be, which lets caches work from frame to frame, and otherwise tile
/// by tile: its bytes are the same.
class Pictures {
 public:
  /// Errors: a shader that does not compile.
  static Result<Pictures> create(const gpu::ShaderLibrary& shaders);
  /// Into an image whose storage is reused: what it holds already, by its stamps, is not read again.
  void draw(render::FrameRenderer& renderer, const text::FontSet& fonts, const FramePair& frames,
            const PictureSpec& spec, media::Image& image);
  /// Of any size: never more than a band is in memory. Errors: those of `on_band`.
  Result<void> draw_bands(render::FrameRenderer& renderer, const text::FontSet& fonts, const FramePair& frames,
                          const PictureSpec& whole, const OnBand& on_band);

 private:
  explicit Pictures(render::ResolvePass resolve) : resolve_(std::move(resolve)) {}
  /// What is drawn of one picture: the frames as they lie in the targets.
  class Drawing;

  render::ResolvePass resolve_;
  gpu::Target drawn_, file_, numbers_;
  std::vector<std::uint64_t> stamps_;  ///< of the tiles of drawn_, where it holds a whole picture as files have it
};

}  // namespace spreadmap::app
