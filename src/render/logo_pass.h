#pragma once
#include <cstdint>
#include <vector>

#include "base/result.h"
#include "gpu/handle.h"
#include "gpu/pipeline.h"
#include "gpu/program.h"
#include "gpu/target.h"
#include "render/tiles.h"
#include "scene/frame.h"

namespace spreadmap::render {

/// The exhibit's logo: brought to the size that it is drawn in once, then laid over the picture pixel by pixel.
class LogoPass {
 public:
  static Result<LogoPass> create(const gpu::ShaderLibrary& shaders);
  /// The frame's, into what the tiles hold.
  static void note(const scene::Frame& frame, TileContents& tiles);
  /// The frame's logo in its size; only on some tiles, unless nullptr.
  void upload(const scene::Frame& frame, const TileSet* tiles);
  /// Of the frame that was uploaded.
  void draw(const gpu::Target& target, const scene::Frame& frame) const;

 private:
  void upload_picture(const scene::Logo& logo);
  void bring_to_size(int width_px, int height_px);

  gpu::Handle<gpu::ProgramKind> sizing_, drawing_;
  gpu::Handle<gpu::VertexArrayKind> vertex_array_;
  gpu::Handle<gpu::TextureKind> picture_;  ///< as the file has it
  int picture_width_px_ = 0, picture_height_px_ = 0;
  std::uint64_t picture_key_ = 0;  ///< of the logo that it holds; 0: none
  gpu::Target sized_;
  std::vector<scene::PixelRect> parts_;  ///< of its box, those that are drawn
};

}  // namespace spreadmap::render
