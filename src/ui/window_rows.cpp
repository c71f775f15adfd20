// For how long the records of each layer are there: for good, or for some days.
#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <array>

#include "ui/lettering.h"
#include "ui/panel_context.h"
#include "ui/widgets.h"

namespace spreadmap::ui {
namespace {

std::string stay(const PanelContext& context, int days) {
  const language::Language& language = context.language();
  return days == 0 ? language.text("for good") : language.counted("{} day", "{} days", days, language.number(days));
}

void show_window_of(const PanelContext& context, std::size_t layer) {
  const auto& spec = context.in.exhibit.layers[layer];
  const int now = context.in.view.layers[layer].window_days;
  ImGui::PushStyleColor(ImGuiCol_Text, vec4(context.in.theme.text_second));
  write(context.language().filled("{}: {}", spec.label.in(context.in.view.language), stay(context, now)));
  ImGui::PopStyleColor();
  constexpr std::array kDays{0, 14, 30, 90, 365};
  const float gap = ImGui::GetStyle().ItemSpacing.x;
  const float width = (ImGui::GetContentRegionAvail().x - gap * (kDays.size() - 1)) / kDays.size();
  ImGui::PushID(spec.id.c_str());
  for (const int days : kDays) {
    if (days != kDays.front()) ImGui::SameLine();
    const std::string shown = days == 0 ? context.language().text("All") : context.language().number(days);
    const std::string label = fmt::format("{}##{}/{}", shown, spec.id, days);
    if (pill(label.c_str(), days == now, context.in.theme, context.scale, width)) {
      context.ask(model::SetWindow{layer, days});
    }
  }
  ImGui::PopID();
}

}  // namespace

void show_windows(const PanelContext& context, PanelState& state) {
  const auto& layers = context.in.view.layers;
  const auto windowed =
      std::find_if(layers.begin(), layers.end(), [](const auto& layer) { return layer.window_days > 0; });
  const bool is_any = windowed != layers.end();
  const language::Language& language = context.language();
  const char* const text =
      is_any ? language.text("Some records stay for days only") : language.text("Records stay for good");
  fold_row(context, text, 22.0F, state.shows_windows);
  if (!state.shows_windows) return;
  ImGui::Dummy({0.0F, 2.0F * context.scale});
  // The topmost layer first, as in the list of layers.
  const auto& order = context.in.view.layer_order;
  std::for_each(order.rbegin(), order.rend(), [&](std::size_t layer) {
    if (layers[layer].visible && has_records(context.in.exhibit.layers[layer].kind)) show_window_of(context, layer);
  });
}

}  // namespace spreadmap::ui
