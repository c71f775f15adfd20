#pragma once
#include <span>
#include <string>
#include <string_view>

#include "scene/frame.h"

namespace spreadmap::app {

/// What an export is that many ask for: what of it is not asked for otherwise on the command line.
struct Preset {
  std::string_view name;  ///< "mp4-1080p30"
  const char* told = "";  ///< what it is for, in a few words, to be spoken by a Language
  std::string_view ending;
  std::string_view format;  ///< a name of media::film_formats(); empty: PNG
  scene::SizePx size;
  std::string_view fps;  ///< as --fps takes it
  bool has_alpha = false;
  std::string_view safe_area = {};  ///< as --safe-area takes it; empty: none
};

std::span<const Preset> presets();
/// nullptr: there is none of that name.
const Preset* find_preset(std::string_view name);
/// A line each: name, file, size, rate, what it is for.
std::string listed_presets();

}  // namespace spreadmap::app
