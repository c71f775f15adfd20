#pragma once
#include <vector>

#include "ui/panels.h"

namespace spreadmap::ui {

/// What the sections of the panels draw with: the inputs, the scale and where commands go.
struct PanelContext {
  const PanelInputs& in;
  float scale;
  std::vector<model::Command>& out;
  std::vector<Panels::Rect>& covered;
  float& card_height;  ///< of the card as it was last, in desktop points

  void ask(const model::ViewCommand& command) const { out.emplace_back(command); }
  void ask(const model::AppCommand& command) const { out.emplace_back(command); }
  /// The window that is being laid out takes the pointer where it lies.
  void cover() const;
  /// The control that has just been pressed lays the panels out anew: it stays where it is.
  static void keep_in_place();
  [[nodiscard]] const language::Language& language() const { return in.language; }
  /// What a control does, and behind it in brackets the key that does the same, where there is one.
  [[nodiscard]] std::string with_key(const std::string& text, const std::string& key) const {
    return key.empty() ? text : in.language.filled("{} ({})", text, key);
  }
};

// Sections of the side panel, from its top.
void show_find(const PanelContext& context, PanelState& state, float width);
/// Returns whether something is being looked for: then what was found stands in the place of the other sections.
bool show_found(const PanelContext& context, PanelState& state);
void show_playback(const PanelContext& context, PanelState& state);
void show_layers(const PanelContext& context);
void show_windows(const PanelContext& context, PanelState& state);
void show_order(const PanelContext& context, PanelState& state);
void show_map(const PanelContext& context, PanelState& state);
void show_filters(const PanelContext& context, PanelState& state);
void show_views(const PanelContext& context, PanelState& state);
void show_looks(const PanelContext& context);
/// What opens the panel that exports.
void show_export_door(const PanelContext& context);
/// That panel, in the place of the other sections; returns whether it is open.
bool show_export(const PanelContext& context, PanelState& state);
/// What opens the panel that edits cues.
void show_cues_door(const PanelContext& context);
/// That panel, in the place of the other sections; returns whether it is open.
bool show_cues(const PanelContext& context, PanelState& state);
void show_foot(const PanelContext& context);
/// The height that the foot takes.
float foot_height(const PanelContext& context);

/// A line that unfolds what stands below it, and says at its right whether there is more.
void fold_row(const PanelContext& context, const char* text, float indent_pt, bool& is_open);

/// Whether any filter is on.
bool is_filtered(const model::ViewState& view);

// What lies over the map.
void show_card(const PanelContext& context, const CardView& view);
/// What brings the panels while they are hidden: a round button that a finger hits.
void show_menu_button(const PanelContext& context);
/// `turn`: by how many steps the list is moved down.
void show_keys(const PanelContext& context, int turn);
void show_notice(const PanelContext& context);

}  // namespace spreadmap::ui
