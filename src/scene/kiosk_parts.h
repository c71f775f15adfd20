#pragma once
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "scene/kiosk_controls.h"
#include "scene/layout.h"
#include "scene/pen.h"
#include "scene/qr_code.h"

namespace spreadmap::scene {

/// A rectangle of layout points.
struct KioskBox {
  double left_pt = 0.0, top_pt = 0.0, right_pt = 0.0, bottom_pt = 0.0;
  [[nodiscard]] double width_pt() const { return right_pt - left_pt; }
  [[nodiscard]] double height_pt() const { return bottom_pt - top_pt; }
  [[nodiscard]] double middle_x_pt() const { return (left_pt + right_pt) / 2.0; }
  [[nodiscard]] double middle_y_pt() const { return (top_pt + bottom_pt) / 2.0; }
};

/// Draws a kiosk's controls, and notes where each is touched. Lengths follow the height of a control.
class KioskPainter {
 public:
  KioskPainter(const KioskFacts& facts, const KioskSizes& sizes, const style::Theme& theme,
               const language::Language& language, const PixelRect& map, const Pen& pen);

  void draw_begin();      ///< the row of the attract loop
  void draw_row();        ///< the row of a visit
  void draw_card();       ///< of a record
  void draw_find();       ///< the sheet with the keyboard
  void draw_sources();    ///< the sheet with the codes
  void draw_pin();        ///< the sheet that lets staff out
  void draw_countdown();  ///< over everything

  std::vector<KioskTarget> take_targets() { return std::move(targets_); }

 private:
  enum class Rank { kPlain, kFirst, kKey };
  /// A button, and what stands on it.
  void button(const KioskBox& box, const std::string& text, KioskAction action, Rank rank = Rank::kPlain,
              double corner_share = 0.5);
  void close_button(const KioskBox& sheet, KioskAction action);
  /// The ground of a sheet over the whole picture, its title, and where its content begins.
  KioskBox sheet(const char* title);
  /// A code with its bright margin; returns whether there is one.
  bool code(const KioskBox& box, const std::string& url);
  void target(const KioskBox& box, std::optional<KioskAction> action, std::string name);
  [[nodiscard]] bool is_pressed(const KioskBox& box) const;
  void keyboard(const KioskBox& room);
  void field(const KioskBox& box);
  double card_content(const KioskBox& box, double top_pt);
  [[nodiscard]] KioskBox row_box() const;
  [[nodiscard]] const char* text(const char* english) const { return language_.text(english); }

  const KioskFacts& facts_;
  const KioskSizes& sizes_;
  const style::Theme& theme_;
  const language::Language& language_;
  PixelRect map_px_;  ///< where the map is drawn
  const Pen& pen_;
  double width_pt_, height_pt_;
  double control_pt_;  ///< height of a control
  double margin_pt_, gap_pt_;
  bool is_tall_;
  std::vector<KioskTarget> targets_;
};

/// How high the row of controls is, of a control's height, and the larger button in it.
inline constexpr double kKioskLarge = 1.3, kKioskRow = 1.85;

}  // namespace spreadmap::scene
