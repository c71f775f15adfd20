#include "scene/money.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

namespace spreadmap::scene {

bool is_shown_row(const PartContext& context, std::size_t layer, std::size_t row) {
  if (context.view.layers[layer].shows_low_confidence) return true;
  const auto& hidden = context.spec(layer).confidence_hidden;
  return std::find(hidden.begin(), hidden.end(), context.table(layer).confidence[row]) == hidden.end();
}

MoneySoFar money_so_far(const PartContext& context, std::size_t layer) {
  const auto& table = context.table(layer);
  const auto& index = context.inputs.story.layer(layer);
  MoneySoFar money;
  std::set<std::string_view> places;
  // Money is certain once the whole of its day's interval has come: never too early.
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    if (index.earliest_d(static_cast<std::uint32_t>(row)) > context.view.playhead_d) continue;
    if (!is_shown_row(context, layer, row) || std::isnan(table.amount_usd[row])) continue;
    money.possible_usd += table.amount_usd[row];
    if (index.latest_d(static_cast<std::uint32_t>(row)) > context.view.playhead_d) continue;
    money.total_usd += table.amount_usd[row];
    places.insert(table.name[row]);
    if (index.latest_d(static_cast<std::uint32_t>(row)) < 0.0) {
      if (money.before_timeline_usd == 0.0) money.first_before = table.first_day[row];
      money.before_timeline_usd += table.amount_usd[row];
    }
  }
  money.places = static_cast<int>(places.size());
  return money;
}

double money_radius_pt(const style::LayerStyle& style, double amount_usd) {
  return style.radius_pt * std::sqrt(std::max(amount_usd, 0.0) / style.amount_at_radius);
}

}  // namespace spreadmap::scene
