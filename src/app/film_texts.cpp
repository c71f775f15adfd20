#include "app/film_texts.h"

#include <array>
#include <cmath>
#include <fstream>
#include <limits>
#include <optional>
#include <unordered_map>

#include "app/csv_text.h"
#include "app/filter_notes.h"
#include "scene/build_frame.h"
#include "scene/counter_words.h"
#include "scene/words.h"

namespace spreadmap::app {
namespace {

namespace fs = std::filesystem;

/// What a view tells beside the day: a cue's words, or those of its card.
struct Told {
  std::size_t cue = std::numeric_limits<std::size_t>::max();  ///< none
  bool is_card = false;
  bool operator==(const Told&) const = default;
};

bool shows_card(const model::ViewState& view) { return view.cue && view.cue->card_ground >= 0.5; }

/// Whether a text begins with these words, and not with the beginning of longer ones.
bool begins_with_words(std::string_view text, std::string_view words) {
  if (!text.starts_with(words)) return false;
  return text.size() == words.size() || std::string_view(" .,:;\n").find(text[words.size()]) != std::string_view::npos;
}

std::vector<std::string> card_lines(const World& world, const model::ViewState& view,
                                    const language::Language& language) {
  const exhibit::CueSpec& cue = world.exhibit.cues[view.cue->index];
  const std::string& title = cue.title.in(view.language);
  const std::string& text = cue.text.in(view.language);
  if (cue.card == exhibit::CueCard::kCredits) {
    const std::string heading = title.empty() ? language.text("Sources") : title;
    const std::string& credits = world.exhibit.credits.in(view.language);
    // Many an exhibit's credits say themselves what they are.
    const bool is_said_below = begins_with_words(text.empty() ? credits : text, heading);
    return {is_said_below ? "" : heading, text, credits};
  }
  return {title.empty() ? world.exhibit.title.in(view.language) : title,
          text.empty() ? world.exhibit.subtitle.in(view.language) : text};
}

/// The counter's words for a day; empty: nothing is counted.
std::string counted_on(Stage& stage, const model::ViewState& view) {
  const World& world = stage.world();
  const model::Story& story = *world.story;
  const language::Language& language = stage.language(view.language);
  const auto words = scene::counter_words(world.exhibit, story, stage.select(view), view, language);
  if (!words) return "";
  const bool is_complete = story.is_complete(view.playhead_d);
  return fmt::format("{}{}{}{}", words->figures, words->noun.empty() ? "" : " ", words->noun,
                     is_complete ? "" : fmt::format(" ({})", language.text("list not complete")));
}

/// "Left: 27 August 2018 · 229 agencies": one side of a wipe. `side`: "Left: {}", to be spoken.
std::string side_line(Stage& stage, const model::ViewState& view, const char* side) {
  const language::Language& language = stage.language(view.language);
  std::string line = language.long_day(stage.world().story->axis().day_at(view.playhead_d));
  if (const std::string count = counted_on(stage, view); !count.empty()) line += " · " + count;
  return language.filled(side, line);
}

/// The day, the counter, and what the cue says; of two days side by side what is left of the line first.
std::vector<std::string> lines_of(Stage& stage, const model::ViewState& view) {
  const World& world = stage.world();
  const language::Language& language = stage.language(view.language);
  if (shows_card(view)) return card_lines(world, view, language);
  std::vector<std::string> lines;
  if (view.wipe) {
    // TRANSLATORS: of two days side by side on the map; {} is the day and its count.
    lines.push_back(side_line(stage, scene::left_of_wipe(view), language::noted("Left: {}")));
    lines.push_back(side_line(stage, view, language::noted("Right: {}")));
  } else {
    lines = {language.long_day(world.story->axis().day_at(view.playhead_d)), counted_on(stage, view)};
  }
  if (view.cue) {
    const exhibit::CueSpec& cue = world.exhibit.cues[view.cue->index];
    if (cue.card == exhibit::CueCard::kNone) {
      lines.push_back(cue.title.in(view.language));
      lines.push_back(cue.text.in(view.language));
    }
  }
  return lines;
}

/// Who vouches for the records of one layer, as they come to be on the map.
class LayerVouchers {
 public:
  LayerVouchers(const World& world, std::size_t layer, const std::string& language) : layer_(layer) {
    const data::PointTable& table = world.tables.layers[layer];
    std::unordered_map<std::string, std::uint32_t> ids;
    for (std::size_t row = 0; row < table.row_count(); ++row) {
      std::string name =
          exhibit::value_text(world.exhibit.layers[layer], "source", table.source_in(language, row), language);
      const std::string_view address = table.source_url[row];
      if (!address.empty()) name += fmt::format("{}<{}>", name.empty() ? "" : " ", address);
      const auto [at, is_new] = ids.emplace(std::move(name), static_cast<std::uint32_t>(names_.size()));
      if (is_new) names_.push_back(at->first);
      of_row_.push_back(at->second);
    }
  }

