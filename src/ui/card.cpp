// The card of one record beside its mark.
#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>

#include "ui/lettering.h"
#include "ui/panel_context.h"
#include "ui/symbol_of.h"
#include "ui/widgets.h"

namespace spreadmap::ui {
namespace {

constexpr float kWidthPt = 320.0F;
constexpr float kGapPt = 22.0F;
constexpr float kButtonsPt = 66.0F;  // with the margin below them
// So many neighbours are in sight at once; the half one says that there are more.
constexpr float kNeighboursInSight = 6.5F;

void coloured_text(const std::string& text, Srgb8 colour) {
  ImGui::PushStyleColor(ImGuiCol_Text, vec4(colour));
  write(text);
  ImGui::PopStyleColor();
}

/// `right`: see write_lines.
void coloured_lines(const std::string& text, Srgb8 colour, float right = 0.0F) {
  ImGui::PushStyleColor(ImGuiCol_Text, vec4(colour));
  write_lines(text, right);
  ImGui::PopStyleColor();
}

/// A ring round the mark and a line to the card.
void show_mark(const PanelContext& context, const CardView::Mark& mark, ImVec2 card_min, ImVec2 card_max) {
  ImDrawList& list = *ImGui::GetBackgroundDrawList();
  const ImU32 white = packed(context.in.theme.playhead);
  const float radius = mark.radius_pt + 4.0F * context.scale;
  list.AddCircle({mark.x_pt, mark.y_pt}, radius, white, 48, 2.0F * context.scale);
  const bool is_left = card_max.x < mark.x_pt;
  const float from = is_left ? mark.x_pt - radius : mark.x_pt + radius, to = is_left ? card_max.x : card_min.x;
  if ((is_left && to < from) || (!is_left && to > from)) {
    // Level, as far as the card's side reaches between its corners.
    const float corner = 12.0F * context.scale;
    const float y =
        std::clamp(mark.y_pt, card_min.y + corner, std::max(card_min.y, card_max.y - 2.0F * corner) + corner);
    list.AddLine({from, mark.y_pt}, {to, y}, packed(with_opacity(context.in.theme.playhead, 0.6)),
                 1.0F * context.scale);
  }
}

void show_facts(const PanelContext& context, const scene::RecordCard& card) {
  const float right = ImGui::GetContentRegionMax().x;
  for (const auto& [what, value] : card.facts) {
    coloured_text(what, context.in.theme.text_second);
    const float width = size_of(value).x;
    const float after = ImGui::GetItemRectSize().x + ImGui::GetStyle().ItemSpacing.x + ImGui::GetCursorStartPos().x;
    // A value that does not fit beside its name stands below it.
    if (right - width > after) ImGui::SameLine(right - width);
    coloured_lines(value, what.empty() ? context.in.theme.text_second : context.in.theme.text, right);
  }
}

void show_source(const PanelContext& context, const scene::RecordCard& card) {
  if (card.source.empty() && card.source_url.empty() && card.notes.empty()) return;
  divider(context.in.theme, context.scale);
  if (!card.notes.empty()) coloured_lines(card.notes, context.in.theme.text_second);
  if (!card.source.empty()) coloured_lines(card.source, context.in.theme.text);
  if (!card.source_url.empty()) coloured_lines(card.source_url, context.in.theme.link);
}

/// One record of the same place: its mark and its name. Returns whether it was pressed.
bool neighbour_row(const PanelContext& context, int at, model::RecordRef record) {
  constexpr float kMarkPt = 5.5F, kIndentPt = 18.0F;
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const exhibit::LayerSpec& layer = context.in.exhibit.layers[record.layer];
  draw_symbol(*ImGui::GetWindowDrawList(),
              symbol_of(layer.kind, context.in.story.rows(record.layer), record.row, context.in.view.playhead_d),
              {from.x + kMarkPt * context.scale, from.y + kLinkHeightPt / 2.0F * context.scale}, layer.style.colour,
              context.scale);
  ImGui::PushID(at);
  const auto name = std::string(context.in.tables.layers[record.layer].name[record.row]);
  const bool is_pressed = link(name.c_str(), kIndentPt * context.scale, context.in.theme, context.scale);
  ImGui::PopID();
  return is_pressed;
}

void show_neighbours(const PanelContext& context, const CardView& view) {
  const auto& neighbours = view.card.neighbours;
  if (neighbours.empty()) return;
  divider(context.in.theme, context.scale);
  const language::Language& language = context.language();
  const auto count = static_cast<long long>(neighbours.size());
  coloured_text(
      language.counted("{} more in the same place", "{} more in the same place", count, language.number(count)),
      context.in.theme.text_second);
  const float pitch = kLinkHeightPt * context.scale, all = pitch * static_cast<float>(neighbours.size());
  // The buttons below keep their room where the window is low.
  const float below = view.is_pinned ? kButtonsPt * context.scale : 0.0F;
  const float room = view.room_bottom_pt - 2.0F * kGapPt * context.scale - ImGui::GetCursorPosY() - below;
  const float height = std::min(all, std::clamp(room, 2.0F * pitch, kNeighboursInSight * pitch));
  // The scroll bar stands in the card's margin.
  const float width = ImGui::GetContentRegionAvail().x + ImGui::GetStyle().ScrollbarSize;
  // The list of another record begins at its top.
  const std::string id = fmt::format("neighbours/{}/{}", view.record.layer, view.record.row);
  ImGui::PushStyleColor(ImGuiCol_ScrollbarBg, vec4(context.in.theme.card));
  ImGui::BeginChild(id.c_str(), {width, height}, false,
                    view.is_pinned ? ImGuiWindowFlags_None : ImGuiWindowFlags_NoInputs);
  // Only what is in sight is laid out, and one more at either end, for the keyboard to go on to.
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(neighbours.size()), pitch);
  const int first = static_cast<int>(ImGui::GetScrollY() / pitch) - 1;
  const int last = static_cast<int>((ImGui::GetScrollY() + height) / pitch) + 2;
  clipper.ForceDisplayRangeByIndices(std::max(first, 0), std::min(last, static_cast<int>(neighbours.size())));
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      const model::RecordRef neighbour = neighbours[static_cast<std::size_t>(i)];
      if (neighbour_row(context, i, neighbour)) context.ask(model::Pin{neighbour});
    }
  }
  fade_cut_edges(context.in.theme.card, context.scale);
  ImGui::EndChild();
  ImGui::PopStyleColor();
}

