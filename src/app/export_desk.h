#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/export_job.h"
#include "app/export_kinds.h"
#include "app/export_previews.h"
#include "app/export_words.h"
#include "app/options.h"

namespace spreadmap::app {

/// What stands behind the panel that exports: what is wished for, the command line that makes it, small pictures of it, and the export that runs.
class ExportDesk {
 public:
  /// All outlive it.
  ExportDesk(Stage& stage, const ExploreOptions& options, const Places& places);

  /// The window's picture: how large it is and how large its type is.
  struct WindowPicture {
    scene::SizePx size;
    double type_scale = 0.72;
  };

  /// The cues as they are edited.
  struct Cues {
    bool are_there = false;
    bool are_unsaved = false;    ///< a film of them would be of others: it is made of the file
    std::filesystem::path file;  ///< which they are saved in; empty: the exhibit's own
  };
  void take_cues(Cues cues);
  void open(bool is_open);
  void wish(const model::ExportWish& wish);
  /// Errors: it cannot be started. Where something of that name has come meanwhile it is asked for first.
  Result<void> start(model::ExportBegin begin);
  void pause_or_go_on() { job_.pause_or_go_on(); }
  void cancel() { job_.cancel(); }
  /// Stops what runs, and waits for that.
  void end() { job_.end(); }
  [[nodiscard]] bool is_running() const { return job_.is_running(); }

  /// Brings the panel up to date with the window's view and with the export; returns whether it shows anything else than before.
  bool look(const model::ViewState& view, const WindowPicture& window);
  /// Draws the small pictures with the window's stage where they are due; returns whether it did, and the window's picture has to be drawn again.
  bool draw_pictures();
  /// The context that they were in is lost: they are due again.
  void drop_pictures();
  /// How long it may rest until it is to be looked at again; nullopt: until something happens.
  [[nodiscard]] std::optional<double> timeout_s() const;

  [[nodiscard]] const ui::ExportView& view() const { return view_; }

 private:
  void write_command(const model::ViewState& seen, const WindowPicture& window);
  void use_parsed();
  void look_for_file();
  void forget_failure();

  Stage& stage_;
  const ExploreOptions& options_;
  const Places& places_;
  std::string program_;  ///< what is typed to start the program
  ui::ExportView view_;
  Cues cues_;
  ExportKinds kinds_;
  ExportJob job_;
  ExportPreviews previews_;
  std::vector<std::string> words_;
  std::optional<ExportOptions> parsed_;   ///< nullopt: the words are wrong
  std::optional<model::ViewState> seen_;  ///< what the words are of; nullopt: they have to be written anew
  WindowPicture window_;
  std::optional<double> pictures_due_s_;  ///< when; nullopt: they are as they have to be
};

}  // namespace spreadmap::app
