// The list of layers, and the foot of the panel.
#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>

#include "scene/words.h"
#include "ui/lettering.h"
#include "ui/panel_context.h"
#include "ui/symbol_of.h"
#include "ui/widgets.h"

namespace spreadmap::ui {
namespace {

std::string layer_figure(const PanelContext& context, std::size_t layer) {
  if (!has_records(context.in.exhibit.layers[layer].kind)) return {};
  const auto& index = context.in.selector.selection().layer(layer);
  return scene::count_text(index.count(context.in.view.playhead_d), context.language());
}

}  // namespace

void show_layers(const PanelContext& context) {
  heading(context.language().text("LAYERS"), context.in.theme, context.scale);
  // The topmost layer is named first, as it lies on the map.
  for (auto layer = context.in.view.layer_order.rbegin(); layer != context.in.view.layer_order.rend(); ++layer) {
    const std::size_t i = *layer;
    const auto& spec = context.in.exhibit.layers[i];
    const auto& state = context.in.view.layers[i];
    if (layer_row(spec.id.c_str(), symbol_of(spec.kind), spec.style.colour, spec.label.in(context.in.view.language),
                  layer_figure(context, i), state.visible, context.in.theme, context.scale)) {
      context.ask(model::SetLayerVisible{i, !state.visible});
    }
    if (spec.confidence_hidden.empty() || !state.visible) continue;
    if (switch_row((spec.id + "/low").c_str(), context.language().text("With weak sources"), state.shows_low_confidence,
                   kLayerNamePt, context.in.theme, context.scale)) {
      context.ask(model::SetLowConfidenceShown{i, !state.shows_low_confidence});
    }
  }
}

namespace {

/// "179 not known to the day, no row set aside"
std::string quality_text(const PanelContext& context) {
  std::size_t imprecise = 0;
  for (const auto& table : context.in.tables.layers) {
    for (const auto& day : table.first_day) imprecise += day.is_exact() ? 0U : 1U;
  }
  const std::size_t refused = context.in.tables.problems.size();
  const language::Language& language = context.language();
  const auto rows = static_cast<long long>(refused);
  const std::string set_aside = refused == 0
                                    ? language.text("no row set aside")
                                    : language.counted("{} row set aside: see the log",
                                                       "{} rows set aside: see the log", rows, language.number(rows));
  const auto days = static_cast<long long>(imprecise);
  return fmt::format(
      "{}, {}", language.counted("{} not known to the day", "{} not known to the day", days, language.number(days)),
      set_aside);
}

}  // namespace

float foot_height(const PanelContext& context) {
  const float room = ImGui::GetContentRegionAvail().x;
  return size_of(quality_text(context), room).y + 2.0F * ImGui::GetStyle().ItemSpacing.y +
         (32.0F + 16.0F + 9.0F) * context.scale;
}

void show_foot(const PanelContext& context) {
  const language::Language& language = context.language();
  divider(context.in.theme, context.scale);
  ImGui::PushStyleColor(ImGuiCol_Text, vec4(context.in.theme.text_third));
  write_lines(quality_text(context));
  ImGui::PopStyleColor();
  const float gap = ImGui::GetStyle().ItemSpacing.x;
  const float width = (ImGui::GetContentRegionAvail().x - 3.0F * gap) / 4.0F;
  ImGui::BeginDisabled(!is_filtered(context.in.view));
  if (pill(language.text("Reset"), false, context.in.theme, context.scale, width)) context.ask(model::ClearFilter{});
  ImGui::EndDisabled();
  ImGui::SameLine();
  const std::string& key = context.in.hints.keys;
  const std::string keys = std::string(language.text("Keys")) + (key.empty() ? "" : "  ") + key;
  if (pill(keys.c_str(), context.in.keys_open, context.in.theme, context.scale, width))
    context.ask(model::AppCommand(model::ToggleKeys{}));
  ImGui::SameLine();
  if (pill(language.text("Picture"), false, context.in.theme, context.scale, width))
    context.ask(model::AppCommand(model::SavePicture{}));
  ImGui::SameLine();
  if (pill(language.text("Fit"), false, context.in.theme, context.scale, width))
    context.ask(model::ViewCommand(model::FitView{}));
}

}  // namespace spreadmap::ui
