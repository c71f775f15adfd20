#include "scene/speaker_frame.h"

#include <algorithm>
#include <cmath>

#include "scene/pen.h"

namespace spreadmap::scene {
namespace {

using text::Face;

// The window that the layout is drawn for, and what stands between its parts.
constexpr double kWide_pt = 1280.0, kHigh_pt = 720.0, kMargin_pt = 32.0, kGap_pt = 28.0;
constexpr double kHeadPt = 54.0;
constexpr double kLeastBeside = 0.3;  // of the window's width
constexpr double kNotes_pt = 27.0, kLeastNotes_pt = 15.0, kLeading_em = 1.42;

struct Box {
  double left_pt, top_pt, width_pt, height_pt;
  [[nodiscard]] double right_pt() const { return left_pt + width_pt; }
  [[nodiscard]] double bottom_pt() const { return top_pt + height_pt; }
};

/// The largest box of a form within another, at its top left.
Box within(const Box& room, double aspect) {
  const double width_pt = std::min(room.width_pt, room.height_pt * aspect);
  return {room.left_pt, room.top_pt, width_pt, width_pt / aspect};
}

PixelRect pixels(const Box& box, double px_per_pt) {
  const auto px = [px_per_pt](double pt) { return static_cast<float>(std::round(pt * px_per_pt)); };
  return {px(box.left_pt), px(box.top_pt), px(box.right_pt()), px(box.bottom_pt())};
}

/// Draws one part after the other.
class SpeakerPainter {
 public:
  SpeakerPainter(const exhibit::Exhibit& exhibit, const style::Theme& theme, const language::Language& language,
                 const SpeakerFacts& facts, const Pen& pen, Box window)
      : exhibit_(exhibit), theme_(theme), language_(language), facts_(facts), pen_(pen), window_(window) {}

  /// Where the wall's picture and that of the next cue stand.
  [[nodiscard]] Box now(double aspect) const {
    const double share = window_.width_pt >= window_.height_pt ? 0.5 : 1.0;
    return within({kMargin_pt, kMargin_pt + kHeadPt,
                   share * (window_.width_pt - 2.0 * kMargin_pt) - (share < 1.0 ? 0.5 * kGap_pt : 0.0),
                   0.46 * (window_.height_pt - 2.0 * kMargin_pt)},
                  aspect);
  }
  /// Whether what is next stands beside the first picture: in wide windows, and where it is no smaller there than below.
  [[nodiscard]] bool is_beside(const Box& now, double aspect) const {
    if (window_.width_pt >= window_.height_pt) return true;
    return room_beside(now) >= kLeastBeside * window_.width_pt &&
           beside(now, aspect).width_pt >= below(now, aspect).width_pt;
  }
  [[nodiscard]] Box next(const Box& now, double aspect) const {
    return is_beside(now, aspect) ? beside(now, aspect) : below(now, aspect);
  }
  void draw_head() const;
  void draw_frame(const Box& picture) const;
  /// Of the next cue, beside or below its picture.
  void draw_next(const Box& picture, bool is_beside) const;
  void draw_notes(double top_pt) const;
  [[nodiscard]] bool has_next() const { return facts_.cue + 1 < exhibit_.cues.size(); }

 private:
  [[nodiscard]] double room_beside(const Box& now) const {
    return window_.width_pt - kMargin_pt - now.right_pt() - kGap_pt;
  }
  [[nodiscard]] Box beside(const Box& now, double aspect) const {
    const double left_pt = now.right_pt() + kGap_pt, room_pt = room_beside(now);
    if (window_.width_pt >= window_.height_pt)
      return within({left_pt, now.top_pt, 0.5 * room_pt, now.height_pt}, aspect);
    // The foot of the column is left to its words.
    return within({left_pt, now.top_pt, room_pt, 0.6 * now.height_pt}, aspect);
  }
  [[nodiscard]] static Box below(const Box& now, double aspect) {
    return within({kMargin_pt, now.bottom_pt() + kGap_pt, 0.4 * now.width_pt, 0.4 * now.height_pt}, aspect);
  }
  [[nodiscard]] const std::string& in_language(const exhibit::LocalText& text) const {
    return text.in(language_.tag());
  }
  /// What a cue is called: its heading, or that of its card.
  [[nodiscard]] std::string name_of(const exhibit::CueSpec& cue) const {
    if (!cue.title.is_empty()) return in_language(cue.title);
    if (cue.card == exhibit::CueCard::kTitle) return in_language(exhibit_.title);
    if (cue.card == exhibit::CueCard::kCredits) return language_.text("Sources");
    return cue.id;
  }
  [[nodiscard]] Type small(Srgb8 colour) const { return {.size_pt = 15.0, .colour = colour}; }

