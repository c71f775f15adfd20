#include "app/run.h"

#include <csignal>
#include <cstdio>
#include <new>

#include "app/diagnose.h"
#include "app/explore.h"
#include "app/export.h"
#include "app/export_commands.h"
#include "app/keys_file.h"
#include "app/kiosk.h"
#include "app/options.h"
#include "app/safe_scene.h"
#include "base/log.h"

namespace spreadmap::app {
namespace {

/// `print`: what is said of the keys that the file gives.
template <class Print>
Result<void> say_keys(const std::filesystem::path& file, const Print& print) {
  const auto keymaps = load_keymaps(file);
  if (!keymaps) return tl::unexpected(keymaps.error());
  fmt::print("{}", print(*keymaps));
  return {};
}

Result<void> run_command(const Options& options) {
  const auto* kiosk = std::get_if<KioskOptions>(&options);
  if (kiosk != nullptr && kiosk->is_safe) return run_safe_scene(*kiosk);
  const auto* explored = std::get_if<ExploreOptions>(&options);
  if (explored != nullptr && explored->lists_keys) {
    return say_keys(explored->keys_file, [talks = explored->starts_talk](const Keymaps& keymaps) {
      return listed(talks ? keymaps.talk : keymaps.explore);
    });
  }
  if (const auto* keys = std::get_if<KeysOptions>(&options)) return say_keys(keys->keys_file, keys_file_of);
  const auto places = find_places();
  if (!places) return tl::unexpected(places.error());
  if (const auto* exported = std::get_if<std::vector<ExportOptions>>(&options)) return run_export(*exported, *places);
  if (const auto* join = std::get_if<JoinOptions>(&options)) return run_join(*join, *places);
  if (const auto* verify = std::get_if<VerifyOptions>(&options)) return run_verify(*verify, *places);
  if (const auto* diagnose = std::get_if<DiagnoseOptions>(&options)) return run_diagnose(*diagnose, *places);
  if (kiosk != nullptr) return run_kiosk(*kiosk, *places);
  return run_explore(*explored, *places);
}

/// The one exception that is expected: a machine without the memory that the exhibit or the picture needs.
Result<void> run_within_memory(const Options& options) {
  try {
    return run_command(options);
  } catch (const std::bad_alloc&) {
    return fail("out of memory; use a smaller size or fewer rows, or allow the program more");
  }
}

bool is_verbose(const Options& options) {
  if (const auto* exported = std::get_if<std::vector<ExportOptions>>(&options)) return exported->front().common.verbose;
  if (const auto* kiosk = std::get_if<KioskOptions>(&options)) return kiosk->common.verbose;
  const auto* explored = std::get_if<ExploreOptions>(&options);
  return explored != nullptr && explored->common.verbose;
}

}  // namespace

int run(int argc, const char* const* argv) {
  const auto parsed = parse_options(argc, argv);
  if (const int* status = std::get_if<int>(&parsed)) return *status;
  const auto& options = std::get<Options>(parsed);
  set_up_log(is_verbose(options));
  // A limit on the size of files must be an error that is said, not the end of the program with half a file left.
  std::signal(SIGXFSZ, SIG_IGN);
  const auto done = run_within_memory(options);
  if (done) return 0;
  fmt::print(stderr, "spreadmap: {}\n", done.error().message);
  return 1;
}

}  // namespace spreadmap::app
