#include "ui/panels.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/lettering.h"
#include "ui/panel_context.h"
#include "ui/widgets.h"

namespace spreadmap::ui {
namespace {

// Room around the sections for rings and for what lights up under the pointer; the scroll bar stands beyond it.
constexpr float kSectionMarginPt = 6.0F;

constexpr float kClosePt = 44.0F;

/// Notes what scrolls, whose last section has just been laid out, and leaves the room below that it asks for: no more than is scrolled to.
void measure(ScrolledPart& part, float margin, std::optional<float> next_scroll) {
  part.top = ImGui::GetWindowPos().y;
  part.bottom = part.top + ImGui::GetWindowHeight();
  part.scroll = ImGui::GetScrollY();
  const float end = ImGui::GetCursorPosY() - ImGui::GetStyle().ItemSpacing.y;
  part.content = end + margin;
  if (part.room_below <= 0.0F) return;
  const float scroll = next_scroll.value_or(part.scroll);
  part.room_below = std::clamp(scroll + part.bottom - part.top - part.content, 0.0F, part.room_below);
  ImGui::SetCursorPosY(end + part.room_below - 1.0F);
  ImGui::Dummy({1.0F, 1.0F});
}

/// The field to find in and the foot stay; what is between it scrolls where the window is too low. Where it would take a good part of a low window it scrolls too.
void show_side_panel(const PanelContext& context, PanelState& state) {
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  const float margin = 18.0F * context.scale;
  const float width = std::min(kPanelRoomPt * context.scale, screen.x - margin) - margin;
  ImGui::SetNextWindowPos({screen.x - width - margin, margin});
  ImGui::SetNextWindowSize({width, screen.y - 2.0F * margin});
  constexpr ImGuiWindowFlags kFixed = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                      ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoMove |
                                      ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoScrollbar;
  if (ImGui::Begin("panel", nullptr, kFixed)) {
    context.cover();
    constexpr float kMostFoot = 0.22F;
    const bool foot_stays = foot_height(context) < kMostFoot * ImGui::GetContentRegionAvail().y;
    const float foot = foot_stays ? foot_height(context) : 0.0F;
    // The scroll bar stands in the margin and has its room even where there is nothing to scroll, so that nothing moves.
    const float bar = ImGui::GetStyle().ScrollbarSize, side = kSectionMarginPt * context.scale;
    const float room = ImGui::GetContentRegionAvail().x;
    // What closes the panel stays in its corner, and so does the field beside it.
    const float close = kClosePt * context.scale;
    const ImVec2 close_at{ImGui::GetCursorPosX() + room - close, ImGui::GetCursorPosY()};
    show_find(context, state, room - close - ImGui::GetStyle().ItemSpacing.x);
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + side);
    ImGui::PushStyleColor(ImGuiCol_ScrollbarGrab,
                          vec4(state.has_overflow ? context.in.theme.bar_ahead : context.in.theme.panel));
    ImGui::SetCursorPos({ImGui::GetCursorPosX() - side, ImGui::GetCursorPosY() - side});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {side, side});
    ImGui::BeginChild("sections", {room + 2.0F * side + bar, -foot}, false,
                      ImGuiWindowFlags_AlwaysVerticalScrollbar | ImGuiWindowFlags_AlwaysUseWindowPadding);
    ImGui::PopStyleVar();
    const auto next_scroll = std::exchange(state.sections.next_scroll, std::nullopt);
    if (next_scroll) ImGui::SetScrollY(*next_scroll);
    focus().scroll(true);
    if (!show_found(context, state) && !show_export(context, state) && !show_cues(context, state)) {
      show_playback(context, state);
      show_layers(context);
      show_order(context, state);
      show_windows(context, state);
      show_filters(context, state);
      show_map(context, state);
      show_views(context, state);
      show_cues_door(context);
      show_export_door(context);
      show_looks(context);
    }
    if (!foot_stays) show_foot(context);
    focus().scroll(false);
    measure(state.sections, side, next_scroll);
    state.has_overflow = ImGui::GetScrollMaxY() > 0.0F;
    fade_cut_edges(context.in.theme.panel, context.scale);
    ImGui::EndChild();
    ImGui::PopStyleColor();
    const ImVec2 below = ImGui::GetCursorPos();
    ImGui::SetCursorPos(close_at);
    if (icon_button("hide panels", Icon::kRemove, context.in.theme, context.scale, close))
      context.ask(model::AppCommand(model::TogglePanels{}));
    ImGui::SetCursorPos(below);
    if (foot_stays) show_foot(context);
  }
  ImGui::End();
}

void set_style(const style::Theme& theme, float scale) {
  ImGuiStyle& style = ImGui::GetStyle();
  style = ImGuiStyle();
  style.WindowPadding = {22.0F, 18.0F};
  style.WindowRounding = 14.0F;
  style.WindowBorderSize = 1.0F;
  style.FrameRounding = 8.0F;
  style.FrameBorderSize = 1.0F;
  style.ItemSpacing = {8.0F, 8.0F};
  style.PopupRounding = 8.0F;
  style.ScrollbarSize = 5.0F;
  style.ScrollbarRounding = 2.5F;
  style.ScaleAllSizes(scale);
  style.Colors[ImGuiCol_ScrollbarBg] = vec4(theme.panel);
  style.Colors[ImGuiCol_ScrollbarGrab] = vec4(theme.bar_ahead);
  style.Colors[ImGuiCol_ScrollbarGrabHovered] = vec4(theme.text_third);
  style.Colors[ImGuiCol_ScrollbarGrabActive] = vec4(theme.text_second);
  style.Colors[ImGuiCol_WindowBg] = vec4(theme.panel);
  style.Colors[ImGuiCol_PopupBg] = vec4(theme.card);
  style.Colors[ImGuiCol_Border] = vec4(theme.panel_line);
  style.Colors[ImGuiCol_Text] = vec4(theme.text);
}

}  // namespace