  const exhibit::Exhibit& exhibit_;
  const style::Theme& theme_;
  const language::Language& language_;
  const SpeakerFacts& facts_;
  const Pen& pen_;
  Box window_;
};

void SpeakerPainter::draw_head() const {
  const double baseline_pt = kMargin_pt + 30.0, right_pt = window_.width_pt - kMargin_pt;
  const Type figures{.face = Face::kDisplaySemiBold, .size_pt = 36.0, .colour = theme_.text, .tabular = true};
  const std::string count = language_.filled("{} of {}", language_.number(static_cast<long long>(facts_.cue) + 1),
                                             language_.number(static_cast<long long>(exhibit_.cues.size())));
  const double width_pt = pen_.text(kMargin_pt, baseline_pt, count, figures);
  if (!facts_.typed.empty()) {
    Type typed = figures;
    typed.colour = theme_.link;
    pen_.text(kMargin_pt + width_pt + kGap_pt, baseline_pt, "→ " + facts_.typed, typed);
  } else if (facts_.is_wall_covered) {
    Type covered = small(theme_.failure);
    covered.face = Face::kSemiBold;
    pen_.text(kMargin_pt + width_pt + kGap_pt, baseline_pt, language_.text("The wall is covered"), covered);
  }
  Type clock = figures;
  clock.align = Align::kRight;
  const double clock_pt = pen_.text(right_pt, baseline_pt, facts_.clock, clock);
  Type timer = clock;
  timer.colour = theme_.partnership;
  pen_.text(right_pt - clock_pt - 1.5 * kGap_pt, baseline_pt, elapsed_text(facts_.elapsed_s), timer);
}

void SpeakerPainter::draw_frame(const Box& picture) const {
  constexpr double kLine_pt = 1.0;
  pen_.crisp_box(picture.left_pt - kLine_pt, picture.top_pt - kLine_pt, picture.right_pt() + kLine_pt,
                 picture.bottom_pt() + kLine_pt, theme_.panel_line);
}

void SpeakerPainter::draw_next(const Box& picture, bool is_beside) const {
  const double left_pt = is_beside ? picture.left_pt : picture.right_pt() + kGap_pt;
  const double room_pt = window_.width_pt - kMargin_pt - left_pt;
  const double top_pt = is_beside && has_next() ? picture.bottom_pt() + 10.0 : picture.top_pt;
  Type heading = small(theme_.text_third);
  heading.face = Face::kSemiBold;
  heading.tracking_em = 0.06;
  pen_.text(left_pt, top_pt + 15.0,
            language_.capitals(language_.text(has_next() ? language::noted("Next") : language::noted("The last cue"))),
            heading);
  if (!has_next()) return;
  const exhibit::CueSpec& cue = exhibit_.cues[facts_.cue + 1];
  const Type title{.face = Face::kSemiBold, .size_pt = 21.0, .colour = theme_.text};
  const double baseline_pt = pen_.block(left_pt, top_pt + 44.0, room_pt, 1.2, name_of(cue), title, 2);
  const Type text{.size_pt = 16.0, .colour = theme_.text_second};
  if (!cue.text.is_empty()) pen_.paragraph(left_pt, baseline_pt + 26.0, room_pt, 23.0, in_language(cue.text), text, 3);
}

void SpeakerPainter::draw_notes(double top_pt) const {
  const exhibit::CueSpec& cue = exhibit_.cues[facts_.cue];
  const double room_pt = window_.width_pt - 2.0 * kMargin_pt;
  const Type title{.face = Face::kDisplaySemiBold, .size_pt = 30.0, .colour = theme_.text};
  const double title_pt = pen_.block(kMargin_pt, top_pt + 30.0, room_pt, 1.15, name_of(cue), title, 2);
  const std::string& notes = in_language(cue.notes);
  const double left_pt = window_.height_pt - kMargin_pt - title_pt;
  if (notes.empty()) {
    pen_.text(kMargin_pt, title_pt + 40.0, language_.text("No notes for this cue"), small(theme_.text_third));
    return;
  }
  Type type{.size_pt = kNotes_pt, .colour = theme_.text};
  const auto lines_there = [&] {
    return static_cast<int>((left_pt - 0.4 * type.size_pt) / (kLeading_em * type.size_pt));
  };
  while (type.size_pt > kLeastNotes_pt && pen_.lines(room_pt, notes, type) > lines_there()) type.size_pt *= 0.96;
  const double leading_pt = kLeading_em * type.size_pt;
  pen_.paragraph(kMargin_pt, title_pt + 1.2 * leading_pt, room_pt, leading_pt, notes, type, std::max(lines_there(), 1));
}

}  // namespace

double speaker_px_per_pt(SizePx size) {
  const double longer_pt = std::max(size.width_px, size.height_px) / kWide_pt;
  return std::clamp(std::min(longer_pt, std::min(size.width_px, size.height_px) / kHigh_pt), 0.5, 4.0);
}

std::string elapsed_text(double seconds) {
  const auto whole = static_cast<long long>(std::max(seconds, 0.0));
  const long long hours = whole / 3600, minutes = whole / 60 % 60;
  if (hours > 0) return fmt::format("{}:{:02}:{:02}", hours, minutes, whole % 60);
  return fmt::format("{}:{:02}", minutes, whole % 60);
}

void build_speaker_frame(const exhibit::Exhibit& exhibit, const style::Theme& theme, const text::FontSet& fonts,
                         const language::Language& language, const SpeakerFacts& facts, SizePx wall, SizePx size,
                         SpeakerFrame& out) {
  Frame& frame = out.frame;
  frame = Frame{};
  frame.size = size;
  const double px_per_pt = speaker_px_per_pt(size);
  frame.px_per_pt = static_cast<float>(px_per_pt);
  const Pen pen(fonts, px_per_pt, frame.furniture, frame.furniture_text);
  const Box window{0.0, 0.0, size.width_px / px_per_pt, size.height_px / px_per_pt};
  pen.crisp_box(0.0, 0.0, window.width_pt, window.height_pt, theme.ground);
  const SpeakerPainter speaker(exhibit, theme, language, facts, pen, window);
  const double aspect = static_cast<double>(wall.width_px) / wall.height_px;
  const Box now = speaker.now(aspect), next = speaker.next(now, aspect);
  speaker.draw_head();
  speaker.draw_frame(now);
  if (speaker.has_next()) speaker.draw_frame(next);
  const bool is_beside = speaker.is_beside(now, aspect);
  speaker.draw_next(next, is_beside);
  speaker.draw_notes((is_beside ? now.bottom_pt() : next.bottom_pt()) + kGap_pt);
  out.now = pixels(now, px_per_pt);
  out.next = speaker.has_next() ? std::optional(pixels(next, px_per_pt)) : std::nullopt;
}

}  // namespace spreadmap::scene
