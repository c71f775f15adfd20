#include "media/manifest.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

namespace spreadmap::media {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kFormat = 1;  ///< of the file; a later one is refused by an older program

Json json_of(const UnitRecord& unit) {
  Json frames = Json::array();
  for (const FrameRecord& frame : unit.frames) {
    Json counts = Json::object();
    for (const LayerCount& count : frame.counts) counts[count.layer] = {count.surely, count.possibly};
    frames.push_back({{"index", frame.index}, {"day", frame.day}, {"counts", counts}, {"sha256", frame.sha256}});
  }
  return {{"unit", unit.unit}, {"file", unit.file}, {"sha256", unit.sha256}, {"frames", frames}};
}

UnitRecord unit_of(const Json& json) {
  UnitRecord unit{
      json.at("unit").get<int>(), json.at("file").get<std::string>(), json.at("sha256").get<std::string>(), {}};
  for (const Json& frame : json.at("frames")) {
    FrameRecord record{
        frame.at("index").get<int>(), frame.at("day").get<std::string>(), {}, frame.at("sha256").get<std::string>()};
    for (const auto& [layer, count] : frame.at("counts").items())
      record.counts.push_back({layer, count.at(0).get<std::int64_t>(), count.at(1).get<std::int64_t>()});
    unit.frames.push_back(std::move(record));
  }
  return unit;
}

Json head_of(const Manifest& manifest) {
  Json facts = Json::object();
  for (const Fact& fact : manifest.facts) facts[fact.name] = fact.value;
  return {{"format", kFormat},
          {"made_of", facts},
          {"frame_count", manifest.frame_count},
          {"unit_frames", manifest.unit_frames}};
}

Manifest head_read(const Json& json) {
  Manifest manifest;
  if (json.at("format").get<int>() != kFormat) throw Json::other_error::create(0, "of another format", nullptr);
  for (const auto& [name, value] : json.at("made_of").items())
    manifest.facts.push_back({name, value.get<std::string>()});
  manifest.frame_count = json.at("frame_count").get<int>();
  manifest.unit_frames = json.at("unit_frames").get<int>();
  if (manifest.frame_count < 1 || manifest.unit_frames < 1) throw Json::other_error::create(0, "no frames", nullptr);
  return manifest;
}

/// What is wrong with a unit of the manifest; nullopt: nothing.
std::optional<std::string> fault_of(const UnitRecord& unit, const Manifest& manifest) {
  if (unit.unit < 0 || unit.unit >= manifest.unit_count()) return fmt::format("there is no unit {}", unit.unit);
  const int first = manifest.first_frame_of(unit.unit);
  if (static_cast<int>(unit.frames.size()) != manifest.frames_in(unit.unit))
    return fmt::format("unit {} has {} frames instead of {}", unit.unit, unit.frames.size(),
                       manifest.frames_in(unit.unit));
  for (std::size_t i = 0; i < unit.frames.size(); ++i) {
    if (unit.frames[i].index != first + static_cast<int>(i))
      return fmt::format("unit {} holds frame {} out of its order", unit.unit, unit.frames[i].index);
  }
  const std::filesystem::path file = unit.file;
  if (file.empty() || file != file.filename() || unit.file == "." || unit.file == "..")
    return fmt::format("unit {} has no plain file name: '{}'", unit.unit, unit.file);
  return std::nullopt;
}

void add_to(Manifest& manifest, UnitRecord unit) {
  if (const auto fault = fault_of(unit, manifest)) throw Json::other_error::create(0, *fault, nullptr);
  const int index = unit.unit;
  manifest.units.insert_or_assign(index, std::move(unit));
}

}  // namespace

int Manifest::frames_in(int unit) const { return std::min(unit_frames, frame_count - first_frame_of(unit)); }

std::optional<int> Manifest::first_missing_unit() const {
  int expected = 0;
  for (const auto& [unit, record] : units) {
    if (unit != expected) return expected;
    ++expected;
  }
  return expected < unit_count() ? std::optional(expected) : std::nullopt;
}

