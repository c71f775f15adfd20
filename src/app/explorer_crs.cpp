// What the explore mode does with projections.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/explorer.h"
#include "platform/clock.h"

namespace spreadmap::app {

const scene::PickIndex& Explorer::pick_index() {
  if (!pick_index_ || picked_crs_ != view_.crs) {
    pick_index_.emplace(sheet().geometry);
    picked_crs_ = view_.crs;
  }
  return *pick_index_;
}

void Explorer::change_crs(const std::string& asked) {
  const model::ViewState now = model::arrived(view_);
  const MapSheet& from = stage_.sheet(now);
  const auto above = from.projection.lon_lat_from_map(now.camera.centre);
  const bool is_whole = now.camera == from.fit();
  const std::string crs = stage_.sheets().crs_of(asked, is_whole ? std::nullopt : above);
  const auto brought = stage_.sheets().bring(crs);
  if (!brought) return notify({brought.error().message, true});
  if (!view_.glide) stage_.prepare_glide(view_, crs);
  const scene::PixelRect room = stage_.frame().map_rect;
  const double aspect = static_cast<double>(room.width_px()) / std::max(1.0, static_cast<double>(room.height_px()));
  carry_out(model::ViewCommand(model::SetCrs{crs, same_view(now.camera, from, **brought, aspect)}));
  const auto off = static_cast<long long>(off_the_map(stage_.world(), **brought));
  if (off > 0) {
    const language::Language& language = stage_.language(view_.language);
    notify({language.counted("{} record has no place on this map", "{} records have no place on this map", off,
                             language.number(off)),
            false});
  }
}

std::string Explorer::next_crs() const {
  const auto& offered = ui::offered_crs();
  const std::string shown = model::arrived(view_).crs;
  const auto is_shown = [&shown](const ui::OfferedCrs& crs) { return ui::is_crs(crs.asked, shown); };
  const auto* const at = std::find_if(offered.begin(), offered.end(), is_shown);
  return at == offered.end() || at + 1 == offered.end() ? offered.front().asked : (at + 1)->asked;
}

}  // namespace spreadmap::app
