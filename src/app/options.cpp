#include "app/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <limits>
#include <map>

#include "app/keymap.h"
#include "app/version.h"

namespace spreadmap::app {
namespace {

constexpr int kWrongUsage = 2;
constexpr int kMostSide_px = 16384;

/// One option's text into a value, or CLI11's way of saying why not.
scene::SizePx parse_size(const std::string& text) {
  scene::SizePx size;
  const std::size_t cross = text.find('x');
  const char* const end = text.data() + text.size();
  if (cross != std::string::npos) {
    const auto width = std::from_chars(text.data(), text.data() + cross, size.width_px);
    const auto height = std::from_chars(text.data() + cross + 1, end, size.height_px);
    const bool read =
        width.ptr == text.data() + cross && height.ptr == end && width.ec == std::errc{} && height.ec == std::errc{};
    const bool sane =
        size.width_px >= 64 && size.height_px >= 64 && size.width_px <= kMostSide_px && size.height_px <= kMostSide_px;
    if (read && sane) return size;
  }
  throw CLI::ValidationError(
      "--size",
      fmt::format("'{}' is not a size; write WIDTHxHEIGHT in pixels, 64 to {} each, as 1920x1080", text, kMostSide_px));
}

std::optional<time::Day> parse_day_option(const char* option, const std::string& text) {
  if (text.empty()) return std::nullopt;
  const auto day = time::parse_day(text);
  if (!day) throw CLI::ValidationError(option, day.error().message);
  return *day;
}

std::pair<int, int> parse_fps(const std::string& text) {
  // What television rounds to two or three figures.
  static const std::map<std::string, std::pair<int, int>, std::less<>> kBroadcast{
      {"23.976", {24000, 1001}}, {"23.98", {24000, 1001}}, {"29.97", {30000, 1001}}, {"59.94", {60000, 1001}}};
  if (const auto found = kBroadcast.find(text); found != kBroadcast.end()) return found->second;
  int num = 0, den = 1;
  const char* const end = text.data() + text.size();
  auto read = std::from_chars(text.data(), end, num);
  if (read.ec == std::errc{} && read.ptr != end && *read.ptr == '/') read = std::from_chars(read.ptr + 1, end, den);
  if (read.ec != std::errc{} || read.ptr != end || num <= 0 || den <= 0 || num / den > 240) {
    throw CLI::ValidationError(
        "--fps",
        fmt::format("'{}' is not a frame rate; write a whole number up to 240 or a fraction, as 30, 30000/1001 or 1/2",
                    text));
  }
  return {num, den};
}

media::Shard parse_shard(const std::string& text) {
  constexpr int kMostShards = 100000;
  media::Shard shard;
  const char* const end = text.data() + text.size();
  auto read = std::from_chars(text.data(), end, shard.number);
  const bool has_slash = read.ec == std::errc{} && read.ptr != end && *read.ptr == '/';
  if (has_slash) read = std::from_chars(read.ptr + 1, end, shard.count);
  if (!has_slash || read.ec != std::errc{} || read.ptr != end || shard.number < 1 || shard.number > shard.count ||
      shard.count > kMostShards) {
    throw CLI::ValidationError("--shard",
                               fmt::format("'{}' is no share; write its number and how many there are, as 3/8", text));
  }
  return shard;
}

model::Furniture parse_furniture(const std::vector<std::string>& parts) {
  model::Furniture furniture{false, false, false, false, false, false};
  if (parts.size() > 1 && std::find(parts.begin(), parts.end(), "none") != parts.end()) {
    throw CLI::ValidationError("--furniture", "'none' goes with no other part");
  }
  const std::map<std::string, bool*> known{{"title", &furniture.title},     {"counter", &furniture.counter},
                                           {"legend", &furniture.legend},   {"strip", &furniture.strip},
                                           {"credits", &furniture.credits}, {"transport", &furniture.transport}};
  for (const std::string& part : parts) {
    const auto found = known.find(part);
    if (found == known.end() && part != "none") {
      throw CLI::ValidationError("--furniture",
                                 fmt::format("'{}' is no part of the furniture; the parts are title, counter, legend, "
                                             "strip, credits, transport, or none",
                                             part));
    }
    if (found != known.end()) *found->second = true;
  }
  if (furniture.transport && !furniture.strip) {
    throw CLI::ValidationError("--furniture", "'transport' stands on the strip; add 'strip'");
  }
  return furniture;
}

/// "10000-50000", "10000-", "-50000": US dollars, both ends included.
model::AmountRange parse_amounts(const std::string& text) {
  model::AmountRange range{0.0, std::numeric_limits<double>::infinity()};
  const std::size_t dash = text.find('-');
  const auto read = [](std::string_view part, double& into) {
    if (part.empty()) return true;
    const auto parsed = std::from_chars(part.data(), part.data() + part.size(), into);
    return parsed.ec == std::errc{} && parsed.ptr == part.data() + part.size() && std::isfinite(into);
  };
  const std::string_view all = text;
  if (dash == std::string::npos || text.size() < 2 || !read(all.substr(0, dash), range.from_usd) ||
      !read(all.substr(dash + 1), range.to_usd) || range.to_usd < range.from_usd) {
    throw CLI::ValidationError("--amount-usd",
                               fmt::format("'{}' is no range of amounts; write 10000-50000, 10000- or -50000", text));
  }
  return range;
}

model::DatePrecision parse_precision(const std::string& text) {
  const std::map<std::string, model::DatePrecision> known{{"day", model::DatePrecision::kDay},
                                                          {"month", model::DatePrecision::kMonth},
                                                          {"less", model::DatePrecision::kLess}};
  const auto found = known.find(text);
  if (found != known.end()) return found->second;
  throw CLI::ValidationError("--precisions", fmt::format("'{}' is none; there are day, month, less", text));
}

/// The parts of a list with commas between them; a part that holds one stands in quotes, as in a CSV file.
std::vector<std::string> parts_of(const char* option, const std::string& text) {
  std::vector<std::string> parts(1);
  bool is_quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_quote = text[at] == '"';
    if (is_quote && is_quoted && at + 1 < text.size() && text[at + 1] == '"') {
      parts.back().push_back(text[++at]);
    } else if (is_quote && (is_quoted || parts.back().empty())) {
      is_quoted = !is_quoted;
    } else if (text[at] == ',' && !is_quoted) {
      parts.emplace_back();
    } else {
      parts.back().push_back(text[at]);
    }
  }
  if (is_quoted) throw CLI::ValidationError(option, fmt::format("{}: a quote is not closed", text));
  return parts;
}

void add_list(CLI::App& command, const char* name, std::vector<std::string>& values, const char* help) {
  command
      .add_option_function<std::vector<std::string>>(
          name,
          [name, &values](const std::vector<std::string>& texts) {
            for (const std::string& text : texts) {
              for (std::string& part : parts_of(name, text)) values.push_back(std::move(part));
            }
          },
          help)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

/// What is filtered by, in the names that the program has for it everywhere.
style::Vision parse_vision(const std::string& eye) {
  if (eye == "protan") return style::Vision::kProtan;
  return eye == "deutan" ? style::Vision::kDeutan : style::Vision::kTritan;
}

void add_filter(CLI::App& command, CommonOptions& common) {
  add_list(command, "--regions", common.filter.regions,
           "Only records of these regions, as FL,TX; one with\na comma in it in quotes: '\"Congo, Rep.\",Fiji'");
  add_list(command, "--kinds", common.kinds, "Only records of these kinds");
  command.add_option_function<std::string>(
      "--days",
      [&common](const std::string& text) {
        const auto days = time::parse_day_interval(text);
        if (!days) throw CLI::ValidationError("--days", days.error().message);
        common.filter.days = *days;
      },
      "Only records that began then, as 2019, 2019-08 or 2019-01/2019-06");
  command.add_option_function<std::string>(
      "--amount-usd", [&common](const std::string& text) { common.filter.amount_usd = parse_amounts(text); },
      "Of layers that know amounts only those in a range, as 10000-50000");
  command
      .add_option_function<std::vector<std::string>>(
          "--precisions",
          [&common](const std::vector<std::string>& texts) {
            for (const std::string& text : texts) common.filter.precisions.push_back(parse_precision(text));
          },
          "Only records whose first day is known to the day, month or less")
      ->delimiter(',')
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command.add_option("--text", common.filter.text,
                     "Only records with each of these words in name, place, county, region or notes");
}

void add_common(CLI::App& command, CommonOptions& common) {
  add_filter(command, common);
  add_list(command, "--layers", common.layers, "Show these layers, by their ids in the exhibit, and no others");
  command.add_option("EXHIBIT", common.exhibit, "An exhibit file (TOML); left out: the built-in one");
  command.add_option("--lang", common.language,
                     "Language, as en, es or es-MX; left out: the locale's, or the exhibit's");
  command.add_option("--crs", common.crs,
                     "Projection: auto, us-composite, albers, web-mercator, equal-earth,\n"
                     "orthographic, or a CRS that PROJ knows, as EPSG:3035");
  command
      .add_option_function<std::string>(
          "--theme",
          [&common](const std::string& name) {
            common.theme = name == "light" ? style::ThemeName::kLight : style::ThemeName::kDark;
          },
          "Colours: dark or light; left out: the exhibit's")
      ->check(CLI::IsMember({"dark", "light"}));
  command
      .add_option_function<std::string>(
          "--seen-by", [&common](const std::string& eye) { common.seen_with = parse_vision(eye); },
          "Preview how others see the colours: protan, deutan or tritan")
      ->check(CLI::IsMember({"protan", "deutan", "tritan"}));
  command
      .add_option("--text-scale", common.text_scale, "How many times as large small type is: 1 to 3; titles grow less")
      ->check(CLI::Range(1.0, model::kMostTextScale));
  command.add_flag("--reduced-motion", common.reduces_motion, "Nothing flies, spreads or pops; time still plays");
  command.add_option("--shaders", common.shaders,
                     "Read shaders from this folder instead of the binary (for development)");
  command.add_flag_function(
      "--director,!--no-director", [&common](std::int64_t count) { common.is_directed = count > 0; },
      "Linger on milestones and hasten over quiet weeks, or not; left out: as the exhibit says");
  command
      .add_option_function<int>(
          "--window-days", [&common](int days) { common.window_days = days; },
          "Records of the counted layer are there for so many days; 0: for good")
      ->check(CLI::Range(0, 3660));
  command.add_flag("--strict", common.strict, "One bad row of the data is an error");
  command.add_flag("--verbose", common.verbose, "Say more on standard error");
}

/// Texts as they stand on the command line, before they are values.
struct RawExplore {
  ExploreOptions options;
  std::string size = "1600x900", day;
};
struct RawExport {
  ExportOptions options;
  std::string size = "1920x1080", day, wipe_day, from, to, fps = "30";
  std::vector<std::string> furniture;
  double seconds = 0.0;
};

void add_explore(CLI::App& app, RawExplore& raw) {
  app.add_flag_callback(
      "--keys",
      [] {
        fmt::print("{}", listed(explore_keymap()));
        throw CLI::Success();
      },
      "List the keys of the window, and end");
  add_common(app, raw.options.common);
  app.add_option("--scale", raw.options.scale,
                 "Scale of panels and least type: 1.5; left out: as desktop and window's size ask")
      ->check(CLI::Range(0.5, 4.0));
  app.add_option("--size", raw.size, "The window's size at first, as 1600x900");
  app.add_option("--day", raw.day, "Start on this day, at rest");
  app.add_flag("--idle", raw.options.is_idle, "Do not start playing");
  app.add_flag("!--no-panels", raw.options.has_panels, "Begin without the panels (F1 brings them)");
  app.add_option("--time-frames", raw.options.timed_frames,
                 "Play all of the film in so many frames as fast as they come, say how fast, and quit")
      ->check(CLI::Range(1, 1000000));
  app.add_option("--pictures", raw.options.pictures, "Folder that F12 writes pictures to");
  app.add_option("--views", raw.options.views, "File that views are saved in; left out: one in the home folder");
  app.add_option("--controls", raw.options.controls,
                 "Write where each control of the panels lies to this file (for tests)");
}

void add_export(CLI::App& command, RawExport& raw) {
  add_common(command, raw.options.common);
  command.add_option("-o,--out", raw.options.out, "frames/%06d.png, film.mp4, or picture.png with --day (needed)");
  command.add_option("--day", raw.day, "A still of this day, as 2019-08-27");
  command.add_option("--wipe-day", raw.wipe_day, "Show this other day left of a line, for comparison");
  command.add_option("--wipe-at", raw.options.wipe_at, "Where the line is, 0 to 1 of the map's width (0.5)")
      ->check(CLI::Range(0.0, 1.0));
  command.add_option("--size", raw.size, "Size in pixels (1920x1080)");
  command.add_option("--fps", raw.fps, "Frames a second: 30, or a fraction as 30000/1001");
  command
      .add_option("--seconds", raw.seconds, "Length of the film; left out: the exhibit's")
      // CLI::Range lets "nan" pass, which compares false with both ends.
      ->check([](const std::string& text) {
        return text.find_first_not_of("0123456789.e+") == std::string::npos
                   ? ""
                   : "'" + text + "' is not a number of seconds";
      })
      ->check(CLI::Range(0.04, 36000.0));
  command.add_option("--from", raw.from, "First day of the film; left out: the exhibit's");
  command.add_option("--to", raw.to, "Last day of the film; left out: the exhibit's");
  add_list(command, "--furniture", raw.furniture,
           "Parts to draw: title,counter,legend,strip,credits,transport, or none");
  command
      .add_option("--least-type", raw.options.least_type_scale,
                  "Least scale of type as far as there is room, 1 being that of 1920x1080 (windows: 0.72)")
      ->check(CLI::Range(0.0, 4.0));
  command.add_option("--encoder", raw.options.encoder, "H.264 encoder of libavcodec (libx264)");
  command.add_option("--threads", raw.options.threads, "Encoders side by side; 0: one for each core")
      ->check(CLI::Range(0, 256));
  command.add_option_function<std::string>(
      "--shard", [&raw](const std::string& text) { raw.options.shard = parse_shard(text); },
      "Make a share of the frames, as 3/8; `spreadmap join OUT` puts the shares together");
  command.add_flag_callback(
      "--resume", [&raw] { raw.options.older = media::Older::kGoOn; },
      "Go on with an export that was cut off, or begin it");
  command.add_flag_callback(
      "--overwrite", [&raw] { raw.options.older = media::Older::kReplace; }, "Replace an export that was cut off");
}

bool ends_with(const std::string& text, std::string_view ending) {
  return text.size() >= ending.size() && text.compare(text.size() - ending.size(), ending.size(), ending) == 0;
}

ExportKind parse_out(const std::string& out, bool has_day) {
  const bool is_film = ends_with(out, ".mp4");
  if (!is_film && !ends_with(out, ".png")) {
    throw CLI::ValidationError(
        "--out", fmt::format("{}: the ending says what is made, and this one is not known; use .png or .mp4", out));
  }
  if (has_day && is_film)
    throw CLI::ValidationError("--out", fmt::format("{}: a still is a picture; name a .png", out));
  if (has_day) return ExportKind::kStill;
  if (!is_film && out.find('%') == std::string::npos) {
    throw CLI::ValidationError(
        "--out",
        fmt::format("{}: one picture needs a day; add --day 2019-08-27, or name many, as frames/%06d.png", out));
  }
  return is_film ? ExportKind::kFilm : ExportKind::kFrames;
}

ExploreOptions checked(RawExplore raw) {
  raw.options.size = parse_size(raw.size);
  raw.options.day = parse_day_option("--day", raw.day);
  return raw.options;
}

ExportOptions checked(RawExport raw, bool seconds_given) {
  ExportOptions& options = raw.options;
  // Not CLI11's own `required`, which would say this before it says that an option is unknown.
  if (options.out.empty()) throw CLI::RequiredError("--out");
  options.size = parse_size(raw.size);
  options.day = parse_day_option("--day", raw.day);
  options.wipe_day = parse_day_option("--wipe-day", raw.wipe_day);
  options.from = parse_day_option("--from", raw.from);
  options.to = parse_day_option("--to", raw.to);
  if (options.from && options.to && *options.to <= *options.from) {
    throw CLI::ValidationError("--to", "the last day must come after the first");
  }
  std::tie(options.fps_num, options.fps_den) = parse_fps(raw.fps);
  if (seconds_given) options.seconds = raw.seconds;
  if (options.day && (options.from || options.to || seconds_given)) {
    throw CLI::ValidationError("--day", "makes a still; --from, --to and --seconds are of films");
  }
  if (!raw.furniture.empty()) options.furniture = parse_furniture(raw.furniture);
  options.kind = parse_out(options.out, options.day.has_value());
  if (options.day && (!options.shard.is_whole() || options.older == media::Older::kGoOn))
    throw CLI::ValidationError("--day", "makes a still; --shard and --resume are of films");
  return options;
}

/// What stands before `export` is the window's; it must not be dropped without a word.
void refuse_options_before(const CLI::App& app, const std::string& command) {
  for (const CLI::Option* option : app.get_options()) {
    if (option->count() > 0) {
      throw CLI::ValidationError(option->get_name(),
                                 fmt::format("stands before '{}', where it means nothing; write it after", command));
    }
  }
}

/// What was typed, so that a shell reads it as it was.
std::string quoted(int argc, const char* const* argv) {
  constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:=,+%@";
  std::string line;
  for (int i = 0; i < argc; ++i) {
    std::string word = argv[i];
    if (word.empty() || word.find_first_not_of(kPlain) != std::string::npos) {
      for (std::size_t at = 0; (at = word.find('\'', at)) != std::string::npos; at += 4) word.replace(at, 1, "'\\''");
      word = "'" + word + "'";
    }
    line += (i == 0 ? "" : " ") + word;
  }
  return line;
}

}  // namespace

std::variant<Options, int> parse_options(int argc, const char* const* argv) {
  CLI::App app("Spreadmap shows on a map how something spread over time.", "spreadmap");
  // Of an option that is given twice the last counts, as a script that adds to a user's command expects.
  app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  app.set_version_flag("--version", fmt::format("spreadmap {}", kVersion));
  RawExplore explore;
  RawExport exported;
  add_explore(app, explore);
  CLI::App* export_command = app.add_subcommand("export", "Write frames, a film or a picture; needs no display");
  add_export(*export_command, exported);
  JoinOptions join;
  CLI::App* join_command = app.add_subcommand("join", "Put the shares of an export (--shard) together");
  join_command->add_option("OUT", join.out, "What the shares were exported to, as film.mp4 or frames/%06d.png")
      ->required();
  VerifyOptions verify;
  CLI::App* verify_command = app.add_subcommand("verify", "Compare what was exported with its frames.json");
  verify_command->add_option("PATH", verify.path, "A film, or a folder of frames or of a film's parts")->required();
  app.footer("Without an argument the built-in exhibit opens and plays. The README has a page of use.");
  try {
    app.parse(argc, argv);
    for (const CLI::App* command : {export_command, join_command, verify_command}) {
      if (command->parsed()) refuse_options_before(app, command->get_name());
    }
    if (join_command->parsed()) return Options(join);
    if (verify_command->parsed()) return Options(verify);
    if (export_command->parsed()) {
      ExportOptions options = checked(exported, export_command->count("--seconds") > 0);
      options.command = quoted(argc, argv);
      return Options(std::move(options));
    }
    return Options(checked(explore));
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);  // help and version
    fmt::print(stderr, "spreadmap: {}; see 'spreadmap {}--help'\n", error.what(),
               app.get_subcommands().empty() ? "" : app.get_subcommands().front()->get_name() + " ");
    return kWrongUsage;
  }
}

}  // namespace spreadmap::app
