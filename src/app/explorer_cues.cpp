// What the explore mode does with the exhibit's cues: goes to them, and edits them.
#include <algorithm>

#include "app/cue_seen.h"
#include "app/cue_stops.h"
#include "app/explorer.h"
#include "base/log.h"
#include "platform/clock.h"

namespace spreadmap::app {
namespace {

// While somebody types, nothing is computed anew.
constexpr double kTrackPause_s = 0.3;

}  // namespace

bool Explorer::CuePicture::operator==(const CuePicture& other) const {
  return cues == other.cues && size == other.size && px_per_pt == other.px_per_pt && crs == other.crs &&
         language == other.language && text_scale == other.text_scale;
}

Explorer::CuePicture Explorer::cue_picture() const {
  const scene::SizePx size = frame_size();
  return {cue_desk_.list(), size, px_per_pt(size), model::arrived(view_).crs, view_.language, view_.looks.text_scale};
}

Result<model::ViewState> Explorer::cue_opening() {
  auto opening = stage_.opening_view(options_.common);
  if (!opening) return opening;
  opening->crs = model::arrived(view_).crs;
  opening->language = view_.language;
  opening->looks = view_.looks;
  opening->furniture = view_.furniture;
  return opening;
}

bool Explorer::bring_cue_track() {
  CuePicture picture = cue_picture();
  if (cues_shown_ == picture) return cue_track_.has_value();
  cue_track_due_s_.reset();
  cue_track_.reset();
  cues_shown_ = picture;
  if (picture.cues->cues.empty()) return false;
  const auto opening = cue_opening();
  if (!opening) return false;
  auto track = cue_track_of(stage_, places_, {.size = picture.size, .px_per_pt = picture.px_per_pt}, *opening);
  // The stage has looked at other views.
  stage_.select(view_);
  drawn_view_.reset();
  frames_owed_ = std::max(frames_owed_, 1);
  if (!track) {
    cue_desk_.know_lengths({});
    cue_desk_.know_fault(track.error().message);
    return false;
  }
  cue_track_ = std::move(*track);
  std::vector<double> lengths_s;
  for (const model::CueStop& stop : cue_track_->stops())
    lengths_s.push_back(stop.travel_s + stop.play_s + stop.dwell_s);
  cue_desk_.know_lengths(std::move(lengths_s));
  return true;
}

void Explorer::look_at_cues() {
  if (!cue_desk_.view().is_open || cues_shown_ == cue_picture()) return;
  const double now_s = platform::now_s();
  if (!cue_track_due_s_) cue_track_due_s_ = now_s + (cues_shown_ ? kTrackPause_s : 0.0);
  if (now_s >= *cue_track_due_s_) bring_cue_track();
}

void Explorer::put_cues(model::CueListHeld list) {
  cue_desk_.put(std::move(list));
  stage_.set_cues(cue_desk_.list()->specs());
  was_asked_to_quit_ = false;
  cue_track_due_s_.reset();
  tell_export_of_cues();
}

void Explorer::tell_export_of_cues() {
  export_desk_.take_cues({!cue_desk_.list()->cues.empty(), cue_desk_.is_changed(),
                          cue_desk_.view().needs_name ? std::filesystem::path() : cue_desk_.file()});
}

void Explorer::edit_cues(const model::CueCommand& command) {
  model::CueList after = model::applied(*cue_desk_.list(), command);
  if (after == *cue_desk_.list()) return;
  history_.add_edit(moment(), command, platform::now_s());
  if (const auto* remove = std::get_if<model::RemoveCue>(&command)) tell_removed(remove->at);
  // What is new is taken up, and what has moved stays so.
  if (const auto* add = std::get_if<model::AddCue>(&command)) {
    take_up_after(std::move(after), add->at);
  } else if (const auto* copy = std::get_if<model::CopyCue>(&command)) {
    take_up_after(std::move(after), copy->at + 1);
  } else {
    put_cues(std::make_shared<const model::CueList>(std::move(after)));
  }
}

void Explorer::tell_removed(std::size_t at) {
  const std::string& title = cue_desk_.list()->cues[at].cue.title.in(view_.language);
  const language::Language& language = stage_.language(view_.language);
  const std::string undo = key_hint(keymaps_.explore, "undo", language);
  std::string told = title.empty() ? language.text("The cue is deleted.") : language.filled("Deleted: {}.", title);
  if (!undo.empty()) {
    told = title.empty() ? language.filled("The cue is deleted. {} brings it back.", undo)
                         : language.filled("Deleted: {}. {} brings it back.", title, undo);
  }
  notify({std::move(told), false});
}

void Explorer::take_up_after(model::CueList after, std::size_t at) {
  put_cues(std::make_shared<const model::CueList>(std::move(after)));
  cue_desk_.take_up(at);
}

void Explorer::go_to_cue(std::size_t at) {
  cue_desk_.take_up(at);
  if (at >= cue_desk_.list()->cues.size()) return;
  if (!bring_cue_track()) {
    notify_failure(stage_.language(view_.language).text("This cue cannot be shown: the log says why."),
                   {cue_desk_.view().fault});
    return;
  }
  const auto opening = cue_opening();
  if (!opening) return;
  model::ViewState there = view_at(*opening, cue_track_->rest(at));
  there.cue.reset();
  carry_out(model::ViewCommand(model::ShowView{std::make_shared<const model::ViewState>(std::move(there))}));
}

std::optional<exhibit::CueSpec> Explorer::cue_of_view() {
  const auto opening = cue_opening();
  if (!opening) return std::nullopt;
  bring_cue_track();
  const scene::SizePx size = frame_size();
  const std::vector<exhibit::CueSpec> cues = cue_desk_.list()->specs();
  exhibit::CueSpec cue = seen_cue(
      stage_, places_,
      {view_, *opening, {.size = size, .px_per_pt = px_per_pt(size)}, cues, cue_track_ ? &*cue_track_ : nullptr});
  stage_.select(view_);
  drawn_view_.reset();
  return cue;
}

void Explorer::wish_for_talk() {
  // What was wrong in the file the talk itself says.
  if (cue_desk_.is_changed() && !bring_cue_track()) {
    const std::string& fault = cue_desk_.view().fault;
    return refuse_talk({fault.empty() ? "there are no cues; add one in the panel that edits them" : fault});
  }
  wish_ = ModeWish::kTalk;
}

bool Explorer::carry_out_cues(const model::AppCommand& command) {
  const auto taken_up = cue_desk_.view().taken_up;
  if (std::holds_alternative<model::ToggleCues>(command)) {
    open_cues(!cue_desk_.view().is_open || !shows_panels());
  } else if (const auto* go = std::get_if<model::GoToCue>(&command)) {
    go_to_cue(go->at);
  } else if (std::holds_alternative<model::AddSeenCue>(command)) {
    const std::size_t at = taken_up ? *taken_up + 1 : cue_desk_.list()->cues.size();
    if (auto cue = cue_of_view()) edit_cues(model::AddCue{at, std::move(*cue)});
  } else if (std::holds_alternative<model::ShowSeenInCue>(command)) {
    if (!taken_up) return true;
    const exhibit::CueSpec& words = cue_desk_.list()->cues[*taken_up].cue;
    if (const auto cue = cue_of_view()) edit_cues(model::SetCue{*taken_up, shown_in_cue(words, *cue)});
  } else if (const auto* save = std::get_if<model::SaveCues>(&command)) {
    tell_saved(cue_desk_.save(save->saving));
  } else if (const auto* save_as = std::get_if<model::SaveCuesAs>(&command)) {
    tell_saved(cue_desk_.save_as(save_as->file));
  } else {
    return false;
  }
  return true;
}

void Explorer::open_cues(bool opens) {
  cue_desk_.open(opens);
  if (!opens) return;
  export_desk_.open(false);
  panels_asked_ = true;
}

void Explorer::tell_saved(bool is_saved) {
  if (!is_saved) {
    // The panel says why, and what can be done.
    if (cue_desk_.view().file_fault == ui::CueFileFault::kNotWritten) log_error(cue_desk_.view().about);
    return open_cues(true);
  }
  was_asked_to_quit_ = false;
  tell_export_of_cues();
  notify({stage_.language(view_.language).filled("Saved {}", cue_desk_.view().file), false});
}

}  // namespace spreadmap::app
