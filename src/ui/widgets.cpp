#include "ui/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/focus.h"
#include "ui/lettering.h"

namespace spreadmap::ui {
namespace {

/// A pill with a knob, right-aligned in the row that has just been laid out.
void draw_switch(ImDrawList& list, ImVec2 right_centre, bool on, const style::Theme& theme, float scale) {
  const float width = 34.0F * scale, height = 19.0F * scale;
  const ImVec2 top_left{right_centre.x - width, right_centre.y - height / 2.0F};
  list.AddRectFilled(top_left, {right_centre.x, top_left.y + height},
                     packed(on ? theme.partnership : theme.control_active), height / 2.0F);
  const float knob_x = on ? right_centre.x - height / 2.0F : top_left.x + height / 2.0F;
  list.AddCircleFilled({knob_x, right_centre.y}, height / 2.0F - 3.0F * scale, packed(on ? theme.ground : theme.text),
                       24);
}

/// Rows of a list stand on one another.
bool row_pressed(const char* id, ImVec2 from, float height, const style::Theme& theme, float scale) {
  ImGui::SetCursorScreenPos(from);
  const ImVec2 gap = ImGui::GetStyle().ItemSpacing;
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {gap.x, 0.0F});
  const bool pressed = ImGui::InvisibleButton(id, {ImGui::GetContentRegionAvail().x, height});
  ImGui::PopStyleVar();
  return focus().control(id, ImGui::GetID(id), theme, scale) || pressed;
}

/// By the keyboard the stretch of a histogram moves by a bin; where there is none it begins as the first or the last quarter.
Brush turned(const HistogramView& view, int turn) {
  const float bin = 1.0F / static_cast<float>(std::max<std::size_t>(view.counts.size(), 1));
  if (!view.chosen) return turn > 0 ? Brush{0.0F, 0.25F, true} : Brush{0.75F, 1.0F, true};
  const float length = view.chosen->second - view.chosen->first;
  const float from = std::clamp(view.chosen->first + static_cast<float>(turn) * bin, 0.0F, 1.0F - length);
  return Brush{from, from + length, true};
}

}  // namespace

void draw_symbol(ImDrawList& list, Symbol symbol, ImVec2 at, Srgb8 colour, float scale) {
  switch (symbol) {
    case Symbol::kDot:
      list.AddCircleFilled(at, 4.5F * scale, packed(colour), 24);
      break;
    // Rings as wide as those of the legend, within the dot.
    case Symbol::kThickRing:
      list.AddCircle(at, 3.5F * scale, packed(colour), 24, 2.0F * scale);
      break;
    case Symbol::kThinRing:
      list.AddCircle(at, 3.9F * scale, packed(with_opacity(colour, 0.62)), 24, 1.2F * scale);
      break;
    case Symbol::kCircle:
      list.AddCircleFilled(at, 5.5F * scale, packed(with_opacity(colour, 0.25)), 24);
      [[fallthrough]];
    case Symbol::kBareCircle:
      list.AddCircle(at, 5.5F * scale, packed(colour), 24, 1.5F * scale);
      break;
    case Symbol::kDiamond: {
      const float r = 5.5F * scale;
      list.AddQuad({at.x, at.y - r}, {at.x + r, at.y}, {at.x, at.y + r}, {at.x - r, at.y}, packed(colour),
                   1.5F * scale);
      break;
    }
    case Symbol::kArea: {
      const float r = 5.5F * scale;
      list.AddRectFilled({at.x - r, at.y - r}, {at.x, at.y + r}, packed(with_opacity(colour, 0.45)));
      list.AddRectFilled({at.x, at.y - r}, {at.x + r, at.y + r}, packed(colour));
      break;
    }
    case Symbol::kSurface:
      for (const float r : {7.0F, 5.0F, 2.6F}) list.AddCircleFilled(at, r * scale, packed(with_opacity(colour, 0.4)));
      break;
  }
}

ImVec4 vec4(Srgb8 colour) {
  return {static_cast<float>(colour.r) / 255.0F, static_cast<float>(colour.g) / 255.0F,
          static_cast<float>(colour.b) / 255.0F, static_cast<float>(colour.a) / 255.0F};
}

