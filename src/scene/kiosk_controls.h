#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "language/language.h"
#include "model/kiosk.h"
#include "model/view_state.h"
#include "scene/frame.h"
#include "scene/record_card.h"
#include "style/theme.h"
#include "text/fonts.h"

namespace spreadmap::scene {

/// What a control of a kiosk does, beside those that are the kiosk's own commands.
struct TogglePlayback {};
struct SpeakLanguage {
  std::string tag;
};
struct CloseCard {};
struct ChooseFound {
  std::size_t index = 0;
};
struct EnterPin {};
using KioskAction = std::variant<model::KioskCommand, TogglePlayback, SpeakLanguage, CloseCard, ChooseFound, EnterPin>;

/// A control, and where it is touched. Of those that lie on one another the last counts.
struct KioskTarget {
  PixelRect rect;
  std::optional<KioskAction> action;  ///< nullopt: it only keeps touches from what lies under it
  std::string name;                   ///< what stands on it, or what it is called where a picture does
};

/// A tag and what that language says: a kiosk begins in any of its languages.
struct KioskLanguage {
  std::string tag;
  const language::Language* language = nullptr;
};

/// One line of what was found.
struct KioskFound {
  std::string name, detail;
};
/// Where a source can be read, and who says so.
struct KioskSource {
  std::string name, url;
};

/// All that the controls show.
struct KioskFacts {
  const model::KioskState& state;
  std::optional<double> countdown_s;  ///< nullopt: none runs
  bool is_playing = false;
  const std::vector<KioskLanguage>& languages;  ///< in the order of the exhibit; the one that is spoken among them
  std::string spoken;                           ///< its tag
  std::vector<KioskFound> found;
  const std::vector<KioskSource>& sources;
  std::optional<RecordCard> card;
  std::optional<PixelPoint> mark;     ///< what the card is about, where that lies on the map
  bool pin_failed = false;            ///< the PIN that was typed last was none
  std::optional<PixelPoint> pressed;  ///< where a finger lies
};

/// How large what is touched is, and where it lies.
struct KioskSizes {
  SizePx size;
  double px_per_pt = 1.0;  ///< of the picture's layout
  double px_per_mm = 0.0;  ///< of the display; 0: not known
  bool has_low_controls = false;
  int turn =
      0;  ///< how often the telling has begun: all that stands still moves a little with it, so that no edge burns into a screen
  /// How far that is: whole pixels, no more than kMostShift_px either way.
  [[nodiscard]] PixelPoint shift_px() const;
  /// Of a control's shorter side. 15 mm, so that a finger of any age and hand meets it, and no less than the look has; but never so much that the controls
  /// would take the picture.
  [[nodiscard]] double control_px() const;
  [[nodiscard]] bool is_tall() const { return size.height_px > size.width_px; }
  /// Of what stands at the picture's sides.
  [[nodiscard]] double margin_px() const;
  /// Of a record's card. It lies over the map's side where that is wide, above or below it where the picture is tall.
  [[nodiscard]] double card_width_px() const;
};

inline constexpr int kMostShift_px = 3;

/// The least side of what is touched.
inline constexpr double kTouch_mm = 15.0;

/// The part of the picture that the row of controls takes from its foot, as the furniture has to leave it free.
model::SafeArea kiosk_safe_area(const KioskSizes& sizes);

/// Puts the controls over a frame that has been laid out with that safe area, and says where they are.
std::vector<KioskTarget> add_kiosk_controls(const KioskFacts& facts, const KioskSizes& sizes, const style::Theme& theme,
                                            const text::FontSet& fonts, const language::Language& language,
                                            Frame& frame);

/// The control under a point; nullptr: none.
const KioskTarget* target_at(const std::vector<KioskTarget>& targets, PixelPoint at);

}  // namespace spreadmap::scene
