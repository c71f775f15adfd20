#include "platform/machine.h"

#include <fmt/format.h>
#include <sys/utsname.h>
#include <unistd.h>

#define SDL_MAIN_HANDLED
#include <SDL.h>

#include <fstream>
#include <thread>

#include "platform/driver.h"

namespace spreadmap::platform {
namespace {

/// PRETTY_NAME of os-release(5).
std::string distribution() {
  std::ifstream file("/etc/os-release");
  constexpr std::string_view kKey = "PRETTY_NAME=";
  for (std::string line; std::getline(file, line);) {
    if (!line.starts_with(kKey)) continue;
    std::string name = line.substr(kKey.size());
    std::erase(name, '"');
    return name;
  }
  return "unknown";
}

}  // namespace

std::vector<std::string> machine_facts() {
  utsname system{};
  uname(&system);  // its nodename is nobody's business
  constexpr double kBytesPerGib = 1024.0 * 1024.0 * 1024.0;
  const double memory_gib =
      static_cast<double>(sysconf(_SC_PHYS_PAGES)) * static_cast<double>(sysconf(_SC_PAGESIZE)) / kBytesPerGib;
  return {fmt::format("kernel: {} {} {}", system.sysname, system.release, system.machine),
          "distribution: " + distribution(), fmt::format("processors: {}", std::thread::hardware_concurrency()),
          fmt::format("memory: {:.0f} GiB", memory_gib)};
}

std::string free_disk_class(const std::filesystem::path& folder) {
  std::error_code error;
  const auto space = std::filesystem::space(folder, error);
  if (error) return "unknown";
  constexpr double kGb = 1e9;
  const double free_gb = static_cast<double>(space.available) / kGb;
  if (free_gb < 1.0) return "less than 1 GB";
  if (free_gb < 10.0) return "1 to 10 GB";
  return free_gb < 100.0 ? "10 to 100 GB" : "more than 100 GB";
}

std::vector<std::string> display_facts() {
  SDL_version version;
  SDL_GetVersion(&version);
  std::vector<std::string> facts{fmt::format("SDL: {}.{}.{}", version.major, version.minor, version.patch)};
  ask_for_driver(false);
  SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
  SDL_SetMainReady();
  if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) {
    facts.emplace_back("displays: none that can be opened");
    return facts;
  }
  facts.push_back(fmt::format("video driver: {}", SDL_GetCurrentVideoDriver()));
  facts.push_back(fmt::format("displays: {}", SDL_GetNumVideoDisplays()));
  for (int display = 0; display < SDL_GetNumVideoDisplays(); ++display) {
    SDL_DisplayMode mode{};
    float dpi = 0.0F;
    if (SDL_GetDesktopDisplayMode(display, &mode) != 0) continue;
    const bool has_dpi = SDL_GetDisplayDPI(display, &dpi, nullptr, nullptr) == 0;
    facts.push_back(fmt::format("display {}: {}x{}, {} Hz, {}", display + 1, mode.w, mode.h, mode.refresh_rate,
                                has_dpi ? fmt::format("{:.0f} dpi", dpi) : "no density"));
  }
  facts.push_back(fmt::format("touch devices: {}", SDL_GetNumTouchDevices()));
  SDL_QuitSubSystem(SDL_INIT_VIDEO);
  return facts;
}

}  // namespace spreadmap::platform
