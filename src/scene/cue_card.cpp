// Cards: pictures of type alone, over everything else.
#include <algorithm>
#include <cmath>

#include "scene/parts.h"

namespace spreadmap::scene {
namespace {

using text::Face;

/// The room of a card's type, and how large that is.
struct CardRoom {
  double left_pt, top_pt, width_pt, height_pt;
  double title_pt, text_pt;

  explicit CardRoom(const Layout& layout) {
    const double shorter_pt = std::min(layout.safe.width_pt(), layout.safe.height_pt());
    const double margin_pt = std::max(layout.margin_pt, 0.1 * shorter_pt);
    // A line of more is hard to read: the eye loses the next one.
    constexpr double kWidest_pt = 1400.0;
    left_pt = layout.safe.left_pt + margin_pt;
    top_pt = layout.safe.top_pt + margin_pt;
    width_pt = std::min(layout.safe.width_pt() - 2.0 * margin_pt, kWidest_pt);
    double bottom_pt = layout.safe.bottom_pt - margin_pt;
    // The logo stays.
    constexpr double kAir_pt = 20.0;
    if (layout.logo.width_pt() > 0.0 && layout.has_logo_at_foot)
      bottom_pt = std::min(bottom_pt, layout.logo.top_pt - kAir_pt);
    if (layout.logo.width_pt() > 0.0 && !layout.has_logo_at_foot)
      top_pt = std::max(top_pt, layout.logo.bottom_pt + kAir_pt);
    height_pt = bottom_pt - top_pt;
    title_pt = std::clamp(0.1 * shorter_pt, 64.0, 112.0);
    text_pt = grown_pt(0.34 * title_pt, layout.viewer_scale, 0.34 * title_pt);
  }
};

Srgb8 faded(Srgb8 colour, double share) { return share < 1.0 ? with_opacity(colour, share) : colour; }

/// The colour that the exhibit is known by.
Srgb8 accent(const PartContext& context) {
  if (context.inputs.exhibit.brand.colours.accent) return context.theme().playhead;
  const auto layer = context.inputs.story.counted_layer();
  return layer ? context.spec(*layer).style.colour : context.theme().playhead;
}

/// Type in which a text needs no more lines than that; smaller than it was where it must be, and no less than half.
Type in_lines(const Pen& pen, double room_pt, const std::string& text, Type type, int most) {
  constexpr double kStep = 0.94, kLeast = 0.5;
  const double least_pt = kLeast * type.size_pt;
  while (type.size_pt > least_pt && pen.lines(room_pt, text, type) > most) type.size_pt *= kStep;
  return type;
}

void add_title_card(const PartContext& context, const exhibit::CueSpec& cue, double share, const Pen& pen) {
  const CardRoom room(context.layout);
  const std::string& language = context.view.language;
  const auto& exhibit = context.inputs.exhibit;
  const std::string& title = (cue.title.is_empty() ? exhibit.title : cue.title).in(language);
  const std::string& text = (cue.text.is_empty() ? exhibit.subtitle : cue.text).in(language);
  constexpr double kBar_pt = 6.0, kTitleLeading_em = 1.08, kTextLeading_em = 1.42;
  const bool is_tall = context.layout.is_tall();
  const int title_lines = is_tall ? 6 : context.layout.has_legend_below() ? 4 : 3, text_lines = is_tall ? 10 : 5;
  const double text_room_pt = is_tall ? room.width_pt : 0.8 * room.width_pt;
  const Type title_type =
      in_lines(pen, room.width_pt, title,
               {.face = Face::kDisplayBold, .size_pt = room.title_pt, .colour = faded(context.theme().text, share)},
               title_lines);
  const Type text_type =
      in_lines(pen, text_room_pt, text, {.size_pt = room.text_pt, .colour = faded(context.theme().text_second, share)},
               text_lines);
  const Pen::Mark before = pen.mark();
  pen.crisp_box(room.left_pt, 0.0, room.left_pt + 1.1 * room.title_pt, kBar_pt, faded(accent(context), share));
  double bottom_pt = pen.block(room.left_pt, kBar_pt + 1.35 * title_type.size_pt, room.width_pt, kTitleLeading_em,
                               title, title_type, title_lines);
  if (!text.empty()) {
    bottom_pt = pen.block(room.left_pt, bottom_pt + 0.4 * title_type.size_pt + 1.2 * text_type.size_pt, text_room_pt,
                          kTextLeading_em, text, text_type, text_lines);
  }
  // A little above the middle, where the eye looks for it.
  pen.move_down(before, room.top_pt + std::max(0.45 * (room.height_pt - bottom_pt), 0.0));
}

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : " · ") + name;
  return all;
}

