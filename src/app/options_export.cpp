#include "app/options_export.h"

#include <algorithm>
#include <tuple>

#include "app/options_common.h"
#include "app/presets.h"
#include "app/vector_still.h"
#include "media/ending.h"
#include "media/frame_pattern.h"

namespace spreadmap::app {
namespace {

/// "h264, vp9, …"
std::string formats_told() {
  std::string names;
  for (const media::FilmFormat& format : media::film_formats())
    names += fmt::format("{}{}", names.empty() ? "" : ", ", format.name);
  return names;
}

PicturePart parse_part(const std::string& name) {
  if (name == "base") return PicturePart::kBase;
  if (name == "marks") return PicturePart::kMarks;
  return name == "furniture" ? PicturePart::kFurniture : PicturePart::kMatte;
}

std::string endings_told() {
  std::string endings;
  for (const media::FilmFormat& format : media::film_formats()) {
    if (endings.find(format.endings.front()) == std::string::npos)
      endings += fmt::format(", {}", format.endings.front());
  }
  return endings;
}

const media::FilmFormat& format_named(const std::string& name) {
  const media::FilmFormat* const format = media::find_film_format(name);
  if (format != nullptr) return *format;
  throw CLI::ValidationError("--format", fmt::format("'{}' is none; there are {}", name, formats_told()));
}

/// Of a film: what the ending stands for, or what was asked for, if that goes into such a file.
const media::FilmFormat* parse_format(const std::string& name, const std::string& out) {
  const std::string ending = media::ending_of(out);
  const media::FilmFormat* const usual = media::film_format_of_ending(ending);
  if (name.empty()) return usual;
  const media::FilmFormat& asked = format_named(name);
  if (std::ranges::count(asked.endings, ending) > 0) return &asked;
  std::string endings;
  for (const std::string_view each : asked.endings) endings += fmt::format("{}{}", endings.empty() ? "" : ", ", each);
  throw CLI::ValidationError("--format", fmt::format("{} goes into {}, not into {}", asked.told, endings, out));
}

/// "add --day 2020-09-30": with a day that the exhibit has.
std::string day_advice(std::optional<time::Day> last_day) {
  return fmt::format("add --day {}", last_day ? time::iso_day(*last_day) : "with one of the exhibit's, as 2019-08-27");
}

/// What `options.out` says that is made.
ExportKind parse_out(const ExportOptions& options, std::optional<time::Day> last_day) {
  const std::string& out = options.out;
  const bool is_raw = out == "-", has_day = options.day.has_value();
  const bool is_film = options.film_format != nullptr, is_shapes = is_of_shapes(out);
  if (!is_raw && !is_film && !is_shapes && media::ending_of(out) != ".png") {
    throw CLI::ValidationError(
        "--out", fmt::format("{}: the ending says what is made, and this one is not known; use .png, .svg, .pdf{}, or "
                             "- for raw RGBA",
                             out, endings_told()));
  }
  if (has_day && (is_film || is_raw))
    throw CLI::ValidationError("--out", fmt::format("{}: a still is a picture; name a .png, .svg or .pdf", out));
  if (is_shapes && !has_day) {
    throw CLI::ValidationError("--out",
                               fmt::format("{}: is one picture and needs a day; {}", out, day_advice(last_day)));
  }
  if (has_day) return ExportKind::kStill;
  if (is_raw) return ExportKind::kRaw;
  if (is_film) return ExportKind::kFilm;
  if (out.find('%') == std::string::npos) {
    throw CLI::ValidationError("--out", fmt::format("{}: one picture needs a day; {}, or name many, as frames/%06d.png",
                                                    out, day_advice(last_day)));
  }
  return ExportKind::kFrames;
}

/// Of films: whether there is more in the pictures than lies on an opaque ground.
bool has_alpha(const ExportOptions& options) {
  return !PictureSpec{.size = options.size, .has_alpha = options.has_alpha, .part = options.part}.is_opaque();
}

/// What kinds of pixels go together with one another and with the file.
void check_pixels(const ExportOptions& options) {
  const bool is_matte = options.part == PicturePart::kMatte;
  if (is_matte && (options.has_alpha || options.supersample > 1 || options.bits != 8)) {
    throw CLI::ValidationError(
        "--pass",
        "a matte holds numbers of records, 16 bits each; it goes with none of --alpha, --supersample, --bits");
  }
  if (options.kind != ExportKind::kFilm) return;
  if (is_matte) throw CLI::ValidationError("--pass", "a matte is exact; write it as PNG, as frames/%06d.png");
  const media::FilmFormat& format = *options.film_format;
  if (has_alpha(options) && format.pixels.alpha.empty()) {
    throw CLI::ValidationError(
        "--out", fmt::format("{}: {} has no alpha; use VP9 (.webm), ProRes 4444 (.mov), FFV1 (.mkv), .apng, .webp or "
                             "frames/%06d.png",
                             options.out, format.told));
  }
  if (options.bits == 16 && format.pixels.deep_opaque.empty()) {
    throw CLI::ValidationError(
        "--bits", fmt::format("{} has 8; use ProRes 4444 (.mov), FFV1 (.mkv) or frames/%06d.png", format.told));
  }
}

/// What is of films alone, and of films that can be gone on with.
void check_kind(const ExportOptions& options) {
  const auto refuse = [](const char* option, const char* why) { throw CLI::ValidationError(option, why); };
  if (options.kind != ExportKind::kFilm) {
    if (!options.encoder.empty()) refuse("--encoder", "is of films");
    if (options.crf) refuse("--crf", "is of films");
    if (!options.soundtrack.empty()) refuse("--soundtrack", "is of films");
  }
  if (options.kind == ExportKind::kRaw && (!options.shard.is_whole() || options.older != media::Older::kRefuse))
    refuse("--out", "-: what goes through a pipe has no shares, and is not gone on with");
}

/// Of several sizes each has a name of its own.
std::vector<ExportOptions> of_each_size(const ExportOptions& options, const std::vector<std::string>& sizes) {
  if (sizes.size() > 1) {
    if (options.kind == ExportKind::kRaw)
      throw CLI::ValidationError("--size", "-: one pipe takes one size; give the others commands of their own");
    if (options.out.find(kSizeInName) == std::string::npos) {
      throw CLI::ValidationError(
          "--out", fmt::format("{}: is one name for {} sizes; put {{size}} into it, as film-{{size}}.mp4", options.out,
                               sizes.size()));
    }
    const std::string folder = std::filesystem::path(options.out).parent_path().string();
    if (options.kind == ExportKind::kFrames && folder.find(kSizeInName) == std::string::npos) {
      throw CLI::ValidationError(
          "--out", fmt::format("{}: frames of each size need a folder of their own; put {{size}} into its name, as "
                               "frames-{{size}}/%06d.png",
                               options.out));
    }
  }
  std::vector<ExportOptions> exports;
  for (const std::string& size : sizes.empty() ? std::vector<std::string>{"1920x1080"} : sizes) {
    ExportOptions one = options;
    one.size = parse_size(size, options.kind == ExportKind::kStill ? kMostSideOfStills_px : kMostSideOfFrames_px);
    const auto is_same = [&](const ExportOptions& other) { return other.size == one.size; };
    if (std::ranges::any_of(exports, is_same))
      throw CLI::ValidationError("--size", fmt::format("{} is asked for twice", size));
    one.out = with_size(one.out, size);
    exports.push_back(std::move(one));
  }
  return exports;
}

}  // namespace

bool is_of_shapes(const std::string& out) {
  const std::string ending = media::ending_of(out);
  return ending == ".svg" || ending == ".pdf";
}

void add_progress(CLI::App& command, ProgressKind& kind) {
  command
      .add_option_function<std::string>(
          "--progress",
          [&kind](const std::string& name) {
            kind = name == "json" ? ProgressKind::kJson : name == "none" ? ProgressKind::kNone : ProgressKind::kLines;
          },
          "How progress is told on standard error: lines, json (an object a line) or none")
      ->check(CLI::IsMember({"lines", "json", "none"}));
}

void add_export(CLI::App& command, RawExport& raw) {
  add_common(command, raw.options.common);
  command.add_option("-o,--out", raw.options.out,
                     "frames/%06d.png, film.mp4 (.webm, .mov, .mkv, .gif, .apng, .webp),\n- for raw RGBA, or "
                     "with --day picture.png, .svg or .pdf (needed)");
  command.add_option("--day", raw.day, "A still of this day, as 2019-08-27");
  command.add_option("--wipe-day", raw.wipe_day, "Show this other day left of a line, for comparison");
  command.add_option("--wipe-at", raw.options.wipe_at, "Where the line is, 0 to 1 of the map's width (0.5)")
      ->check(CLI::Range(0.0, 1.0));
  command
      .add_option("--size", raw.sizes,
                  "Size in pixels (1920x1080); several, with commas or given again,\n"
                  "make as many exports, whose size OUT names as {size}: film-{size}.mp4")
      ->delimiter(',')
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command.add_option("--fps", raw.fps, "Frames a second (30), or a fraction as 30000/1001");
  command.add_option("--preset", raw.preset,
                     "Format, size and rate by one name, as mp4-1080p30; other options go before it");
  command.add_flag_callback(
      "--list-presets",
      [] {
        fmt::print("{}", listed_presets());
        throw CLI::Success();
      },
      "List the presets, and end");
  add_progress(command, raw.options.progress);
  command
      .add_option("--seconds", raw.seconds, "Length of the film; left out: the exhibit's")
      // CLI::Range lets "nan" pass, which compares false with both ends.
      ->check([](const std::string& text) {
        return text.find_first_not_of("0123456789.e+") == std::string::npos
                   ? ""
                   : "'" + text + "' is not a number of seconds";
      })
      ->check(CLI::Range(0.04, 36000.0));
  command.add_option_function<std::string>(
      "--hold", [&raw](const std::string& text) { raw.options.hold = parse_hold(text); },
      "Seconds that the film rests at its start and its end, on top of its length: 2, or 1,3");
  command.add_option_function<std::string>(
      "--view", [&raw](const std::string& text) { raw.options.camera = parse_view(text); },
      "What is seen: a region by its name or code, as TX, or west,south,east,north in degrees");
  command.add_option("--as-seen", raw.options.as_seen,
                     "What a window shows beside all that: camera, order and look of layers, what the\n"
                     "strip shows, as the window's export panel writes it (JSON)");
  command.add_option("--from", raw.from, "First day of the film; left out: the exhibit's");
  command.add_option("--to", raw.to, "Last day of the film; left out: the exhibit's");
  add_list(command, "--furniture", raw.furniture,
           "Parts to draw: title,counter,legend,strip,credits,transport,captions,logo,\nor none");
  command.add_option_function<std::string>(
      "--safe-area",
      [&raw](const std::string& text) {
        // The guides are asked for by an option of their own.
        const bool has_guides = raw.options.safe_area.has_guides;
        raw.options.safe_area = parse_safe_area(text);
        raw.options.safe_area.has_guides = has_guides;
      },
      "Percent of each side (5), or of left,top,right,bottom (6,14,6,20), where no text stands:\n"
      "what covers the picture there covers land at most");
  command.add_flag("--safe-area-guides", raw.options.safe_area.has_guides, "Draw the edges of the safe area");
  command.add_flag("--cues,!--no-cues", raw.options.cues, "Follow the exhibit's cues instead of the timeline");
  command.add_flag("--captions,!--no-captions", raw.options.captions,
                   "Write captions (OUT's name with .vtt) and a list of what is seen\neach second (.csv), or not");
  command.add_flag("!--no-flash-check", raw.options.flash_check, "Do not look for flashes before the film is made");
  command
      .add_option("--least-type", raw.options.least_type_scale,
                  "Least scale of type as far as there is room, 1 being that of 1920x1080 (windows: 0.72)")
      ->check(CLI::Range(0.0, 4.0));
  command
      .add_option("--supersample", raw.options.supersample,
                  "Draw so many times as large and average in linear light: 1 to 4")
      ->check(CLI::Range(1, 4));
  command.add_flag("--alpha", raw.options.has_alpha, "Leave out the ground: straight alpha");
  command
      .add_option_function<std::string>(
          "--pass", [&raw](const std::string& name) { raw.options.part = parse_part(name); },
          "Only base, marks or furniture, to be laid over one another; or matte:\n"
          "which record each pixel shows, as numbers, with a table beside it")
      ->check(CLI::IsMember({"base", "marks", "furniture", "matte"}));
  command.add_option("--bits", raw.options.bits, "Bits of a sample: 8 or 16")->check(CLI::IsMember({8, 16}));
  command.add_option("--format", raw.format,
                     "Of films: h264, vp9, av1, prores-4444, ffv1, gif, apng, webp;\nleft out: as OUT's ending says");
  command
      .add_option("--crf", raw.options.crf,
                  "How much an encoder may lose, 0 to 63; left out: hardly anything that is seen")
      ->check(CLI::Range(0, 63));
  command.add_option("--encoder", raw.options.encoder, "Another encoder of libavcodec for the format");
  command.add_option("--soundtrack", raw.options.soundtrack, "A file with the film's sound; cut to its length");
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

void refuse_what_shapes_lack(const CLI::App& command, const RawExport& raw) {
  if (!is_of_shapes(raw.options.out)) return;
  for (const char* name : {"--fps", "--encoder", "--threads", "--cues", "--no-captions", "--no-flash-check",
                           "--supersample", "--alpha", "--pass", "--bits"}) {
    if (command.count(name) == 0) continue;
    throw CLI::ValidationError(
        name, fmt::format("is of films and of pixels, and {} has neither; leave it out", raw.options.out));
  }
}

void check_texts(const RawExport& raw) {
  for (const std::string& size : raw.sizes) parse_size(size, kMostSideOfStills_px);
  if (!raw.fps.empty()) parse_fps(raw.fps);
  if (!raw.furniture.empty()) parse_furniture(raw.furniture);
  if (!raw.format.empty()) format_named(raw.format);
}

std::vector<ExportOptions> checked_export(RawExport raw, bool seconds_given, std::optional<time::Day> last_day) {
  ExportOptions& options = raw.options;
  check_texts(raw);
  options.day = parse_day_option("--day", raw.day);
  options.wipe_day = parse_day_option("--wipe-day", raw.wipe_day);
  options.from = parse_day_option("--from", raw.from);
  options.to = parse_day_option("--to", raw.to);
  if (options.from && options.to && *options.to <= *options.from) {
    throw CLI::ValidationError("--to", "the last day must come after the first");
  }
  std::tie(options.fps_num, options.fps_den) = parse_fps(raw.fps.empty() ? "30" : raw.fps);
  if (seconds_given) options.seconds = raw.seconds;
  if (options.day && (options.from || options.to || seconds_given)) {
    throw CLI::ValidationError("--day", "makes a still; --from, --to and --seconds are of films");
  }
  if (options.day && (options.hold.start_s > 0.0 || options.hold.end_s > 0.0))
    throw CLI::ValidationError("--day", "makes a still; --hold is of films");
  if (!raw.furniture.empty()) options.furniture = parse_furniture(raw.furniture);
  options.film_format = parse_format(raw.format, options.out);
  options.kind = parse_out(options, last_day);
  if (options.kind == ExportKind::kStill) {
    auto name = media::name_without_number(options.out);
    if (!name) throw CLI::ValidationError("--out", name.error().message);
    options.out = std::move(*name);
  }
  check_kind(options);
  if (options.cues && (options.day || options.from || options.to || options.wipe_day))
    throw CLI::ValidationError("--cues", "the cues say which days; leave out --day, --from, --to and --wipe-day");
  if (options.cues && options.camera)
    throw CLI::ValidationError("--cues", "the cues say where they look; leave out --view");
  if (!options.as_seen.empty() && (options.cues || options.camera))
    throw CLI::ValidationError("--as-seen", "says where the camera is; leave out --cues and --view");
  check_pixels(options);
  if (options.day && (!options.shard.is_whole() || options.older == media::Older::kGoOn))
    throw CLI::ValidationError("--day", "makes a still; --shard and --resume are of films");
  return of_each_size(options, raw.sizes);
}

}  // namespace spreadmap::app
