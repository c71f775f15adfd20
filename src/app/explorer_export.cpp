// What the explore mode does with the panel that exports.
#include "app/explorer.h"
#include "platform/signals.h"

namespace spreadmap::app {

bool Explorer::carry_out_export(const model::AppCommand& command) {
  const language::Language& language = stage_.language(view_.language);
  if (std::holds_alternative<model::ToggleExport>(command)) {
    const bool opens = !export_desk_.view().is_open || !shows_panels();
    export_desk_.open(opens);
    if (opens) cue_desk_.open(false);
    if (opens) panels_asked_ = true;
  } else if (const auto* set = std::get_if<model::SetExport>(&command)) {
    export_desk_.wish(set->wish);
  } else if (const auto* start = std::get_if<model::StartExport>(&command)) {
    notice_ = {};  // why the last one failed
    if (const auto started = export_desk_.start(start->begin); !started)
      notify_failure(language.text("The export cannot be started: the log says why."), started.error());
    was_asked_to_quit_ = false;
  } else if (std::holds_alternative<model::PauseExport>(command)) {
    export_desk_.pause_or_go_on();
  } else if (std::holds_alternative<model::CancelExport>(command)) {
    export_desk_.cancel();
  } else if (std::holds_alternative<model::CopyExport>(command)) {
    platform::GlWindow::copy(export_desk_.view().command);
    notify({language.text("Copied"), false});
  } else {
    return false;
  }
  return true;
}

void Explorer::look_at_export() {
  const bool was_running = export_desk_.is_running();
  const bool is_new = export_desk_.look(view_, {frame_size(), least_type_scale()});
  if (export_desk_.draw_pictures()) {
    drawn_view_.reset();
    frames_owed_ = std::max(frames_owed_, 1);
  }
  if (is_new) frames_owed_ = std::max(frames_owed_, 1);
  const ui::ExportProgress& progress = export_desk_.view().progress;
  if (!was_running || export_desk_.is_running() || (export_desk_.view().is_open && shows_panels())) return;
  // Who has gone on to look at the map is told.
  const language::Language& language = stage_.language(view_.language);
  if (progress.is_done) notify({language.filled("Saved {}", progress.file), false});
  if (progress.has_failed) {
    const ui::Told why = ui::failure_told(progress, language);
    std::string told = language.filled("{} was not exported. {}", progress.file, why.sentence);
    if (!why.own_words.empty()) told += "\n" + why.own_words;
    notify({told, true});
  }
}

bool Explorer::asks_before_quitting() const {
  // A signal is not asked back.
  return (export_desk_.is_running() || cue_desk_.is_changed()) && !was_asked_to_quit_ && !platform::stop_asked();
}

void Explorer::quit() {
  if (!asks_before_quitting()) {
    wish_ = ModeWish::kQuit;
    return export_desk_.end();
  }
  was_asked_to_quit_ = true;
  const language::Language& language = stage_.language(view_.language);
  std::string told;
  if (export_desk_.is_running()) {
    told = language.text("An export runs. Quit again to stop it: what is done stays, and it can be gone on with.");
  }
  if (cue_desk_.is_changed()) {
    told += told.empty() ? "" : "\n";
    const std::string save = key_hint(keymaps_.explore, "save-cues", language);
    told += save.empty()
                ? language.text("The cues are not saved. Quit again to lose what was changed.")
                : language.filled("The cues are not saved. {} saves them; quit again to lose what was changed.", save);
  }
  notify({told, true});
}

}  // namespace spreadmap::app
