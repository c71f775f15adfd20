#include "app/glides.h"

#include "base/log.h"
#include "scene/graticule.h"

namespace spreadmap::app {

void Glides::bring(const std::string& from_crs, const std::string& to_crs, const std::vector<scene::AreaInput>& areas) {
  const scene::SheetParts from = sheets_.at(from_crs).parts(), to = sheets_.at(to_crs).parts();
  const Pair pair{from_crs, to_crs};
  if (pair_ != pair) {
    pair_ = pair;
    areas_.clear();
    auto map = scene::build_glide_map(from, to, meshes_);
    if (!map) log_error(map.error().message);
    map_ = map ? *std::move(map) : scene::GlideMap{};
  }
  for (std::size_t layer = 0; layer < areas.size(); ++layer) {
    if (areas[layer].layer == nullptr || areas[layer].geometry == nullptr || areas_.contains(layer)) continue;
    const auto mesh = meshes_.of(areas[layer].layer->table.shapes);
    if (!mesh) log_error(mesh.error().message);
    areas_[layer] = mesh ? scene::glide_mesh(**mesh, from, to) : scene::GlideMesh{};
  }
}

void Glides::upload(const model::ViewState& view, const scene::Frame& frame, const std::vector<scene::AreaInput>& areas,
                    const scene::Graticule* graticule, render::FrameRenderer& renderer) {
  if (!view.glide) {
    if (uploaded_.is_gliding) renderer.end_glide();
    uploaded_ = {};
    return;
  }
  bring(view.glide->from_crs, view.crs, areas);
  if (!uploaded_.is_gliding || uploaded_.pair != pair_) {
    renderer.upload_glide(map_);
    uploaded_ = {pair_, std::vector<bool>(areas.size(), false), 0, true};
  }
  for (const auto& [layer, mesh] : areas_) {
    if (uploaded_.areas[layer]) continue;
    renderer.upload_glide_areas(layer, mesh, map_.from_origin, map_.to_origin);
    uploaded_.areas[layer] = true;
  }
  if (graticule == nullptr || uploaded_.graticule == graticule->key) return;
  const MapSheet &from = sheets_.at(pair_.from_crs), &to = sheets_.at(pair_.to_crs);
  const scene::Graticule before = scene::build_graticule(
      from.projection, from.geometry.origin, scene::graticule_spec(from.projection, frame.glide->from, frame.map_rect));
  renderer.upload_glide_graticules(
      scene::glide_line(before.points, before.lon_lat, before.part_ends, from.parts(), to.parts()),
      scene::glide_line(graticule->points, graticule->lon_lat, graticule->part_ends, to.parts(), from.parts()));
  uploaded_.graticule = graticule->key;
}

}  // namespace spreadmap::app
