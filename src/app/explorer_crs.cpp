// What the explore mode does with projections.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "app/explorer.h"
#include "geo/choose_crs.h"
#include "platform/clock.h"

namespace spreadmap::app {

const scene::PickIndex& Explorer::pick_index() {
  if (!pick_index_ || picked_crs_ != view_.crs) {
    pick_index_.emplace(sheet().geometry);
    picked_crs_ = view_.crs;
  }
  return *pick_index_;
}

std::string Explorer::words_of(const SheetError& error, const std::string& asked) const {
  const language::Language& language = stage_.language(view_.language);
  switch (error.fault) {
    case SheetFault::kNoRecord:
      return language.filled("Not one record lies on the map “{}”.", asked);
    case SheetFault::kNoBaseMap:
      return language.text("That map's land cannot be read: the log says why.");
    case SheetFault::kUnknownCrs:
      break;
  }
  return language.filled("No map is known as “{}”. A code such as EPSG:3035 is.", asked);
}

void Explorer::change_crs(const std::string& asked) {
  const model::ViewState now = model::arrived(view_);
  const MapSheet& from = stage_.sheet(now);
  const auto above = from.projection.lon_lat_from_map(now.camera.centre);
  const bool is_whole = now.camera == from.fit();
  const std::string crs = stage_.sheets().crs_of(asked, is_whole ? std::nullopt : above);
  const auto brought = stage_.sheets().bring(crs);
  if (!brought) return notify_failure(words_of(brought.error(), asked), brought.error());
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
  const std::string shown = model::arrived(view_).crs;
  std::vector<std::string> round;
  std::optional<std::size_t> at;
  bool offers_automatic = false;
  for (const ui::OfferedCrs& crs : ui::offered_crs()) {
    if (ui::is_crs(crs.asked, shown)) at = round.size();
    offers_automatic = offers_automatic || ui::is_crs(crs.asked, automatic_crs_);
    round.emplace_back(crs.asked);
  }
  // The one that is made for the records comes last, where it is none of these.
  if (!offers_automatic) {
    if (shown == automatic_crs_) at = round.size();
    round.emplace_back(geo::kAutoCrs);
  }
  return round[at ? (*at + 1) % round.size() : 0];
}

}  // namespace spreadmap::app
