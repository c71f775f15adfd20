#include "app/export_defaults.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "app/options_export.h"
#include "app/places.h"
#include "app/presets.h"
#include "exhibit/load_exhibit.h"
#include "media/ending.h"
#include "media/film_format.h"

namespace spreadmap::app {
namespace {

using Words = std::vector<std::string>;

std::string ending_of(const RawExport& raw) { return media::ending_of(raw.options.out); }

/// The options that a preset stands for. `is_asked`: by the command, so that the format has to be that of the file.
std::vector<exhibit::ExportDefault> options_of(const Preset& preset, bool is_asked, const std::string& ending) {
  std::vector<exhibit::ExportDefault> options;
  const auto add = [&](const char* option, std::string_view value) {
    options.push_back({"preset", option, std::string(value), 0});
  };
  if (!preset.format.empty()) add("--format", preset.format);
  add("--size", fmt::format("{}x{}", preset.size.width_px, preset.size.height_px));
  add("--fps", preset.fps);
  if (preset.has_alpha && (is_asked || ending == preset.ending)) add("--alpha", "");
  if (!preset.safe_area.empty()) add("--safe-area", preset.safe_area);
  return options;
}

const Preset& preset_named(const std::string& name) {
  const Preset* const preset = find_preset(name);
  if (preset != nullptr) return *preset;
  throw CLI::ValidationError("--preset",
                             fmt::format("'{}' is none; `spreadmap export --list-presets` lists them", name));
}

const Preset& preset_asked(const RawExport& raw) {
  const Preset& preset = preset_named(raw.preset);
  if (ending_of(raw) != preset.ending && raw.format.empty()) {
    const bool is_picture = ending_of(raw) == ".png" || is_of_shapes(raw.options.out);
    if (is_picture && !preset.format.empty()) {
      const std::string safe = preset.safe_area.empty() ? "" : fmt::format(" --safe-area {}", preset.safe_area);
      throw CLI::ValidationError(
          "--preset",
          fmt::format("{} makes a {}, and {} is none; name a {}, or for a still of its size write --size {}x{}{} "
                      "--day {} in place of it",
                      preset.name, preset.ending, raw.options.out, preset.ending, preset.size.width_px,
                      preset.size.height_px, safe, raw.day.empty() ? "YYYY-MM-DD" : raw.day));
    }
    throw CLI::ValidationError("--preset", fmt::format("{} makes a {}, and {} is none; name a {}", preset.name,
                                                       preset.ending, raw.options.out, preset.ending));
  }
  return preset;
}

bool any_given(const CLI::App& command, std::initializer_list<const char*> options) {
  return std::ranges::any_of(options, [&](const char* option) { return command.count(option) > 0; });
}

/// Whether what the exhibit says goes with what the command makes.
bool goes_with(const exhibit::ExportDefault& wish, const CLI::App& command, const RawExport& raw) {
  const std::string& option = wish.option;
  const std::string ending = ending_of(raw);
  constexpr std::array kOfTime{"--fps", "--seconds", "--hold", "--no-captions"};
  if (std::ranges::count(kOfTime, option) > 0) return raw.day.empty();
  if (option == "--cues") return !any_given(command, {"--day", "--from", "--to", "--wipe-day", "--view", "--as-seen"});
  if (option == "--format") {
    const media::FilmFormat* const format = media::find_film_format(wish.value);
    return format != nullptr && std::ranges::count(format->endings, ending) > 0;
  }
  if (option == "--supersample") return !is_of_shapes(raw.options.out) && raw.options.part != PicturePart::kMatte;
  return true;
}

/// The format of the film that is made, by the command, the exhibit or the file's ending; nullptr: none is made.
const media::FilmFormat* format_made(const CLI::App& command, const RawExport& raw,
                                     const std::vector<exhibit::ExportDefault>& exhibit) {
  if (!raw.day.empty()) return nullptr;
  if (!raw.format.empty()) return media::find_film_format(raw.format);
  const auto wish = std::ranges::find_if(exhibit, [&](const exhibit::ExportDefault& each) {
    return each.option == "--format" && goes_with(each, command, raw);
  });
  return wish == exhibit.end() ? media::film_format_of_ending(ending_of(raw)) : media::find_film_format(wish->value);
}

bool may_have_crf(const media::FilmFormat* format, const std::string& value) {
  int crf = -1;
  std::from_chars(value.data(), value.data() + value.size(), crf);
  return format != nullptr && crf >= format->least_crf && crf <= format->most_crf;
}

/// Whether a film follows the cues, by the command or else by the exhibit.
bool follows_cues(const CLI::App& command, const RawExport& raw, const std::vector<exhibit::ExportDefault>& exhibit) {
  if (command.count("--cues") > 0) return raw.options.cues;
  return std::ranges::any_of(exhibit, [&](const exhibit::ExportDefault& wish) {
    return wish.option == "--cues" && goes_with(wish, command, raw);
  });
}

void check_value(const exhibit::ExportDefault& wish) {
  CLI::App command("", "spreadmap export");
  RawExport raw;
  add_export(command, raw);
  command.parse(Words{wish.value.empty() ? wish.option : wish.option + "=" + wish.value});
  if (!raw.preset.empty()) preset_named(raw.preset);
  check_texts(raw);
}

}  // namespace

Words default_words(const CLI::App& command, const RawExport& raw, const std::vector<exhibit::ExportDefault>& exhibit) {
  Words words, added;
  const auto add = [&](const exhibit::ExportDefault& wish) {
    if (command.count(wish.option) > 0 || std::ranges::count(added, wish.option) > 0) return;
    added.push_back(wish.option);
    words.push_back(wish.value.empty() ? wish.option : wish.option + "=" + wish.value);
  };
  if (!raw.preset.empty()) std::ranges::for_each(options_of(preset_asked(raw), true, ""), add);
  const bool has_cues = follows_cues(command, raw, exhibit);
  const auto add_wish = [&](const exhibit::ExportDefault& wish) {
    // Cues say themselves how long they last; the exhibit's length is that of its timeline.
    if (wish.option == "--seconds" && has_cues) return;
    if (wish.option == "--crf" && !may_have_crf(format_made(command, raw, exhibit), wish.value)) return;
    if (goes_with(wish, command, raw)) add(wish);
  };
  std::string preset;
  for (const exhibit::ExportDefault& wish : exhibit) {
    if (wish.option == "--preset") {
      preset = raw.preset.empty() ? wish.value : "";
    } else {
      add_wish(wish);
    }
  }
  if (!preset.empty()) std::ranges::for_each(options_of(preset_named(preset), false, ending_of(raw)), add_wish);
  return words;
}

Result<void> check_export_defaults(const exhibit::Exhibit& exhibit) {
  for (const exhibit::ExportDefault& wish : exhibit.export_defaults) {
    try {
      check_value(wish);
    } catch (const CLI::ParseError& error) {
      std::string_view says = error.what();
      if (says.starts_with(wish.option + ": ")) says.remove_prefix(wish.option.size() + 2);
      return fail("{}:{}: 'export.{}': {}", exhibit.file.string(), wish.line, wish.key, says);
    }
  }
  return {};
}

std::optional<exhibit::Exhibit> exhibit_of_exports(const std::filesystem::path& exhibit_file) {
  std::filesystem::path file = exhibit_file;
  if (file.empty()) {
    const auto places = find_places();
    if (!places) return std::nullopt;
    file = places->built_in_exhibit;
  }
  auto exhibit = exhibit::load_exhibit(file);
  if (!exhibit || !check_export_defaults(*exhibit)) return std::nullopt;
  return std::move(*exhibit);
}

}  // namespace spreadmap::app