std::string elided_with_tip(const std::string& text, float room) {
  std::string shown = lettered_within(text, room);
  if (ImGui::IsItemHovered() && size_of(text).x > room) ImGui::SetTooltip("%s", lettered(text).c_str());
  return shown;
}

ImU32 packed(Srgb8 colour) { return IM_COL32(colour.r, colour.g, colour.b, colour.a); }

bool layer_row(const char* id, Symbol symbol, Srgb8 colour, const std::string& name, const std::string& figure, bool on,
               const style::Theme& theme, float scale) {
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const float height = 34.0F * scale;
  const float right = from.x + ImGui::GetContentRegionAvail().x;
  const bool pressed = row_pressed(id, from, height, theme, scale);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float middle = from.y + height / 2.0F;
  const float text_y = middle - ImGui::GetFontSize() / 2.0F;
  const Srgb8 ink = on ? theme.text : theme.text_third;
  draw_symbol(list, symbol, {from.x + 6.0F * scale, middle}, on ? colour : theme.text_third, scale);
  const float figure_left = right - 46.0F * scale - size_of(figure).x;
  const float name_left = from.x + kLayerNamePt * scale;
  list.AddText({name_left, text_y}, packed(ink),
               elided_with_tip(name, figure_left - 10.0F * scale - name_left).c_str());
  write_at(list, {figure_left, text_y}, packed(theme.text_second), figure);
  draw_switch(list, {right, middle}, on, theme, scale);
  return pressed;
}

bool switch_row(const char* id, const std::string& text, bool on, float indent_pt, const style::Theme& theme,
                float scale) {
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const float height = 30.0F * scale;
  const float right = from.x + ImGui::GetContentRegionAvail().x;
  const bool pressed = row_pressed(id, from, height, theme, scale);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float middle = from.y + height / 2.0F;
  const float left = from.x + indent_pt * scale;
  list.AddText({left, middle - ImGui::GetFontSize() / 2.0F}, packed(theme.text_second),
               elided_with_tip(text, right - 42.0F * scale - left).c_str());
  draw_switch(list, {right, middle}, on, theme, scale);
  return pressed;
}

bool facet_row(const char* id, const FacetRow& row, Srgb8 colour, const style::Theme& theme, float scale) {
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const float height = 26.0F * scale;
  const float width = ImGui::GetContentRegionAvail().x;
  const bool pressed = row_pressed(id, from, height, theme, scale);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float middle = from.y + height / 2.0F;
  const float text_y = middle - ImGui::GetFontSize() / 2.0F;
  const float bar_left = from.x + kFacetNamePt * scale,
              bar_right = from.x + width - std::max(52.0F * scale, row.count_width + 12.0F * scale);
  const float half = 3.0F * scale;
  if (ImGui::IsItemHovered()) {
    list.AddRectFilled({from.x - 6.0F * scale, from.y}, {from.x + width + 6.0F * scale, from.y + height},
                       packed(theme.control), 6.0F * scale);
  }
  const Srgb8 ink = row.is_dim ? theme.text_third : row.is_chosen ? theme.text : theme.text_second;
  list.AddText({from.x, text_y}, packed(ink), elided_with_tip(row.name, bar_left - 8.0F * scale - from.x).c_str());
  list.AddRectFilled({bar_left, middle - half}, {bar_right, middle + half}, packed(theme.control_active), half);
  if (row.share > 0.0F) {
    const float length = std::max(2.0F * half, row.share * (bar_right - bar_left));
    list.AddRectFilled({bar_left, middle - half}, {bar_left + length, middle + half},
                       packed(row.is_dim ? theme.bar_ahead : colour), half);
  }
  const float count_width = size_of(row.count).x;
  write_at(list, {from.x + width - count_width, text_y}, packed(ink), row.count);
  return pressed;
}

