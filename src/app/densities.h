#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/map_sheets.h"
#include "app/world.h"
#include "render/frame_renderer.h"
#include "scene/build_frame.h"

namespace spreadmap::app {

/// What layers of density count, on each sheet on which one was shown, and of the selection that is shown. Made when first shown.
class Densities {
 public:
  /// World and sheets outlive it.
  Densities(const World& world, const MapSheets& sheets);

  /// Makes what the view shows and is not there; uploads nothing.
  void bring(const model::ViewState& view, const model::Selection& selection);
  /// Of the view that was brought last.
  [[nodiscard]] const std::vector<scene::DensityInput>& inputs() const { return inputs_; }
  /// Gives the renderer what it lacks of the view that was brought last.
  void upload(const model::ViewState& view, render::FrameRenderer& renderer);
  /// The renderer is another one: it has nothing.
  void forget_uploads();

 private:
  struct Layer {
    std::map<std::string, std::unique_ptr<const scene::DensityPeaks>> by_crs;
    scene::DensityPoints points;
    std::string crs;                         ///< of the sheet that the points lie on
    std::optional<std::uint64_t> selection;  ///< its key
    bool is_uploaded = false;
    std::string uploaded_glide_crs;
  };
  const scene::DensityPeaks& peaks(Layer& layer, std::size_t counted, const std::string& crs);
  void bring_layer(std::size_t layer, const model::ViewState& view, const model::Selection& selection);
  const World& world_;
  const MapSheets& sheets_;
  std::vector<Layer> layers_;  ///< by layer of the exhibit
  std::vector<scene::DensityInput> inputs_;
};

}  // namespace spreadmap::app