Panels::Panels(std::filesystem::path fonts) : fonts_(std::move(fonts)) {
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;  // Nothing is written beside the user's files.
}

bool Panels::dress(const style::Theme& theme, float scale) {
  const bool is_other_scale = scale != scale_;
  ImGui::GetIO().KeyMap[ImGuiKey_Tab] = -1;  // ours: see Focus
  const bool needs_fonts = is_other_scale || carried_.letters.lacks_some();
  if (!needs_fonts && theme_ == &theme) return false;
  // By undo, say: what the keyboard is on stays in sight.
  const Focus::Control* const focused = carried_.focus.focused();
  if (is_other_scale && focused != nullptr && focused->scrolls && !carried_.hold.is_settling())
    carried_.hold.take(*focused, std::nullopt, false);
  set_style(theme, scale);
  if (needs_fonts) carried_.letters.load(fonts_, scale);
  const bool had_fonts = scale_ > 0.0F;
  scale_ = scale;
  theme_ = &theme;
  return needs_fonts && had_fonts;
}

Panels::~Panels() { ImGui::DestroyContext(); }

void fold_row(const PanelContext& context, const char* text, float indent_pt, bool& is_open) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float right = at.x + ImGui::GetContentRegionAvail().x;
  const char* const more = context.language().text(is_open ? language::noted("Less") : language::noted("More"));
  const float more_width = size_of(more).x;
  if (link(text, indent_pt * context.scale, context.in.theme, context.scale, more_width + 8.0F * context.scale))
    is_open = !is_open;
  write_at(*ImGui::GetWindowDrawList(), {right - more_width, at.y + 4.0F * context.scale},
           packed(context.in.theme.link), more);
}

void PanelContext::keep_in_place() {
  Carried& carried = *static_cast<Carried*>(ImGui::GetIO().UserData);
  const Focus& focus = carried.focus;
  carried.hold.take(focus.last(), focus.last_place(), focus.was_pressed_by_hand());
}

void PanelContext::cover() const {
  const ImVec2 at = ImGui::GetWindowPos(), size = ImGui::GetWindowSize();
  covered.push_back({at.x, at.y, at.x + size.x, at.y + size.y});
}

std::vector<model::Command> Panels::show(const PanelInputs& inputs) {
  std::vector<model::Command> commands;
  covered_.clear();
  ImGui::GetIO().UserData = &carried_;
  if (is_typing() && !keys_.empty()) ImGui::SetWindowFocus(nullptr);  // Tab leaves a field
  carried_.focus.begin(keys_);
  keys_.clear();
  const PanelContext context{inputs, scale_, commands, covered_, card_height_};
  if (inputs.panels_open) {
    show_side_panel(context, state_);
  } else {
    show_menu_button(context);
    carried_.hold.let_go();
    for (FieldState* field : state_.fields()) field->is_typing = field->wants_keyboard = false;
  }
  carried_.focus.on_card(true);
  if (inputs.card != nullptr) show_card(context, *inputs.card);
  carried_.focus.on_card(false);
  if (inputs.keys_open) show_keys(context, std::exchange(state_.keys_turn, 0));
  if (!inputs.notice.text.empty()) show_notice(context);
  state_.key.clear();
  carried_.focus.end();
  is_unsettled_ = inputs.panels_open && carried_.hold.settle(controls(), state_.sections, scale_);
  return commands;
}

bool Panels::takes(const std::string& chord) {
  // Of two quick presses, which come as one repeated, the first leaves the field or the ring, and the second finds neither.
  const bool leaves = state_.key == "Escape" || std::find(keys_.begin(), keys_.end(), "Escape") != keys_.end();
  return !leaves && (is_typing() || (carried_.focus.is_on() && Focus::takes(chord)));
}

void Panels::take_key(const std::string& chord) {
  if (is_typing() && chord != "Tab" && chord != "Shift+Tab") {
    state_.key = chord;
  } else {
    keys_.push_back(chord);
  }
}

bool Panels::scroll_keys(const std::string& chord) {
  if (chord != "Up" && chord != "Down") return false;
  state_.keys_turn += chord == "Down" ? 1 : -1;
  return true;
}

bool Panels::is_typing() { return state_.is_typing(); }

bool Panels::covers(float x_pt, float y_pt) const {
  if (carried_.hold.holds(x_pt, y_pt, scale_)) return true;
  return std::any_of(covered_.begin(), covered_.end(), [&](const Rect& rect) {
    return x_pt >= rect.left_pt && x_pt < rect.right_pt && y_pt >= rect.top_pt && y_pt < rect.bottom_pt;
  });
}

}  // namespace spreadmap::ui
