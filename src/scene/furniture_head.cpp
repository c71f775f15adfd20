// Counter and credits.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>

#include "scene/camera.h"
#include "scene/counter_words.h"
#include "scene/filter_line.h"
#include "scene/parts.h"
#include "scene/scale_bar.h"
#include "scene/words.h"

namespace spreadmap::scene {
namespace {

using text::Face;

/// "24 joined in the last 14 days"
std::string joined_line(const PartContext& context, const model::LayerIndex& index) {
  const int days = lately_days(context.spec(*context.inputs.story.counted_layer()).style);
  return joined_in_last(days, index.began_in_last(context.view.playhead_d, days), context.language());
}

/// How many of the records that the counter may count lie beyond the picture, while it shows the first view.
int count_beyond_the_picture(const PartContext& context, const Frame& frame, const model::LayerIndex& index) {
  const MapGeometry& geometry = context.inputs.geometry;
  const std::size_t layer = *context.inputs.story.counted_layer();
  const auto& unseen = geometry.unseen[layer];
  if (unseen.empty() || context.view.camera != model::Camera{geometry.fit.bounds.centre(), 1.0}) return 0;
  // The map's room may be wider or higher than what was fitted into it.
  const auto is_in_the_picture = [&](geo::MapPoint mark) {
    return geo::is_placed(mark) && frame.map_rect.contains(pixel_from_map(mark, frame.map));
  };
  const data::PointTable& table = context.table(layer);
  return static_cast<int>(std::count_if(unseen.begin(), unseen.end(), [&](std::uint32_t row) {
    return index.may_be_there(row, context.view.playhead_d) && !(table.last_day[row].latest < context.day()) &&
           !is_in_the_picture(geometry.marks[layer][row]);
  }));
}

/// "36 states · 24 joined in the last 14 days"; where some cannot be seen "36 states · 2 beyond the picture".
std::string activity_line(const PartContext& context, const Frame& frame, const model::LayerIndex& index) {
  const double at_d = context.view.playhead_d;
  std::string joined = joined_line(context, index);
  if (const int beyond = count_beyond_the_picture(context, frame, index); beyond > 0) {
    // TRANSLATORS: records that lie outside of what the map shows
    joined = context.language().counted("{} beyond the picture", "{} beyond the picture", beyond,
                                        context.language().number(beyond));
  }
  // Tables without regions have nothing to say of them.
  if (!index.has_regions()) return joined;
  const int count = index.regions(at_d);
  const language::Language& language = context.language();
  const std::string number = language.number(count);
  const exhibit::Exhibit& exhibit = context.inputs.exhibit;
  const exhibit::LocalText& word = count == 1 ? exhibit.region : exhibit.regions;
  const std::string regions = word.is_empty() ? language.counted("{} region", "{} regions", count, number)
                                              : fmt::format("{} {}", number, word.in(context.view.language));
  return language::beside(regions, joined);
}

/// The last public total that had been said by the playhead's day, after the list ceases to be complete.
const exhibit::MilestoneSpec* latest_total(const PartContext& context) {
  const exhibit::MilestoneSpec* found = nullptr;
  for (const auto& milestone : context.inputs.exhibit.timeline.milestones) {
    const bool has_come = milestone.day.latest <= context.day();
    const bool is_later =
        !context.inputs.exhibit.known_until || milestone.day.earliest > *context.inputs.exhibit.known_until;
    if (!milestone.total.is_empty() && has_come && is_later) found = &milestone;
  }
  return found;
}

struct CounterBlock {
  double x_pt, baseline_pt;
  Align align;
};

Type note_type(const PartContext& context) {
  return {.face = Face::kRegular,
          .size_pt = context.layout.note_size_pt,
          .colour = context.theme().text_second,
          .tabular = true};
}
Type reason_type(const PartContext& context, Type note) {
  note.size_pt = 16.0 / 17.0 * context.layout.note_size_pt;
  return note;
}

std::string incomplete_reason(const PartContext& context) {
  std::string reason = context.inputs.exhibit.known_until_reason.in(context.view.language);
  if (!reason.empty()) return reason;
  return context.language().filled("The list is not complete after {}",
                                   context.language().long_day(*context.inputs.exhibit.known_until));
}
int most_reason_lines(const Layout& layout) { return layout.format == Format::kSquare ? 1 : 2; }

/// What stands below the date: activity while the list is complete, afterwards why it is not and what others said.
void add_counter_notes(const PartContext& context, const Frame& frame, const Pen& pen, const model::LayerIndex& index,
                       const CounterBlock& block) {
  const Layout& layout = context.layout;
  const double leading_pt = layout.note_leading_pt;
  Type type = note_type(context);
  type.align = block.align;
  const double room_pt = context.layout.counter.width_pt();
  const FilterNote filter = filter_note(context, pen, room_pt, type);
  const bool is_filtered = !filter.lines.empty();
  Type filter_type = type;
  filter_type.size_pt *= filter.share;
  const auto add_filter = [&](double baseline_pt) {
    for (const std::string& line : filter.lines) {
      pen.line(block.x_pt, baseline_pt, room_pt, line, filter_type);
      baseline_pt += filter.share * leading_pt;
    }
  };
  const bool complete = context.inputs.story.is_complete(context.view.playhead_d);
  if (layout.has_terse_notes) {
    // What is true of the figure itself goes before what is only good to know.
    if (is_filtered) return add_filter(block.baseline_pt);
    const std::string& said = complete ? joined_line(context, index) : context.language().text("list not complete");
    // What is only good to know is left out rather than cut.
    constexpr double kLeastShare = 0.66;
    if (!complete || kLeastShare * pen.width_pt(said, type) <= room_pt)
      pen.line(block.x_pt, block.baseline_pt, room_pt, said, type);
    return;
  }
  if (complete) {
    pen.line(block.x_pt, block.baseline_pt, room_pt, activity_line(context, frame, index), type);
    return add_filter(block.baseline_pt + leading_pt);
  }
  type = reason_type(context, type);
  const double baseline_pt = pen.block(block.x_pt, block.baseline_pt, room_pt, leading_pt / type.size_pt,
                                       incomplete_reason(context), type, most_reason_lines(layout));
  if (is_filtered) {
    // A total that was said in public is one of all records, not of those that are left.
    add_filter(baseline_pt + leading_pt);
  } else if (const auto* total = latest_total(context)) {
    type.colour = context.theme().text;
    pen.line(block.x_pt, baseline_pt + leading_pt, room_pt, total->total.in(context.view.language), type);
  }
}

/// The days with the widest texts in both forms: one in each month of the last year, whose figures are of one width.
template <class Visit>
void for_days_of_all_months(const PartContext& context, const Visit& visit) {
  const std::chrono::year year = std::chrono::year_month_day(context.inputs.story.axis().last).year();
  constexpr unsigned kMonths = 12;
  for (unsigned month = 1; month <= kMonths; ++month) visit(time::Day(year / std::chrono::month(month) / 28));
}

/// How days are written, all of them alike.
struct DateForm {
  Type type;
  bool is_long = true;
  double width_pt = 0.0;  ///< of the widest
};

DateForm date_form(const PartContext& context, const Pen& pen, double room_pt) {
  const language::Language& language = context.language();
  DateForm form{{.face = Face::kSemiBold,
                 .size_pt = context.layout.date_size_pt,
                 .colour = context.theme().text,
                 .align = Align::kRight,
                 .tabular = true}};
  const auto widest_pt = [&](bool is_long) {
    double most_pt = 0.0;
    for_days_of_all_months(context, [&](time::Day day) {
      const std::string text = is_long ? language.long_day(day) : language.medium_day(day);
      most_pt = std::max(most_pt, pen.width_pt(text, form.type));
    });
    return most_pt;
  };
  form.width_pt = context.layout.is_compact() ? 0.0 : widest_pt(true);
  form.is_long = !context.layout.is_compact() && Pen::kLeastLineShare * form.width_pt <= room_pt;
  if (!form.is_long) form.width_pt = widest_pt(false);
  if (form.width_pt > room_pt && room_pt > 0.0) {
    form.type.size_pt *= room_pt / form.width_pt;
    form.width_pt = room_pt;
  }
  return form;
}

/// The counted noun, of one or of many.
double widest_noun_pt(const PartContext& context, const Pen& pen, const Type& type) {
  const exhibit::Exhibit& exhibit = context.inputs.exhibit;
  return std::max(pen.width_pt(exhibit.counted.in(context.view.language), type),
                  pen.width_pt(exhibit.counted_one.in(context.view.language), type));
}

void add_date(const PartContext& context, const Pen& pen, double right_pt, double room_pt) {
  const DateForm form = date_form(context, pen, room_pt);
  const language::Language& language = context.language();
  const time::Day day = context.day();
  pen.text(right_pt, context.layout.date_baseline_pt, form.is_long ? language.long_day(day) : language.medium_day(day),
           form.type);
}

}  // namespace

int lately_days(const style::LayerStyle& style) {
  constexpr int kWithoutRings = 14;
  return style.ring_days > 0.0 ? std::max(1, static_cast<int>(std::lround(style.ring_days))) : kWithoutRings;
}

void add_counter(const PartContext& context, const Frame& frame, const Pen& pen) {
  const Layout& layout = context.layout;
  const auto words = counter_words(context.inputs.exhibit, context.inputs.story, context.inputs.selection, context.view,
                                   context.language());
  if (!words) {
    // What is not shown is not counted; the day is true all the same.
    add_date(context, pen, layout.counter.right_pt, layout.counter.width_pt());
    return;
  }
  const std::size_t layer = *context.inputs.story.counted_layer();
  const auto& index = context.inputs.selection.layer(layer);
  const bool complete = context.inputs.story.is_complete(context.view.playhead_d);
  const bool is_at_left = layout.has_counter_beside || layout.is_tall();
  const Align align = is_at_left ? Align::kLeft : Align::kRight;
  const Type figures{.face = Face::kDisplayBold,
                     .size_pt = layout.counter_size_pt,
                     .colour = complete ? context.spec(layer).style.colour : context.theme().text_third,
                     .align = align,
                     .tabular = true};
  const Type noun{
      .face = Face::kMedium, .size_pt = layout.noun_size_pt, .colour = context.theme().text, .align = align};
  const double left_pt = layout.counter.left_pt, right_pt = layout.counter.right_pt;
  const double bearing_pt = pen.figure_bearing_pt(figures);
  const double figures_pt = pen.text(is_at_left ? left_pt - bearing_pt : right_pt + bearing_pt,
                                     layout.counter_baseline_pt, words->figures, figures);
  const double edge_pt = is_at_left ? left_pt : right_pt;
  if (layout.has_counter_beside) {
    // The noun belongs to the figures; both are as large as the room beside the widest ones asks for. The date stands still.
    constexpr double kGap_pt = 24.0, kLessGap_pt = 20.0;
    const double room_pt = right_pt - (layout.figures.right_pt - 2.0 * bearing_pt + kGap_pt);
    pen.line(left_pt - 2.0 * bearing_pt + figures_pt + kGap_pt, layout.noun_baseline_pt, room_pt, words->noun, noun);
    add_date(context, pen, right_pt, room_pt - kLessGap_pt);
  } else if (layout.has_date_beside_noun) {
    // The noun stands below the figures, at their side; the date leaves it the room of its longer form.
    constexpr double kGap_pt = 24.0, kMostOfLine = 0.66;
    const double whole_pt = layout.counter.width_pt();
    const double date_pt = date_form(context, pen, kMostOfLine * whole_pt).width_pt;
    const double room_pt = whole_pt - date_pt - kGap_pt;
    pen.line(edge_pt, layout.noun_baseline_pt, room_pt, words->noun, noun);
    const double noun_pt = std::min(widest_noun_pt(context, pen, noun), room_pt);
    add_date(context, pen, is_at_left ? right_pt : right_pt - noun_pt - kGap_pt, kMostOfLine * whole_pt);
  } else {
    pen.line(right_pt, layout.noun_baseline_pt, layout.counter.width_pt(), words->noun, noun);
    add_date(context, pen, right_pt, layout.counter.width_pt());
  }
  add_counter_notes(context, frame, pen, index, {edge_pt, layout.note_baseline_pt, align});
}

double more_note_lines(const PartContext& context, const Pen& pen) {
  const auto layer = context.inputs.story.counted_layer();
  if (!layer || !context.shows_records_of(*layer)) return 0.0;
  const double room_pt = context.layout.counter.width_pt();
  const Type type = note_type(context);
  const FilterNote filter = filter_note(context, pen, room_pt, type);
  if (filter.lines.empty()) return 0.0;
  // On whichever day: the map and the legend do not move while time plays.
  const bool has_reason = context.inputs.exhibit.known_until.has_value() && !context.layout.has_terse_notes;
  const int reason_lines = has_reason
                               ? std::min(most_reason_lines(context.layout),
                                          pen.lines(room_pt, incomplete_reason(context), reason_type(context, type)))
                               : 1;
  return filter.height() + reason_lines - 1;
}

void add_credits(const PartContext& context, const Pen& pen) {
  const Layout& layout = context.layout;
  const std::string& credits = context.inputs.exhibit.credits.in(context.view.language);
  Type type{.face = Face::kRegular, .size_pt = layout.credits_size_pt, .colour = context.theme().text_third};
  // Whether the bar is there depends on the camera; its room does not, lest the credits move.
  const double bar_pt = context.view.scale_bar ? layout.scale_bar_room_pt : 0.0;
  const double room_pt = layout.credits_right_pt - layout.credits_left_pt - bar_pt;
  const int lines = std::min(layout.credits_lines, pen.lines(room_pt, credits, type));
  pen.paragraph(layout.credits_left_pt, layout.credits_baseline_pt - (lines - 1) * layout.credits_leading_pt, room_pt,
                layout.credits_leading_pt, credits, type, layout.credits_lines);
}

}  // namespace spreadmap::scene
