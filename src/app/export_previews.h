#pragma once
#include <array>
#include <optional>
#include <string>

#include "app/options.h"
#include "app/places.h"
#include "app/stage.h"
#include "gpu/small_picture.h"
#include "ui/export_view.h"

namespace spreadmap::app {

/// The first, the middle and the last frame of an export, or its one picture, drawn small by the stage of the window: the views that the export
/// draws, laid out as there.
class ExportPreviews {
 public:
  /// Draws them anew. Errors: what the export itself would say of its options; then there are none.
  Result<void> draw(Stage& stage, const ExportOptions& options, const Places& places);
  void forget() {
    textures_ = {};
    pictures_ = {};
  }
  [[nodiscard]] const std::array<ui::ExportPicture, 3>& pictures() const { return pictures_; }

 private:
  void draw_one(std::size_t index, Stage& stage, const ExportOptions& options, const model::ViewState& view);
  std::array<std::optional<gpu::SmallPicture>, 3> textures_;
  std::array<ui::ExportPicture, 3> pictures_;
};

}  // namespace spreadmap::app
