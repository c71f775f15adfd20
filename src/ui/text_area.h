#pragma once
#include <string>

#include "ui/panel_context.h"
#include "ui/wrapped_text.h"

namespace spreadmap::ui {

/// What an area shows of itself.
struct AreaLook {
  const char* hint = "";     ///< what it is for, while it is empty
  bool is_one_line = false;  ///< of the text: it is broken all the same where it is too long
  int least_lines = 1;
};

/// A field for a text of several lines, as high as they are. `text`: what it says now, which may be another than what was typed: by undo, say.
/// Returns whether a hand has changed it. Undo is the panels', not the field's.
bool text_area(const PanelContext& context, PanelState& state, AreaState& area, const char* id, const AreaLook& look,
               std::string& text);

}  // namespace spreadmap::ui