std::optional<Brush> histogram(const char* id, const HistogramView& view, Srgb8 colour, const style::Theme& theme,
                               float scale) {
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x, height = 52.0F * scale;
  ImGui::InvisibleButton(id, {width, height});
  const bool is_held = ImGui::IsItemActive(), is_done = ImGui::IsItemDeactivated();
  const bool clears = focus().control(id, ImGui::GetID(id), theme, scale);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const int most = std::max(1, view.counts.empty() ? 1 : *std::max_element(view.counts.begin(), view.counts.end()));
  const float step = width / static_cast<float>(std::max<std::size_t>(view.counts.size(), 1));
  const float foot = from.y + height;
  for (std::size_t bin = 0; bin < view.counts.size(); ++bin) {
    const float left = from.x + step * static_cast<float>(bin), right = left + step;
    const float share = static_cast<float>(view.counts[bin]) / static_cast<float>(most);
    const float top = foot - std::max(view.counts[bin] > 0 ? 2.0F * scale : 1.0F, share * (height - 2.0F * scale));
    const float middle = (static_cast<float>(bin) + 0.5F) / static_cast<float>(view.counts.size());
    const bool is_left = !view.chosen || view.left[bin] > 0;
    const Srgb8 ink = middle <= view.split ? colour : theme.bar_ahead;
    list.AddRectFilled({left, top}, {right - std::min(2.0F * scale, step * 0.2F), foot},
                       packed(is_left ? ink : with_opacity(ink, 0.3)), 1.5F * scale);
  }
  if (view.chosen) {
    for (const float edge : {view.chosen->first, view.chosen->second}) {
      const float x = from.x + edge * width;
      list.AddRectFilled({x - 1.0F * scale, from.y}, {x + 1.0F * scale, foot}, packed(theme.text), 1.0F * scale);
    }
  }
  if (clears) return Brush{0.0F, 0.0F, true};
  if (const int turn = focus().turn(); turn != 0) return turned(view, turn);
  if (!is_held && !is_done) return std::nullopt;
  const ImGuiIO& io = ImGui::GetIO();
  const auto share_of = [&](float x) { return std::clamp((x - from.x) / width, 0.0F, 1.0F); };
  // Below this a hand only pressed.
  constexpr float kLeastDrag_pt = 4.0F;
  const float began = share_of(io.MouseClickedPos[0].x), now = share_of(io.MousePos.x);
  if (std::abs(io.MouseClickedPos[0].x - io.MousePos.x) < kLeastDrag_pt * scale) return Brush{began, began, is_done};
  return Brush{std::min(began, now), std::max(began, now), is_done};
}

bool link(const char* text, float indent, const style::Theme& theme, float scale, float reserved) {
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const float height = kLinkHeightPt * scale, room = ImGui::GetContentRegionAvail().x - indent - reserved;
  const bool pressed = row_pressed(text, from, height, theme, scale);
  const Srgb8 ink = ImGui::IsItemHovered() ? theme.text : theme.text_second;
  ImGui::GetWindowDrawList()->AddText({from.x + indent, from.y + (height - ImGui::GetFontSize()) / 2.0F}, packed(ink),
                                      elided_with_tip(text, room).c_str());
  return pressed;
}

bool choice_row(const std::string& text, bool is_chosen, const style::Theme& theme, float scale) {
  constexpr float kIndentPt = 14.0F;
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const float indent = kIndentPt * scale, room = std::max(1.0F, ImGui::GetContentRegionAvail().x - indent);
  const float around = kLinkHeightPt * scale - ImGui::GetFontSize();
  const float height = size_of(text, room).y + around;
  const bool pressed = row_pressed(text.c_str(), from, height, theme, scale);
  const bool is_lit = is_chosen || ImGui::IsItemHovered();
  const ImVec2 below = ImGui::GetCursorScreenPos();
  if (is_chosen) {
    ImGui::GetWindowDrawList()->AddCircleFilled({from.x + 4.0F * scale, from.y + kLinkHeightPt * scale / 2.0F},
                                                2.5F * scale, packed(theme.text), 16);
  }
  ImGui::SetCursorScreenPos({from.x + indent, from.y + around / 2.0F});
  ImGui::PushStyleColor(ImGuiCol_Text, vec4(is_lit ? theme.text : theme.text_second));
  write_lines(text);
  ImGui::PopStyleColor();
  ImGui::SetCursorScreenPos(below);
  return pressed;
}

