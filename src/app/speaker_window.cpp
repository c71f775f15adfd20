#include "app/speaker_window.h"

#include <algorithm>

#include "app/cue_stops.h"
#include "app/presenter.h"
#include "render/transforms.h"
#include "scene/layout.h"

namespace spreadmap::app {
Result<SpeakerWindow> SpeakerWindow::open(Stage& stage, int display) {
  auto window = platform::GlWindow::create_beside(
      stage.window(), {.title = "Spreadmap: notes", .width_pt = 1280, .height_pt = 720, .display = display});
  if (!window) return tl::unexpected(window.error());
  return SpeakerWindow(std::move(*window));
}

void SpeakerWindow::draw_cue(Stage& stage, const model::CueTrack& track, const model::ViewState& opening,
                             std::size_t cue, scene::SizePx wall_size) {
  // Larger than any place for it, so that it is only ever made smaller.
  constexpr double kLongest_px = 960.0;
  const auto [size, share] = shrunk(wall_size, kLongest_px);
  stage.draw_into(pictures_[cue], view_at(opening, track.rest(cue)), size, scene::px_per_pt_of(wall_size, 0.0) * share);
}

void SpeakerWindow::show(Stage& stage, const scene::SpeakerFacts& facts, const model::CueTrack& track,
                         const model::ViewState& opening, const gpu::Target& wall, bool has_wall_changed,
                         bool is_wall_at_rest) {
  const scene::SizePx size = picture_size(window_);
  const scene::SizePx wall_size{wall.width_px(), wall.height_px()};
  const std::size_t next = facts.cue + 1;
  bool has_drawn = false;
  // Whoever goes on sees at once what comes after that.
  for (std::size_t cue = next; is_wall_at_rest && cue < std::min(next + 2, track.stops().size()); ++cue) {
    if (pictures_.contains(cue)) continue;
    draw_cue(stage, track, opening, cue, wall_size);
    has_drawn = true;
  }
  const Shown shown{facts.cue, static_cast<long long>(facts.elapsed_s), facts.clock, facts.typed, facts.is_wall_covered,
                    size};
  if (!has_wall_changed && !has_drawn && shown_ == shown) return;
  shown_ = shown;
  if (target_.width_px() != size.width_px || target_.height_px() != size.height_px)
    target_ = gpu::Target("speaker", size.width_px, size.height_px);
  const exhibit::Exhibit& exhibit = stage.world().shown_in(opening.looks.theme);
  scene::build_speaker_frame(exhibit, exhibit::theme_of(stage.world().exhibit, opening.looks.theme), stage.fonts(),
                             stage.language(opening.language), facts, wall_size, size, frame_);
  stage.renderer().draw(target_, frame_.frame, stage.fonts(), nullptr, render::Pass::kFurniture);
  wall.scale_to(target_, render::cut(frame_.now, target_));
  if (const auto picture = pictures_.find(next); frame_.next && picture != pictures_.end())
    picture->second.scale_to(target_, render::cut(*frame_.next, target_));
  window_.make_current();
  target_.present({0, 0, size.width_px, size.height_px}, size.height_px, {});
  window_.show();
  stage.window().make_current();
}

}  // namespace spreadmap::app
