#pragma once
#include <memory>
#include <string>
#include <vector>

#include "model/view_state.h"

namespace spreadmap::model {

/// A view that somebody wants to come back to.
struct SavedView {
  std::string name;
  ViewState view;
};

/// All that are saved, in the order of the panel. The list of a moment never changes, so that the history shares it.
using SavedList = std::shared_ptr<const std::vector<SavedView>>;

}  // namespace spreadmap::model
