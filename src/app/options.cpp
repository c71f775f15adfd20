#include "app/options.h"

#include <algorithm>
#include <cstdio>
#include <string_view>

#include "app/export_defaults.h"
#include "app/kiosk_pin.h"
#include "app/option_values.h"
#include "app/options_common.h"
#include "app/options_export.h"
#include "app/version.h"
#include "app/visits.h"
#include "base/shell_words.h"

namespace spreadmap::app {
namespace {

constexpr int kWrongUsage = 2;

/// Texts as they stand on the command line, before they are values.
struct RawExplore {
  ExploreOptions options;
  std::string size = "1600x900", day;
};

void add_keys_file(CLI::App& command, std::filesystem::path& file) {
  command.add_option("--keys-file", file,
                     "File that says which keys do what ('spreadmap keys' prints one);\n"
                     "left out: spreadmap/keys.toml in the folder of your settings");
}

/// Of tests: what no help lists.
void add_drill(CLI::App& command, DrillOptions& drill) {
  command.add_option("--drill", drill.facts)->group("");
  command.add_option("--drill-clock", drill.clock_step_s)->group("")->check(CLI::Range(0.0, 1e6));
  command.add_option("--drill-leak", drill.leak_bytes)->group("");
}

/// What every window has.
void add_window(CLI::App& command, RawExplore& raw) {
  add_common(command, raw.options.common);
  command
      .add_option("--scale", raw.options.scale,
                  "Scale of panels and least type: 1.5; left out: as desktop and window's size ask")
      ->check(CLI::Range(0.5, 4.0));
  command.add_option("--size", raw.size, "The window's size at first, as 1600x900");
  command.add_flag("!--no-panels", raw.options.has_panels, "Begin without the panels");
  command.add_option("--pictures", raw.options.pictures, "Folder that pictures are saved in");
  command.add_option("--views", raw.options.views, "File that views are saved in; left out: one in the home folder");
  add_keys_file(command, raw.options.keys_file);
  command.add_option("--controls", raw.options.controls,
                     "Write where each control of the panels lies to this file (for tests)");
  add_drill(command, raw.options.drill);
}

void add_explore(CLI::App& app, RawExplore& raw) {
  app.add_flag("--keys", raw.options.lists_keys, "List the keys of the window, and end");
  add_window(app, raw);
  app.add_option("--day", raw.day, "Start on this day, at rest");
  app.add_flag("--idle", raw.options.is_idle, "Do not start playing");
  app.add_option("--time-frames", raw.options.timed_frames,
                 "Play all of the film in so many frames as fast as they come, say how fast, and quit")
      ->check(CLI::Range(1, 1000000));
}

void add_present(CLI::App& app, RawExplore& raw) {
  raw.options.starts_talk = raw.options.is_idle = true;
  app.add_flag("--keys", raw.options.lists_keys, "List the keys of a talk, and end");
  add_window(app, raw);
  app.add_option("--display", raw.options.display,
                 "The display that the wall shows, from 1; left out: the second, where there are two")
      ->check(CLI::Range(1, 16));
}

struct RawKiosk {
  KioskOptions options;
  std::string size = "1080x1920";
};

void add_kiosk(CLI::App& command, RawKiosk& raw) {
  raw.options.pin = pin_file();
  raw.options.visits = visits_file();
  add_common(command, raw.options.common);
  command
      .add_flag("--safe", raw.options.is_safe,
                "Say that the exhibit will be back, without exhibit and OpenGL: for supervisors")
      ->excludes("EXHIBIT");
  command.add_flag("--set-pin", raw.options.sets_pin, "Ask for the PIN that lets the staff out, and end");
  command.add_option("--pin-file", raw.options.pin,
                     "File that the PIN's hash is kept in; left out: one in the home folder");
  command.add_option("--visits", raw.options.visits,
                     "CSV file that counts visits by day; left out: one in the home folder; '': none");
  command.add_option("--display", raw.options.display, "The display that it is on, from 1")->check(CLI::Range(1, 16));
  command.add_flag("--window", raw.options.is_windowed, "In a window, to prepare an exhibit");
  command.add_option("--size", raw.size, "That window's size, as 1080x1920");
  command.add_option("--controls", raw.options.controls, "Write where each control lies to this file (for tests)");
  add_drill(command, raw.options.drill);
}

KioskOptions checked(RawKiosk raw) {
  raw.options.size = parse_size(raw.size, kMostSideOfFrames_px);
  return raw.options;
}

ExploreOptions checked(RawExplore raw) {
  raw.options.size = parse_size(raw.size, kMostSideOfFrames_px);
  raw.options.day = parse_day_option("--day", raw.day);
  return raw.options;
}

/// The options of an export, given in some words.
struct GivenExport {
  CLI::App command{"", "spreadmap export"};
  RawExport raw;
  explicit GivenExport(const std::vector<std::string>& words) {
    command.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    add_export(command, raw);
    command.parse(std::vector<std::string>(words.rbegin(), words.rend()));
  }
};

/// What such words, those after `export`, ask for, with what its preset and its exhibit add to them. `exhibit`: nullptr: it has to be read
/// for them. Errors: CLI::ParseError.
std::vector<ExportOptions> exports_of(std::vector<std::string> words, const exhibit::Exhibit* exhibit) {
  const GivenExport alone(words);
  refuse_what_shapes_lack(alone.command, alone.raw);
  // Not CLI11's own `required`, which would say this before it says that an option is unknown.
  if (alone.raw.options.out.empty()) throw CLI::RequiredError("--out");
  std::optional<exhibit::Exhibit> read;
  if (exhibit == nullptr) {
    read = exhibit_of_exports(alone.raw.options.common.exhibit);
    exhibit = read ? &*read : nullptr;
  }
  const std::vector<std::string> added = default_words(
      alone.command, alone.raw, exhibit != nullptr ? exhibit->export_defaults : std::vector<exhibit::ExportDefault>());
  // Behind it stand names that begin with dashes, and nothing else.
  words.insert(std::ranges::find(words, "--"), added.begin(), added.end());
  const GivenExport whole(words);
  return checked_export(whole.raw, whole.command.count("--seconds") > 0,
                        exhibit != nullptr ? std::optional(exhibit->timeline.to) : std::nullopt);
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

}  // namespace

std::variant<Options, int> parse_options(int argc, const char* const* argv) {
  CLI::App app("Spreadmap shows on a map how something spread over time.", "spreadmap");
  // Of an option that is given twice the last counts, as a script that adds to a user's command expects.
  app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  app.set_version_flag("--version", fmt::format("spreadmap {}", kVersion));
  RawExplore explore;
  RawExport exported;
  add_explore(app, explore);
  RawExplore presented;
  CLI::App* present_command =
      app.add_subcommand("present", "Give a talk: the exhibit's cues, one after the other, over the whole screen");
  add_present(*present_command, presented);
  RawKiosk kiosk;
  CLI::App* kiosk_command =
      app.add_subcommand("kiosk", "Stand in an exhibition: tells itself until touched, and lets nobody out");
  add_kiosk(*kiosk_command, kiosk);
  CLI::App* export_command = app.add_subcommand("export", "Write frames, a film or a picture; needs no display");
  add_export(*export_command, exported);
  JoinOptions join;
  CLI::App* join_command = app.add_subcommand("join", "Put the shares of an export (--shard) together");
  join_command->add_option("OUT", join.out, "What the shares were exported to, as film.mp4 or frames/%06d.png")
      ->required();
  join_command->add_option("--soundtrack", join.soundtrack, "The sound that the shares were made for");
  add_progress(*join_command, join.progress);
  VerifyOptions verify;
  CLI::App* verify_command = app.add_subcommand("verify", "Compare what was exported with its frames.json");
  verify_command->add_option("PATH", verify.path, "A film, or a folder of frames or of a film's parts")->required();
  DiagnoseOptions diagnose;
  CLI::App* diagnose_command =
      app.add_subcommand("diagnose", "Report to the makers what is installed, without anybody's data");
  diagnose_command->add_option("EXHIBIT", diagnose.exhibit, "An exhibit whose size is told, and nothing it says");
  diagnose_command->add_option("-o,--out", diagnose.out, "File for the report; left out: standard output");
  KeysOptions keys;
  CLI::App* keys_command =
      app.add_subcommand("keys", "Print the keys as a file to be edited: what each action is bound to");
  add_keys_file(*keys_command, keys.keys_file);
  app.footer("Without an argument the built-in exhibit opens and plays. The README has a page of use.");
  try {
    app.parse(argc, argv);
    for (const CLI::App* command : {present_command, kiosk_command, export_command, join_command, verify_command,
                                    diagnose_command, keys_command}) {
      if (command->parsed()) refuse_options_before(app, command->get_name());
    }
    join.command = quoted_for_shell(std::vector<std::string>(argv, argv + argc));
    if (present_command->parsed()) return Options(checked(presented));
    if (kiosk_command->parsed()) return Options(checked(kiosk));
    if (join_command->parsed()) return Options(join);
    if (verify_command->parsed()) return Options(verify);
    if (diagnose_command->parsed()) return Options(diagnose);
    if (keys_command->parsed()) return Options(keys);
    if (export_command->parsed()) {
      std::vector<ExportOptions> exports = exports_of(std::vector<std::string>(argv + 2, argv + argc), nullptr);
      for (ExportOptions& options : exports)
        options.command = quoted_for_shell(std::vector<std::string>(argv, argv + argc));
      return Options(std::move(exports));
    }
    return Options(checked(explore));
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);  // help and version
    fmt::print(stderr, "spreadmap: {}; see 'spreadmap {}--help'\n", error.what(),
               app.get_subcommands().empty() ? "" : app.get_subcommands().front()->get_name() + " ");
    return kWrongUsage;
  }
}

Result<std::vector<ExportOptions>> read_export(const std::vector<std::string>& words, const exhibit::Exhibit* exhibit) {
  try {
    return exports_of(std::vector<std::string>(words.begin() + 2, words.end()), exhibit);
  } catch (const CLI::ParseError& error) {
    return fail("{}", error.what());
  }
}

std::string with_size(std::string out, const std::string& size) {
  for (std::size_t at = 0; (at = out.find(kSizeInName, at)) != std::string::npos; at += size.size())
    out.replace(at, kSizeInName.size(), size);
  return out;
}

}  // namespace spreadmap::app
