#include "app/diagnose.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "app/keys_file.h"
#include "app/text_file.h"
#include "app/version.h"
#include "app/world.h"
#include "geo/projection.h"
#include "gpu/context.h"
#include "language/catalogue.h"
#include "media/film.h"
#include "platform/gl_window.h"
#include "platform/machine.h"
#include "platform/running_program.h"

namespace spreadmap::app {
namespace {

using Lines = std::vector<std::string>;

void add(std::string& report, const char* head, const Lines& lines) {
  report += fmt::format("\n{}\n", head);
  for (const std::string& line : lines) report += fmt::format("  {}\n", line);
}

Lines build_facts() {
#ifdef NDEBUG
  const char* asserts = "off";
#else
  const char* asserts = "on";
#endif
  return {fmt::format("spreadmap: {}", kVersion), fmt::format("compiler: {}", __VERSION__),
          fmt::format("asserts: {}", asserts),
          fmt::format("fmt: {}.{}.{}", FMT_VERSION / 10000, FMT_VERSION / 100 % 100, FMT_VERSION % 100)};
}

/// Of the driver that windows get; where there is no display, of the one that exports get.
Lines driver_lines() {
  auto window =
      platform::GlWindow::create({.title = "Spreadmap", .width_pt = 64, .height_pt = 64, .is_offscreen = true});
  return window ? gpu::driver_facts() : Lines{"none that gives OpenGL 4.5"};
}

/// The reader alone knows GDAL.
std::string gdal_line(const Places& places) {
  constexpr auto kPause = std::chrono::milliseconds(10);
  auto reader = platform::RunningProgram::start(places.reader, {"spreadmap-reader", "--version"});
  if (!reader) return "GDAL: the reader cannot be started";
  for (int tries = 0; tries < 500 && !reader->status(); ++tries) std::this_thread::sleep_for(kPause);
  const Lines said = reader->take_lines();
  return reader->status() == 0 && said.size() == 1 ? "GDAL: " + said.front() : "GDAL: the reader does not answer";
}

Lines encoder_lines(const Places& places) {
  const auto module = media::load_film_module(places.film_module);
  if (!module) return {"the film module cannot be loaded"};
  Lines lines;
  for (const media::FilmFormat& format : media::film_formats()) {
    const auto told = (*module)->encoder_told({.target = {}, .width_px = 1920, .height_px = 1080, .format = &format});
    lines.push_back(fmt::format("{}: {}", format.name, told ? *told : "no encoder"));
  }
  return lines;
}

Lines font_lines(const Places& places) {
  Lines lines;
  std::error_code ignored;
  for (const auto& file : std::filesystem::directory_iterator(places.fonts, ignored)) {
    const std::string ending = file.path().extension();
    if (ending == ".otf" || ending == ".ttf") lines.push_back(file.path().filename());
  }
  std::ranges::sort(lines);
  if (lines.empty()) lines.emplace_back("none");
  return lines;
}

/// Not which keys: a name or a word may be among them.
std::string keys_line() {
  std::error_code ignored;
  return std::filesystem::exists(user_keys_file(), ignored) ? "keys file: there is one" : "keys file: none";
}

/// Numbers alone: what is wrong with an exhibit would be said in its words.
Lines exhibit_lines(const std::filesystem::path& file, const Places& places) {
  const auto loaded = load_world(file, places, false, "");
  if (!loaded) return {"it cannot be loaded"};
  const World& world = *loaded->world;
  Lines lines{fmt::format("layers: {}", world.tables.layers.size()),
              fmt::format("base layers: {}", world.tables.base.size()),
              fmt::format("languages: {}", world.exhibit.title.languages().size()),
              fmt::format("milestones: {}", world.exhibit.timeline.milestones.size()),
              fmt::format("cues: {}", world.exhibit.cues.size()),
              fmt::format("rows that were refused: {}", world.tables.problems.size())};
  for (std::size_t layer = 0; layer < world.tables.layers.size(); ++layer)
    lines.push_back(fmt::format("rows of layer {}: {}", layer + 1, world.tables.layers[layer].row_count()));
  return lines;
}

}  // namespace

Result<void> run_diagnose(const DiagnoseOptions& options, const Places& places) {
  std::string report = "Spreadmap's report. It holds nothing about persons, and nothing that an exhibit says.\n";
  add(report, "Build", build_facts());
  add(report, "Machine", platform::machine_facts());
  std::error_code ignored;
  add(report, "Free disk",
      {"temporary files: " + platform::free_disk_class(std::filesystem::temp_directory_path(ignored)),
       "here: " + platform::free_disk_class(".")});
  add(report, "Displays", platform::display_facts());
  add(report, "OpenGL", driver_lines());
  add(report, "Libraries", {"PROJ: " + geo::proj_version(), gdal_line(places)});
  add(report, "Encoders", encoder_lines(places));
  add(report, "Fonts", font_lines(places));
  add(report, "Languages", language::catalogue_languages(places.translations));
  add(report, "Settings", {keys_line()});
  if (!options.exhibit.empty()) add(report, "Exhibit", exhibit_lines(options.exhibit, places));
  if (options.out.empty()) {
    fmt::print("{}", report);
    return {};
  }
  return write(TextFile{options.out, report});
}

}  // namespace spreadmap::app