/// What a card of credits lists: headings, each with its sources.
struct CreditsEntry {
  std::string heading, sources;
  Srgb8 colour;
};

std::vector<CreditsEntry> credits_entries(const PartContext& context) {
  const std::string& language = context.view.language;
  std::vector<CreditsEntry> entries;
  if (context.inputs.sources != nullptr) {
    for (const LayerSources& layer : *context.inputs.sources) {
      entries.push_back(
          {context.spec(layer.layer).label.in(language), joined(layer.names), context.spec(layer.layer).style.colour});
    }
  }
  std::vector<std::string> milestones;
  for (const auto& milestone : context.inputs.exhibit.timeline.milestones) {
    const std::string& source = milestone.source.in(language);
    if (std::find(milestones.begin(), milestones.end(), source) == milestones.end()) milestones.push_back(source);
  }
  if (!milestones.empty())
    entries.push_back({context.language().text("Milestones"), joined(milestones), context.theme().text});
  return entries;
}

void add_credits_card(const PartContext& context, const exhibit::CueSpec& cue, double share, const Pen& pen) {
  const CardRoom room(context.layout);
  const std::string& language = context.view.language;
  const std::string title = cue.title.is_empty() ? context.language().text("Sources") : cue.title.in(language);
  const std::vector<CreditsEntry> entries = credits_entries(context);
  const auto& theme = context.theme();
  const Type heading{.face = Face::kDisplayBold, .size_pt = 0.62 * room.title_pt, .colour = faded(theme.text, share)};
  constexpr double kLeading_em = 1.4, kLeast_pt = 11.0, kStep = 0.94;
  constexpr int kAnyLines = 1000;
  const Pen::Mark before = pen.mark();
  double top_pt = 0.0, bottom_pt = 0.0;
  const auto write = [&](double size_pt) {
    pen.undo_to(before);
    const Type name{.face = Face::kSemiBold, .size_pt = 1.05 * size_pt, .colour = {}};
    const Type sources{.size_pt = size_pt, .colour = faded(theme.text_second, share)};
    const auto paragraph = [&](double baseline_pt, std::string_view text, const Type& type) {
      return pen.paragraph(room.left_pt, baseline_pt, room.width_pt, kLeading_em * type.size_pt, text, type, kAnyLines);
    };
    top_pt = 0.8 * heading.size_pt;
    bottom_pt = pen.block(room.left_pt, top_pt, room.width_pt, 1.1, title, heading, 2) + 0.5 * heading.size_pt;
    const std::string& text = cue.text.in(language);
    if (!text.empty()) bottom_pt = paragraph(bottom_pt + kLeading_em * size_pt, text, sources) + 0.4 * size_pt;
    for (const CreditsEntry& entry : entries) {
      Type own = name;
      own.colour = faded(entry.colour, share);
      bottom_pt = paragraph(bottom_pt + 2.0 * size_pt, entry.heading, own);
      bottom_pt = paragraph(bottom_pt + kLeading_em * size_pt, entry.sources, sources);
    }
    const std::string& credits = context.inputs.exhibit.credits.in(language);
    if (!credits.empty()) {
      Type last = sources;
      last.colour = faded(theme.text_third, share);
      bottom_pt = paragraph(bottom_pt + 2.6 * size_pt, credits, last);
    }
    return bottom_pt <= room.height_pt;
  };
  double size_pt = std::min(room.text_pt, 26.0 * context.layout.text_scale);
  while (!write(size_pt) && size_pt * kStep >= kLeast_pt) size_pt *= kStep;
  pen.move_down(before, room.top_pt + std::max(0.5 * (room.height_pt - bottom_pt), 0.0));
}

}  // namespace

