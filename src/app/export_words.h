#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "app/world.h"
#include "model/export_wish.h"
#include "model/view_state.h"
#include "scene/frame.h"

namespace spreadmap::app {

/// What an export that is wished for in a window is of.
struct ExportScene {
  const World& world;
  const model::ViewState& seen;   ///< the window's view; no glide is under way
  std::string usual_crs;          ///< of the exhibit
  model::Camera fit;              ///< what shows all of the map in the view's CRS
  std::filesystem::path exhibit;  ///< as it was opened; empty: the built-in one
  std::filesystem::path folder;   ///< of pictures
  std::string program;            ///< what is to be typed to start it
  scene::SizePx window_size;      ///< of the window's picture
  double window_type_scale = 0.72;
};

/// The command line that makes what is wished for. What the view shows is said by options as far as these differ from what the exhibit opens with, so that
/// the command makes the same picture of a window's size.
std::vector<std::string> export_words(const model::ExportWish& wish, const ExportScene& scene);

/// The wish with a name of the kind that is made, and with nothing that the kind does not have.
model::ExportWish tidied(model::ExportWish wish);

/// Where a name lies that somebody typed, as a shell takes it: the whole path. `folder`: of those that name none.
std::filesystem::path file_named(const std::string& name, const std::filesystem::path& folder);
/// Where it is written: the whole path.
std::filesystem::path file_of(const model::ExportWish& wish, const std::filesystem::path& folder);

/// A wish as a panel begins with: a film of all that the window shows, under a name in the folder that nothing has.
model::ExportWish first_wish(const World& world, const std::filesystem::path& folder);

}  // namespace spreadmap::app
