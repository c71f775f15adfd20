#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "exhibit/exhibit.h"
#include "exhibit/save_cues.h"
#include "model/command.h"
#include "model/cue_list.h"
#include "ui/cue_view.h"

namespace spreadmap::app {

/// What stands behind the panel that edits cues: the list as it is edited, the file that it is saved to, and what became of the last saving.
class CueDesk {
 public:
  /// `file`: which the exhibit was read from; `is_own`: it may be written to. `folder`: where other files are written, where its own folder
  /// cannot be written to.
  CueDesk(const exhibit::Exhibit& exhibit, bool is_own, std::filesystem::path folder);

  [[nodiscard]] const model::CueListHeld& list() const { return view_.list; }
  /// Another list; which cue is taken up stays.
  void put(model::CueListHeld list);
  void open(bool is_open) { view_.is_open = is_open; }
  void take_up(std::optional<std::size_t> at);
  /// What the list's talk is: how long each cue takes, or what is wrong.
  void know_lengths(std::vector<double> lengths_s);
  void know_fault(std::string fault);
  [[nodiscard]] bool is_changed() const { return view_.is_changed; }
  /// Whether it was saved; else the view says why not, and the file is what it was.
  bool save(model::CueSaving saving);
  bool save_as(const std::string& name);
  /// Which the exhibit with these cues is read from, once they are saved.
  [[nodiscard]] const std::filesystem::path& file() const { return file_; }
  [[nodiscard]] const ui::CueView& view() const { return view_; }

 private:
  bool refuse(ui::CueFileFault fault, std::string about);
  /// Of a text of the exhibit's file, which may have been changed by others: which cue each of its cues is.
  [[nodiscard]] std::vector<exhibit::EditedCue> edited(const std::vector<exhibit::CueSpec>& there) const;
  Result<std::string> written(const std::string& text, const std::filesystem::path& target) const;
  bool write(const std::filesystem::path& target, const std::string& text);
  void name_file();

  std::filesystem::path file_, folder_;
  bool is_own_ = false;
  std::string text_;          ///< of the file, as it was read or written last
  model::CueListHeld saved_;  ///< what it holds
  std::optional<std::uint32_t> taken_up_;
  ui::CueView view_;
};

}  // namespace spreadmap::app