  /// Of the records that may be there on a day.
  const std::string& on(const model::Selection& selection, double playhead_d) {
    const model::LayerIndex& index = selection.layer(layer_);
    const std::uint32_t prefix = index.prefix(playhead_d);
    // While time goes on and nothing goes away only what has come needs a look.
    const bool goes_on = selection.key() == key_ && index.window_days() == 0 && prefix >= done_;
    if (!goes_on) {
      seen_.assign(names_.size(), false);
      text_.clear();
      done_ = 0;
    }
    key_ = selection.key();
    for (; done_ < prefix; ++done_) {
      const std::uint32_t row = index.row(done_), source = of_row_[row];
      if (seen_[source] || names_[source].empty() || !index.may_be_there(row, playhead_d)) continue;
      seen_[source] = true;
      text_ += (text_.empty() ? "" : " | ") + names_[source];
    }
    return text_;
  }

 private:
  std::size_t layer_;
  std::vector<std::string> names_;
  std::vector<std::uint32_t> of_row_;
  std::vector<bool> seen_;
  std::string text_;
  std::uint32_t done_ = 0;
  std::uint64_t key_ = 0;
};

std::string cue_name(const World& world, const FilmPlan& plan, int frame) {
  const auto cue = plan.cue_of(frame);
  if (!cue) return "";
  const std::string& id = world.exhibit.cues[*cue].id;
  return id.empty() ? std::to_string(*cue + 1) : csv_text(id);
}

/// Whole dollars, with cents where there are any.
std::string amount_text(double amount_usd) {
  return amount_usd == std::floor(amount_usd) ? fmt::format("{:.0f}", amount_usd) : fmt::format("{:.2f}", amount_usd);
}

/// By layer; made where one is first asked for.
using Vouchers = std::vector<std::optional<LayerVouchers>>;

std::string day_of(const World& world, const model::ViewState& view) {
  return time::iso_day(world.story->axis().day_at(view.playhead_d));
}

/// The rows of one view, one for each layer of records that it shows. `moment`: second, frame and cue.
std::string seen_in(Stage& stage, const model::ViewState& view, const std::string& moment, std::string_view side,
                    Vouchers& vouchers) {
  const World& world = stage.world();
  const model::Story& story = *world.story;
  const model::Selection& selection = stage.select(view);
  std::string rows;
  for (std::size_t layer = 0; layer < vouchers.size(); ++layer) {
    const exhibit::LayerSpec& spec = world.exhibit.layers[layer];
    if (!exhibit::has_records(spec.kind) || !story.shows_records_of(view, layer)) continue;
    if (!vouchers[layer]) vouchers[layer].emplace(world, layer, view.language);
    const model::LayerIndex& index = selection.layer(layer);
    const model::DayCount count = index.count(view.playhead_d);
    std::string amounts = ",";
    if (story.rows(layer).knows_amounts) {
      const model::DayAmount amount = index.amount(view.playhead_d);
      amounts = fmt::format("{},{}", amount_text(amount.certain_usd), amount_text(amount.possible_usd));
    }
    rows += fmt::format("{},{},{},{},{},{},{},{},{},{}\r\n", moment, day_of(world, view), csv_text(spec.id),
                        csv_text(spec.label.in(view.language)), count.certain, count.possible, amounts,
                        csv_text(vouchers[layer]->on(selection, view.playhead_d)),
                        csv_text(filter_of(stage, view, layer).text()), side);
  }
  return rows;
}

/// The first frame that begins in a second of the film or later.
int first_frame_in(const FilmPlan& plan, int second) {
  const double per_s = plan.frame_count() > 1 ? 1.0 / plan.second_of(1) : 1.0;
  return static_cast<int>(std::ceil(second * per_s - 1e-9));
}

media::OrRefused<void> check_begins(const fs::path& file, std::string_view beginning) {
  std::error_code ignored;
  if (!fs::exists(file, ignored)) return {};
  std::ifstream in(file, std::ios::binary);
  std::string found(beginning.size(), '\0');
  in.read(found.data(), static_cast<std::streamsize>(found.size()));
  if (in && found == beginning) return {};
  return tl::unexpected(not_ours(file, "--no-captions"));
}

}  // namespace

std::vector<Caption> captions_of(Stage& stage, const FilmPlan& plan) {
  std::vector<Caption> captions;
  std::vector<std::optional<CountedFilter>> filters;  // of each
  int second = -1;
  Told told;
  for (int frame = 0; frame < plan.frame_count(); ++frame) {
    const double at_s = plan.second_of(frame);
    // How a film of the timeline ends is told by its last frame, however short that is seen.
    const bool is_end = plan.cues() == nullptr && frame == plan.frame_count() - 1;
    const bool is_new_second = static_cast<int>(std::floor(at_s + 1e-9)) > second || is_end;
    if (!is_new_second && plan.cues() == nullptr) continue;
    const model::ViewState view = plan.view_at(frame);
    const Told tells = view.cue ? Told{view.cue->index, shows_card(view)} : Told{};
    if (!is_new_second && tells == told) continue;
    if (is_new_second) second = static_cast<int>(std::floor(at_s + 1e-9));
    told = tells;
    std::vector<std::string> lines = lines_of(stage, view);
    auto filter = shows_card(view) ? std::nullopt : counted_filter(stage, view);
    if (!captions.empty() && captions.back().lines == lines && filters.back() == filter) continue;
    if (!captions.empty()) captions.back().to_s = at_s;
    captions.push_back({at_s, 0.0, std::move(lines)});
    filters.push_back(std::move(filter));
  }
  if (!captions.empty()) captions.back().to_s = plan.second_of(plan.frame_count());
  std::vector<std::string> notes = filter_notes(filters, stage.language(plan.opening().language));
  for (std::size_t i = 0; i < captions.size(); ++i) captions[i].note = std::move(notes[i]);
  return captions;
}

std::string seconds_of(Stage& stage, const FilmPlan& plan) {
  const World& world = stage.world();
  std::array<Vouchers, 2> vouchers{Vouchers(world.exhibit.layers.size()), Vouchers(world.exhibit.layers.size())};
  std::string file = std::string(kSecondsBeginning) + ",filter,side\r\n";
  for (int second = 0, frame = -1; frame + 1 < plan.frame_count(); ++second) {
    const int last = plan.frame_count() - 1, first = first_frame_in(plan, second);
    frame = std::min(first, last);
    const model::ViewState view = plan.view_at(frame);
    // The last frame of all begins in no second of its own: the time at which it stands is told.
    const double at_s = first > last ? std::round(plan.second_of(last) * 1000.0) / 1000.0 : second;
    const std::string moment = fmt::format("{},{},{}", at_s, frame, cue_name(world, plan, frame));
    if (view.cue && view.cue->card_ground >= 1.0) {
      file += fmt::format("{},{},,,,,,,,,\r\n", moment, day_of(world, view));
      continue;
    }
    if (view.wipe) file += seen_in(stage, scene::left_of_wipe(view), moment, "left", vouchers[1]);
    file += seen_in(stage, view, moment, view.wipe ? "right" : "", vouchers[0]);
  }
  return file;
}

FilmTextFiles film_text_files(const ExportOptions& options, const fs::path& folder) {
  if (options.kind != ExportKind::kFilm) return {folder / "frames.vtt", folder / "frames.csv"};
  const fs::path film(options.out);
  return {fs::path(film).replace_extension(".vtt"), fs::path(film).replace_extension(".csv")};
}

media::Refused not_ours(const fs::path& file, std::string_view option) {
  return {
      Error{fmt::format("{}: is there, and was not written by an export; move it away, name another --out, or add {}",
                        file.string(), option)},
      media::Refusal::kNotOurs, file.filename().string()};
}

media::OrRefused<void> check_ours(const FilmTextFiles& files) {
  if (auto ours = check_begins(files.captions, kWebVttBeginning); !ours) return ours;
  return check_begins(files.seconds, kSecondsBeginning);
}

std::vector<TextFile> film_texts(Stage& stage, const FilmPlan& plan, const FilmTextFiles& files) {
  return {{files.captions, webvtt_of(captions_of(stage, plan))}, {files.seconds, seconds_of(stage, plan)}};
}

}  // namespace spreadmap::app
