#include "ui/symbol_of.h"

#include <cmath>

namespace spreadmap::ui {

Symbol symbol_of(exhibit::LayerKind kind) {
  switch (kind) {
    case exhibit::LayerKind::kPartnerships:
      return Symbol::kDot;
    case exhibit::LayerKind::kSubsidies:
      return Symbol::kCircle;
    case exhibit::LayerKind::kSignatories:
      return Symbol::kDiamond;
    case exhibit::LayerKind::kAreas:
      return Symbol::kArea;
    case exhibit::LayerKind::kDensity:
      return Symbol::kSurface;
  }
  return Symbol::kDot;
}

Symbol symbol_of(exhibit::LayerKind kind, const model::LayerRows& rows, std::uint32_t row, double position_d) {
  if (kind == exhibit::LayerKind::kSubsidies)
    return std::isnan(rows.table->amount_usd[row]) ? Symbol::kBareCircle : Symbol::kCircle;
  if (kind != exhibit::LayerKind::kPartnerships) return symbol_of(kind);
  if (position_d >= rows.days.end[row]) return Symbol::kThinRing;
  return rows.days.is_exact(row) ? Symbol::kDot : Symbol::kThickRing;
}

}  // namespace spreadmap::ui
