#include "scene/money.h"

#include <algorithm>
#include <cmath>

namespace spreadmap::scene {

double money_radius_pt(const style::LayerStyle& style, double amount_usd) {
  return style.radius_pt * std::sqrt(std::max(amount_usd, 0.0) / style.amount_at_radius);
}

}  // namespace spreadmap::scene
