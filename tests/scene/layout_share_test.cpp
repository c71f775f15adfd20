// What the map keeps, whatever is written round it: laws over furniture, sizes, safe areas, texts and scales of type.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "scene/layout.h"

namespace spreadmap::scene {
namespace {

constexpr std::array<SizePx, 5> kSizes{{{1920, 1080}, {1080, 1920}, {1080, 1080}, {1080, 1350}, {2520, 1080}}};
constexpr model::SafeArea kStory{0.06, 0.14, 0.06, 0.2};

/// Texts as of an exhibit, each letter as wide as Inter's are on average.
struct Written {
  int title_letters = 27, heading_letters = 30, cue_letters = 160, kinds = 3;
  double figures_em = 6.4;

  [[nodiscard]] TextWidths widths() const {
    constexpr double kLetter_em = 0.55;
    const auto lines = [](int letters, double size_pt, double room_pt) {
      const int in_a_line = std::max(8, static_cast<int>(room_pt / (kLetter_em * size_pt)) - 4);
      return (letters + in_a_line - 1) / in_a_line;
    };
    TextWidths widths{kLetter_em * title_letters, 100.0, 36.0, figures_em};
    const Written self = *this;
    widths.caption_lines = [self, lines](double title_pt, double text_pt, double room_pt) {
      return CaptionLines{lines(self.heading_letters, title_pt, room_pt), lines(self.cue_letters, text_pt, room_pt)};
    };
    widths.legend_rows = [self](double text_scale, double room_pt) {
      const int in_a_row = std::max(1, static_cast<int>(room_pt / (270.0 * text_scale)));
      return std::max(1, (self.kinds + in_a_row - 1) / in_a_row);
    };
    return widths;
  }
};

/// Small cases find no fault here: all are as large as they come.
int any(int from, int to) { return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(from, to)); }

Written any_texts(int most_cue_letters = 400) {
  return {any(4, 91), any(0, 41), any(0, most_cue_letters + 1), any(1, 13), 0.1 * any(6, 70)};
}

/// No bars, those of a picture frame, or on a phone's picture those of the app round it.
model::SafeArea usual_safe_area(SizePx size) {
  const int which = any(0, 3);
  if (which == 0) return {};
  return which == 1 || size.height_px <= size.width_px * 3 / 2 ? model::SafeArea{0.05, 0.05, 0.05, 0.05} : kStory;
}

model::Furniture any_furniture() {
  const auto maybe = [] { return *rc::gen::arbitrary<bool>(); };
  return {maybe(), maybe(), maybe(), maybe(), maybe()};
}

Layout laid_out(SizePx size, const model::Furniture& furniture, double viewer_scale, const Written& texts,
                bool has_caption, const model::SafeArea& safe) {
  return layout_of(size, px_per_pt_of(size, 0.0, safe), furniture, viewer_scale, texts.widths(), 0.0, has_caption,
                   safe);
}

double part_of_height(const Layout& layout) { return layout.map.height_pt() / layout.safe.height_pt(); }

bool overlap(const UiRect& a, const UiRect& b) {
  constexpr double kSlack_pt = 1e-6;
  return a.left_pt < b.right_pt - kSlack_pt && b.left_pt < a.right_pt - kSlack_pt &&
         a.top_pt < b.bottom_pt - kSlack_pt && b.top_pt < a.bottom_pt - kSlack_pt;
}

/// All that is written, by name; what is off or empty is left out.
std::vector<std::pair<std::string, UiRect>> parts_of(const Layout& layout, const model::Furniture& furniture,
                                                     const Written& texts, bool has_caption) {
  constexpr double kCap_em = 0.73;
  std::vector<std::pair<std::string, UiRect>> parts{{"map", layout.map_cut}};
  const double title_pt = layout.title_lines > 1
                              ? layout.title_room_pt
                              : std::min(layout.title_room_pt, texts.widths().title_em * layout.title_size_pt);
  if (furniture.title) {
    parts.push_back({"title",
                     {layout.left_pt, layout.title_baseline_pt - kCap_em * layout.title_size_pt,
                      layout.left_pt + title_pt, layout.subtitle_baseline_pt}});
  }
  if (furniture.counter) parts.push_back({"figures", layout.figures});
  if (furniture.counter) {
    parts.push_back({"below the figures",
                     {layout.counter.left_pt, layout.note_baseline_pt - kCap_em * layout.note_size_pt,
                      layout.counter.right_pt, layout.counter.bottom_pt}});
  }
  if (furniture.legend && layout.legend.height_pt() > 0.0) parts.push_back({"legend", layout.legend});
  if (furniture.strip) parts.push_back({"strip", layout.strip});
  if (has_caption) parts.push_back({"caption", layout.caption});
  if (furniture.credits) {
    parts.push_back({"credits",
                     {layout.credits_left_pt,
                      layout.credits_baseline_pt - (layout.credits_lines - 1) * layout.credits_leading_pt -
                          kCap_em * layout.credits_size_pt,
                      layout.credits_right_pt, layout.credits_baseline_pt}});
  }
  return parts;
}

RC_GTEST_PROP(TheMap, KeepsItsPartInEveryFormat, ()) {
  constexpr int kCueLetters = 170;  // of a cue that says one thing
  const SizePx size = *rc::gen::elementOf(kSizes);
  const bool has_caption = *rc::gen::arbitrary<bool>();
  const double viewer_scale = 1.0 + 0.1 * any(0, 6);
  const Layout layout =
      laid_out(size, any_furniture(), viewer_scale, any_texts(kCueLetters), has_caption, usual_safe_area(size));
  RC_ASSERT(part_of_height(layout) >= maps_part(has_caption, viewer_scale) - 1e-9);
  RC_ASSERT(layout.map.height_pt() >= layout.caption.height_pt());
  RC_ASSERT(layout.map.width_pt() >= 0.6 * layout.safe.width_pt());
}

RC_GTEST_PROP(TheMap, KeepsMostOfItUnderWordsWithoutEnd, ()) {
  const SizePx size = *rc::gen::elementOf(kSizes);
  const double viewer_scale = 1.0 + 0.1 * any(0, 6);
  const Layout layout = laid_out(size, any_furniture(), viewer_scale, any_texts(), true, usual_safe_area(size));
  RC_ASSERT(part_of_height(layout) >= 0.66 * maps_part(true, viewer_scale));
  RC_ASSERT(layout.map.height_pt() >= 0.66 * layout.caption.height_pt());
}

RC_GTEST_PROP(TheMap, KeepsASixthOfAnyPicture, ()) {
  const SizePx size{any(320, 4000), any(320, 4000)};
  const auto share = [] { return 0.01 * any(0, 25); };
  const model::SafeArea safe{share(), share(), share(), share()};
  const double viewer_scale = 1.0 + 0.1 * any(0, 6);
  const Layout layout = laid_out(size, any_furniture(), viewer_scale, any_texts(), *rc::gen::arbitrary<bool>(), safe);
  RC_ASSERT(part_of_height(layout) >= 1.0 / 6.0);
}

RC_GTEST_PROP(Parts, StandApartWithinTheSafeArea, ()) {
  const SizePx size =
      *rc::gen::arbitrary<bool>() ? *rc::gen::elementOf(kSizes) : SizePx{any(320, 4000), any(320, 4000)};
  const auto share = [] { return 0.01 * any(0, 25); };
  const model::SafeArea safe{share(), share(), share(), share()};
  const double viewer_scale = 1.0 + 0.1 * any(0, 21);
  const bool has_caption = *rc::gen::arbitrary<bool>();
  const model::Furniture furniture = any_furniture();
  const Written texts = any_texts();
  const Layout layout = laid_out(size, furniture, viewer_scale, texts, has_caption, safe);
  const auto parts = parts_of(layout, furniture, texts, has_caption);
  constexpr double kSlack_pt = 1e-6;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (overlap(parts[i].second, parts[j].second)) RC_FAIL(parts[i].first + " runs over the " + parts[j].first);
    }
    const UiRect& rect = i == 0 ? layout.map : parts[i].second;
    if (rect.left_pt < layout.safe.left_pt - kSlack_pt || rect.right_pt > layout.safe.right_pt + kSlack_pt ||
        rect.top_pt < layout.safe.top_pt - kSlack_pt || rect.bottom_pt > layout.safe.bottom_pt + kSlack_pt) {
      RC_FAIL(parts[i].first + " leaves the safe area");
    }
  }
}

