#pragma once
#include <optional>
#include <string>
#include <variant>

namespace spreadmap::model {

/// How long a kiosk waits for the next touch, and how long it then counts down before it begins again.
struct KioskTimes {
  double idle_s = 90.0;
  double countdown_s = 15.0;
};

/// What lies over the picture, and has every touch.
enum class KioskSheet { kNone, kFind, kSources, kPin };

/// All of a kiosk that its visitors change, beside the view. A value; times are those of a clock that never jumps, in seconds.
struct KioskState {
  bool is_visited = false;  ///< false: nobody is there, and the exhibit tells itself
  double since_s = 0.0;     ///< when the visit, or the telling, began
  double touched_s = 0.0;   ///< when the visitor touched it last
  KioskSheet sheet = KioskSheet::kNone;
  std::string typed = {};  ///< into the sheet: UTF-8
  bool operator==(const KioskState&) const = default;
};

/// The visit begins; where one goes on nothing happens.
struct BeginVisit {};
/// The visitor has done: everything is as at the start.
struct EndVisit {};
struct OpenSheet {
  KioskSheet sheet = KioskSheet::kNone;
};
struct CloseSheet {};
/// A key of the sheet: a letter, UTF-8.
struct TypeLetter {
  std::string letter;
};
struct EraseLetter {};

/// Goes through `applied` of a KioskState.
using KioskCommand = std::variant<BeginVisit, EndVisit, OpenSheet, CloseSheet, TypeLetter, EraseLetter>;

/// Nobody there, from now on.
KioskState unattended(double now_s);
KioskState applied(KioskState state, const KioskCommand& command, double now_s);
/// Somebody touched it, anywhere: a countdown ends.
KioskState touched(KioskState state, double now_s);
/// Seconds that are left of the countdown; nullopt: none runs. 0: the visit is over.
std::optional<double> countdown_s(const KioskState& state, const KioskTimes& times, double now_s);
/// When something changes without a touch: the countdown begins, its next second comes, or the visit is over. nullopt: never.
std::optional<double> next_change_s(const KioskState& state, const KioskTimes& times, double now_s);

/// So many letters a visitor can type: more are no town and no PIN.
inline constexpr std::size_t kMostTyped = 40;

}  // namespace spreadmap::model
