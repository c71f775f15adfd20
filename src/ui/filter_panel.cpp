// The part of the panel that filters: kinds, regions, precision, days, amounts and free text, each with what the others leave.
#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include "scene/words.h"
#include "ui/field.h"
#include "ui/lettering.h"
#include "ui/panel_context.h"
#include "ui/widgets.h"

namespace spreadmap::ui {
namespace {

constexpr std::size_t kFirstRegions = 7;
constexpr std::size_t kFirstKinds = 6;

/// A choice with one of its members put in or taken out; all of them is the same as none.
template <class T>
std::vector<T> toggled(std::vector<T> chosen, const T& value) {
  const auto found = std::find(chosen.begin(), chosen.end(), value);
  if (found == chosen.end()) {
    chosen.push_back(value);
  } else {
    chosen.erase(found);
  }
  return chosen;
}

/// One section of groups to choose from.
struct Choice {
  const PanelContext& context;
  const FacetCache& facets;
  const model::Facet& facet;
  const GroupOrder& order;
  Srgb8 colour;
  std::size_t first = 0;  ///< how many are shown before the rest is asked for

  [[nodiscard]] std::string more_text(std::size_t count) const {
    const auto more = static_cast<long long>(count);
    return context.language().counted("{} more", "{} more", more, context.language().number(more));
  }

