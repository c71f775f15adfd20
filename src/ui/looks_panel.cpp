// Theme, size of text, motion, how others see the colours, language.
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "language/tags.h"
#include "ui/lettering.h"
#include "ui/panel_context.h"
#include "ui/widgets.h"

namespace spreadmap::ui {
namespace {

/// A row of texts of which one is chosen. Returns the index of the one that was pressed, or -1.
template <std::size_t kCount>
int choice_row(const PanelContext& context, const std::array<const char*, kCount>& texts, std::size_t chosen) {
  const float gap = ImGui::GetStyle().ItemSpacing.x;
  const float width =
      (ImGui::GetContentRegionAvail().x - gap * static_cast<float>(kCount - 1)) / static_cast<float>(kCount);
  int pressed = -1;
  for (std::size_t i = 0; i < kCount; ++i) {
    if (i > 0) ImGui::SameLine();
    if (pill(texts.at(i), i == chosen, context.in.theme, context.scale, width)) pressed = static_cast<int>(i);
  }
  return pressed;
}

void show_theme(const PanelContext& context) {
  const auto& language = context.language();
  const std::array themes{language.text("Dark"), language.text("Light")};
  const int theme = choice_row(context, themes, static_cast<std::size_t>(context.in.view.looks.theme));
  if (theme >= 0) context.ask(model::SetTheme{static_cast<style::ThemeName>(theme)});
}

void scale_text(const PanelContext& context, double factor) {
  PanelContext::keep_in_place();
  context.ask(model::MultiplyTextScale{factor});
}

void show_text_scale(const PanelContext& context) {
  const auto& language = context.language();
  const float gap = ImGui::GetStyle().ItemSpacing.x;
  const float third = (ImGui::GetContentRegionAvail().x - 2.0F * gap) / 3.0F;
  constexpr double kStep = 1.25;
  if (pill(language.text("Text −"), false, context.in.theme, context.scale, third)) scale_text(context, 1.0 / kStep);
  ImGui::SameLine();
  const std::string percent =
      language.filled("{} %", language.number(std::lround(context.in.view.looks.text_scale * 100.0)));
  if (pill(percent.c_str(), false, context.in.theme, context.scale, third))
    scale_text(context, 1.0 / context.in.view.looks.text_scale);
  ImGui::SameLine();
  if (pill(language.text("Text +"), false, context.in.theme, context.scale, third)) scale_text(context, kStep);
}

void show_vision(const PanelContext& context) {
  const auto& language = context.language();
  ImGui::PushStyleColor(ImGuiCol_Text, vec4(context.in.theme.text_second));
  write(language.text("Colours as others see them"));
  ImGui::PopStyleColor();
  // Another control is called "All".
  const std::string vision_all = std::string(language.text_in("vision", "All")) + "##all colours";
  // TRANSLATORS: four kinds of colour vision, on narrow buttons
  const std::array kinds{vision_all.c_str(), language.text_in("vision", "Protan"), language.text_in("vision", "Deutan"),
                         language.text_in("vision", "Tritan")};
  const int kind = choice_row(context, kinds, static_cast<std::size_t>(context.in.view.looks.seen_with));
  if (kind >= 0) context.ask(model::SetVision{static_cast<style::Vision>(kind)});
}

void show_languages(const PanelContext& context) {
  if (context.in.languages.size() < 2) return;
  for (std::size_t i = 0; i < context.in.languages.size(); ++i) {
    const std::string& tag = context.in.languages[i];
    const std::string& spoken = context.in.view.language;
    const bool is_spoken = tag == spoken || (tag == language::primary_language(spoken) &&
                                             std::find(context.in.languages.begin(), context.in.languages.end(),
                                                       spoken) == context.in.languages.end());
    constexpr std::size_t kInARow = 2;
    const float gap = ImGui::GetStyle().ItemSpacing.x;
    if (i % kInARow != 0) ImGui::SameLine();
    const float width =
        i % kInARow == 0 ? (ImGui::GetContentRegionAvail().x - gap) / 2.0F : ImGui::GetContentRegionAvail().x;
    if (pill(language::own_name(tag).c_str(), is_spoken, context.in.theme, context.scale, width)) {
      PanelContext::keep_in_place();
      context.ask(model::SetLanguage{tag});
    }
  }
}

}  // namespace

void show_looks(const PanelContext& context) {
  const auto& language = context.language();
  heading(language.text("LOOKS"), context.in.theme, context.scale);
  show_theme(context);
  show_text_scale(context);
  show_languages(context);
  const bool reduces = context.in.view.looks.reduces_motion;
  if (switch_row("motion", language.text("Less motion"), reduces, 0.0F, context.in.theme, context.scale))
    context.ask(model::SetReducedMotion{!reduces});
  show_vision(context);
}

}  // namespace spreadmap::ui
