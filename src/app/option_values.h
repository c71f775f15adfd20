#pragma once
#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/options.h"
#include "media/ledger.h"
#include "model/view_state.h"
#include "scene/frame.h"
#include "style/colour_space.h"
#include "time/day.h"

/// The text of one option to a value, or CLI11's way of saying why not: CLI::ValidationError.
namespace spreadmap::app {

/// Pixels a side: frames are held whole, stills are written from top to bottom.
inline constexpr int kLeastSide_px = 64, kMostSideOfFrames_px = 16384, kMostSideOfStills_px = 32768;
/// "1920x1080"
scene::SizePx parse_size(const std::string& text, int most_side_px);
/// nullopt: empty.
std::optional<time::Day> parse_day_option(const char* option, const std::string& text);
/// Frames a second as a fraction: "30", "30000/1001", "29.97".
std::pair<int, int> parse_fps(const std::string& text);
/// "2" (at both ends) or "1,3": seconds, up to an hour each.
Hold parse_hold(const std::string& text);
/// "-107,25,-93,37" (west, south, east, north in degrees), or the name or code of a region.
exhibit::CueCameraSpec parse_view(const std::string& text);
/// "5" (percent of every side) or "6,14,6,20": left, top, right, bottom.
model::SafeArea parse_safe_area(const std::string& text);
/// "3/8"
media::Shard parse_shard(const std::string& text);
/// The parts that are there; no others are.
model::Furniture parse_furniture(const std::vector<std::string>& parts);
/// The same of a list with commas, where it is right.
model::Furniture furniture_of(const std::string& list);
/// "10000-50000", "10000-", "-50000": US dollars, both ends included.
model::AmountRange parse_amounts(const std::string& text);
model::DatePrecision parse_precision(const std::string& text);
/// Of "protan", "deutan", "tritan".
style::Vision parse_vision(const std::string& eye);
/// An option that takes a list with commas; one that is given twice adds to it. A part with a comma stands in quotes, as in a CSV file.
void add_list(CLI::App& command, const char* name, std::vector<std::string>& values, const char* help);

}  // namespace spreadmap::app