std::optional<std::string> first_difference(const Manifest& there, const Manifest& here) {
  const auto value_in = [](const Manifest& manifest, const std::string& name) -> const std::string* {
    const auto found = std::ranges::find(manifest.facts, name, &Fact::name);
    return found == manifest.facts.end() ? nullptr : &found->value;
  };
  const auto told = [](const std::string* value) { return value == nullptr ? "nothing" : fmt::format("'{}'", *value); };
  std::vector<std::string> names;
  for (const Manifest* manifest : {&there, &here}) {
    for (const Fact& fact : manifest->facts) {
      if (std::ranges::find(names, fact.name) == names.end()) names.push_back(fact.name);
    }
  }
  for (const std::string& name : names) {
    const std::string *a = value_in(there, name), *b = value_in(here, name);
    if ((a == nullptr) != (b == nullptr) || (a != nullptr && *a != *b))
      return fmt::format("{}: {} there, {} here", name, told(a), told(b));
  }
  if (there.frame_count != here.frame_count)
    return fmt::format("frames: {} there, {} here", there.frame_count, here.frame_count);
  return std::nullopt;
}

Result<void> check_same_export(const std::filesystem::path& file, const Manifest& there, const Manifest& wanted) {
  if (const auto difference = first_difference(there, wanted)) {
    return fail("{}: is of another export: {}; export with what it was made with, or replace it with --overwrite",
                file.string(), *difference);
  }
  return {};
}

std::string journal_head(const Manifest& manifest) { return head_of(manifest).dump() + "\n"; }
std::string journal_line(const UnitRecord& unit) { return json_of(unit).dump() + "\n"; }

std::string written(const Manifest& manifest) {
  std::string text = head_of(manifest).dump(1);
  text.resize(text.rfind('\n'));  // the brace that closes comes after the units
  text += ",\n \"units\": [";
  const char* before = "\n";
  for (const auto& [index, unit] : manifest.units) {
    text.append(before).append(json_of(unit).dump());
    before = ",\n";
  }
  return text + "\n]}\n";
}

namespace {

Result<std::string> contents(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return fail("{}: cannot be read: is it there?", file.string());
  std::stringstream all;
  all << in.rdbuf();
  return std::move(all).str();
}

/// Runs `read`, which throws what is wrong with the text of a line.
template <class Read>
Result<void> read_line(const std::filesystem::path& file, int line, Read&& read) {
  try {
    read();
    return {};
  } catch (const Json::exception& error) {
    return fail("{}:{}: is no manifest of an export: {}; take the file away and export anew", file.string(), line,
                error.what());
  }
}

}  // namespace

Result<Manifest> read_manifest(const std::filesystem::path& file) {
  const Result<std::string> text = contents(file);
  if (!text) return tl::unexpected(text.error());
  Manifest manifest;
  const Result<void> read = read_line(file, 1, [&] {
    const Json json = Json::parse(*text);
    manifest = head_read(json);
    for (const Json& unit : json.at("units")) add_to(manifest, unit_of(unit));
  });
  if (!read) return tl::unexpected(read.error());
  return manifest;
}

Result<Manifest> read_journal(const std::filesystem::path& file) {
  const Result<std::string> text = contents(file);
  if (!text) return tl::unexpected(text.error());
  std::optional<Manifest> manifest;
  int line = 0;
  // A last line without its end was cut off while it was written.
  for (std::size_t at = 0, end = 0; (end = text->find('\n', at)) != std::string::npos; at = end + 1) {
    const Result<void> read = read_line(file, ++line, [&] {
      const Json json = Json::parse(std::string_view(*text).substr(at, end - at));
      if (manifest) {
        add_to(*manifest, unit_of(json));
      } else {
        manifest = head_read(json);
      }
    });
    if (!read) return tl::unexpected(read.error());
  }
  if (!manifest) return Manifest{};
  return std::move(*manifest);
}

}  // namespace spreadmap::media
