#include "scene/kiosk_controls.h"

#include <cmath>

#include "scene/kiosk_parts.h"

namespace spreadmap::scene {
namespace {

using text::Face;

// Of a control's height: its type, and what stands between two.
constexpr double kType = 0.34, kGap = 0.22;
// The look's own height of a control, layout points (look-kiosk.png), and how much of the picture's shorter side it may be.
constexpr double kLook_pt = 72.0, kMostOfSide = 0.14;

double shorter_px(SizePx size) { return std::min(size.width_px, size.height_px); }

}  // namespace

double KioskSizes::control_px() const {
  return std::min(std::max(kLook_pt * px_per_pt, kTouch_mm * px_per_mm), kMostOfSide * shorter_px(size));
}

double KioskSizes::margin_px() const { return 0.037 * shorter_px(size); }

double KioskSizes::card_width_px() const {
  return std::min(size.width_px - 2.0 * margin_px(), (is_tall() ? 13.5 : 8.2) * control_px());
}

PixelPoint KioskSizes::shift_px() const {
  // Every place once before the first comes again, and none beside the one before: 3 has no divisor in common with 7.
  constexpr int kSide = 2 * kMostShift_px + 1;
  const int at = turn % (kSide * kSide);
  return {static_cast<float>(3 * at % kSide - kMostShift_px),
          static_cast<float>((3 * at + at / kSide) % kSide - kMostShift_px)};
}

model::SafeArea kiosk_safe_area(const KioskSizes& sizes) {
  // On whole pixels, so that crisp edges stay crisp.
  const PixelPoint shift = sizes.shift_px();
  const double row_px = std::round(kKioskRow * sizes.control_px());
  const auto right_px = static_cast<double>(shift.x_px), down_px = static_cast<double>(shift.y_px);
  return {.left = (kMostShift_px + right_px) / sizes.size.width_px,
          .top = (kMostShift_px + down_px) / sizes.size.height_px,
          .right = (kMostShift_px - right_px) / sizes.size.width_px,
          .bottom = (row_px + kMostShift_px - down_px) / sizes.size.height_px};
}

const KioskTarget* target_at(const std::vector<KioskTarget>& targets, PixelPoint at) {
  const auto found = std::find_if(targets.rbegin(), targets.rend(),
                                  [&](const KioskTarget& target) { return target.rect.contains(at); });
  return found == targets.rend() ? nullptr : &*found;
}

KioskPainter::KioskPainter(const KioskFacts& facts, const KioskSizes& sizes, const style::Theme& theme,
                           const language::Language& language, const PixelRect& map, const Pen& pen)
    : facts_(facts),
      sizes_(sizes),
      theme_(theme),
      language_(language),
      map_px_(map),
      pen_(pen),
      width_pt_(sizes.size.width_px / sizes.px_per_pt),
      height_pt_(sizes.size.height_px / sizes.px_per_pt),
      control_pt_(sizes.control_px() / sizes.px_per_pt),
      margin_pt_(sizes.margin_px() / sizes.px_per_pt),
      gap_pt_(kGap * control_pt_),
      is_tall_(sizes.is_tall()) {}

KioskBox KioskPainter::row_box() const {
  const PixelPoint shift = sizes_.shift_px();
  const double right_pt = static_cast<double>(shift.x_px) / sizes_.px_per_pt;
  const double foot_pt = height_pt_ + (static_cast<double>(shift.y_px) - kMostShift_px) / sizes_.px_per_pt;
  return {margin_pt_ + right_pt, foot_pt - kKioskRow * control_pt_, width_pt_ - margin_pt_ + right_pt, foot_pt};
}

bool KioskPainter::is_pressed(const KioskBox& box) const {
  if (!facts_.pressed) return false;
  const double x_pt = static_cast<double>(facts_.pressed->x_px) / sizes_.px_per_pt,
               y_pt = static_cast<double>(facts_.pressed->y_px) / sizes_.px_per_pt;
  return x_pt >= box.left_pt && x_pt < box.right_pt && y_pt >= box.top_pt && y_pt < box.bottom_pt;
}

void KioskPainter::target(const KioskBox& box, std::optional<KioskAction> action, std::string name) {
  const auto px = [this](double pt) { return static_cast<float>(pt * sizes_.px_per_pt); };
  targets_.push_back(
      {{px(box.left_pt), px(box.top_pt), px(box.right_pt), px(box.bottom_pt)}, std::move(action), std::move(name)});
}

void KioskPainter::button(const KioskBox& box, const std::string& text, KioskAction action, Rank rank,
                          double corner_share) {
  const bool is_first = rank == Rank::kFirst, is_down = is_pressed(box);
  const Srgb8 fill = is_first ? theme_.text : is_down ? theme_.control_active : theme_.control;
  const Srgb8 line = is_down ? theme_.text : theme_.panel_line;
  const double corner_pt = corner_share * std::min(box.width_pt(), box.height_pt());
  pen_.round_box(box.left_pt, box.top_pt, box.right_pt, box.bottom_pt, corner_pt, fill, is_first ? 0.0 : 1.5, line);
  Type type{.face = is_first ? Face::kSemiBold : Face::kRegular,
            .size_pt = (is_first             ? 1.15
                        : rank == Rank::kKey ? 1.2
                                             : 1.0) *
                       kType * control_pt_,
            .colour = is_first ? theme_.ground : theme_.text};
  const double room_pt = box.width_pt() - (rank == Rank::kKey ? 0.1 : 0.5) * control_pt_;
  type = pen_.fitted(type, text, room_pt);
  type.align = Align::kCentre;
  // Capitals of Inter are 0.727 of its size high.
  pen_.text(box.middle_x_pt(), box.middle_y_pt() + 0.36 * type.size_pt, text, type);
  target(box, std::move(action), text);
}

void KioskPainter::close_button(const KioskBox& sheet, KioskAction action) {
  const KioskBox box{sheet.right_pt - control_pt_, sheet.top_pt, sheet.right_pt, sheet.top_pt + control_pt_};
  pen_.circle(box.middle_x_pt(), box.middle_y_pt(), 0.5 * control_pt_,
              is_pressed(box) ? theme_.control_active : theme_.control, 1.5, theme_.panel_line);
  const Type type{.size_pt = 0.55 * control_pt_, .colour = theme_.text, .align = Align::kCentre};
  pen_.text(box.middle_x_pt(), box.middle_y_pt() + 0.36 * type.size_pt, "×", type);
  target(box, std::move(action), text("Close"));
}

void KioskPainter::draw_begin() {
  const KioskBox row = row_box();
  const auto count = static_cast<double>(std::max<std::size_t>(facts_.languages.size(), 1));
  const double most_pt = 6.5 * control_pt_;
  const double wide_pt = std::min((row.width_pt() - (count - 1.0) * gap_pt_) / count, most_pt);
  double left_pt = row.middle_x_pt() - (count * wide_pt + (count - 1.0) * gap_pt_) / 2.0;
  const double top_pt = row.middle_y_pt() - 0.55 * control_pt_, bottom_pt = top_pt + 1.1 * control_pt_;
  for (const KioskLanguage& language : facts_.languages) {
    button({left_pt, top_pt, left_pt + wide_pt, bottom_pt}, language.language->text(language::noted("Touch to begin")),
           SpeakLanguage{language.tag}, Rank::kFirst);
    left_pt += wide_pt + gap_pt_;
  }
}

void KioskPainter::draw_row() {
  const KioskBox row = row_box();
  const double middle_pt = row.middle_x_pt(), large_pt = kKioskLarge * control_pt_;
  const KioskBox play{middle_pt - 0.5 * large_pt, row.middle_y_pt() - 0.5 * large_pt, middle_pt + 0.5 * large_pt,
                      row.middle_y_pt() + 0.5 * large_pt};
  pen_.circle(middle_pt, play.middle_y_pt(), 0.5 * large_pt, is_pressed(play) ? theme_.control_active : theme_.control,
              1.5, theme_.panel_line);
  const double sign_pt = 0.2 * large_pt;
  if (facts_.is_playing) {
    for (const double side : {-1.0, 1.0}) {
      pen_.crisp_box(middle_pt + side * 0.6 * sign_pt - 0.26 * sign_pt, play.middle_y_pt() - sign_pt,
                     middle_pt + side * 0.6 * sign_pt + 0.26 * sign_pt, play.middle_y_pt() + sign_pt, theme_.text);
    }
  } else {
    pen_.triangle(middle_pt + 0.12 * sign_pt, play.middle_y_pt(), 0.9 * sign_pt, 1.05 * sign_pt, theme_.text);
  }
  target(play, TogglePlayback{}, facts_.is_playing ? text("Pause") : text("Play"));

  const double top_pt = row.middle_y_pt() - 0.5 * control_pt_, bottom_pt = top_pt + control_pt_;
  const double side_pt = 0.5 * (row.width_pt() - large_pt) - gap_pt_;
  const double wide_pt = std::min(0.5 * (side_pt - gap_pt_), 4.0 * control_pt_);
  const auto at = [&](double left_pt) { return KioskBox{left_pt, top_pt, left_pt + wide_pt, bottom_pt}; };
  // The next of the languages: with two, the other one.
  const auto spoken = std::ranges::find(facts_.languages, facts_.spoken, &KioskLanguage::tag);
  if (facts_.languages.size() > 1 && spoken != facts_.languages.end()) {
    const auto next = std::next(spoken) == facts_.languages.end() ? facts_.languages.begin() : std::next(spoken);
    button(at(row.left_pt), language::own_name(next->tag), SpeakLanguage{next->tag});
  }
  if (!facts_.sources.empty()) {
    button(at(row.left_pt + wide_pt + gap_pt_), text("Sources"),
           model::KioskCommand(model::OpenSheet{model::KioskSheet::kSources}));
  }
  button(at(row.right_pt - 2.0 * wide_pt - gap_pt_), text("Start over"), model::KioskCommand(model::EndVisit{}));
  button(at(row.right_pt - wide_pt), text("Find your town"),
         model::KioskCommand(model::OpenSheet{model::KioskSheet::kFind}));
}

void KioskPainter::draw_countdown() {
  if (!facts_.countdown_s) return;
  pen_.crisp_box(0.0, 0.0, width_pt_, height_pt_, with_opacity(theme_.ground, 0.93));
  const double middle_pt = 0.5 * width_pt_, high_pt = sizes_.has_low_controls ? 0.62 * height_pt_ : 0.46 * height_pt_;
  const double inset_pt = 0.8 * control_pt_;
  const double half_pt = 0.5 * std::min(13.0 * control_pt_, width_pt_ - 2.0 * margin_pt_);
  const double room_pt = 2.0 * (half_pt - inset_pt);
  Type line{.face = Face::kSemiBold, .size_pt = 0.62 * control_pt_, .colour = theme_.text};
  const auto centred = [&](double baseline_pt, const std::string& words, Type type) {
    type = pen_.fitted(type, words, room_pt);
    type.align = Align::kCentre;
    pen_.text(middle_pt, baseline_pt, words, type);
  };
  // On a card: bright type and labels of the map shine through any veil that still shows the map.
  pen_.round_box(middle_pt - half_pt, high_pt - 2.65 * control_pt_ - inset_pt, middle_pt + half_pt,
                 high_pt + 2.7 * control_pt_ + inset_pt, 0.3 * control_pt_, theme_.card, 1.0, theme_.panel_line);
  centred(high_pt - 2.2 * control_pt_, text("Is anybody there?"), line);
  const Type figure{
      .face = Face::kDisplayBold, .size_pt = 2.8 * control_pt_, .colour = theme_.partnership, .tabular = true};
  centred(high_pt + 0.6 * control_pt_, language_.number(std::llround(std::ceil(*facts_.countdown_s))), figure);
  line.size_pt *= 0.72;
  centred(high_pt + 1.8 * control_pt_, text("Touch the screen to go on"), line);
  line.face = Face::kRegular;
  line.colour = theme_.text_second;
  line.size_pt *= 0.8;
  centred(high_pt + 2.6 * control_pt_, text("Else everything begins again for the next visitor"), line);
}

std::vector<KioskTarget> add_kiosk_controls(const KioskFacts& facts, const KioskSizes& sizes, const style::Theme& theme,
                                            const text::FontSet& fonts, const language::Language& language,
                                            Frame& frame) {
  const Pen pen(fonts, sizes.px_per_pt, frame.controls, frame.controls_text);
  KioskPainter painter(facts, sizes, theme, language, frame.map_rect, pen);
  if (facts.countdown_s) {
    painter.draw_countdown();
    return painter.take_targets();
  }
  switch (facts.state.sheet) {
    case model::KioskSheet::kNone:
      if (facts.state.is_visited) {
        painter.draw_row();
        painter.draw_card();
      } else {
        painter.draw_begin();
      }
      break;
    case model::KioskSheet::kFind:
      painter.draw_find();
      break;
    case model::KioskSheet::kSources:
      painter.draw_sources();
      break;
    case model::KioskSheet::kPin:
      painter.draw_pin();
      break;
  }
  return painter.take_targets();
}

}  // namespace spreadmap::scene