RC_GTEST_PROP(WordsOfACue, CanBeReadOnAPhone, ()) {
  const SizePx size = *rc::gen::element(SizePx{1080, 1920}, SizePx{1080, 1080}, SizePx{1080, 1350});
  const double viewer_scale = 1.0 + 0.1 * any(0, 6);
  const Layout layout = laid_out(size, any_furniture(), viewer_scale, any_texts(), true, usual_safe_area(size));
  constexpr double kLeast_px = 28.0;
  RC_ASSERT(layout.caption_text_pt * layout.px_per_pt >= kLeast_px);
  RC_ASSERT(layout.caption_title_pt >= layout.caption_text_pt);
}

TEST(WordsOfACue, OfFourHundredLettersAreAllThere) {
  for (const SizePx size : kSizes) {
    for (const model::SafeArea& safe : {model::SafeArea{}, kStory}) {
      for (const double viewer_scale : {1.0, 1.5}) {
        const Written texts{90, 50, 400, 12, 6.4};
        const Layout layout = laid_out(size, {}, viewer_scale, texts, true, safe);
        const CaptionLines needed =
            texts.widths().caption_lines(layout.caption_title_pt, layout.caption_text_pt, layout.caption_room_pt);
        EXPECT_GE(layout.caption_lines.text, needed.text) << size.width_px << "x" << size.height_px << viewer_scale;
        EXPECT_GE(layout.caption_lines.title, needed.title);
      }
    }
  }
}