  /// `name_of(group)`, `is_chosen(group)`; returns the group that was pressed.
  template <class NameOf, class IsChosen>
  std::optional<std::size_t> show(const char* id, bool any_chosen, bool* shows_all, const NameOf& name_of,
                                  const IsChosen& is_chosen) const {
    const double at_d = context.in.view.playhead_d;
    // Rows stay in their places whatever is chosen, so that a second press in the same place takes the choice back.
    std::vector<std::size_t> groups = order.groups;
    if (shows_all == nullptr || !*shows_all) {
      const auto rest = groups.begin() + static_cast<std::ptrdiff_t>(std::min(groups.size(), first));
      groups.erase(std::stable_partition(rest, groups.end(), is_chosen),
                   groups.end());  // what is chosen stays in sight
    }
    int most = 1;
    for (const std::size_t group : order.groups) most = std::max(most, facet.count(group, at_d).possible);
    // On whichever day and in all sections, so that bars end in one line and do not sway while time plays.
    const bool is_open = context.in.story.whole(*facets.of_layer).dates() != model::DatePrecision::kDay;
    const int most_in_all = std::max({facets.kind_order.most, facets.region_order.most, facets.precision_order.most});
    const model::DayCount widest{most_in_all - (is_open ? 1 : 0), most_in_all};
    const float count_width = size_of(scene::count_text(widest, context.language())).x;
    std::optional<std::size_t> pressed;
    for (const std::size_t group : groups) {
      const model::DayCount count = facet.count(group, at_d);
      const FacetRow row{name_of(group),
                         scene::count_text(count, context.language()),
                         static_cast<float>(count.possible) / static_cast<float>(most),
                         is_chosen(group),
                         any_chosen && !is_chosen(group),
                         count_width};
      if (facet_row(fmt::format("{}/{}", id, group).c_str(), row, colour, context.in.theme, context.scale)) {
        pressed = group;
      }
    }
    if (shows_all != nullptr && order.groups.size() > first) {
      const std::string more =
          *shows_all ? context.language().text("Fewer") : more_text(order.groups.size() - groups.size());
      if (link(more.c_str(), kFacetNamePt * context.scale, context.in.theme, context.scale)) *shows_all = !*shows_all;
    }
    return pressed;
  }
};

void show_kinds(const PanelContext& context, PanelState& state, Srgb8 colour) {
  const std::size_t layer = *state.facets.of_layer;
  const model::CodedColumn& kind = context.in.story.rows(layer).kind;
  if (!kind.says_anything()) return;
  heading(context.language().text("KIND"), context.in.theme, context.scale);
  const auto& chosen = context.in.view.layers[layer].kinds;
  const std::string& tag = context.in.view.language;
  const auto pressed =
      Choice{context, state.facets, *state.facets.kinds, state.facets.kind_order, colour, kFirstKinds}.show(
          "kind", !chosen.empty(), &state.shows_all_kinds,
          [&](std::size_t group) {
            return kind.values[group].empty() ? std::string("—")
                                              : context.language().sentence(exhibit::value_text(
                                                    context.in.exhibit.layers[layer], "kind", kind.values[group], tag));
          },
          [&](std::size_t group) {
            return std::find(chosen.begin(), chosen.end(), kind.values[group]) != chosen.end();
          });
  if (pressed) context.ask(model::SetKinds{layer, toggled(chosen, kind.values[*pressed])});
}

void show_regions(const PanelContext& context, PanelState& state, Srgb8 colour) {
  const model::CodedColumn& region = context.in.story.rows(*state.facets.of_layer).region;
  if (!region.says_anything()) return;
  const std::string& tag = context.in.view.language;
  const exhibit::LocalText& word = context.in.exhibit.region;
  const std::string title = word.is_empty() ? context.language().text("Region") : word.in(tag);
  heading(context.language().capitals(title).c_str(), context.in.theme, context.scale);
  const auto& chosen = context.in.view.filter.regions;
  const auto pressed =
      Choice{context, state.facets, *state.facets.regions, state.facets.region_order, colour, kFirstRegions}.show(
          "region", !chosen.empty(), &state.shows_all_regions,
          [&](std::size_t group) {
            const auto& spec = context.in.exhibit.layers[*state.facets.of_layer];
            return region.values[group].empty() ? std::string("—")
                                                : exhibit::value_text(spec, "region", region.values[group], tag);
          },
          [&](std::size_t group) {
            return std::find(chosen.begin(), chosen.end(), region.values[group]) != chosen.end();
          });
  if (!pressed) return;
  model::Filter filter = context.in.view.filter;
  filter.regions = toggled(filter.regions, region.values[*pressed]);
  context.ask(model::SetFilter{std::move(filter)});
}

void show_precisions(const PanelContext& context, PanelState& state, Srgb8 colour) {
  if (context.in.story.whole(*state.facets.of_layer).dates() == model::DatePrecision::kDay) return;
  heading(context.language().text("DATE KNOWN TO THE"), context.in.theme, context.scale);
  // TRANSLATORS: the date is known to the …
  const std::array names{context.language().text_in("precision", "Day"),
                         context.language().text_in("precision", "Month"),
                         context.language().text_in("precision", "Less")};
  const auto& chosen = context.in.view.filter.precisions;
  const auto precision_of = [](std::size_t group) { return static_cast<model::DatePrecision>(group); };
  const auto pressed =
      Choice{context, state.facets, *state.facets.precisions, state.facets.precision_order, colour, 3}.show(
          "precision", !chosen.empty(), nullptr, [&](std::size_t group) { return std::string(names.at(group)); },
          [&](std::size_t group) {
            return std::find(chosen.begin(), chosen.end(), precision_of(group)) != chosen.end();
          });
  if (!pressed) return;
  model::Filter filter = context.in.view.filter;
  filter.precisions = toggled(filter.precisions, precision_of(*pressed));
  context.ask(model::SetFilter{std::move(filter)});
}

/// The ends of a histogram under it, and between them what was chosen.
void show_ends(const PanelContext& context, const std::string& from, const std::string& to, const std::string& chosen) {
  ImGui::PushStyleColor(ImGuiCol_Text, vec4(context.in.theme.text_second));
  const float left = ImGui::GetCursorPosX(), width = ImGui::GetContentRegionAvail().x;
  if (chosen.empty()) {
    write(from);
    ImGui::SameLine(left + width - size_of(to).x);
    write(to);
  } else {
    write(chosen);
  }
  ImGui::PopStyleColor();
}

void show_days(const PanelContext& context, PanelState& state, Srgb8 colour) {
  heading(context.language().text("JOINED"), context.in.theme, context.scale);
  const model::DayAxis& axis = context.in.story.axis();
  const double length_d = axis.whole().to_d + 1.0;
  const auto& days = context.in.view.filter.days;
  std::optional<std::pair<float, float>> chosen;
  if (days) {
    chosen.emplace(static_cast<float>(axis.position_d(days->earliest) / length_d),
                   static_cast<float>((axis.position_d(days->latest) + 1.0) / length_d));
  }
  const auto brush = histogram("days",
                               {state.facets.days.counts, state.facets.days.left,
                                static_cast<float>(context.in.view.playhead_d / length_d), chosen},
                               colour, context.in.theme, context.scale);
  show_ends(context, context.language().month_and_year(axis.epoch), context.language().month_and_year(axis.last),
            days ? context.language().long_interval(*days) : "");
  if (!brush) return;
  model::Filter filter = context.in.view.filter;
  filter.days.reset();
  if (brush->from < brush->to) {
    // From the nearest midnight to the nearest one, so that what the keyboard moves stays as long as it is.
    const auto position_d = [&](float share) { return std::round(static_cast<double>(share) * length_d); };
    const double from_d = std::min(position_d(brush->from), length_d - 1.0);
    const double last_d = std::max(from_d, position_d(brush->to) - 1.0);
    filter.days = {axis.day_at(from_d), axis.day_at(last_d)};
  } else if (!brush->is_done) {
    return;  // it may yet become a drag; what is chosen goes when a press was all
  }
  if (filter != context.in.view.filter) context.ask(model::SetFilter{std::move(filter)});
}

/// Where an amount lies on a histogram whose bins are drawn equally wide, 0 to 1.
float share_of_amount(const model::Histogram& amounts, double usd) {
  const auto above = std::upper_bound(amounts.edges.begin(), amounts.edges.end(), usd);
  if (above == amounts.edges.begin()) return 0.0F;
  if (above == amounts.edges.end()) return 1.0F;
  const double from = *std::prev(above);
  const auto bin = static_cast<double>(std::distance(amounts.edges.begin(), above) - 1);
  return static_cast<float>((bin + (usd - from) / (*above - from)) / static_cast<double>(amounts.counts.size()));
}

/// And the other way, in round amounts: two figures.
double amount_at_share(const model::Histogram& amounts, float share) {
  const double place = static_cast<double>(share) * static_cast<double>(amounts.counts.size());
  const auto bin = std::min(static_cast<std::size_t>(place), amounts.counts.size() - 1);
  const double usd =
      amounts.edges[bin] + (place - static_cast<double>(bin)) * (amounts.edges[bin + 1] - amounts.edges[bin]);
  const double unit = std::pow(10.0, std::floor(std::log10(usd)) - 1.0);
  return std::round(usd / unit) * unit;
}

void show_amounts(const PanelContext& context, PanelState& state) {
  const model::Histogram& amounts = state.facets.amounts;
  if (amounts.counts.size() < 2) return;
  const auto& spec = context.in.exhibit.layers[*state.facets.of_amount_layer];
  heading(context.language().text("AMOUNT"), context.in.theme, context.scale);
  const auto& range = context.in.view.filter.amount_usd;
  std::optional<std::pair<float, float>> chosen;
  if (range) chosen.emplace(share_of_amount(amounts, range->from_usd), share_of_amount(amounts, range->to_usd));
  const auto brush = histogram("amounts", {amounts.counts, amounts.left, 1.0F, chosen}, spec.style.colour,
                               context.in.theme, context.scale);
  show_ends(context, context.language().dollars(amounts.edges.front()),
            context.language().dollars(amounts.edges.back()),
            range ? context.language().range(context.language().dollars(range->from_usd),
                                             context.language().dollars(range->to_usd))
                  : "");
  if (!brush) return;
  model::Filter filter = context.in.view.filter;
  filter.amount_usd.reset();
  if (brush->from < brush->to) {
    filter.amount_usd = model::AmountRange{amount_at_share(amounts, brush->from), amount_at_share(amounts, brush->to)};
  } else if (!brush->is_done) {
    return;
  }
  if (filter != context.in.view.filter) context.ask(model::SetFilter{std::move(filter)});
}

void show_text(const PanelContext& context, PanelState& state) {
  // Undo, a cue or a reset may have changed it behind the field's back.
  if (!state.words.is_typing) state.words.text = context.in.view.filter.text;
  const FieldHand hand =
      show_field(context, state, state.words, "text", {.hint = context.language().text("Only with these words")});
  if (hand.changes) {
    model::Filter filter = context.in.view.filter;
    filter.text = state.words.text;
    context.ask(model::SetFilter{std::move(filter)});
  }
  if (hand.enters || hand.escapes) leave_field(state.words);  // what it holds is the filter's
}

}  // namespace

bool is_filtered(const model::ViewState& view) {
  return view.filter != model::Filter{} ||
         std::any_of(view.layers.begin(), view.layers.end(), [](const auto& layer) { return !layer.kinds.empty(); });
}

void show_filters(const PanelContext& context, PanelState& state) {
  state.facets.bring_up_to_date(context.in.story, context.in.selector, context.in.view);
  if (state.facets.of_layer) {
    const Srgb8 colour = context.in.exhibit.layers[*state.facets.of_layer].style.colour;
    show_kinds(context, state, colour);
    show_regions(context, state, colour);
    show_precisions(context, state, colour);
    show_days(context, state, colour);
  }
  if (state.facets.of_amount_layer) show_amounts(context, state);
  heading(context.language().text("WORDS"), context.in.theme, context.scale);
  show_text(context, state);
}

}  // namespace spreadmap::ui
