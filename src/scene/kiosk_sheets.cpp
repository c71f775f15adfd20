// What lies over a kiosk's picture: the card of a record, and the sheets that have every touch.
#include <array>
#include <cmath>
#include <string_view>

#include "scene/kiosk_parts.h"

namespace spreadmap::scene {
namespace {

using text::Face;

// Of a control's height.
constexpr double kTitle = 0.5, kText = 0.32, kLeading_em = 1.36, kCode = 2.4;
// A phone reads a code from arm's length where it is this wide.
constexpr double kCode_mm = 25.0;

// Accents and ñ: looking for a name does without them, but whoever spells theirs with them wants to find them.
constexpr std::array<std::array<std::string_view, 10>, 3> kRows{{{"q", "w", "e", "r", "t", "y", "u", "i", "o", "p"},
                                                                 {"a", "s", "d", "f", "g", "h", "j", "k", "l", "ñ"},
                                                                 {"z", "x", "c", "v", "b", "n", "m", "'", "-", "."}}};
constexpr std::array<std::string_view, 6> kAccented = {"á", "é", "í", "ó", "ú", "ü"};

/// Where an address leads, as people say it: `www.eff.org` of `https://www.eff.org/press/…`. All of it is in the code.
std::string host_of(const std::string& url) {
  const std::size_t scheme = url.find("://");
  const std::size_t begin = scheme == std::string::npos ? 0 : scheme + 3;
  return url.substr(begin, url.find('/', begin) - begin);
}

}  // namespace

KioskBox KioskPainter::sheet(const char* title) {
  const bool is_low = sizes_.has_low_controls && is_tall_;
  const double top_pt = is_low ? 0.36 * height_pt_ : 0.0;
  pen_.crisp_box(0.0, 0.0, width_pt_, height_pt_, with_opacity(theme_.ground, is_low ? 0.8 : 1.0));
  if (is_low) pen_.crisp_box(0.0, top_pt, width_pt_, height_pt_, theme_.panel);
  target({0.0, 0.0, width_pt_, height_pt_}, std::nullopt, "");
  const KioskBox inner{margin_pt_, top_pt + margin_pt_, width_pt_ - margin_pt_, height_pt_ - margin_pt_};
  close_button(inner, model::KioskCommand(model::CloseSheet{}));
  const Type type{.face = Face::kDisplayBold, .size_pt = kTitle * 1.25 * control_pt_, .colour = theme_.text};
  pen_.line(inner.left_pt, inner.top_pt + 0.5 * control_pt_ + 0.36 * type.size_pt,
            inner.width_pt() - control_pt_ - gap_pt_, text(title), type);
  return {inner.left_pt, inner.top_pt + control_pt_ + 1.5 * gap_pt_, inner.right_pt, inner.bottom_pt};
}

bool KioskPainter::code(const KioskBox& box, const std::string& url) {
  const auto made = qr_code(url);
  if (!made) return false;
  // Whole pixels a module: a camera reads straight edges.
  const int modules = made->side + 2 * kQrMargin;
  const double module_pt = std::max(1.0, std::floor(box.width_pt() * sizes_.px_per_pt / modules)) / sizes_.px_per_pt;
  const double side_pt = module_pt * modules;
  const auto whole = [this](double pt) { return std::round(pt * sizes_.px_per_pt) / sizes_.px_per_pt; };
  // Codes of any number of modules stand on plates of one size, so that their edges line up; more margin is none too much.
  const double plate_pt = std::max(whole(box.width_pt()), side_pt), inset_pt = whole(0.5 * (plate_pt - side_pt));
  const double plate_left_pt = whole(box.left_pt), plate_top_pt = whole(box.top_pt);
  const double left_pt = plate_left_pt + inset_pt, top_pt = plate_top_pt + inset_pt;
  constexpr Srgb8 kBright{255, 255, 255}, kDark{0, 0, 0};
  pen_.crisp_box(plate_left_pt, plate_top_pt, plate_left_pt + plate_pt, plate_top_pt + plate_pt, kBright);
  for (int row = 0; row < made->side; ++row) {
    for (int column = 0; column < made->side; ++column) {
      if (!made->at(column, row)) continue;
      // Modules that touch are one box.
      const int begin = column;
      while (column + 1 < made->side && made->at(column + 1, row)) ++column;
      pen_.crisp_box(left_pt + (begin + kQrMargin) * module_pt, top_pt + (row + kQrMargin) * module_pt,
                     left_pt + (column + 1 + kQrMargin) * module_pt, top_pt + (row + 1 + kQrMargin) * module_pt, kDark);
    }
  }
  return true;
}

double KioskPainter::card_content(const KioskBox& box, double top_pt) {
  const RecordCard& card = *facts_.card;
  const double type_pt = kText * control_pt_, leading_pt = kLeading_em * type_pt;
  const double inset_pt = 0.4 * control_pt_;
  const double left_pt = box.left_pt + inset_pt, right_pt = box.right_pt - inset_pt;
  const Type first{.size_pt = type_pt, .colour = theme_.text}, second{.size_pt = type_pt, .colour = theme_.text_second};
  const double head_room_pt = right_pt - left_pt - control_pt_;
  double baseline_pt = top_pt + inset_pt + 0.2 * control_pt_;
  if (!card.preface.empty()) {
    Type preface = first;
    preface.face = Face::kSemiBold;
    preface.colour = theme_.partnership;
    baseline_pt =
        pen_.paragraph(left_pt, baseline_pt + 0.2 * type_pt, head_room_pt, leading_pt, card.preface, preface, 3) +
        0.95 * leading_pt;
  }
  const Type title{.face = Face::kDisplaySemiBold, .size_pt = kTitle * control_pt_, .colour = theme_.text};
  baseline_pt = pen_.block(left_pt, baseline_pt + 0.5 * title.size_pt, head_room_pt, 1.12, card.title, title, 2);
  if (!card.subtitle.empty()) {
    baseline_pt =
        pen_.paragraph(left_pt, baseline_pt + 1.15 * leading_pt, head_room_pt, leading_pt, card.subtitle, second, 2);
  }
  const double code_pt = std::max(kCode * control_pt_, kCode_mm * sizes_.px_per_mm / sizes_.px_per_pt);
  const bool has_code = !card.source_url.empty();
  const double body_top_pt = baseline_pt + 0.7 * leading_pt;
  const double body_right_pt = has_code ? right_pt - code_pt - gap_pt_ : right_pt;
  double name_pt = 0.0;
  for (const auto& [name, value] : card.facts) name_pt = std::max(name_pt, pen_.width_pt(name, second));
  name_pt = std::min(name_pt + gap_pt_, 0.45 * (body_right_pt - left_pt));
  baseline_pt += 0.5 * leading_pt;
  for (const auto& [name, value] : card.facts) {
    baseline_pt += 1.12 * leading_pt;
    pen_.line(left_pt, baseline_pt, name_pt - 0.5 * gap_pt_, name, second);
    baseline_pt =
        pen_.paragraph(left_pt + name_pt, baseline_pt, body_right_pt - left_pt - name_pt, leading_pt, value, first, 2);
  }
  Type note = second;
  note.size_pt *= 0.86;
  if (!card.notes.empty()) {
    baseline_pt = pen_.paragraph(left_pt, baseline_pt + 1.4 * leading_pt, body_right_pt - left_pt, leading_pt,
                                 card.notes, note, 4);
  }
  if (!card.source.empty()) {
    note.colour = theme_.text_third;
    baseline_pt = pen_.paragraph(left_pt, baseline_pt + 1.4 * leading_pt, body_right_pt - left_pt, 0.86 * leading_pt,
                                 language_.filled("Source: {}", card.source), note, 3);
  }
  double bottom_pt = baseline_pt + 0.3 * leading_pt;
  if (has_code && code({body_right_pt + gap_pt_, body_top_pt, right_pt, body_top_pt + code_pt}, card.source_url))
    bottom_pt = std::max(bottom_pt, body_top_pt + code_pt);
  return bottom_pt + inset_pt;
}

void KioskPainter::draw_card() {
  if (!facts_.card) return;
  const double wide_pt = sizes_.card_width_px() / sizes_.px_per_pt;
  const auto in_pt = [this](float px) { return static_cast<double>(px) / sizes_.px_per_pt; };
  const UiRect map{in_pt(map_px_.left_px), in_pt(map_px_.top_px), in_pt(map_px_.right_px), in_pt(map_px_.bottom_px)};
  const bool is_mark_right = facts_.mark && in_pt(facts_.mark->x_px) > 0.5 * (map.left_pt + map.right_pt);
  const bool is_mark_low = facts_.mark && in_pt(facts_.mark->y_px) > 0.5 * height_pt_;
  // Where the mark is not: over the other side of a wide map, so that counter and legend stay; above or below in a tall picture.
  KioskBox box{0.5 * (width_pt_ - wide_pt), 0.0, 0.0, 0.0};
  if (!is_tall_) box.left_pt = is_mark_right ? std::max(map.left_pt, margin_pt_) : map.right_pt - wide_pt;
  box.right_pt = box.left_pt + wide_pt;
  const Pen::Mark before = pen_.mark();
  const double high_pt = card_content(box, 0.0);
  pen_.undo_to(before);
  const double foot_pt = row_box().top_pt;
  const bool is_low = is_tall_ ? (sizes_.has_low_controls || !is_mark_low) : sizes_.has_low_controls;
  const double top_pt =
      is_tall_ ? margin_pt_ : std::clamp(map.top_pt, margin_pt_, std::max(margin_pt_, foot_pt - high_pt));
  box.top_pt = is_low ? std::max(margin_pt_, foot_pt - high_pt) : top_pt;
  box.bottom_pt = box.top_pt + high_pt;
  pen_.round_box(box.left_pt, box.top_pt, box.right_pt, box.bottom_pt, 0.2 * control_pt_, theme_.card, 1.5,
                 theme_.panel_line);
  target(box, std::nullopt, "");
  card_content(box, box.top_pt);
  const double inset_pt = 0.2 * control_pt_;
  close_button({box.left_pt, box.top_pt + inset_pt, box.right_pt - inset_pt, box.bottom_pt}, CloseCard{});
}

void KioskPainter::field(const KioskBox& box) {
  pen_.round_box(box.left_pt, box.top_pt, box.right_pt, box.bottom_pt, 0.2 * control_pt_, theme_.control, 2.0,
                 theme_.text_second);
  const double left_pt = box.left_pt + 0.35 * control_pt_, room_pt = box.width_pt() - 0.7 * control_pt_;
  Type type{.size_pt = 0.42 * control_pt_, .colour = theme_.text};
  const double baseline_pt = box.middle_y_pt() + 0.36 * type.size_pt;
  if (facts_.state.typed.empty()) {
    type.colour = theme_.text_third;
    return pen_.line(left_pt, baseline_pt, room_pt, text("Town, county or ZIP code"), type);
  }
  type = pen_.fitted(type, facts_.state.typed, room_pt);
  const double wide_pt = pen_.text(left_pt, baseline_pt, facts_.state.typed, type);
  pen_.crisp_box(left_pt + wide_pt + 3.0, box.middle_y_pt() - 0.3 * control_pt_, left_pt + wide_pt + 6.0,
                 box.middle_y_pt() + 0.3 * control_pt_, theme_.partnership);
}

void KioskPainter::keyboard(const KioskBox& room) {
  const double key_gap_pt = 0.4 * gap_pt_, key_high_pt = (room.height_pt() - 3.0 * key_gap_pt) / 4.0;
  const double key_wide_pt = (room.width_pt() - 9.0 * key_gap_pt) / 10.0;
  const auto key_at = [&](double column, double row, double columns) {
    const double left_pt = room.left_pt + column * (key_wide_pt + key_gap_pt),
                 top_pt = room.top_pt + row * (key_high_pt + key_gap_pt);
    return KioskBox{left_pt, top_pt, left_pt + columns * key_wide_pt + (columns - 1.0) * key_gap_pt,
                    top_pt + key_high_pt};
  };
  constexpr double kCorner = 0.16;
  const auto letter = [&](std::string_view what, const KioskBox& box) {
    button(box, std::string(what), model::KioskCommand(model::TypeLetter{std::string(what)}), Rank::kKey, kCorner);
  };
  double row = 0.0;
  for (const auto& letters : kRows) {
    double column = 0.0;
    for (const std::string_view what : letters) letter(what, key_at(std::exchange(column, column + 1.0), row, 1.0));
    row += 1.0;
  }
  double column = 0.0;
  for (const std::string_view what : kAccented) letter(what, key_at(std::exchange(column, column + 1.0), row, 1.0));
  button(key_at(column, row, 2.0), text("Space"), model::KioskCommand(model::TypeLetter{" "}), Rank::kKey, kCorner);
  button(key_at(column + 2.0, row, 2.0), "⌫", model::KioskCommand(model::EraseLetter{}), Rank::kKey, kCorner);
  targets_.back().name = text("Erase");
}

void KioskPainter::draw_find() {
  const KioskBox room = sheet(language::noted("Find your town"));
  const double keys_pt = std::min((is_tall_ ? 5.2 : 4.2) * control_pt_ + 1.2 * gap_pt_, 0.5 * room.height_pt());
  const double wide_pt = std::min(room.width_pt(), 16.0 * control_pt_);
  const double left_pt = 0.5 * (width_pt_ - wide_pt), right_pt = left_pt + wide_pt;
  keyboard({left_pt, room.bottom_pt - keys_pt, right_pt, room.bottom_pt});
  const KioskBox field_box{left_pt, room.top_pt, right_pt, room.top_pt + control_pt_};
  field(field_box);
  double top_pt = field_box.bottom_pt + 0.6 * gap_pt_;
  const double end_pt = room.bottom_pt - keys_pt - 0.6 * gap_pt_;
  const Type name{.face = Face::kSemiBold, .size_pt = 0.38 * control_pt_, .colour = theme_.text};
  const Type detail{.size_pt = 0.32 * control_pt_, .colour = theme_.text_second};
  const double high_pt = 1.2 * control_pt_;
  if (facts_.found.empty() && !facts_.state.typed.empty()) {
    pen_.line(left_pt, top_pt + 0.62 * control_pt_, wide_pt, text("Nothing is called that"), detail);
    return;
  }
  // Two columns where the picture is wide and low.
  const double columns = is_tall_ ? 1.0 : 2.0;
  const double column_pt = (wide_pt - (columns - 1.0) * gap_pt_) / columns;
  for (std::size_t i = 0; i < facts_.found.size(); ++i) {
    const auto column = static_cast<double>(i % static_cast<std::size_t>(columns));
    if (column == 0.0 && i > 0) top_pt += high_pt + 0.3 * gap_pt_;
    if (top_pt + high_pt > end_pt) break;
    const double at_pt = left_pt + column * (column_pt + gap_pt_);
    const KioskBox box{at_pt, top_pt, at_pt + column_pt, top_pt + high_pt};
    pen_.round_box(box.left_pt, box.top_pt, box.right_pt, box.bottom_pt, 0.16 * control_pt_,
                   is_pressed(box) ? theme_.control_active : theme_.card, 1.0, theme_.panel_line);
    const double text_pt = box.left_pt + 0.3 * control_pt_, text_room_pt = box.width_pt() - 0.6 * control_pt_;
    pen_.line(text_pt, box.top_pt + 0.52 * control_pt_, text_room_pt, facts_.found[i].name, name);
    pen_.line(text_pt, box.top_pt + 0.96 * control_pt_, text_room_pt, facts_.found[i].detail, detail);
    target(box, ChooseFound{i}, facts_.found[i].name);
  }
}

void KioskPainter::draw_sources() {
  const KioskBox room = sheet(language::noted("Sources"));
  const double code_pt = std::max(kCode * control_pt_, kCode_mm * sizes_.px_per_mm / sizes_.px_per_pt);
  const Type lead{.size_pt = kText * control_pt_, .colour = theme_.text_second};
  pen_.paragraph(room.left_pt, room.top_pt + lead.size_pt, room.width_pt(), kLeading_em * lead.size_pt,
                 text("Point a phone's camera at a code to read the source itself."), lead, 2);
  const double columns = is_tall_ ? 1.0 : 2.0;
  const double column_pt = (room.width_pt() - (columns - 1.0) * 2.0 * gap_pt_) / columns;
  double top_pt = room.top_pt + 2.6 * kLeading_em * lead.size_pt;
  const Type name{.face = Face::kSemiBold, .size_pt = 0.34 * control_pt_, .colour = theme_.text};
  const Type url{.size_pt = 0.26 * control_pt_, .colour = theme_.text_third};
  for (std::size_t i = 0; i < facts_.sources.size(); ++i) {
    const auto column = static_cast<double>(i % static_cast<std::size_t>(columns));
    if (column == 0.0 && i > 0) top_pt += code_pt + gap_pt_;
    if (top_pt + code_pt > room.bottom_pt) {
      const auto left = static_cast<long long>(facts_.sources.size() - i);
      pen_.line(room.left_pt, room.bottom_pt - 0.1 * control_pt_, room.width_pt(),
                language_.filled("and {} more", language_.number(left)), lead);
      break;
    }
    const double left_pt = room.left_pt + column * (column_pt + 2.0 * gap_pt_);
    const double text_pt = left_pt + code_pt + gap_pt_, text_room_pt = column_pt - code_pt - gap_pt_;
    code({left_pt, top_pt, left_pt + code_pt, top_pt + code_pt}, facts_.sources[i].url);
    const double below_pt = pen_.paragraph(text_pt, top_pt + 0.5 * control_pt_, text_room_pt, 1.25 * name.size_pt,
                                           facts_.sources[i].name, name, 3);
    pen_.line(text_pt, below_pt + 1.8 * url.size_pt, text_room_pt, host_of(facts_.sources[i].url), url);
  }
}

void KioskPainter::draw_pin() {
  const KioskBox room = sheet(language::noted("For the staff"));
  const double wide_pt = 3.0 * 1.6 * control_pt_ + 2.0 * gap_pt_, left_pt = 0.5 * (width_pt_ - wide_pt);
  const double pad_pt = 4.0 * control_pt_ + 3.0 * gap_pt_;
  double top_pt = sizes_.has_low_controls ? room.bottom_pt - pad_pt
                                          : room.top_pt + std::max(0.0, 0.5 * (room.height_pt() - pad_pt));
  Type type{.size_pt = 0.5 * control_pt_,
            .colour = facts_.pin_failed ? theme_.failure : theme_.text,
            .align = Align::kCentre};
  std::string dots;
  for (std::size_t i = 0; i < facts_.state.typed.size(); ++i) dots += "●";
  const bool is_empty = facts_.state.typed.empty();
  if (is_empty) type.size_pt *= 0.66;
  pen_.text(0.5 * width_pt_, top_pt - 0.45 * control_pt_,
            is_empty ? (facts_.pin_failed ? text("That is not the PIN") : text("PIN")) : dots, type);
  constexpr std::array<const char*, 9> kDigits = {"1", "2", "3", "4", "5", "6", "7", "8", "9"};
  const auto at = [&](int column, int row) {
    const double x_pt = left_pt + column * (1.6 * control_pt_ + gap_pt_), y_pt = top_pt + row * (control_pt_ + gap_pt_);
    return KioskBox{x_pt, y_pt, x_pt + 1.6 * control_pt_, y_pt + control_pt_};
  };
  constexpr double kCorner = 0.2;
  for (int i = 0; i < 9; ++i) {
    button(at(i % 3, i / 3), kDigits[static_cast<std::size_t>(i)],
           model::KioskCommand(model::TypeLetter{kDigits[static_cast<std::size_t>(i)]}), Rank::kKey, kCorner);
  }
  button(at(0, 3), "⌫", model::KioskCommand(model::EraseLetter{}), Rank::kKey, kCorner);
  targets_.back().name = text("Erase");
  button(at(1, 3), "0", model::KioskCommand(model::TypeLetter{"0"}), Rank::kKey, kCorner);
  button(at(2, 3), "✓", EnterPin{}, Rank::kKey, kCorner);
  targets_.back().name = text("Enter");
}

}  // namespace spreadmap::scene