namespace {

void draw_magnifier(ImDrawList& list, ImVec2 middle, const style::Theme& theme, float scale) {
  const float r = 5.0F * scale, diagonal = 0.7071F * r;
  const ImVec2 lens{middle.x - 1.5F * scale, middle.y - 1.5F * scale};
  list.AddCircle(lens, r, packed(theme.text_second), 24, 1.6F * scale);
  list.AddLine({lens.x + diagonal, lens.y + diagonal}, {lens.x + 2.0F * diagonal, lens.y + 2.0F * diagonal},
               packed(theme.text_second), 1.6F * scale);
}

/// A key as it lies on a keyboard, its right edge at `right`.
void draw_key(ImDrawList& list, const char* key, float right, float middle_y, const style::Theme& theme, float scale) {
  const ImVec2 text = size_of(key);
  const float side = std::max(22.0F * scale, text.x + 10.0F * scale), half = 11.0F * scale;
  list.AddRect({right - side, middle_y - half}, {right, middle_y + half}, packed(theme.bar_ahead), 5.0F * scale, 0,
               1.0F * scale);
  write_at(list, {right - (side + text.x) / 2.0F, middle_y - text.y / 2.0F}, packed(theme.text_second), key);
}

}  // namespace

bool text_field(const char* id, const FieldLook& look, std::string& text, const style::Theme& theme, float scale) {
  std::array<char, 1024> buffer{};
  text.copy(buffer.data(), buffer.size() - 1);
  ImGui::PushStyleColor(ImGuiCol_FrameBg, {0.0F, 0.0F, 0.0F, 0.0F});
  ImGui::PushStyleColor(ImGuiCol_TextDisabled, vec4(theme.text_third));
  const float before = (look.is_search ? 36.0F : 12.0F) * scale, after = 12.0F * scale;
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {before, 8.0F * scale});
  // ImGui draws a long text over all of its frame: so the frame is drawn here, and the text within its padding alone. The item ends before the
  // padding at the right, since its cursor goes to its end.
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const float width = look.width > 0.0F ? look.width : ImGui::GetContentRegionAvail().x;
  const ImVec2 to{from.x + width, from.y + ImGui::GetFrameHeight()};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImGuiStyle& style = ImGui::GetStyle();
  list.AddRectFilled(from, to, packed(theme.control), style.FrameRounding);
  if (style.FrameBorderSize > 0.0F)
    list.AddRect(from, to, packed(theme.bar_ahead), style.FrameRounding, 0, style.FrameBorderSize);
  list.PushClipRect({from.x + before - scale, from.y}, {to.x - after + scale, to.y}, true);
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0.0F);
  ImGui::BeginGroup();
  ImGui::SetNextItemWidth(width - after);
  const std::string field = std::string("##") + id;
  const bool changed =
      ImGui::InputTextWithHint(field.c_str(), lettered(look.hint).c_str(), buffer.data(), buffer.size(),
                               look.is_written_over ? ImGuiInputTextFlags_AutoSelectAll : ImGuiInputTextFlags_None);
  const ImGuiID own = ImGui::GetID(field.c_str());
  if (ImGui::IsItemActive()) focus().type_into(own);
  if (ImGui::IsItemDeactivated()) focus().leave_field(own);
  const bool is_pressed_beside = ImGui::IsWindowHovered() && ImGui::IsMouseClicked(ImGuiMouseButton_Left) &&
                                 ImGui::IsMouseHoveringRect({to.x - after, from.y}, to);
  if (focus().control(id, own, theme, scale, after) || is_pressed_beside) ImGui::SetKeyboardFocusHere(-1);
  ImGui::SameLine(0.0F, 0.0F);
  ImGui::Dummy({after, to.y - from.y});
  ImGui::EndGroup();
  ImGui::PopStyleVar();
  list.PopClipRect();
  // What is typed stays in the order in which it is typed: the cursor goes by it.
  letters().see(buffer.data());
  const float middle_y = (from.y + to.y) / 2.0F;
  if (look.is_search) draw_magnifier(list, {from.x + 18.0F * scale, middle_y}, theme, scale);
  const float key_room = width - before - ImGui::CalcTextSize(look.hint).x;
  constexpr float kKeyPt = 38.0F;  // with the gaps beside it
  if (*look.key != '\0' && text.empty() && !ImGui::IsItemActive() && key_room > kKeyPt * scale)
    draw_key(list, look.key, to.x - 10.0F * scale, middle_y, theme, scale);
  ImGui::PopStyleVar();
  ImGui::PopStyleColor(2);
  if (changed) text = buffer.data();
  return changed;
}