RC_GTEST_PROP(TheLegend, GivesWayBeforeTheStripAndTheNotes, ()) {
  const SizePx size = *rc::gen::element(SizePx{1080, 1920}, SizePx{1080, 1080}, SizePx{1080, 1350});
  const model::SafeArea safe = usual_safe_area(size);
  const Written texts = any_texts();
  const bool has_caption = *rc::gen::arbitrary<bool>();
  const Layout layout = laid_out(size, {}, 1.0, texts, has_caption, safe);
  // In a picture with room for all of it.
  const Layout usual = laid_out({size.width_px, 3 * size.width_px}, {}, 1.0, texts, false, {});
  RC_PRE(usual.thrift == Thrift::kNone);
  if (layout.milestone_rows < usual.milestone_rows && layout.format == usual.format)
    RC_ASSERT(layout.has_running_legend || layout.legend.height_pt() <= 0.0);
  if (!layout.has_subtitle) RC_ASSERT(layout.has_running_legend || layout.legend.height_pt() <= 0.0);
  if (layout.legend.height_pt() <= 0.0) RC_ASSERT(!layout.has_subtitle);
}

/// A legend that says all in so many points, a part of it in half of them, and else a line for each layer.
struct LegendOf {
  double all_pt = 0.0;
  static constexpr int kPart = 3, kLines = 9;
  [[nodiscard]] int given_up_in(double room_pt) const {
    return room_pt >= all_pt ? 0 : room_pt >= 0.5 * all_pt ? kPart : kLines;
  }
  [[nodiscard]] LegendFit fit(const Layout& layout) const {
    const int given_up = layout.has_running_legend ? kLines : given_up_in(layout.legend.height_pt());
    return {given_up, given_up == kPart ? 0.5 * all_pt : all_pt, given_up == kLines};
  }
};

RC_GTEST_PROP(TheLegend, UsesWhatTheMapCanSpare, ()) {
  const SizePx size = *rc::gen::element(SizePx{1080, 1920}, SizePx{1080, 1080}, SizePx{1080, 1350});
  const model::SafeArea safe = usual_safe_area(size);
  const double viewer_scale = 1.0 + 0.1 * any(0, 6);
  const bool has_caption = *rc::gen::arbitrary<bool>();
  const Written texts = any_texts();
  const LegendOf legend{static_cast<double>(any(40, 500))};
  TextWidths widths = texts.widths();
  const auto layout = [&] {
    return layout_of(size, px_per_pt_of(size, 0.0, safe), {}, viewer_scale, widths, 0.0, has_caption, safe);
  };
  const Layout without = layout();
  widths.legend_fit = [&](const Layout& of) { return legend.fit(of); };
  const Layout with = layout();
  RC_PRE(without.legend.height_pt() > 0.0);
  const auto spare_pt = [&](const Layout& of) {
    return of.map.height_pt() -
           std::max(maps_part(has_caption, viewer_scale) * of.safe.height_pt(), of.caption.height_pt());
  };
  RC_ASSERT(spare_pt(with) >= std::min(spare_pt(without), 0.0) - 1e-9);
  RC_ASSERT(legend.fit(with).given_up <= legend.fit(without).given_up);
  // The map has more than its part only where the legend would say no more for it, or would be far higher than it is with room for all.
  const double usual_pt =
      laid_out({size.width_px, 3 * size.width_px}, {}, viewer_scale, texts, false, {}).legend.height_pt();
  constexpr double kBelowRows_pt = 6.0;
  const double most_pt = std::min(with.legend.height_pt() + spare_pt(with), usual_pt) - kBelowRows_pt;
  if (with.has_running_legend) RC_ASSERT(legend.given_up_in(most_pt) == LegendOf::kLines);
  if (!with.has_running_legend && legend.fit(with).given_up == LegendOf::kPart) RC_ASSERT(legend.all_pt > most_pt);
  for (const auto& [name, part] : parts_of(with, {}, texts, has_caption)) {
    for (const auto& [other_name, other] : parts_of(with, {}, texts, has_caption))
      if (name != other_name && overlap(part, other)) RC_FAIL(name + " runs over the " + other_name);
  }
}

TEST(TheUsualPictures, GiveNothingUp) {
  for (const SizePx size : kSizes) EXPECT_EQ(laid_out(size, {}, 1.0, {}, false, {}).thrift, Thrift::kNone);
  EXPECT_EQ(laid_out({1920, 1080}, {}, 1.0, {}, true, {}).thrift, Thrift::kNone);
}

}  // namespace
}  // namespace spreadmap::scene
