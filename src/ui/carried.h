#pragma once
#include "ui/focus.h"
#include "ui/hold.h"
#include "ui/letters.h"

namespace spreadmap::ui {

/// What ImGui carries, as its user data, from `Panels` to the widgets.
struct Carried {
  Focus focus;
  Hold hold;
  Letters letters;
};

}  // namespace spreadmap::ui
