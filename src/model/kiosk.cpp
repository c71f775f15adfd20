#include "model/kiosk.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"

namespace spreadmap::model {
namespace {

struct AppliedToKiosk {
  KioskState state;
  double now_s = 0.0;

  KioskState operator()(const BeginVisit&) {
    if (state.is_visited) return std::move(state);
    return {.is_visited = true, .since_s = now_s, .touched_s = now_s};
  }
  KioskState operator()(const EndVisit&) const { return unattended(now_s); }
  KioskState operator()(const OpenSheet& open) {
    state.sheet = open.sheet;
    state.typed.clear();
    return std::move(state);
  }
  KioskState operator()(const CloseSheet&) { return (*this)(OpenSheet{KioskSheet::kNone}); }
  KioskState operator()(const TypeLetter& key) {
    if (state.typed.size() + key.letter.size() <= kMostTyped) state.typed += key.letter;
    return std::move(state);
  }
  KioskState operator()(const EraseLetter&) {
    while (!state.typed.empty() && continues_a_letter(state.typed.back())) state.typed.pop_back();
    if (!state.typed.empty()) state.typed.pop_back();
    return std::move(state);
  }
};

}  // namespace

KioskState unattended(double now_s) { return {.since_s = now_s, .touched_s = now_s}; }

KioskState applied(KioskState state, const KioskCommand& command, double now_s) {
  return std::visit(AppliedToKiosk{std::move(state), now_s}, command);
}

KioskState touched(KioskState state, double now_s) {
  if (state.is_visited) state.touched_s = std::max(state.touched_s, now_s);
  return state;
}

std::optional<double> countdown_s(const KioskState& state, const KioskTimes& times, double now_s) {
  if (!state.is_visited) return std::nullopt;
  const double into_s = now_s - state.touched_s - times.idle_s;
  if (into_s < 0.0) return std::nullopt;
  return std::max(0.0, times.countdown_s - into_s);
}

std::optional<double> next_change_s(const KioskState& state, const KioskTimes& times, double now_s) {
  if (!state.is_visited) return std::nullopt;
  const auto left_s = countdown_s(state, times, now_s);
  if (!left_s) return state.touched_s + times.idle_s;
  return now_s + (*left_s - std::max(0.0, std::ceil(*left_s) - 1.0));
}

}  // namespace spreadmap::model
