#include "app/export_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "app/as_seen.h"
#include "app/option_values.h"
#include "app/presets.h"
#include "media/ending.h"
#include "media/film_format.h"
#include "media/frame_pattern.h"

namespace spreadmap::app {
namespace {

namespace fs = std::filesystem;
using model::ExportMade;
using model::ExportShown;
using Words = std::vector<std::string>;

void add(Words& words, const char* option, const std::string& value) {
  if (value.empty()) return;
  // What begins with a dash would be taken for another option.
  if (value.front() == '-') {
    words.push_back(fmt::format("{}={}", option, value));
  } else {
    words.insert(words.end(), {option, value});
  }
}

/// A list as the command line takes it: a part that holds a comma or a quote stands in quotes.
std::string listed(const Words& parts) {
  std::string list;
  for (std::string part : parts) {
    if (part.find_first_of(",\"") != std::string::npos) {
      for (std::size_t at = 0; (at = part.find('"', at)) != std::string::npos; at += 2) part.insert(at, 1, '"');
      part = fmt::format("\"{}\"", part);
    }
    list += (list.empty() ? "" : ",") + part;
  }
  return list;
}

std::string text_of(const model::AmountRange& range) {
  // Digits alone: an exponent would hold a dash.
  const auto digits = [](double usd) -> std::string {
    if (!std::isfinite(usd)) return "";
    std::string text = fmt::format("{}", usd);
    return text.find('e') == std::string::npos ? text : fmt::format("{:.2f}", usd);
  };
  return fmt::format("{}-{}", digits(range.from_usd), digits(range.to_usd));
}

void add_filter(Words& words, const model::Filter& filter) {
  add(words, "--regions", listed(filter.regions));
  if (filter.days) {
    add(words, "--days",
        fmt::format("{}/{}", time::iso_day(filter.days->earliest), time::iso_day(filter.days->latest)));
  }
  if (filter.amount_usd) add(words, "--amount-usd", text_of(*filter.amount_usd));
  Words precisions;
  for (const model::DatePrecision each : filter.precisions) {
    precisions.emplace_back(each == model::DatePrecision::kDay     ? "day"
                            : each == model::DatePrecision::kMonth ? "month"
                                                                   : "less");
  }
  add(words, "--precisions", listed(precisions));
  add(words, "--text", filter.text);
}

/// What the layers show, as far as there are options for it; `without` becomes what these make of it.
void add_layers(Words& words, const ExportScene& scene, model::ViewState& without) {
  const model::ViewState& seen = scene.seen;
  Words ids;
  bool is_usual = true;
  for (std::size_t layer = 0; layer < seen.layers.size(); ++layer) {
    if (seen.layers[layer].visible) ids.push_back(scene.world.exhibit.layers[layer].id);
    is_usual = is_usual && seen.layers[layer].visible == without.layers[layer].visible;
  }
  if (!is_usual && !ids.empty()) {
    add(words, "--layers", listed(ids));
    for (std::size_t layer = 0; layer < seen.layers.size(); ++layer)
      without.layers[layer].visible = seen.layers[layer].visible;
  }
  const auto counted_at = scene.world.story->counted_layer();
  if (!counted_at) return;
  const model::LayerView& counted = seen.layers[*counted_at];
  model::LayerView& usual = without.layers[*counted_at];
  add(words, "--kinds", listed(counted.kinds));
  usual.kinds = counted.kinds;
  if (usual.window_days != counted.window_days) add(words, "--window-days", std::to_string(counted.window_days));
  usual.window_days = counted.window_days;
}

void add_looks(Words& words, const model::Looks& looks) {
  if (looks.text_scale != 1.0) add(words, "--text-scale", fmt::format("{}", looks.text_scale));
  if (looks.reduces_motion) words.emplace_back("--reduced-motion");
  const char* const eye = looks.seen_with == style::Vision::kProtan   ? "protan"
                          : looks.seen_with == style::Vision::kDeutan ? "deutan"
                          : looks.seen_with == style::Vision::kTritan ? "tritan"
                                                                      : "";
  add(words, "--seen-by", eye);
}

void add_view(Words& words, const ExportScene& scene) {
  const model::ViewState& seen = scene.seen;
  model::ViewState without = scene.world.story->first_view(scene.world.exhibit, scene.fit.centre);
  if (seen.crs != scene.usual_crs) add(words, "--crs", seen.crs);
  without.crs = seen.crs;
  without.playhead_d = seen.playhead_d;
  add_layers(words, scene, without);
  add_filter(words, seen.filter);
  add_looks(words, seen.looks);
  if (seen.playback.is_directed != without.playback.is_directed)
    words.emplace_back(seen.playback.is_directed ? "--director" : "--no-director");
  const model::DayAxis& axis = scene.world.story->axis();
  if (seen.wipe) {
    add(words, "--wipe-day", time::iso_day(axis.day_at(seen.wipe->left_d)));
    add(words, "--wipe-at", fmt::format("{}", seen.wipe->share));
  }
  add(words, "--as-seen", as_seen(scene.world, without, seen));
}

/// Whether the exhibit says what its exports are like in this; what is to be otherwise has to be said then.
bool has_default(const ExportScene& scene, std::string_view key) {
  return std::ranges::count(scene.world.exhibit.export_defaults, key, &exhibit::ExportDefault::key) > 0;
}

void add_days(Words& words, const model::ExportWish& wish, const ExportScene& scene) {
  const model::DayAxis& axis = scene.world.story->axis();
  const bool is_still = wish.made == ExportMade::kStill;
  if (is_still) {
    add(words, "--day", wish.day.empty() ? time::iso_day(axis.day_at(scene.seen.playhead_d)) : wish.day);
    return;
  }
  add(words, "--fps", wish.fps);
  add(words, "--seconds", wish.seconds);
  add(words, "--hold", wish.hold);
  if (wish.shown == ExportShown::kCues) return words.emplace_back("--cues"), void();
  if (has_default(scene, "cues")) words.emplace_back("--no-cues");
  const auto stretch = wish.shown == ExportShown::kWindow ? scene.seen.stretch : std::nullopt;
  const auto end = [&](const std::string& typed, double stretch_d) {
    return typed.empty() && stretch ? time::iso_day(axis.day_at(stretch_d)) : typed;
  };
  add(words, "--from", end(wish.from, stretch ? stretch->from_d : 0.0));
  add(words, "--to", end(wish.to, stretch ? stretch->to_d : 0.0));
}

void add_furniture(Words& words, const model::Furniture& wanted, const ExportScene& scene) {
  if (wanted == model::Furniture{} && !has_default(scene, "furniture")) return;
  model::Furniture shown = wanted;
  shown.transport = false;
  shown.logo = wanted.logo && !scene.world.exhibit.brand.logo.file.empty();
  Words parts;
  for (const model::FurniturePart& part : model::kFurnitureParts) {
    if (shown.*part.is_there) parts.emplace_back(part.name);
  }
  add(words, "--furniture", parts.empty() ? "none" : listed(parts));
}

void add_size(Words& words, const model::ExportWish& wish, const ExportScene& scene) {
  if (!wish.is_window_size) return add(words, "--size", wish.size);
  // Most films have colour for two pixels by two.
  const int step = wish.made == ExportMade::kFilm ? 2 : 1;
  add(words, "--size",
      fmt::format("{}x{}", scene.window_size.width_px / step * step, scene.window_size.height_px / step * step));
  add(words, "--least-type", fmt::format("{}", scene.window_type_scale));
  // It is the window's picture, whatever the exhibit says of others.
  if (has_default(scene, "safe_area") || has_default(scene, "preset")) add(words, "--safe-area", "0");
  if (has_default(scene, "supersample")) add(words, "--supersample", "1");
}

/// Whether it names frames by their numbers, as frames/%06d.png.
bool holds_number(const std::string& file) {
  const auto pattern = media::FramePattern::parsed(file);
  return pattern && !pattern->names_one_file();
}

/// The format, where neither the preset nor the ending says it.
void add_format(Words& words, const model::ExportWish& wish) {
  add(words, "--preset", wish.preset);
  if (wish.made != ExportMade::kFilm) return;
  const media::FilmFormat* const usual = media::film_format_of_ending(media::ending_of(wish.file));
  if (!wish.preset.empty() || usual == nullptr || usual->name != wish.format) add(words, "--format", wish.format);
}

}  // namespace

fs::path file_named(const std::string& name, const fs::path& folder) {
  std::error_code ignored;
  // As a shell takes it.
  const char* const home = std::getenv("HOME");
  const bool is_of_home = home != nullptr && name.starts_with("~/");
  const fs::path file = is_of_home ? fs::path(home) / name.substr(2) : folder / name;
  return fs::absolute(file, ignored).lexically_normal();
}

fs::path file_of(const model::ExportWish& wish, const fs::path& folder) { return file_named(wish.file, folder); }

Words export_words(const model::ExportWish& wish, const ExportScene& scene) {
  Words words{scene.program, "export"};
  std::error_code ignored;
  if (!scene.exhibit.empty()) words.push_back(fs::absolute(scene.exhibit, ignored).lexically_normal().string());
  add(words, "-o", wish.file.empty() ? "" : file_of(wish, scene.folder).string());
  add_format(words, wish);
  add_size(words, wish, scene);
  add_days(words, wish, scene);
  add(words, "--lang", scene.seen.language);
  if (scene.seen.looks.theme != scene.world.exhibit.map.theme)
    add(words, "--theme", scene.seen.looks.theme == style::ThemeName::kLight ? "light" : "dark");
  if (wish.shown == ExportShown::kWindow) add_view(words, scene);
  add_furniture(words, wish.furniture, scene);
  return words;
}

model::ExportWish tidied(model::ExportWish wish) {
  const Preset* preset = find_preset(wish.preset);
  const auto made_by = [](const Preset& each) { return each.format.empty() ? ExportMade::kFrames : ExportMade::kFilm; };
  if (preset != nullptr && made_by(*preset) != wish.made) preset = nullptr;
  if (preset == nullptr) wish.preset.clear();
  if (wish.made == ExportMade::kStill) wish.fps.clear();
  if (wish.made == ExportMade::kStill && wish.shown == ExportShown::kCues) wish.shown = ExportShown::kWindow;
  const fs::path file(wish.file);
  const std::string ending = media::ending_of(file);
  const bool is_of_frames = ending == ".png" && holds_number(wish.file);
  const fs::path folder = file.has_parent_path() ? file.parent_path() : "film";
  const fs::path stem = is_of_frames ? folder : fs::path(wish.file).replace_extension();
  if (wish.made == ExportMade::kFrames) {
    wish.format.clear();
    if (!is_of_frames) wish.file = (stem / "%06d.png").string();
  } else if (wish.made == ExportMade::kStill) {
    if (wish.format != "svg" && wish.format != "pdf") wish.format = "png";
    wish.file = stem.string() + "." + wish.format;
  } else {
    const media::FilmFormat* format = media::find_film_format(wish.format);
    if (format == nullptr) wish.format.clear();
    if (format == nullptr && preset == nullptr) wish.format = "h264", format = media::find_film_format("h264");
    const bool fits = format != nullptr ? std::ranges::count(format->endings, ending) > 0 : ending == preset->ending;
    if (is_of_frames || !fits)
      wish.file = stem.string() + std::string(format != nullptr ? format->endings.front() : preset->ending);
  }
  return wish;
}

namespace {

/// What the exhibit says of its exports, as far as the panel has a field for it. Its length is that of the timeline, which an empty field stands for.
model::ExportWish wish_of(const World& world) {
  model::ExportWish wish;
  for (const exhibit::ExportDefault& each : world.exhibit.export_defaults) {
    for (const auto& [key, text] :
         {std::pair{"preset", &wish.preset}, std::pair{"format", &wish.format}, std::pair{"size", &wish.size},
          std::pair{"fps", &wish.fps}, std::pair{"hold", &wish.hold}}) {
      if (each.key == key) *text = each.value;
    }
    if (each.key == "cues") wish.shown = ExportShown::kCues;
    if (each.key == "furniture") wish.furniture = furniture_of(each.value);
  }
  return wish;
}

}  // namespace

model::ExportWish first_wish(const World& world, const fs::path& folder) {
  std::string stem = world.exhibit.file.stem().string();
  if (stem.ends_with(".exhibit")) stem.resize(stem.size() - std::string_view(".exhibit").size());
  model::ExportWish wish = wish_of(world);
  if (wish.preset.empty() && wish.format.empty()) wish.preset = "mp4-1080p30";
  const Preset* const preset = find_preset(wish.preset);
  if (preset != nullptr && preset->format.empty() && wish.format.empty()) wish.made = ExportMade::kFrames;
  const media::FilmFormat* const format = media::find_film_format(wish.format);
  const std::string ending(format != nullptr ? format->endings.front() : preset->ending);
  std::error_code ignored;
  for (int again = 1; again == 1 || fs::exists(folder / wish.file, ignored); ++again) {
    wish.file = again == 1 ? stem + ending : fmt::format("{}-{}{}", stem, again, ending);
    wish = tidied(std::move(wish));
  }
  return wish;
}

}  // namespace spreadmap::app