void add_card(const PartContext& context, const Pen& pen, Frame& frame) {
  const model::CueShown& shown = *context.view.cue;
  const exhibit::CueSpec& cue = context.inputs.exhibit.cues[shown.index];
  // Type lies on all shapes, so what the card covers has to go by itself.
  if (shown.card_ground >= 1.0) {
    frame.furniture.clear();
    frame.furniture_text.clear();
    frame.names.clear();
    frame.labels.clear();
  }
  for (TextRun& run : frame.furniture_text.runs) {
    run.colour = with_opacity(run.colour, 1.0 - shown.card_ground);
    run.halo = with_opacity(run.halo, 1.0 - shown.card_ground);
  }
  pen.crisp_box(0.0, 0.0, context.layout.width_pt + 1.0, context.layout.height_pt + 1.0,
                faded(context.theme().ground, shown.card_ground));
  if (shown.card_text <= 0.0) return;
  if (cue.card == exhibit::CueCard::kTitle) add_title_card(context, cue, shown.card_text, pen);
  if (cue.card == exhibit::CueCard::kCredits) add_credits_card(context, cue, shown.card_text, pen);
}

namespace {

Type caption_title_type(double size_pt, Srgb8 colour) {
  return {.face = Face::kDisplaySemiBold, .size_pt = size_pt, .colour = colour};
}
Type caption_text_type(double size_pt, Srgb8 colour) { return {.size_pt = size_pt, .colour = colour}; }

}  // namespace

CaptionLines caption_lines(const exhibit::Exhibit& exhibit, const std::string& language, const Pen& pen,
                           double title_pt, double text_pt, double room_pt) {
  CaptionLines most{0, 0};
  for (const exhibit::CueSpec& cue : exhibit.cues) {
    if (cue.card != exhibit::CueCard::kNone) continue;
    most.title = std::max(most.title, pen.lines(room_pt, cue.title.in(language), caption_title_type(title_pt, {})));
    most.text = std::max(most.text, pen.lines(room_pt, cue.text.in(language), caption_text_type(text_pt, {})));
  }
  return most;
}

void add_caption(const PartContext& context, const Pen& pen) {
  const model::CueShown& shown = *context.view.cue;
  const exhibit::CueSpec& cue = context.inputs.exhibit.cues[shown.index];
  const Layout& layout = context.layout;
  const std::string& title = cue.title.in(context.view.language);
  const std::string& text = cue.text.in(context.view.language);
  if (shown.caption <= 0.0 || (title.empty() && text.empty())) return;
  const double leading_pt = layout.caption_leading_em * layout.caption_text_pt;
  const double left_pt = layout.caption.left_pt + CaptionShape::kBarPt + CaptionShape::kGapPt;
  double baseline_pt = layout.caption.top_pt;
  if (!title.empty()) {
    baseline_pt =
        pen.block(left_pt, baseline_pt + layout.caption_title_pt, layout.caption_room_pt, CaptionShape::kTitleLeadingEm,
                  title, caption_title_type(layout.caption_title_pt, faded(context.theme().text, shown.caption)),
                  layout.caption_lines.title);
  }
  if (!text.empty()) {
    baseline_pt =
        pen.paragraph(left_pt, baseline_pt + leading_pt, layout.caption_room_pt, leading_pt, text,
                      caption_text_type(layout.caption_text_pt, faded(context.theme().text_second, shown.caption)),
                      layout.caption_lines.text);
  }
  pen.crisp_box(layout.caption.left_pt, layout.caption.top_pt + 0.12 * layout.caption_title_pt,
                layout.caption.left_pt + CaptionShape::kBarPt, baseline_pt + 0.3 * layout.caption_text_pt,
                faded(accent(context), shown.caption));
}

}  // namespace spreadmap::scene
