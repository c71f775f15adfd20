#include "app/option_values.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <map>

namespace spreadmap::app {
namespace {

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

}  // namespace

scene::SizePx parse_size(const std::string& text, int most_side_px) {
  scene::SizePx size;
  const std::size_t cross = text.find('x');
  const char* const end = text.data() + text.size();
  if (cross != std::string::npos) {
    const auto width = std::from_chars(text.data(), text.data() + cross, size.width_px);
    const auto height = std::from_chars(text.data() + cross + 1, end, size.height_px);
    const bool read =
        width.ptr == text.data() + cross && height.ptr == end && width.ec == std::errc{} && height.ec == std::errc{};
    const bool sane = std::min(size.width_px, size.height_px) >= kLeastSide_px && size.width_px <= most_side_px &&
                      size.height_px <= most_side_px;
    if (read && sane) return size;
  }
  throw CLI::ValidationError(
      "--size", fmt::format("'{}' is not a size; write WIDTHxHEIGHT in pixels, {} to {} each, as 1920x1080", text,
                            kLeastSide_px, most_side_px));
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

namespace {

/// Numbers with commas between them and nothing else; nullopt: something else.
std::optional<std::vector<double>> parse_numbers(const std::string& text) {
  std::vector<double> numbers;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (true) {
    double number = 0.0;
    const auto read = std::from_chars(at, end, number);
    if (read.ec != std::errc{} || !std::isfinite(number)) return std::nullopt;
    numbers.push_back(number);
    if (read.ptr == end) return numbers;
    if (*read.ptr != ',') return std::nullopt;
    at = read.ptr + 1;
  }
}

}  // namespace

Hold parse_hold(const std::string& text) {
  constexpr double kLongest_s = 3600.0;
  const auto seconds = parse_numbers(text);
  const auto is_fine = [](double s) { return s >= 0.0 && s <= kLongest_s; };
  if (!seconds || seconds->size() > 2 || !std::ranges::all_of(*seconds, is_fine)) {
    throw CLI::ValidationError(
        "--hold",
        fmt::format("'{}' is none; write the seconds at both ends, as 2, or at each, as 1,3; an hour at most", text));
  }
  return {seconds->front(), seconds->back()};
}

model::SafeArea parse_safe_area(const std::string& text) {
  const auto percent = parse_numbers(text);
  if (percent && (percent->size() == 1 || percent->size() == 4)) {
    const bool is_one = percent->size() == 1;
    const auto share = [&](std::size_t side) { return (*percent)[is_one ? 0 : side] / 100.0; };
    const model::SafeArea safe{share(0), share(1), share(2), share(3)};
    const bool is_inside = std::ranges::all_of(*percent, [](double each) { return each >= 0.0; });
    if (is_inside && std::max(safe.left + safe.right, safe.top + safe.bottom) <= model::SafeArea::kMostOfBoth)
      return safe;
  }
  throw CLI::ValidationError(
      "--safe-area",
      fmt::format("'{}' is none; write percent of every side, as 5, or of left, top, right and bottom, as "
                  "6,14,6,20, that leave a fifth of the picture either way",
                  text));
}

exhibit::CueCameraSpec parse_view(const std::string& text) {
  exhibit::CueCameraSpec camera;
  if (const auto extent = parse_numbers(text)) {
    if (const auto fault = exhibit::fault_of_extent(*extent))
      throw CLI::ValidationError("--view", fmt::format("{}: {}", text, *fault));
    camera.extent = *extent;
  } else if (text.find_first_not_of(' ') == std::string::npos) {
    throw CLI::ValidationError("--view", "shows nothing; give it an extent, as -107,25,-93,37, or a region");
  } else {
    camera.region = text;
  }
  return camera;
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
  model::Furniture furniture{false, false, false, false, false, false, false, false};
  if (parts.size() > 1 && std::find(parts.begin(), parts.end(), "none") != parts.end()) {
    throw CLI::ValidationError("--furniture", "'none' goes with no other part");
  }
  for (const std::string& part : parts) {
    const auto* const known = std::ranges::find(model::kFurnitureParts, part, &model::FurniturePart::name);
    if (known != model::kFurnitureParts.end()) {
      furniture.*known->is_there = true;
    } else if (part != "none") {
      throw CLI::ValidationError("--furniture",
                                 fmt::format("'{}' is no part of the furniture; the parts are title, counter, legend, "
                                             "strip, credits, transport, captions, logo, or none",
                                             part));
    }
  }
  if (furniture.transport && !furniture.strip) {
    throw CLI::ValidationError("--furniture", "'transport' stands on the strip; add 'strip'");
  }
  return furniture;
}

model::Furniture furniture_of(const std::string& list) { return parse_furniture(parts_of("--furniture", list)); }

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

style::Vision parse_vision(const std::string& eye) {
  if (eye == "protan") return style::Vision::kProtan;
  return eye == "deutan" ? style::Vision::kDeutan : style::Vision::kTritan;
}

}  // namespace spreadmap::app
