#include "app/densities.h"

#include <algorithm>

namespace spreadmap::app {

Densities::Densities(const World& world, const MapSheets& sheets)
    : world_(world), sheets_(sheets), layers_(world.exhibit.layers.size()), inputs_(layers_.size()) {}

const scene::DensityPeaks& Densities::peaks(Layer& layer, std::size_t counted, const std::string& crs) {
  auto& found = layer.by_crs[crs];
  if (found == nullptr) {
    const MapSheet& sheet = sheets_.at(crs);
    found = std::make_unique<const scene::DensityPeaks>(scene::density_places(
        sheet.geometry.marks[counted], world_.tables.layers[counted].lon_lat, sheet.projection, sheet.geometry.origin));
  }
  return *found;
}

void Densities::bring(const model::ViewState& view, const model::Selection& selection) {
  for (std::size_t layer = 0; layer < layers_.size(); ++layer) {
    inputs_[layer] = {};
    const bool is_density = world_.exhibit.layers[layer].kind == exhibit::LayerKind::kDensity;
    if (is_density && view.layers[layer].visible) bring_layer(layer, view, selection);
  }
}

void Densities::bring_layer(std::size_t layer, const model::ViewState& view, const model::Selection& selection) {
  Layer& brought = layers_[layer];
  const std::size_t counted = *world_.exhibit.layer_index(world_.exhibit.layers[layer].counts);
  const scene::DensityPeaks& here = peaks(brought, counted, view.crs);
  if (brought.crs != view.crs || brought.selection != selection.key()) {
    brought.points = scene::density_points(world_.story->rows(counted), selection.layer(counted), here.places());
    brought.crs = view.crs;
    brought.selection = selection.key();
    brought.is_uploaded = false;
  }
  inputs_[layer] = {&brought.points, &here, selection.layer(counted).window_days(),
                    view.glide ? &peaks(brought, counted, view.glide->from_crs) : nullptr};
}

void Densities::upload(const model::ViewState& view, render::FrameRenderer& renderer) {
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    if (inputs_[i].points == nullptr) continue;
    Layer& layer = layers_[i];
    if (!layer.is_uploaded) {
      renderer.upload_density(i, layer.points.points, sheets_.at(layer.crs).geometry.origin);
      layer.is_uploaded = true;
      layer.uploaded_glide_crs.clear();
    }
    if (!view.glide) {
      layer.uploaded_glide_crs.clear();
    } else if (layer.uploaded_glide_crs != view.glide->from_crs) {
      const auto& places = layer.by_crs.at(view.glide->from_crs)->places();
      std::vector<scene::DensityPlace> before;
      before.reserve(layer.points.rows.size());
      for (const std::uint32_t row : layer.points.rows) before.push_back(places[row]);
      renderer.upload_density_glide(i, before, sheets_.at(view.glide->from_crs).geometry.origin);
      layer.uploaded_glide_crs = view.glide->from_crs;
    }
  }
}

void Densities::forget_uploads() {
  for (Layer& layer : layers_) layer.is_uploaded = false;
}

}  // namespace spreadmap::app
