// Reading of what manifest.cpp writes: a file may have been cut off, changed by hand, or be of something else.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>
#include <system_error>

#include "media/manifest.h"
#include "media/sha256.h"

namespace spreadmap::media {
namespace {

using Json = nlohmann::ordered_json;

/// What is wrong with a text that is read, in words; caught where its line is known.
struct Damage {
  std::string words;
};

template <class... Args>
[[noreturn]] void refuse(fmt::format_string<Args...> format, Args&&... args) {
  throw Damage{fmt::format(format, std::forward<Args>(args)...)};
}

std::string_view told(const Json& value) {
  if (value.is_string()) return "a text";
  if (value.is_number()) return "a number";
  if (value.is_array()) return "a list";
  return value.is_object() ? "an object" : "something else";
}

void expect(bool is_right, const Json& value, std::string_view name, std::string_view wanted) {
  if (!is_right) refuse("'{}' is {} instead of {}", name, told(value), wanted);
}

const Json& member(const Json& object, const char* name) {
  if (!object.is_object()) refuse("there is {} where an object with '{}' should be", told(object), name);
  const auto found = object.find(name);
  if (found == object.end()) refuse("'{}' is missing", name);
  return *found;
}

std::int64_t whole_number(const Json& value, std::string_view name) {
  // Far more than frames and records that there are; sums of two still fit into an int.
  constexpr std::int64_t kMost = 1'000'000'000;
  expect(value.is_number_integer(), value, name, "a whole number");
  const bool is_beyond = value.is_number_unsigned() && value.get<std::uint64_t>() > std::uint64_t{kMost};
  const auto number = value.get<std::int64_t>();
  if (is_beyond || number < -kMost || number > kMost) refuse("'{}' is {}, which cannot be", name, value.dump());
  return number;
}

int number_in(const Json& object, const char* name) {
  return static_cast<int>(whole_number(member(object, name), name));
}

std::string text_in(const Json& object, const char* name) {
  const Json& value = member(object, name);
  expect(value.is_string(), value, name, "a text");
  return value.get<std::string>();
}

const Json& list_in(const Json& object, const char* name) {
  const Json& value = member(object, name);
  expect(value.is_array(), value, name, "a list");
  return value;
}

const Json& object_in(const Json& object, const char* name) {
  const Json& value = member(object, name);
  expect(value.is_object(), value, name, "an object");
  return value;
}

FrameRecord frame_of(const Json& json) {
  FrameRecord frame{number_in(json, "index"), text_in(json, "day"), {}, text_in(json, "sha256")};
  for (const auto& [layer, count] : object_in(json, "counts").items()) {
    if (!count.is_array() || count.size() != 2)
      refuse("'{}' in 'counts' is {} instead of a list of two numbers", layer, told(count));
    frame.counts.push_back({layer, whole_number(count[0], layer), whole_number(count[1], layer)});
  }
  return frame;
}

UnitRecord unit_of(const Json& json) {
  UnitRecord unit{number_in(json, "unit"), text_in(json, "file"), text_in(json, "sha256"), {}};
  for (const Json& frame : list_in(json, "frames")) unit.frames.push_back(frame_of(frame));
  return unit;
}

/// A name alone: what is read must not lead out of the folder.
std::string plain_name(std::string name, std::string_view of) {
  const std::filesystem::path file = name;
  if (file.empty() || file != file.filename() || name == "." || name == "..")
    refuse("{} has no plain file name: '{}'", of, name);
  return name;
}

void add_beside(Manifest& manifest, const std::string& file, const Json& sum) {
  expect(sum.is_string(), sum, file, "a text");
  manifest.beside.insert_or_assign(plain_name(file, "what comes along"), sum.get<std::string>());
}

Manifest head_of(const Json& json) {
  Manifest manifest;
  if (const int format = number_in(json, "format"); format != kManifestFormat)
    refuse("its format is {}, and this version of spreadmap reads {}", format, kManifestFormat);
  for (const auto& [name, value] : object_in(json, "made_of").items()) {
    expect(value.is_string(), value, name, "a text");
    manifest.facts.push_back({name, value.get<std::string>()});
  }
  manifest.frame_count = number_in(json, "frame_count");
  manifest.unit_frames = number_in(json, "unit_frames");
  if (manifest.frame_count < 1 || manifest.unit_frames < 1) refuse("it says that there are no frames");
  // An earlier version had none.
  if (!json.contains("beside")) return manifest;
  for (const auto& [file, sum] : object_in(json, "beside").items()) add_beside(manifest, file, sum);
  return manifest;
}

void add_to(Manifest& manifest, UnitRecord unit) {
  const int index = unit.unit;
  if (index < 0 || index >= manifest.unit_count()) refuse("there is no unit {}", index);
  const int first = manifest.first_frame_of(index);
  if (static_cast<int>(unit.frames.size()) != manifest.frames_in(index))
    refuse("unit {} has {} frames instead of {}", index, unit.frames.size(), manifest.frames_in(index));
  for (std::size_t i = 0; i < unit.frames.size(); ++i) {
    if (unit.frames[i].index != first + static_cast<int>(i))
      refuse("unit {} holds frame {} out of its order", index, unit.frames[i].index);
  }
  plain_name(unit.file, fmt::format("unit {}", index));
  manifest.units.insert_or_assign(index, std::move(unit));
}

/// A text, character by character, with the line that is reached.
class Counted {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;
  Counted(const char* at, int* line) : at_(at), line_(line) {}
  reference operator*() const { return *at_; }
  Counted& operator++() {
    if (*at_++ == '\n') ++*line_;
    return *this;
  }
  bool operator==(const Counted& other) const { return at_ == other.at_; }
  bool operator!=(const Counted& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  int* line_;
};

/// The value that a text holds. `line`: the one that it begins on, and then the one on which reading ended; `units`, if given: on which lines objects two
/// levels down begin, which are the units of a manifest.
Json parsed(std::string_view text, int& line, std::vector<int>* units = nullptr) {
  constexpr int kUnitDepth = 2;
  const auto on_event = [&](int depth, Json::parse_event_t event, const Json&) {
    if (units != nullptr && event == Json::parse_event_t::object_start && depth == kUnitDepth) units->push_back(line);
    return true;
  };
  try {
    return Json::parse(Counted(text.data(), &line), Counted(text.data() + text.size(), &line), on_event);
  } catch (const Json::parse_error& error) {
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) refuse("nothing stands in it");
    if (error.byte > text.size()) refuse("it ends in the middle");
    refuse("this is no JSON");
  }
}

Result<std::string> contents(const std::filesystem::path& file) {
  std::error_code ignored;
  std::ifstream in(file, std::ios::binary);
  if (!std::filesystem::exists(file, ignored))
    return fail("{}: is not there; without it nobody knows what was written: export anew", file.string());
  if (!in || std::filesystem::is_directory(file, ignored))
    return fail("{}: cannot be read; it should be a file that may be read", file.string());
  std::stringstream all;
  all << in.rdbuf();
  return std::move(all).str();
}

tl::unexpected<Error> is_damaged(const std::filesystem::path& file, int line, const Damage& damage) {
  return fail("{}:{}: is damaged, or no list of what was exported: {}; take it away and export anew", file.string(),
              line, damage.words);
}

/// Whether the last line holds the sum of those above it; nullopt: it holds none.
std::optional<bool> has_own_sum(std::string_view text) {
  const std::size_t last = text.rfind(kOwnSumBegins);
  if (last == std::string_view::npos) return std::nullopt;
  const std::string sum = Sha256().add(text.substr(0, last)).hex();
  return text.substr(last) == fmt::format("{}{}{}", kOwnSumBegins, sum, kOwnSumEnds);
}

}  // namespace

Result<Manifest> read_manifest(const std::filesystem::path& file, OwnSum own_sum) {
  const Result<std::string> text = contents(file);
  if (!text) return tl::unexpected(text.error());
  int line = 1;
  try {
    std::vector<int> lines;
    const Json json = parsed(*text, line, &lines);
    line = 1;
    Manifest manifest = head_of(json);
    const Json& units = list_in(json, "units");
    // Units alone are objects; where something else stands among them, its line is not known.
    for (std::size_t i = 0; i < units.size(); ++i) {
      line = lines.size() == units.size() ? lines[i] : 1;
      add_to(manifest, unit_of(units[i]));
    }
    const auto is_as_written = has_own_sum(*text);
    if (own_sum == OwnSum::kChecked && is_as_written && !*is_as_written) {
      return fail(
          "{}: was changed after it was written: its last line holds the sum of other lines; put back what was "
          "written, or take it away and export anew",
          file.string());
    }
    manifest.is_without_own_sum = !is_as_written.has_value();
    return manifest;
  } catch (const Damage& damage) {
    return is_damaged(file, line, damage);
  }
}

Result<Manifest> read_journal(const std::filesystem::path& file) {
  const Result<std::string> text = contents(file);
  if (!text) return tl::unexpected(text.error());
  std::optional<Manifest> manifest;
  int line = 0;
  // A last line without its end was cut off while it was written.
  for (std::size_t at = 0, end = 0; (end = text->find('\n', at)) != std::string::npos; at = end + 1) {
    int ends = ++line;
    try {
      const Json json = parsed(std::string_view(*text).substr(at, end - at), ends);
      if (manifest && !json.contains("unit")) {
        add_beside(*manifest, text_in(json, "file"), member(json, "sha256"));
      } else if (manifest) {
        add_to(*manifest, unit_of(json));
      } else {
        manifest = head_of(json);
      }
    } catch (const Damage& damage) {
      return is_damaged(file, line, damage);
    }
  }
  if (!manifest) return Manifest{};
  return std::move(*manifest);
}

}  // namespace spreadmap::media