void fade_cut_edges(Srgb8 ground, float scale) {
  constexpr float kFadePt = 20.0F;
  const ImVec2 at = ImGui::GetWindowPos(), size = ImGui::GetWindowSize();
  const float scroll = ImGui::GetScrollY(), bottom = at.y + size.y;
  const float right = at.x + size.x - ImGui::GetStyle().ScrollbarSize;
  const ImU32 whole = packed(ground), none = whole & ~IM_COL32_A_MASK;
  ImDrawList& drawn = *ImGui::GetWindowDrawList();
  drawn.PushClipRect(at, {at.x + size.x, bottom});
  // What is only scrolled by a little fades by as little, so that nothing jumps.
  const float above = std::min(scroll, kFadePt * scale);
  if (above > 0.0F) drawn.AddRectFilledMultiColor(at, {right, at.y + above}, whole, whole, none, none);
  const float below = std::min(ImGui::GetScrollMaxY() - scroll, kFadePt * scale);
  if (below > 0.0F) drawn.AddRectFilledMultiColor({at.x, bottom - below}, {right, bottom}, none, none, whole, whole);
  drawn.PopClipRect();
}

void divider(const style::Theme& theme, float scale) {
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x, gap = 4.0F * scale;
  ImGui::GetWindowDrawList()->AddRectFilled({from.x, from.y + gap}, {from.x + width, from.y + gap + scale},
                                            packed(theme.panel_line));
  ImGui::Dummy({width, 2.0F * gap + scale});
}

void heading(const char* text, const style::Theme& theme, float scale) {
  ImGui::Dummy({0.0F, 10.0F * scale});
  ImGui::PushStyleColor(ImGuiCol_Text, vec4(theme.text_third));
  ImGui::PushFont(ImGui::GetIO().Fonts->Fonts[1]);
  write(text);
  ImGui::PopFont();
  ImGui::PopStyleColor();
}

bool pill(const char* label, bool is_active, const style::Theme& theme, float scale, float width) {
  ImGui::PushStyleColor(ImGuiCol_Button, vec4(is_active ? theme.control_active : theme.control));
  ImGui::PushStyleColor(ImGuiCol_ButtonHovered, vec4(is_active ? theme.control_active : theme.control));
  ImGui::PushStyleColor(ImGuiCol_ButtonActive, vec4(theme.bar_ahead));
  ImGui::PushStyleColor(ImGuiCol_Border, vec4(theme.bar_ahead));
  const float room = width - 10.0F * scale;
  const std::string_view all(label);
  const std::string_view shown = all.substr(0, std::min(all.find("##"), all.size()));
  // A word that is a little too long is made smaller; a name that somebody gave is cut.
  constexpr float kLeastShare = 0.75F;
  const bool is_cut = width > 0.0F && size_of(shown).x * kLeastShare > room;
  const std::string text = is_cut ? lettered_within(shown, std::max(room, 0.0F)) : lettered(shown);
  const float needed = ImGui::CalcTextSize(text.c_str()).x;
  // In a window that is hardly wider than its margins nothing can be read; it must not end the program.
  constexpr float kLeastType = 0.1F;
  if (width > 0.0F && needed > room) ImGui::SetWindowFontScale(std::max(room / needed, kLeastType));
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {0.0F, 0.0F});
  // By its label in logical order, whatever is drawn.
  const std::string id = "###" + std::string(label);
  const bool pressed = ImGui::Button((text + id).c_str(), {width, 32.0F * scale});
  ImGui::PopStyleVar();
  if (is_cut && ImGui::IsItemHovered()) ImGui::SetTooltip("%s", lettered(shown).c_str());
  ImGui::SetWindowFontScale(1.0F);
  ImGui::PopStyleColor(4);
  // A pointer, which after a touch stays where the finger was, changes the border alone: the ground tells what is on.
  if (ImGui::IsItemHovered()) {
    ImGui::GetWindowDrawList()->AddRect(ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), packed(theme.text_third),
                                        ImGui::GetStyle().FrameRounding, 0, scale);
  }
  return focus().control(label, ImGui::GetID(id.c_str()), theme, scale) || pressed;
}

