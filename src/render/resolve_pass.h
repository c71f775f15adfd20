#pragma once
#include "render/over_pass.h"

namespace spreadmap::render {

/// Turns what was drawn into the pixels of a file: sRGB-encoded, straight alpha, of as many bits as the target has. Drawn larger, boxes of
/// pixels are averaged in linear light.
class ResolvePass {
 public:
  /// Errors: a shader that does not compile.
  static Result<ResolvePass> create(const gpu::ShaderLibrary& shaders);
  /// `drawn` is `times` as large as `target`, whose kind is kBytes or kWords.
  void draw(const gpu::Target& target, const gpu::Target& drawn, int times, bool is_opaque) const;

 private:
  OverPass over_;
};

}  // namespace spreadmap::render
