// Which projection the map is drawn in, and what helps to read it.
#include <imgui.h>

#include <algorithm>
#include <string>
#include <utility>

#include "geo/choose_crs.h"
#include "language/language.h"
#include "model/applied.h"
#include "ui/field.h"
#include "ui/lettering.h"
#include "ui/panel_context.h"
#include "ui/widgets.h"

namespace spreadmap::ui {

using language::noted;

const std::array<OfferedCrs, 5>& offered_crs() {
  static constexpr std::array<OfferedCrs, 5> kOffered{{{"us-composite", noted("United States")},
                                                       {"albers", noted("Albers")},
                                                       {"web-mercator", noted("Mercator")},
                                                       {"equal-earth", noted("Equal Earth")},
                                                       {"orthographic", noted("Globe")}}};
  return kOffered;
}

bool is_crs(std::string_view asked, std::string_view crs) {
  const auto holds = [crs](std::string_view part) { return crs.find(part) != std::string_view::npos; };
  if (asked == "albers") return holds("+proj=aea");
  if (asked == "web-mercator") return crs == "EPSG:3857" || holds("+proj=webmerc");
  if (asked == "equal-earth") return holds("+proj=eqearth");
  if (asked == "orthographic") return holds("+proj=ortho");
  return crs == asked;
}

namespace {

/// What people call the projection that is made for the records, where none of the others that are offered is it.
const char* automatic_name(const std::string& crs) {
  return crs.find("+proj=laea") != std::string::npos ? noted("Lambert azimuthal equal-area") : noted("Automatic");
}

/// The CRS that is shown where no button stands for it, to be written over. What was typed stays until the map is drawn in it: what cannot be
/// drawn in is mended where it stands, the keyboard with it.
void show_crs_field(const PanelContext& context, PanelState& state, const std::string& shown, bool is_offered,
                    bool is_automatic) {
  if (state.shown_crs != shown) {
    state.shown_crs = shown;
    state.crs.text = is_offered || is_automatic ? "" : shown;
  }
  const language::Language& language = context.language();
  const bool names_it = is_automatic && !state.crs.is_typing;
  const char* const hint = names_it ? language.text(automatic_name(shown)) : language.text("Any other, as EPSG:3035");
  const FieldHand hand = show_field(context, state, state.crs, "crs", {.hint = hint, .is_written_over = true});
  const float room = ImGui::GetItemRectSize().x - 2.0F * 12.0F * context.scale;
  const bool is_cut = size_of(state.crs.text).x > room;
  if (!hand.has_keyboard && is_cut && ImGui::IsItemHovered()) ImGui::SetTooltip("%s", state.crs.text.c_str());
  if (hand.enters && !state.crs.text.empty()) context.ask(model::AppCommand(model::ChangeCrs{state.crs.text}));
  if (!hand.enters && !hand.escapes) return;
  std::string text = hand.enters ? state.crs.text : std::string();
  if (text.empty() && !is_offered && !is_automatic) text = shown;
  leave_field(state.crs);
  state.crs.text = std::move(text);
  // Whether it is drawn or refused, a hand may want to go on from it: all of it is chosen when it has the keyboard again.
  state.crs.wants_keyboard = hand.enters;
}

}  // namespace

void show_map(const PanelContext& context, PanelState& state) {
  const auto& view = context.in.view;
  // Under way the one where the map will come to rest.
  const std::string shown = model::arrived(view).crs;
  const language::Language& language = context.language();
  heading(language.text("MAP"), context.in.theme, context.scale);
  const float gap = ImGui::GetStyle().ItemSpacing.x;
  const float width = (ImGui::GetContentRegionAvail().x - 2.0F * gap) / 3.0F;
  std::size_t column = 0;
  for (const OfferedCrs& crs : offered_crs()) {
    if (column++ % 3 != 0) ImGui::SameLine();
    if (pill(language.text(crs.name), is_crs(crs.asked, shown), context.in.theme, context.scale, width))
      context.ask(model::AppCommand(model::ChangeCrs{crs.asked}));
  }
  ImGui::SameLine();
  const auto is_shown = [&shown](const OfferedCrs& crs) { return is_crs(crs.asked, shown); };
  const bool is_offered = std::any_of(offered_crs().begin(), offered_crs().end(), is_shown);
  const bool is_automatic = !is_offered && shown == context.in.automatic_crs;
  if (pill(language.text("Automatic"), is_automatic, context.in.theme, context.scale, width))
    context.ask(model::AppCommand(model::ChangeCrs{geo::kAutoCrs}));
  show_crs_field(context, state, shown, is_offered, is_automatic);
  if (switch_row("graticule", language.text("Meridians and parallels"), view.graticule, 0.0F, context.in.theme,
                 context.scale))
    context.ask(model::ToggleGraticule{});
  if (switch_row("scale bar", language.text("Scale bar"), view.scale_bar, 0.0F, context.in.theme, context.scale))
    context.ask(model::ToggleScaleBar{});
}

}  // namespace spreadmap::ui
