#include "media/manifest.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "media/sha256.h"

namespace spreadmap::media {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const UnitRecord& unit) {
  Json frames = Json::array();
  for (const FrameRecord& frame : unit.frames) {
    Json counts = Json::object();
    for (const LayerCount& count : frame.counts) counts[count.layer] = {count.surely, count.possibly};
    frames.push_back({{"index", frame.index}, {"day", frame.day}, {"counts", counts}, {"sha256", frame.sha256}});
  }
  return {{"unit", unit.unit}, {"file", unit.file}, {"sha256", unit.sha256}, {"frames", frames}};
}

Json head_of(const Manifest& manifest) {
  Json facts = Json::object();
  for (const Fact& fact : manifest.facts) facts[fact.name] = fact.value;
  return {{"format", kManifestFormat},
          {"made_of", facts},
          {"frame_count", manifest.frame_count},
          {"unit_frames", manifest.unit_frames},
          {"beside", manifest.beside}};
}

}  // namespace

int Manifest::frames_in(int unit) const { return std::min(unit_frames, frame_count - first_frame_of(unit)); }

bool Manifest::is_whole() const {
  return static_cast<int>(units.size()) == unit_count() &&
         std::ranges::none_of(beside, [](const auto& file) { return file.second.empty(); });
}

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

OrRefused<void> check_same_export(const std::filesystem::path& file, const Manifest& there, const Manifest& wanted) {
  if (const auto difference = first_difference(there, wanted)) {
    return refused(
        Refusal::kOtherExport,
        fail("{}: is of another export: {}; export with what it was made with, or replace it with --overwrite",
             file.string(), *difference),
        *difference);
  }
  return {};
}

std::string journal_head(const Manifest& manifest) { return head_of(manifest).dump() + "\n"; }
std::string journal_line(const UnitRecord& unit) { return json_of(unit).dump() + "\n"; }
std::string journal_line_beside(const std::string& file, const std::string& sha256) {
  return Json{{"file", file}, {"sha256", sha256}}.dump() + "\n";
}

std::filesystem::path folder_of_beside(const Manifest& manifest, const std::filesystem::path& folder) {
  const auto format = std::ranges::find(manifest.facts, kFormatFact, &Fact::name);
  return format == manifest.facts.end() || format->value == kPictures ? folder : folder.parent_path();
}

std::string written(const Manifest& manifest) {
  std::string text = head_of(manifest).dump(1);
  text.resize(text.rfind('\n'));  // the brace that closes comes after the units
  text += ",\n \"units\": [";
  const char* before = "\n";
  for (const auto& [index, unit] : manifest.units) {
    text.append(before).append(json_of(unit).dump());
    before = ",\n";
  }
  text += "\n],\n";
  const std::string sum = Sha256().add(text).hex();
  return text.append(kOwnSumBegins).append(sum).append(kOwnSumEnds);
}

}  // namespace spreadmap::media