void show_buttons(const PanelContext& context, const CardView& view) {
  ImGui::Dummy({0.0F, 2.0F * context.scale});
  const float gap = ImGui::GetStyle().ItemSpacing.x;
  const float half = (ImGui::GetContentRegionAvail().x - gap) / 2.0F;
  if (pill(context.language().text("Copy"), false, context.in.theme, context.scale, half)) {
    context.ask(view.milestone ? model::AppCommand(model::CopyMilestone{*view.milestone})
                               : model::AppCommand(model::CopyRecord{view.record}));
  }
  ImGui::SameLine();
  if (pill(context.language().text("Close"), false, context.in.theme, context.scale, half)) context.ask(model::Pin{});
}

}  // namespace

void show_card(const PanelContext& context, const CardView& view) {
  // In a small window large type leaves less room around.
  constexpr float kMostGap = 0.03F;
  const float gap = std::min(kGapPt * context.scale, kMostGap * std::min(view.room_right_pt, view.room_bottom_pt));
  const float width = std::min(kWidthPt * context.scale, view.room_right_pt - 2.0F * gap);
  ImVec2 at{view.room_right_pt - width - gap, gap};
  if (view.mark) {
    // Beside the mark, on the side that has room; above or below it where the window's edge is near.
    const bool fits_right = view.mark->x_pt + view.mark->radius_pt + gap + width < view.room_right_pt;
    at.x = fits_right ? view.mark->x_pt + view.mark->radius_pt + gap
                      : std::max(gap, view.mark->x_pt - view.mark->radius_pt - gap - width);
    at.x = std::min(at.x, std::max(gap, view.room_right_pt - gap - width));
    at.y = view.mark->y_pt - 28.0F * context.scale;
    // Where neither side has room, it leaves the mark in sight by standing below it, or above.
    const float reach = view.mark->radius_pt + gap;
    if (at.x - reach < view.mark->x_pt && view.mark->x_pt < at.x + width + reach && !fits_right) {
      const bool fits_below = view.mark->y_pt + reach + context.card_height + gap < view.room_bottom_pt;
      at.y = fits_below ? view.mark->y_pt + reach : view.mark->y_pt - reach - context.card_height;
    }
  }
  // What is too high for the window scrolls.
  constexpr ImGuiWindowFlags kCard = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                     ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoSavedSettings |
                                     ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoFocusOnAppearing;
  ImGui::PushStyleColor(ImGuiCol_WindowBg, vec4(context.in.theme.card));
  ImGui::PushStyleColor(ImGuiCol_Border, vec4(context.in.theme.bar_ahead));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 12.0F * context.scale);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {18.0F * context.scale, 16.0F * context.scale});
  ImGui::SetNextWindowSizeConstraints({width, 0.0F}, {width, view.room_bottom_pt - 2.0F * gap});
  // As high as it was last; a card that was not there yet is put right in the next picture.
  const ImGuiWindowFlags flags = view.is_pinned ? kCard : kCard | ImGuiWindowFlags_NoInputs;
  const float last_height = context.card_height;
  at.y = std::clamp(at.y, gap, std::max(gap, view.room_bottom_pt - gap - last_height));
  ImGui::SetNextWindowPos(at);
  if (ImGui::Begin("card", nullptr, flags)) {
    if (view.is_pinned) context.cover();
    context.card_height = ImGui::GetWindowHeight();
    if (!view.card.preface.empty()) {
      coloured_lines(view.card.preface, context.in.theme.text_second);
      ImGui::Dummy({0.0F, 2.0F * context.scale});
    }
    ImGui::PushFont(ImGui::GetIO().Fonts->Fonts[2]);
    coloured_lines(view.card.title, context.in.theme.text);
    ImGui::PopFont();
    if (!view.card.subtitle.empty()) coloured_lines(view.card.subtitle, context.in.theme.text_second);
    ImGui::Dummy({0.0F, 2.0F * context.scale});
    show_facts(context, view.card);
    show_source(context, view.card);
    show_neighbours(context, view);
    if (view.is_pinned) show_buttons(context, view);
  }
  ImGui::End();
  if (view.mark) show_mark(context, *view.mark, at, {at.x + width, at.y + last_height});
  ImGui::PopStyleVar(2);
  ImGui::PopStyleColor(2);
}

}  // namespace spreadmap::ui
