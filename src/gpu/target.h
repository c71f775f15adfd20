#pragma once
#include <cstdint>
#include <span>

#include "base/colour.h"
#include "gpu/handle.h"
#include "gpu/pipeline.h"

namespace spreadmap::gpu {

/// What a target's pixels are. Blending happens in linear light in the first two.
enum class PixelKind : std::uint8_t {
  kSrgb8,    ///< premultiplied, sRGB-encoded bytes, which drawing and sampling decode
  kHalf,     ///< premultiplied, linear, 16-bit floats
  kBytes,    ///< as the shader writes them
  kWords,    ///< likewise, 16 bits a sample
  kNumbers,  ///< two whole numbers of 32 bits; nothing is blended
};

/// A colour target that holds a picture or a part of one. Row 0 of its texture is the TOP row: the transforms of render/ put it there, so
/// reading back gives pictures top row first, and only `present` turns a picture round.
class Target {
 public:
  Target() = default;
  Target(const char* label, int width_px, int height_px, PixelKind kind = PixelKind::kSrgb8);

  [[nodiscard]] int width_px() const { return width_px_; }
  [[nodiscard]] int height_px() const { return height_px_; }
  [[nodiscard]] PixelKind kind() const { return kind_; }
  [[nodiscard]] GLuint framebuffer() const { return framebuffer_.name(); }
  [[nodiscard]] GLuint texture() const { return texture_.name(); }

  /// Which of the picture's pixels its first one is; what it holds stays.
  void put_at(int x_px, int y_px) {
    x_px_ = x_px;
    y_px_ = y_px;
  }
  [[nodiscard]] int x_px() const { return x_px_; }
  [[nodiscard]] int y_px() const { return y_px_; }

  /// Nothing, transparent.
  void clear() const;
  /// The same bytes into another target of the same size and kind.
  void copy_to(const Target& other) const { copy_to(other, {0, 0, width_px_, height_px_}); }
  /// Of a part that lies within both.
  void copy_to(const Target& other, const PixelBox& part) const;
  /// All of it into a part of another target of the same kind, smaller or larger.
  void scale_to(const Target& other, const PixelBox& part) const;
  /// The pixels of its first columns and rows, as they are (of floats: none), top row first, into rows of `row_bytes`. Waits for the drawing.
  void read(std::span<std::uint8_t> out, int columns, int rows, std::size_t row_bytes) const;
  /// All of them, without padding.
  void read(std::span<std::uint8_t> out) const;
  /// A part, into its place among all of them, without padding.
  void read(std::span<std::uint8_t> out, const PixelBox& part) const;
  /// Bytes of a pixel that is read.
  [[nodiscard]] std::size_t pixel_bytes() const;
  /// A part onto the window's framebuffer, at the same place from its top-left; what lies beyond the target in `ground`, encoded. THE place
  /// where y is turned round.
  void present(const PixelBox& part, int window_height_px, Srgb8 ground) const;

 private:
  void read(std::span<std::uint8_t> out, const PixelBox& part, std::size_t row_bytes) const;

  int width_px_ = 0;
  int height_px_ = 0;
  int x_px_ = 0;
  int y_px_ = 0;
  PixelKind kind_ = PixelKind::kSrgb8;
  Handle<TextureKind> texture_;
  Handle<FramebufferKind> framebuffer_;
};

/// All of the window's framebuffer in one colour, encoded.
void present_plain(Srgb8 colour);

}  // namespace spreadmap::gpu
