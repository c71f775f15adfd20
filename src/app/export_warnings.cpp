#include "app/export_warnings.h"

#include <algorithm>

#include "app/cue_stops.h"

namespace spreadmap::app {
namespace {

/// "--kinds and --text "sheriff"": what a view is filtered by, as a command asks for it; empty: by nothing.
std::string filtered_by(const model::ViewState& view) {
  const model::Filter& filter = view.filter;
  std::vector<std::string> parts;
  if (!filter.regions.empty()) parts.emplace_back("regions");
  const auto chooses_kinds = [](const model::LayerView& layer) { return !layer.kinds.empty(); };
  if (std::ranges::any_of(view.layers, chooses_kinds)) parts.emplace_back("kinds");
  if (filter.days) parts.emplace_back("days");
  if (filter.amount_usd) parts.emplace_back("amounts");
  if (!filter.precisions.empty()) parts.emplace_back("precisions");
  if (!filter.text.empty()) parts.push_back(fmt::format("the text \"{}\"", filter.text));
  return fmt::format("{}", fmt::join(parts, ", "));
}

bool shows_nothing(Stage& stage, const model::ViewState& view) {
  const World& world = stage.world();
  const model::Selection& selection = stage.select(view);
  bool shows_records = false;
  for (std::size_t layer = 0; layer < world.exhibit.layers.size(); ++layer) {
    if (!exhibit::has_records(world.exhibit.layers[layer].kind) || !world.story->shows_records_of(view, layer))
      continue;
    if (selection.layer(layer).entry_count() > 0) return false;
    shows_records = true;
  }
  return shows_records;
}

/// `where`: "cue 3: ", or nothing.
void warn_of(Stage& stage, const model::ViewState& view, const std::string& where, Progress& progress) {
  const std::string filter = filtered_by(view);
  if (filter.empty() || !shows_nothing(stage, view)) return;
  progress.warn(fmt::format("{}no record is left by the filter ({}), so the map is empty; look at how it is written",
                            where, filter));
}

}  // namespace

void warn_of_nothing_left(Stage& stage, const model::ViewState& view, Progress& progress) {
  warn_of(stage, view, {}, progress);
}

void warn_of_nothing_left(Stage& stage, const FilmPlan& plan, Progress& progress) {
  if (plan.cues() == nullptr) return warn_of(stage, plan.opening(), {}, progress);
  const std::vector<exhibit::CueSpec>& cues = stage.world().exhibit.cues;
  for (std::size_t i = 0; i < plan.cues()->stops().size(); ++i) {
    if (plan.cues()->stops()[i].is_card) continue;
    const model::ViewState view = view_at(plan.opening(), plan.cues()->rest(i));
    const std::string& id = cues[i].id;
    warn_of(stage, view, fmt::format("cue {}: ", id.empty() ? std::to_string(i + 1) : fmt::format("'{}'", id)),
            progress);
  }
}

Result<void> warn_of_sound(media::FilmModule& module, const ExportOptions& options, const FilmPlan& plan,
                           Progress& progress) {
  if (options.soundtrack.empty()) return {};
  const auto misfit = media::misfit_of_sound(module, options.soundtrack, plan.second_of(plan.frame_count()));
  if (!misfit) return tl::unexpected(misfit.error());
  if (!misfit->empty()) progress.warn(*misfit);
  return {};
}

}  // namespace spreadmap::app
