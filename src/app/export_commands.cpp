#include "app/export_commands.h"

#include <algorithm>
#include <cstdio>
#include <set>
#include <system_error>

#include "app/export_fault.h"
#include "app/progress.h"
#include "media/claim.h"
#include "media/ending.h"
#include "media/film.h"
#include "media/frame_pattern.h"
#include "media/ledger.h"
#include "media/whole_film.h"

namespace spreadmap::app {
namespace {

namespace fs = std::filesystem;

Result<media::Manifest> verified(const fs::path& path, const Places& places) {
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) return media::verify_folder(path);
  if (!fs::exists(path, ignored)) return fail("{}: is not there: name a film or a folder of frames", path.string());
  const auto module = media::load_film_module(places.film_module);
  if (!module) return tl::unexpected(module.error());
  return media::verify_film(**module, path);
}

/// "; not of this export: a.png, b.png, c.png and 12 more": of a folder of frames what else lies in it, which a program that reads frames by their numbers
/// might take for some; empty: nothing.
std::string strangers_told(const fs::path& path, const media::Manifest& manifest) {
  std::error_code ignored;
  if (!fs::is_directory(path, ignored)) return "";
  std::vector<std::string> names = media::strangers_in(path, manifest);
  if (names.empty()) return "";
  constexpr std::size_t kMostNamed = 3;
  const std::size_t more = names.size() > kMostNamed ? names.size() - kMostNamed : 0;
  names.resize(names.size() - more);
  return fmt::format("; not of this export: {}{}", fmt::join(names, ", "),
                     more > 0 ? fmt::format(" and {} more", more) : "");
}

/// "1920x1080"
bool is_size(std::string_view text) {
  const std::size_t by = text.find('x');
  const auto is_number = [](std::string_view part) {
    return !part.empty() && std::ranges::all_of(part, [](char c) { return c >= '0' && c <= '9'; });
  };
  return by != std::string_view::npos && is_number(text.substr(0, by)) && is_number(text.substr(by + 1));
}

/// The sizes of which there is something by a name with "{size}" in it: a film, its parts, or a folder of frames.
std::vector<std::string> sizes_there(const std::string& out) {
  const std::size_t at = out.find(kSizeInName), from = out.rfind('/', at), to = out.find('/', at);
  const std::size_t begin = from == std::string::npos ? 0 : from + 1, after = at + kSizeInName.size();
  const std::string prefix = out.substr(begin, at - begin);
  const std::string suffix = out.substr(after, to == std::string::npos ? to : to - after);
  std::set<std::string> sizes;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(begin == 0 ? "." : out.substr(0, begin), ignored)) {
    const std::string name = entry.path().filename().string();
    for (const std::string& end : {suffix, media::parts_of(suffix).string()}) {
      if (name.size() <= prefix.size() + end.size() || !name.starts_with(prefix) || !name.ends_with(end)) continue;
      const std::string size = name.substr(prefix.size(), name.size() - prefix.size() - end.size());
      if (is_size(size)) sizes.insert(size);
    }
  }
  return {sizes.begin(), sizes.end()};
}

/// Of a folder whose shares are joined: none may be at work there.
media::OrRefused<media::Claim> claimed(const fs::path& folder) {
  std::error_code ignored;
  if (fs::is_directory(folder, ignored)) return media::Claim::take(folder, {});
  return fail("{}: is not there, and with it no share of an export; make its shares first", folder.string());
}

/// That a film is joined already, and as it was joined.
Result<void> check_joined(const std::string& film, const Places& places) {
  return verified(film, places).map([](const media::Manifest&) {});
}

Result<void> join_one(const JoinOptions& options, const Places& places, Progress& progress) {
  std::error_code ignored;
  if (fs::is_directory(options.out, ignored)) {
    return fail("{}: is a folder; name what its shares were exported to, as {}", options.out,
                (fs::path(options.out) / "%06d.png").string());
  }
  if (media::ending_of(options.out) == ".png") {
    const auto pattern = media::FramePattern::parsed(options.out);
    if (!pattern) return tl::unexpected(pattern.error());
    const fs::path folder = pattern->folder().empty() ? fs::path(".") : pattern->folder();
    const auto claim = claimed(folder);
    if (!claim) return told_refusal(progress, claim.error());
    const auto manifest = media::verify_folder(folder);
    if (!manifest) return tl::unexpected(manifest.error());
    return media::write_manifest_in(folder, *manifest);
  }
  const fs::path parts = media::parts_of(options.out);
  const bool is_there = fs::exists(options.out, ignored);
  if (is_there && !fs::exists(parts, ignored)) return check_joined(options.out, places);
  const auto claim = claimed(parts);
  if (!claim) return told_refusal(progress, claim.error());
  if (is_there && media::holds_nothing(parts)) {
    // A join that was killed has left the folder.
    if (auto whole = check_joined(options.out, places); !whole) return whole;
    return media::remove_parts(parts, {});
  }
  const auto manifest = media::manifest_in(parts);
  if (!manifest) return tl::unexpected(manifest.error());
  if (const auto joined = media::is_joined(*manifest, parts, options.out); !joined || *joined)
    return joined.map([](bool) {});
  const auto module = media::load_film_module(places.film_module);
  if (!module) return tl::unexpected(module.error());
  progress.start(Work::kJoin, 0);
  return media::finish_film(**module, *manifest, parts, options.out, options.soundtrack, options.command);
}

/// What `OUT` names: of a name with "{size}" that of every size that is there.
std::vector<std::string> names_there(const std::string& out) {
  if (out.find(kSizeInName) == std::string::npos) return {out};
  std::vector<std::string> names;
  for (const std::string& size : sizes_there(out)) names.push_back(with_size(out, size));
  return names;
}

Result<void> join_all(const JoinOptions& options, const Places& places, Progress& progress) {
  const std::vector<std::string> names = names_there(options.out);
  if (names.empty()) return fail("{}: there is none of any size; make its shares first", options.out);
  for (std::size_t i = 0; i < names.size(); ++i) {
    JoinOptions one = options;
    one.out = names[i];
    progress.begin("join", one.out, static_cast<int>(i) + 1, static_cast<int>(names.size()));
    if (auto joined = join_one(one, places, progress); !joined) return joined;
    progress.made(one.out);
  }
  return {};
}

}  // namespace

Result<void> run_join(const JoinOptions& options, const Places& places) {
  if (options.progress == ProgressKind::kJson) log_as_json();
  Progress progress(options.progress);
  auto joined = join_all(options, places, progress);
  if (!joined) progress.failed(joined.error().message);
  return joined;
}

Result<void> run_verify(const VerifyOptions& options, const Places& places) {
  const auto manifest = verified(options.path, places);
  if (!manifest) return tl::unexpected(manifest.error());
  std::string more;
  for (const auto& [file, sum] : manifest->beside) more += fmt::format("{}{}", more.empty() ? ", and " : ", ", file);
  if (manifest->is_without_own_sum)
    more = "; its list is of an earlier version, so days, counts, captions and seconds could not be checked";
  fmt::print("{}: {} {} as written{}{}\n", options.path.string(), manifest->frame_count,
             manifest->frame_count == 1 ? "frame is" : "frames are", more, strangers_told(options.path, *manifest));
  return {};
}

}  // namespace spreadmap::app
