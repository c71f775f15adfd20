// The field to find a record or a place in, and what was found.
#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <utility>

#include "ui/field.h"
#include "ui/lettering.h"
#include "ui/panel_context.h"
#include "ui/symbol_of.h"
#include "ui/widgets.h"

namespace spreadmap::ui {
namespace {

/// One thing that was found, on two lines. `is_next`: Enter goes there from the field; `comes_in_sight`: it has just become so. Returns
/// whether it was pressed.
bool found_row(const PanelContext& context, std::size_t index, bool is_next, bool comes_in_sight) {
  const FoundRow& row = context.in.found[index];
  const style::Theme& theme = context.in.theme;
  const float scale = context.scale, height = 48.0F * scale;
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const std::string id = fmt::format("found/{}", index);
  const bool by_hand = ImGui::InvisibleButton(id.c_str(), {width, height});
  if (comes_in_sight) ImGui::SetScrollHereY(0.5F);
  const bool is_lit = is_next || ImGui::IsItemHovered();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (is_lit) {
    list.AddRectFilled({from.x - 6.0F * scale, from.y}, {from.x + width + 6.0F * scale, from.y + height},
                       packed(theme.control), 8.0F * scale);
  }
  const ImVec2 dot{from.x + 6.0F * scale, from.y + 16.0F * scale};
  if (row.layer) {
    const exhibit::LayerSpec& layer = context.in.exhibit.layers[*row.layer];
    draw_symbol(list, symbol_of(layer.kind), dot, layer.style.colour, scale);
  } else {
    list.AddCircle(dot, 4.0F * scale, packed(theme.text_third), 24, 1.5F * scale);
  }
  const float text_x = from.x + 22.0F * scale;
  const float room = from.x + width - text_x;
  list.AddText({text_x, from.y + 6.0F * scale}, packed(theme.text), elided_with_tip(row.name, room).c_str());
  list.AddText({text_x, from.y + 25.0F * scale}, packed(theme.text_second), lettered_within(row.detail, room).c_str());
  return focus().control(id.c_str(), ImGui::GetID(id.c_str()), theme, scale) || by_hand;
}

void leave_find(const PanelContext& context, PanelState& state) {
  leave_field(state.find);
  context.ask(model::AppCommand(model::Find{}));
}

}  // namespace

void show_find(const PanelContext& context, PanelState& state, float width) {
  const FieldHand hand = show_field(context, state, state.find, "find",
                                    {.hint = context.language().text("Find a record or a place"),
                                     .key = context.in.hints.find.c_str(),
                                     .is_search = true,
                                     .width = width});
  if (hand.changes) {
    state.found_at = 0;
    context.ask(model::AppCommand(model::Find{state.find.text}));
  }
  const auto pressed = [&](std::string_view chord) { return hand.has_keyboard && state.key == chord; };
  if (pressed("Down")) ++state.found_at;
  if (pressed("Up") && state.found_at > 0) --state.found_at;
  state.goes_to_found = hand.enters;
  if (hand.escapes || state.leaves_find) leave_find(context, state);
  state.leaves_find = false;
}

bool show_found(const PanelContext& context, PanelState& state) {
  if (state.find.text.empty()) return false;
  const std::size_t count = context.in.found.size();
  if (count == 0) {
    ImGui::PushStyleColor(ImGuiCol_Text, vec4(context.in.theme.text_second));
    write(context.language().text("Nothing found"));
    ImGui::PopStyleColor();
    return true;
  }
  state.found_at = std::min(state.found_at, count - 1);
  const bool has_moved = std::exchange(state.found_shown, state.found_at) != state.found_at;
  std::optional<std::size_t> chosen;
  if (state.goes_to_found) chosen = state.found_at;
  for (std::size_t i = 0; i < count; ++i) {
    if (found_row(context, i, i == state.found_at, i == state.found_at && has_moved)) chosen = i;
    if (focus().is_here()) state.found_at = i;
  }
  if (chosen) {
    focus().leave();
    context.ask(model::AppCommand(model::GoToFound{*chosen}));
    leave_find(context, state);
  }
  return true;
}

}  // namespace spreadmap::ui
