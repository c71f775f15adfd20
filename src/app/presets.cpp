#include "app/presets.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace spreadmap::app {
namespace {

// GIF and APNG: smaller and slower, or files grow beyond what pages load; GIF's rate is one that its clock of 1/100 s can hold.
constexpr std::array<Preset, 17> kPresets{{
    {"mp4-1080p30", "plays everywhere", ".mp4", "h264", {1920, 1080}, "30"},
    {"mp4-1080p60", "plays everywhere, smoother", ".mp4", "h264", {1920, 1080}, "60"},
    {"mp4-1080p25", "European television", ".mp4", "h264", {1920, 1080}, "25"},
    {"mp4-1080p2997", "American television", ".mp4", "h264", {1920, 1080}, "30000/1001"},
    {"mp4-4k", "large screens", ".mp4", "h264", {3840, 2160}, "30"},
    {"square", "feeds, 1:1", ".mp4", "h264", {1080, 1080}, "30"},
    // What phones lay over it: names above, buttons and words below.
    {"story", "phones, 9:16", ".mp4", "h264", {1080, 1920}, "30", false, "6,14,6,20"},
    {"feed", "feeds, 4:5", ".mp4", "h264", {1080, 1350}, "30"},
    {"wide", "cinema walls, 21:9", ".mp4", "h264", {2520, 1080}, "30"},
    {"webm-1080p30", "web pages", ".webm", "vp9", {1920, 1080}, "30"},
    {"webm-alpha", "over another picture on a web page", ".webm", "vp9", {1920, 1080}, "30", true},
    {"av1-1080p30", "web pages, small files", ".mp4", "av1", {1920, 1080}, "30"},
    {"prores-4k", "editing, with alpha", ".mov", "prores-4444", {3840, 2160}, "30", true},
    {"archive", "every pixel kept", ".mkv", "ffv1", {1920, 1080}, "30"},
    {"png-4k", "frames for other programs", ".png", "", {3840, 2160}, "30"},
    {"gif", "mail and chat", ".gif", "gif", {800, 450}, "20"},
    {"webp", "web pages without a player", ".webp", "webp", {960, 540}, "25"},
}};

}  // namespace

std::span<const Preset> presets() { return kPresets; }

const Preset* find_preset(std::string_view name) {
  const auto* const found = std::ranges::find(kPresets, name, &Preset::name);
  return found == kPresets.end() ? nullptr : found;
}

std::string listed_presets() {
  std::string text;
  for (const Preset& preset : kPresets) {
    text += fmt::format("{:<14} {:<12} {:<6} {:>9}  {:>10} a second  {}\n", preset.name,
                        preset.format.empty() ? "png" : preset.format, preset.ending,
                        fmt::format("{}x{}", preset.size.width_px, preset.size.height_px), preset.fps, preset.told);
  }
  return text;
}

}  // namespace spreadmap::app
