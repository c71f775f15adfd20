// What the explore mode does with single records: the one under the pointer, its card, and going to one that was looked for.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/explorer.h"
#include "app/going.h"

namespace spreadmap::app {

std::optional<model::RecordRef> Explorer::record_under(scene::PixelPoint at) {
  if (is_on_a_panel(at) || scene::hit(stage_.frame(), at) != scene::HitTarget::kMap) return std::nullopt;
  const auto slop_px = static_cast<float>(kTouchSlop_pt * scale() * stage_.window().px_per_desktop_pt());
  const bool is_left = view_.wipe && stage_.frame().wipe_px && at.x_px < *stage_.frame().wipe_px;
  if (is_left) {
    return scene::record_at(stage_.inputs(view_), scene::left_of_wipe(view_), stage_.left_frame(), pick_index(), at,
                            slop_px);
  }
  return scene::record_at(stage_.inputs(view_), view_, stage_.frame(), pick_index(), at, slop_px);
}

ui::CardView Explorer::card_of_milestone(std::uint32_t milestone) {
  const auto dense = static_cast<float>(stage_.window().px_per_desktop_pt());
  ui::CardView card{.record = {},
                    .card = scene::milestone_card(stage_.world().exhibit.timeline.milestones[milestone],
                                                  stage_.inputs(view_).language, view_.language),
                    .milestone = milestone,
                    .is_pinned = view_.pinned_milestone.has_value(),
                    .mark = std::nullopt,
                    .room_right_pt = stage_.frame().map_rect.right_px / dense,
                    .room_bottom_pt = static_cast<float>(frame_size().height_px) / dense};
  for (const scene::MilestoneTarget& target : stage_.frame().milestones) {
    if (target.milestone != milestone) continue;
    card.mark = ui::CardView::Mark{target.line_top.x_px / dense, target.line_top.y_px / dense, 0.0F};
    card.room_bottom_pt = target.line_top.y_px / dense;
    card.room_right_pt = stage_.frame().strip_rect.right_px / dense;
  }
  return card;
}

void Explorer::show_milestone() {
  const auto& milestones = stage_.world().exhibit.timeline.milestones;
  if (milestones.empty()) return;
  const time::Day today = stage_.world().story->axis().day_at(view_.playhead_d);
  std::optional<std::uint32_t> last, first;
  for (std::uint32_t i = 0; i < milestones.size(); ++i) {
    const time::Day day = milestones[i].day.earliest;
    if (!first || day < milestones[*first].day.earliest) first = i;
    if (day <= today && (!last || day >= milestones[*last].day.earliest)) last = i;
  }
  carry_out(model::ViewCommand(model::PinMilestone{last ? last : first}));
}

std::optional<ui::CardView> Explorer::card() {
  if (view_.pinned_milestone) return card_of_milestone(*view_.pinned_milestone);
  if (!view_.pinned && hovered_milestone_) return card_of_milestone(*hovered_milestone_);
  const auto record = view_.pinned ? view_.pinned : hovered_;
  if (!record) return std::nullopt;
  const scene::SceneInputs inputs = stage_.inputs(view_);
  const bool is_area = stage_.world().story->is_ground(record->layer);
  // One that was not read yet has no card; the view may say so after another exhibit's.
  if (is_area && !scene::is_known_area(inputs, *record)) return std::nullopt;
  const auto is_there_on = [&](double at_d) {
    return inputs.selection.layer(record->layer).may_be_there(record->row, at_d);
  };
  const bool is_there = is_area || is_there_on(view_.playhead_d) || (view_.wipe && is_there_on(view_.wipe->left_d));
  // Time, or a filter, may have taken the mark away from under the pointer.
  if (!is_there && !view_.pinned) return std::nullopt;
  const auto dense = static_cast<float>(stage_.window().px_per_desktop_pt());
  ui::CardView card{.record = *record,
                    .card = scene::record_card(inputs, view_, *record),
                    .is_pinned = view_.pinned.has_value(),
                    .mark = std::nullopt,
                    .room_right_pt = stage_.frame().map_rect.right_px / dense,
                    .room_bottom_pt = static_cast<float>(frame_size().height_px) / dense};
  // Gone with the card that it was said above.
  if (told_ && view_.pinned != told_->record) told_.reset();
  if (told_) card.card.preface = told_->text;
  if (!is_area && !inputs.selection.layer(record->layer).entry_of(record->row)) {
    card.card.preface = inputs.language.text("The filter leaves this record out");
  }
  const auto place = scene::mark_place(inputs, stage_.frame(), *record);
  if (is_there && place && stage_.frame().map_rect.contains(place->centre)) {
    card.mark = {place->centre.x_px / dense, place->centre.y_px / dense, place->radius_px / dense};
  }
  return card;
}

void Explorer::go_to_found(std::size_t index) {
  const auto target = finder_.target(index, sheet());
  if (!target) return;
  if (target->record) return go_to_record(*target->record);
  const language::Language& language = stage_.language(view_.language);
  if (!target->point) return notify({language.filled("{} has no place on this map", target->name), true});
  if (!stage_.world().story->counted_layer()) return fly_to(*target->point);
  // Whoever looks for a town wants to know whether something is there: its own record, or the nearest, whenever it began.
  const auto answer = answer_for(stage_, view_, *target->place, target->name);
  if (!answer) {
    carry_out(model::ViewCommand(model::Pin{}));
    notify({language.text("The filter leaves no record that has a place"), false});
    return fly_to(*target->point);
  }
  go_to_record(answer->record);
  if (!answer->preface.empty()) told_ = Told{answer->record, answer->preface};
  fly_to(*target->point, sheet().geometry.marks[answer->record.layer][answer->record.row]);
}

void Explorer::go_to_record(model::RecordRef record) {
  for (const model::ViewCommand& command : to_show(stage_, view_, record)) carry_out(command);
  told_.reset();
  const geo::MapPoint point = sheet().geometry.marks[record.layer][record.row];
  if (std::isfinite(point.x_m)) fly_to(point);
}

void Explorer::fly_to(geo::MapPoint point, std::optional<geo::MapPoint> beside) {
  carry_out(model::ViewCommand(to_place(sheet(), view_, point, beside)));
}

}  // namespace spreadmap::app
