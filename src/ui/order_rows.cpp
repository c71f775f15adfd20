// Which layer lies over which, and how opaque each is.
#include <imgui.h>

#include <array>
#include <cmath>

#include "ui/lettering.h"
#include "ui/panel_context.h"
#include "ui/widgets.h"

namespace spreadmap::ui {
namespace {

void show_layer(const PanelContext& context, std::size_t layer) {
  const auto& spec = context.in.exhibit.layers[layer];
  const double opacity = context.in.view.layers[layer].opacity;
  const language::Language& language = context.language();
  ImGui::PushStyleColor(ImGuiCol_Text, vec4(context.in.theme.text_second));
  write(language.filled("{}: {} % opaque", spec.label.in(context.in.view.language),
                        language.number(std::lround(opacity * 100.0))));
  ImGui::PopStyleColor();
  const float gap = ImGui::GetStyle().ItemSpacing.x, button = 36.0F * context.scale;
  const float width = ImGui::GetContentRegionAvail().x - 2.0F * (button + gap);
  const auto changed = slider((spec.id + "/opacity").c_str(), static_cast<float>(opacity), spec.style.colour,
                              context.in.theme, context.scale, width);
  if (changed) context.ask(model::SetLayerOpacity{layer, std::round(static_cast<double>(*changed) * 100.0) / 100.0});
  // In the order of the map, the uppermost is the last.
  ImGui::SameLine();
  if (icon_button((spec.id + "/up").c_str(), Icon::kUp, context.in.theme, context.scale, button))
    context.ask(model::MoveLayer{layer, 1});
  ImGui::SameLine();
  if (icon_button((spec.id + "/down").c_str(), Icon::kDown, context.in.theme, context.scale, button))
    context.ask(model::MoveLayer{layer, -1});
}

}  // namespace

void show_order(const PanelContext& context, PanelState& state) {
  fold_row(context, context.language().text("Order and opacity"), 22.0F, state.shows_order);
  if (!state.shows_order) return;
  ImGui::Dummy({0.0F, 2.0F * context.scale});
  for (std::size_t i = context.in.view.layer_order.size(); i-- > 0;) {
    const std::size_t layer = context.in.view.layer_order[i];
    if (context.in.view.layers[layer].visible) show_layer(context, layer);
  }
}

}  // namespace spreadmap::ui
