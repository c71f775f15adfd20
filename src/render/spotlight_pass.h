#pragma once
#include <optional>

#include "render/over_pass.h"
#include "render/tiles.h"
#include "scene/frame.h"

namespace spreadmap::render {

/// Lays a spotlight over a finished picture, which stays as it is in a target of its own: while the light moves, nothing below it is drawn again,
/// and only the tiles where it was and is are put together anew.
class SpotlightPass {
 public:
  /// Errors: a shader that does not compile.
  static Result<SpotlightPass> create(const gpu::ShaderLibrary& shaders);

  /// Where the picture without the light is drawn, made like the target.
  gpu::Target& unlit(const gpu::Target& target);
  /// The picture into `target`, of the frame with its spotlight. `changed`: where the picture without it is another than the last one was;
  /// `may_keep`: the rest of the target is what was left there last. Returns where the target was drawn.
  TileSet draw(const gpu::Target& target, const scene::Frame& frame, const TileSet& changed, bool may_keep);
  /// What is left in targets is no picture of this pass.
  void forget() { lit_ = {}; }
  /// Nobody points any more.
  void put_out() {
    unlit_ = {};
    forget();
  }

 private:
  /// What a target was left with.
  struct Lit {
    GLuint framebuffer = 0;  ///< 0: nothing is known of any
    scene::SizePx size;
    scene::SpotlightDraw spotlight;
  };

  OverPass over_;
  gpu::Target unlit_;
  Lit lit_;
};

}  // namespace spreadmap::render
