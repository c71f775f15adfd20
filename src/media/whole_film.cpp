#include "media/whole_film.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <system_error>

#include "media/atomic_file.h"
#include "media/claim.h"
#include "media/ledger.h"
#include "media/sha256.h"

namespace spreadmap::media {
namespace {

namespace fs = std::filesystem;

/// nullptr: no fact of that name.
const std::string* value_of(const Manifest& manifest, std::string_view name) {
  const auto fact = std::ranges::find(manifest.facts, name, &Fact::name);
  return fact == manifest.facts.end() ? nullptr : &fact->value;
}

/// "30000/1001", as the facts have it.
Result<Rate> rate_in(const Manifest& manifest, const fs::path& parts) {
  Rate rate{0, 1};
  if (const std::string* text = value_of(manifest, kRateFact)) {
    const char* const end = text->data() + text->size();
    const auto num = std::from_chars(text->data(), end, rate.num);
    if (num.ptr != end && *num.ptr == '/') std::from_chars(num.ptr + 1, end, rate.den);
  }
  if (rate.num < 1 || rate.den < 1)
    return fail("{}: its manifest does not say how many frames a second there are; export anew", parts.string());
  return rate;
}

/// How the segments are to be joined, without them.
Result<JoinSpec> join_in(const Manifest& manifest, const fs::path& parts, const fs::path& film, const fs::path& sound) {
  const auto rate = rate_in(manifest, parts);
  if (!rate) return tl::unexpected(rate.error());
  const std::string* format = value_of(manifest, kFormatFact);
  JoinSpec join{film, {}, rate->num, rate->den, format == nullptr ? nullptr : find_film_format(*format), false, sound};
  if (join.format == nullptr)
    return fail("{}: its manifest does not say what film it is part of; export anew", parts.string());
  const std::string* alpha = value_of(manifest, kAlphaFact);
  join.has_alpha = alpha != nullptr && *alpha == kYes;
  const std::string* wanted = value_of(manifest, kSoundFact);
  if (wanted == nullptr) {
    if (sound.empty()) return join;
    return fail("{}: was made without sound; leave --soundtrack out, or export anew", parts.string());
  }
  if (sound.empty()) return fail("{}: was made for a film with sound; name it with --soundtrack", parts.string());
  const auto sum = sha256_of_file(sound);
  if (!sum) return tl::unexpected(sum.error());
  if (*sum != *wanted)
    return fail("{}: is not the sound that the segments were made for; name that one", sound.string());
  return join;
}

/// Files that are not what the manifest says: the first one, in words.
Result<void> check_unit(const fs::path& folder, const UnitRecord& unit) {
  const fs::path file = folder / unit.file;
  const FrameRecord& first = unit.frames.front();
  std::error_code ignored;
  // Killed between the line of the journal and the file's name, or taken away.
  if (!fs::exists(file, ignored)) {
    return fail("{}: is missing, with frame {} of {}; make it with --resume or its --shard", file.string(), first.index,
                first.day);
  }
  const auto sum = sha256_of_file(file);
  if (!sum) return tl::unexpected(sum.error());
  if (*sum == unit.sha256) return {};
  return fail("{}: is not what was written: frame {} of {}{}; take it away and go on with --resume", file.string(),
              first.index, first.day,
              unit.frames.size() > 1 ? fmt::format(", or one of the {} after it", unit.frames.size() - 1) : "");
}

Result<void> check_all_there(const fs::path& folder, const Manifest& manifest) {
  const auto missing = manifest.first_missing_unit();
  if (!missing) return {};
  const int first = manifest.first_frame_of(*missing);
  return fail(
      "{}: {} of {} frames are there; frame {} is the first that is missing; make it with --resume or its --shard",
      folder.string(),
      [&] {
        int count = 0;
        for (const auto& [index, unit] : manifest.units) count += static_cast<int>(unit.frames.size());
        return count;
      }(),
      manifest.frame_count, first);
}

/// The first of the files that come along which is not what was written.
Result<void> check_beside(const fs::path& folder, const Manifest& manifest) {
  std::error_code ignored;
  for (const auto& [name, written] : manifest.beside) {
    const fs::path file = folder / name;
    if (written.empty() || !fs::exists(file, ignored))
      return fail("{}: is missing, and belongs to the export; make it with --resume or its first --shard",
                  file.string());
    const auto sum = sha256_of_file(file);
    if (!sum) return tl::unexpected(sum.error());
    if (*sum != written)
      return fail(
          "{}: is not what was written; another film of that name writes it too; make it again with --resume or its "
          "first --shard",
          file.string());
  }
  return {};
}

/// A film as one unit with all of its frames.
Manifest of_whole(const Manifest& parts, const fs::path& film, std::string sum) {
  Manifest whole{parts.facts, parts.frame_count, parts.frame_count, {}, parts.beside};
  UnitRecord unit{0, film.filename().string(), std::move(sum), {}};
  for (const auto& [index, part] : parts.units)
    unit.frames.insert(unit.frames.end(), part.frames.begin(), part.frames.end());
  whole.units.emplace(0, std::move(unit));
  return whole;
}

/// The sums of a film's own pictures, in place of those of the segments that it was made of.
Result<void> note_sums(FilmModule& module, const fs::path& film, Rate rate, Manifest& whole) {
  const auto sums = module.frame_sums(film, rate);
  if (!sums) return tl::unexpected(sums.error());
  std::vector<FrameRecord>& frames = whole.units.at(0).frames;
  if (sums->size() != frames.size())
    return fail("{}: shows {} frames instead of {}; use another --fps", film.string(), sums->size(), frames.size());
  for (std::size_t i = 0; i < frames.size(); ++i) frames[i].sha256 = (*sums)[i];
  return {};
}

/// Makes the film, and the manifest beside it.
Result<void> join_and_note(FilmModule& module, const JoinSpec& join, const Manifest& parts) {
  const fs::path& film = join.target;
  if (auto joined = module.join(join); !joined) return joined;
  auto sum = sha256_of_file(film);
  if (!sum) return tl::unexpected(sum.error());
  Manifest whole = of_whole(parts, film, std::move(*sum));
  if (join.format->is_made_at_join) {
    if (auto noted = note_sums(module, film, {join.fps_num, join.fps_den}, whole); !noted) return noted;
  }
  const std::string text = written(whole);
  return write_file_atomically(manifest_beside(film), std::as_bytes(std::span(text)));
}

}  // namespace

fs::path manifest_beside(const fs::path& film) { return fs::path(film) += ".frames.json"; }

Result<void> finish_film(FilmModule& module, const Manifest& manifest, const fs::path& parts, const fs::path& film,
                         const fs::path& sound, const std::string& again) {
  if (auto there = check_all_there(parts, manifest); !there) return there;
  if (auto sound_beside = check_beside(film.parent_path(), manifest); !sound_beside) return sound_beside;
  if (auto heard = check_sound(module, sound); !heard) return heard;
  auto join = join_in(manifest, parts, film, sound);
  if (!join) return tl::unexpected(join.error());
  for (const auto& [index, unit] : manifest.units) {
    if (auto whole_unit = check_unit(parts, unit); !whole_unit) return whole_unit;
    join->segments.push_back({parts / unit.file, static_cast<int>(unit.frames.size())});
  }
  if (auto joined = join_and_note(module, *join, manifest); !joined) {
    if (again.empty()) return joined;
    return fail("{}; what is done stays good, go on with: {}", joined.error().message, again);
  }
  return remove_parts(parts, manifest);
}

Result<void> remove_parts(const fs::path& parts, const Manifest& manifest) {
  std::error_code ignored;
  for (const auto& [index, unit] : manifest.units) fs::remove(parts / unit.file, ignored);
  if (auto removed = remove_temporaries_in(parts); !removed) return removed;
  if (auto removed = remove_manifests_in(parts); !removed) return removed;
  fs::remove(parts, ignored);
  return {};
}

Result<bool> is_joined(const Manifest& wanted, const fs::path& parts, const fs::path& film) {
  std::error_code ignored;
  const fs::path list = manifest_beside(film);
  if (!fs::exists(film, ignored) || !fs::exists(list, ignored)) return false;
  const auto there = read_manifest(list);
  // What is damaged, of something else or not whole is made anew of the parts.
  if (!there || there->units.size() != 1 || first_difference(*there, wanted)) return false;
  Manifest left = wanted;
  if (!holds_nothing(parts)) {
    auto read = manifest_in(parts);
    if (!read || first_difference(*read, wanted)) return false;
    left = std::move(*read);
  }
  const auto sum = sha256_of_file(film);
  if (!sum) return tl::unexpected(sum.error());
  if (*sum != there->units.begin()->second.sha256) return false;
  return remove_parts(parts, left).map([] { return true; });
}

Result<Manifest> verify_film_alone(FilmModule& module, const fs::path& film) {
  auto manifest = read_manifest(manifest_beside(film));
  if (!manifest) return manifest;
  if (!manifest->is_whole() || manifest->units.size() != 1)
    return fail("{}: is not of a whole film; export it anew", manifest_beside(film).string());
  const auto sum = sha256_of_file(film);
  if (!sum) return tl::unexpected(sum.error());
  const UnitRecord& unit = manifest->units.begin()->second;
  if (*sum == unit.sha256) return manifest;
  const auto rate = rate_in(*manifest, film);
  if (!rate) return tl::unexpected(rate.error());
  const auto sums = module.frame_sums(film, *rate);
  if (!sums) return tl::unexpected(sums.error());
  for (std::size_t i = 0; i < std::min(sums->size(), unit.frames.size()); ++i) {
    if ((*sums)[i] != unit.frames[i].sha256) {
      return fail("{}: is not what was written: frame {} of {} is the first that differs; export it anew",
                  film.string(), unit.frames[i].index, unit.frames[i].day);
    }
  }
  return fail("{}: is not what was written: {} frames are there instead of {}, or its head differs; export it anew",
              film.string(), sums->size(), unit.frames.size());
}

Result<Manifest> verify_film(FilmModule& module, const fs::path& film) {
  auto manifest = verify_film_alone(module, film);
  if (!manifest) return manifest;
  if (auto sound = check_beside(film.parent_path(), *manifest); !sound) return tl::unexpected(sound.error());
  return manifest;
}

Result<Manifest> verify_folder(const fs::path& folder) {
  auto manifest = manifest_in(folder);
  if (!manifest) return manifest;
  for (const auto& [index, unit] : manifest->units) {
    if (auto sound = check_unit(folder, unit); !sound) return tl::unexpected(sound.error());
  }
  if (auto there = check_all_there(folder, *manifest); !there) return tl::unexpected(there.error());
  if (auto sound = check_beside(folder_of_beside(*manifest, folder), *manifest); !sound)
    return tl::unexpected(sound.error());
  return manifest;
}

std::vector<std::string> strangers_in(const fs::path& folder, const Manifest& manifest) {
  std::set<std::string> own{Ledger::kManifestName};
  for (const auto& [index, unit] : manifest.units) own.insert(unit.file);
  for (const auto& [name, sum] : manifest.beside) own.insert(name);
  std::set<std::string> strangers;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored)) {
    const std::string name = entry.path().filename().string();
    if (!entry.is_regular_file(ignored) || name.starts_with('.') || name.ends_with(kJournalEnd)) continue;
    if (!own.contains(name)) strangers.insert(name);
  }
  return {strangers.begin(), strangers.end()};
}

}  // namespace spreadmap::media
