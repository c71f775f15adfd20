#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "exhibit/exhibit.h"
#include "model/day_axis.h"
#include "model/saved_view.h"
#include "model/view_state.h"

namespace spreadmap::app {

/// The views that were saved of one exhibit, in a JSON file that holds those of all of them, each under its file's path. Layers are named by their ids and days by their dates,
/// so that a view outlives changes of the exhibit: what it names and the exhibit no longer has is left as it is at first.
class SavedViews {
 public:
  /// Reads what there is; no file is as good as an empty one. `first`: the view that a saved one changes. A file that cannot be read stays as it is: `fault` says why, and nothing is saved.
  SavedViews(std::filesystem::path file, const exhibit::Exhibit& exhibit, const model::DayAxis& axis,
             const model::ViewState& first);
  [[nodiscard]] const std::vector<model::SavedView>& views() const { return *views_; }
  [[nodiscard]] const model::SavedList& list() const { return views_; }
  /// Empty: all is well.
  [[nodiscard]] const std::string& fault() const { return fault_; }
  /// Adds a view, or puts it in the place of one of the same name, and writes the file. Errors: it cannot be written; then nothing has changed.
  Result<void> save(model::SavedView view);
  /// Takes a view out. Errors: as above.
  Result<void> forget(std::size_t index);
  /// All of them anew, as they were at another moment; where they are those that there are, nothing is written. Errors: as above.
  Result<void> put(const model::SavedList& views);

 private:
  Result<void> write(const model::SavedList& views);
  std::filesystem::path file_;
  const exhibit::Exhibit& exhibit_;
  const model::DayAxis& axis_;
  model::SavedList views_;  ///< never null
  std::string fault_;
};

/// $XDG_DATA_HOME/spreadmap/views.json, by the XDG Base Directory Specification; empty where there is no home.
std::filesystem::path saved_views_file();

}  // namespace spreadmap::app
