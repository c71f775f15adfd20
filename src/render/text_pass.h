#pragma once
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "gpu/atlas.h"
#include "gpu/buffer.h"
#include "gpu/pipeline.h"
#include "gpu/program.h"
#include "gpu/target.h"
#include "render/tiles.h"
#include "scene/frame.h"
#include "text/fonts.h"

namespace spreadmap::render {

/// One glyph on whole pixels. Mirrors the vertex layout of shaders/glyph.vert.
struct GlyphQuad {
  float left_px = 0.0F, top_px = 0.0F, width_px = 0.0F, height_px = 0.0F;  // offset 0
  float atlas_x_px = 0.0F, atlas_y_px = 0.0F;                              // offset 16
  Srgb8 colour;                                                            // offset 24
};
static_assert(sizeof(GlyphQuad) == 28);

/// Set text, from coverage bitmaps at the exact size and a quarter pixel: sharp at any scale.
class TextPass {
 public:
  static Result<TextPass> create(const gpu::ShaderLibrary& shaders);
  /// The glyphs of a frame that may touch a part of the picture, names first, then labels. `fonts` are those that it was shaped with.
  void gather(const scene::Frame& frame, const text::FontSet& fonts, const scene::PixelRect& part);
  /// What is gathered but for the names, into what the tiles hold.
  void note(TileContents& tiles) const;
  /// What is gathered; only on some tiles, unless nullptr.
  void upload(const TileSet* tiles);
  /// Only the pixels in `room`.
  void draw_names(const gpu::Target& target, const scene::Frame& frame, const gpu::PixelBox& room) const;
  void draw_labels(const gpu::Target& target, const scene::Frame& frame) const;
  void draw_furniture(const gpu::Target& target, const scene::Frame& frame) const;
  void draw_controls(const gpu::Target& target, const scene::Frame& frame) const;

 private:
  struct AtlasEntry {
    int left_px = 0, top_px = 0, width_px = 0, height_px = 0;
    gpu::Atlas::Place place{};
  };
  /// A glyph, or its halo where that has a width, and where its pen stands: whole pixels, and quarters of one to the right.
  struct Placed {
    text::PlacedGlyph glyph;
    float size_px = 0.0F, halo_px = 0.0F;
    int quarter_px = 0;
    float x_px = 0.0F, y_px = 0.0F;
    Srgb8 colour;
  };
  /// False when the atlas is full.
  bool gather_list(const scene::TextList& list, const text::FontSet& fonts);
  bool gather_run(const scene::TextList& list, const scene::TextRun& run, const text::FontSet& fonts);
  bool gather_glyph(const Placed& placed, const text::FontSet& fonts);
  /// A glyph that is larger than the atlas should hold: the piece of it that lies in the part.
  bool gather_piece(const Placed& placed, const text::FontSet& fonts);
  /// Nothing when the atlas is full.
  const AtlasEntry* entry(const Placed& placed, const text::FontSet& fonts);
  void put(const AtlasEntry& entry, float x_px, float y_px, Srgb8 colour);
  void draw(const gpu::Target& target, const scene::Frame& frame, const gpu::PixelBox& scissor, std::size_t first,
            std::size_t count) const;

  gpu::Handle<gpu::ProgramKind> program_;
  gpu::Atlas atlas_;
  std::unordered_map<std::uint64_t, AtlasEntry> entries_;
  std::vector<GlyphQuad> quads_, parts_;  ///< what is gathered; the parts of it on the tiles that are drawn
  scene::PixelRect part_;
  /// How many quads are gathered, or drawn: names, then labels, then furniture, then controls.
  struct Counts {
    std::size_t names = 0, labels = 0, furniture = 0, all = 0;
  };
  Counts gathered_, drawn_;
  gpu::Buffer instances_;
  gpu::Handle<gpu::VertexArrayKind> vertex_array_;
};

}  // namespace spreadmap::render
