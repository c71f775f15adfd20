#include "app/presets.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "language/language.h"

namespace spreadmap::app {
namespace {

using language::noted;

// GIF and APNG: smaller and slower, or files grow beyond what pages load; GIF's rate is one that its clock of 1/100 s can hold.
constexpr std::array<Preset, 17> kPresets{{
    {"mp4-1080p30", noted("plays everywhere"), ".mp4", "h264", {1920, 1080}, "30"},
    {"mp4-1080p60", noted("plays everywhere, smoother"), ".mp4", "h264", {1920, 1080}, "60"},
    {"mp4-1080p25", noted("European television"), ".mp4", "h264", {1920, 1080}, "25"},
    {"mp4-1080p2997", noted("American television"), ".mp4", "h264", {1920, 1080}, "30000/1001"},
    {"mp4-4k", noted("large screens"), ".mp4", "h264", {3840, 2160}, "30"},
    {"square", noted("feeds, 1:1"), ".mp4", "h264", {1080, 1080}, "30"},
    // What phones lay over it: names above, buttons and words below.
    {"story", noted("phones, 9:16"), ".mp4", "h264", {1080, 1920}, "30", false, "6,14,6,20"},
    {"feed", noted("feeds, 4:5"), ".mp4", "h264", {1080, 1350}, "30"},
    {"wide", noted("cinema walls, 21:9"), ".mp4", "h264", {2520, 1080}, "30"},
    {"webm-1080p30", noted("web pages"), ".webm", "vp9", {1920, 1080}, "30"},
    {"webm-alpha", noted("over another picture on a web page"), ".webm", "vp9", {1920, 1080}, "30", true},
    {"av1-1080p30", noted("web pages, small files"), ".mp4", "av1", {1920, 1080}, "30"},
    {"prores-4k", noted("editing, with alpha"), ".mov", "prores-4444", {3840, 2160}, "30", true},
    {"archive", noted("every pixel kept"), ".mkv", "ffv1", {1920, 1080}, "30"},
    {"png-4k", noted("frames for other programs"), ".png", "", {3840, 2160}, "30"},
    {"gif", noted("mail and chat"), ".gif", "gif", {800, 450}, "20"},
    {"webp", noted("web pages without a player"), ".webp", "webp", {960, 540}, "25"},
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