std::optional<float> slider(const char* id, float share, Srgb8 colour, const style::Theme& theme, float scale,
                            float width) {
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const float height = 32.0F * scale, radius = 7.0F * scale, middle = from.y + height / 2.0F;
  ImGui::InvisibleButton(id, {width, height});
  const bool is_held = ImGui::IsItemActive();
  focus().control(id, ImGui::GetID(id), theme, scale);
  const float left = from.x + radius, right = from.x + width - radius;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float knob = left + share * (right - left), half = 2.0F * scale;
  list.AddRectFilled({left, middle - half}, {right, middle + half}, packed(theme.control_active), half);
  list.AddRectFilled({left, middle - half}, {knob, middle + half}, packed(colour), half);
  list.AddCircleFilled({knob, middle}, radius, packed(theme.text), 24);
  constexpr float kTurn = 0.05F;
  if (const int turn = focus().turn(); turn != 0)
    return std::clamp(share + static_cast<float>(turn) * kTurn, 0.0F, 1.0F);
  if (!is_held) return std::nullopt;
  return std::clamp((ImGui::GetIO().MousePos.x - left) / (right - left), 0.0F, 1.0F);
}

bool icon_button(const char* id, Icon icon, const style::Theme& theme, float scale, float width) {
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const bool pressed = pill((std::string("##") + id).c_str(), false, theme, scale, width);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 middle{from.x + width / 2.0F, from.y + 16.0F * scale};
  const ImU32 ink = packed(theme.text);
  const float r = 5.0F * scale;
  const auto arrow = [&](float x, float direction) {
    list.AddTriangleFilled({x - direction * r * 0.8F, middle.y - r}, {x + direction * r * 0.9F, middle.y},
                           {x - direction * r * 0.8F, middle.y + r}, ink);
  };
  const auto chevron = [&](float direction) {
    const std::array points{ImVec2{middle.x - direction * r * 0.5F, middle.y - r},
                            ImVec2{middle.x + direction * r * 0.5F, middle.y},
                            ImVec2{middle.x - direction * r * 0.5F, middle.y + r}};
    list.AddPolyline(points.data(), 3, ink, ImDrawFlags_None, 2.0F * scale);
  };
  const auto bar = [&](float x) {
    list.AddRectFilled({x - 1.2F * scale, middle.y - r}, {x + 1.2F * scale, middle.y + r}, ink);
  };
  const auto caret = [&](float direction) {
    const std::array points{ImVec2{middle.x - r, middle.y + direction * r * 0.5F},
                            ImVec2{middle.x, middle.y - direction * r * 0.5F},
                            ImVec2{middle.x + r, middle.y + direction * r * 0.5F}};
    list.AddPolyline(points.data(), 3, ink, ImDrawFlags_None, 2.0F * scale);
  };
  switch (icon) {
    case Icon::kRemove:
      list.AddLine({middle.x - r * 0.8F, middle.y - r * 0.8F}, {middle.x + r * 0.8F, middle.y + r * 0.8F}, ink,
                   2.0F * scale);
      list.AddLine({middle.x - r * 0.8F, middle.y + r * 0.8F}, {middle.x + r * 0.8F, middle.y - r * 0.8F}, ink,
                   2.0F * scale);
      break;
    case Icon::kUp:
      caret(1.0F);
      break;
    case Icon::kDown:
      caret(-1.0F);
      break;
    case Icon::kPrevious:
      bar(middle.x - r), arrow(middle.x + r * 0.4F, -1.0F);
      break;
    case Icon::kBack:
      chevron(-1.0F);
      break;
    case Icon::kPlay:
      arrow(middle.x, 1.0F);
      break;
    case Icon::kPause:
      bar(middle.x - 3.0F * scale), bar(middle.x + 3.0F * scale);
      break;
    case Icon::kOn:
      chevron(1.0F);
      break;
    case Icon::kNext:
      bar(middle.x + r), arrow(middle.x - r * 0.4F, 1.0F);
      break;
  }
  return pressed;
}

}  // namespace spreadmap::ui
