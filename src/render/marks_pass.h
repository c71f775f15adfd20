#pragma once
#include <optional>
#include <vector>

#include "base/result.h"
#include "gpu/buffer.h"
#include "gpu/program.h"
#include "gpu/target.h"
#include "render/mark_cover.h"
#include "render/tiles.h"
#include "scene/frame.h"
#include "scene/map_geometry.h"

namespace spreadmap::render {

/// One record's mark. Mirrors the vertex layout of shaders/mark.vert and ring.vert.
struct MarkVertex {
  geo::LocalPoint local;    // offset 0
  float earliest_d = 0.0F;  // offset 8
  float latest_d = 0.0F;    // offset 12
  float end_d = 0.0F;       // offset 16
  scene::PixelPoint stack;  // offset 20: where it stands among those of its place, in spacings
  std::uint32_t row = 0;    // offset 28: of the layer's table
};
static_assert(sizeof(MarkVertex) == 32);

/// Points that begin on a day, and the rings that spread from them. Everything about time is decided in the vertex shader, so
/// playing uploads nothing.
class MarksPass {
 public:
  static Result<MarksPass> create(const gpu::ShaderLibrary& shaders);
  void set_origin(geo::MapOrigin origin) { origin_ = origin; }
  /// On: of very many points only those that can be seen are drawn, which a processor finds out sooner than it draws them.
  void set_culling(bool culls) { culls_ = culls; }
  /// One vertex list for each layer, by entry of its selection.
  void upload(const std::vector<std::vector<MarkVertex>>& layers);
  /// Where the same marks lie on the sheet that the map glides from; until `end_glide`, or until marks are uploaded.
  void upload_glide(const std::vector<std::vector<geo::LocalPoint>>& layers, geo::MapOrigin origin);
  void end_glide();
  /// Entries [begin, end) of the draw's layer as points, in order, as far as they lie in `room`.
  void draw_points(const gpu::Target& target, const scene::Frame& frame, const scene::MarkDraw& marks,
                   std::uint32_t begin, std::uint32_t end, const gpu::PixelBox& room);
  /// Entries [begin, end) as the numbers of their records, layer and row, both counted from 1, into a target of numbers.
  void draw_numbers(const gpu::Target& target, const scene::Frame& frame, const scene::MarkDraw& marks,
                    std::uint32_t begin, std::uint32_t end, const gpu::PixelBox& room) const;
  /// The rings of entries [settled, count).
  void draw_rings(const gpu::Target& target, const scene::Frame& frame, const scene::MarkDraw& marks) const;
  /// All tiles that the points and rings of entries [begin, end) may touch, on a map that does not glide.
  void add_tiles(TileSet& tiles, const scene::Frame& frame, const scene::MarkDraw& marks, std::uint32_t begin,
                 std::uint32_t end) const;

 private:
  struct Layer {
    std::uint32_t count = 0;
    gpu::Buffer vertices, glide_from;
    gpu::Handle<gpu::VertexArrayKind> points, rings;
  };
  gpu::Handle<gpu::ProgramKind> point_program_, ring_program_, number_program_;
  std::vector<Layer> layers_;
  /// Those of entries [begin, end) that can be seen, in order, into `seen_`.
  void find_seen(const gpu::Target& target, const scene::Frame& frame, const scene::MarkDraw& marks,
                 std::uint32_t begin, std::uint32_t end, const gpu::PixelBox& room);
  /// Binds what draws points by a program whose vertex shader is mark.vert; whether they are boxes.
  bool bind_points(GLuint program, const gpu::Target& target, const scene::Frame& frame, const scene::MarkDraw& marks,
                   const gpu::PixelBox& room, gpu::Blend blend) const;
  void set_glide(GLuint program, const scene::Frame& frame) const;
  geo::MapOrigin origin_, glide_origin_;
  bool culls_ = false;
  float largest_point_px_ = 1.0F;
  std::optional<MarkCover> cover_;  ///< of the last find_seen(), for the next
  std::vector<std::uint32_t> seen_;
  gpu::Buffer seen_entries_;
};

}  // namespace spreadmap::render
