#pragma once
#include <future>
#include <memory>
#include <optional>
#include <vector>

#include "app/places.h"
#include "app/world.h"
#include "base/result.h"
#include "model/area_layer.h"

namespace spreadmap::app {

/// Reads layers of areas when they are first shown: the first picture must not wait for three thousand counties. Works in
/// threads of its own.
class AreaLoader {
 public:
  /// The world outlives it.
  AreaLoader(const World& world, Places places);
  AreaLoader(const AreaLoader&) = delete;
  AreaLoader& operator=(const AreaLoader&) = delete;

  /// Begins to load what the view shows and nobody has asked for yet.
  void want(const model::ViewState& view);
  /// Layers that have come since, to be used from now on. Errors: a source that cannot be read; said once, and not tried again.
  Result<std::vector<std::size_t>> take();
  /// The same, after waiting for all that is on its way.
  Result<std::vector<std::size_t>> wait();
  [[nodiscard]] bool is_loading() const;
  /// nullptr: not there.
  [[nodiscard]] const model::AreaLayer* areas(std::size_t layer) const { return layers_[layer].loaded.get(); }

 private:
  using Loading = std::future<Result<std::unique_ptr<model::AreaLayer>>>;
  struct Layer {
    bool is_asked_for = false;
    Loading loading;
    std::unique_ptr<model::AreaLayer> loaded;
  };
  const World& world_;
  Places places_;              ///< its own: a thread reads it
  std::vector<Layer> layers_;  ///< by layer of the exhibit
};

}  // namespace spreadmap::app
