#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/map_sheets.h"
#include "render/frame_renderer.h"
#include "scene/build_frame.h"
#include "scene/glide_map.h"

namespace spreadmap::app {

/// What glides from one sheet to another, made for the pair of sheets that was asked for last.
class Glides {
 public:
  /// Sheets outlive it.
  explicit Glides(const MapSheets& sheets) : sheets_(sheets) {}

  /// Makes the base map of a glide and the areas that are there, so that its first picture need not.
  void bring(const std::string& from_crs, const std::string& to_crs, const std::vector<scene::AreaInput>& areas);
  /// Gives the renderer what it lacks of the view's glide, or tells it that there is none any more. `frame` is the view's, `graticule` too;
  /// nullptr: none is drawn.
  void upload(const model::ViewState& view, const scene::Frame& frame, const std::vector<scene::AreaInput>& areas,
              const scene::Graticule* graticule, render::FrameRenderer& renderer);
  /// The renderer is another one, or lacks the layers of areas that it had: it has nothing.
  void forget_uploads() { uploaded_ = {}; }

 private:
  struct Pair {
    std::string from_crs, to_crs;
    bool operator==(const Pair&) const = default;
  };
  struct Uploaded {
    Pair pair;
    std::vector<bool> areas;  ///< by layer of the exhibit
    std::uint64_t graticule = 0;
    bool is_gliding = false;
  };
  const MapSheets& sheets_;
  scene::DegreeMeshes meshes_;
  Pair pair_;
  scene::GlideMap map_;
  std::map<std::size_t, scene::GlideMesh> areas_;  ///< by layer of the exhibit
  Uploaded uploaded_;
};

}  // namespace spreadmap::app
