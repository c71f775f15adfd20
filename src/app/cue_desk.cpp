#include "app/cue_desk.h"

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

#include "app/export_words.h"
#include "app/text_file.h"
#include "exhibit/load_exhibit.h"
#include "exhibit/whole_paths.h"

namespace spreadmap::app {
namespace {

namespace fs = std::filesystem;
using exhibit::CueSpec;
using model::CueList;
using model::ListedCue;
using ui::CueFileFault;

/// nullopt: there is no such file, or it cannot be read.
std::optional<std::string> bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  std::string text{std::istreambuf_iterator<char>(in), {}};
  return in.bad() ? std::nullopt : std::optional(std::move(text));
}

/// A new name beside the old one, and a file renamed over it.
bool can_be_replaced(const fs::path& file) {
  return ::access(file.c_str(), W_OK) == 0 && ::access(file.parent_path().c_str(), W_OK) == 0;
}

CueSpec without_lines(CueSpec cue) {
  cue.line = 0;
  if (cue.camera) cue.camera->line = 0;
  if (cue.filter) cue.filter->line = 0;
  return cue;
}

/// `ring.exhibit.toml`, `ring-2.exhibit.toml`: the first that nothing has.
std::string free_name(const fs::path& file, const fs::path& folder) {
  const std::string name = file.filename().string();
  const std::size_t dot = name.find('.', 1);
  const std::string stem = name.substr(0, dot), ending = dot == std::string::npos ? "" : name.substr(dot);
  std::error_code ignored;
  std::string free = name;
  for (int again = 2; fs::exists(folder / free, ignored); ++again) free = fmt::format("{}-{}{}", stem, again, ending);
  return free;
}

}  // namespace

CueDesk::CueDesk(const exhibit::Exhibit& exhibit, bool is_own, fs::path folder) : folder_(std::move(folder)) {
  std::error_code ignored;
  file_ = fs::absolute(exhibit.file, ignored).lexically_normal();
  // A link stays one: what it leads to is written.
  if (const fs::path led_to = fs::canonical(file_, ignored); !ignored) file_ = led_to;
  text_ = bytes_of(file_).value_or("");
  is_own_ = is_own && can_be_replaced(file_);
  if (is_own_) folder_ = file_.parent_path();
  view_.list = saved_ = std::make_shared<const CueList>(CueList::of(exhibit.cues));
  name_file();
}

void CueDesk::name_file() {
  std::error_code ignored;
  const fs::path folder = fs::absolute(folder_, ignored).lexically_normal();
  view_.needs_name = !is_own_;
  view_.file = is_own_ ? file_.filename().string() : "";
  view_.folder = folder.string();
  view_.proposal = free_name(file_, folder);
}

void CueDesk::put(model::CueListHeld list) {
  view_.list = std::move(list);
  view_.is_changed = view_.list->cues != saved_->cues;
  // Until they are known anew those that were known stay, lest the panel flicker.
  if (view_.lengths_s.size() != view_.list->cues.size()) view_.lengths_s.clear();
  view_.fault.clear();
  view_.taken_up = taken_up_ ? view_.list->place_of(*taken_up_) : std::nullopt;
}

void CueDesk::take_up(std::optional<std::size_t> at) {
  const bool is_there = at && *at < view_.list->cues.size();
  view_.taken_up = is_there ? at : std::nullopt;
  taken_up_ = is_there ? std::optional(view_.list->cues[*at].key) : std::nullopt;
}

void CueDesk::know_lengths(std::vector<double> lengths_s) {
  view_.lengths_s = std::move(lengths_s);
  view_.fault.clear();
}

void CueDesk::know_fault(std::string fault) { view_.fault = std::move(fault); }

bool CueDesk::refuse(CueFileFault fault, std::string about) {
  view_.file_fault = fault;
  view_.about = std::move(about);
  name_file();
  return false;
}

std::vector<exhibit::EditedCue> CueDesk::edited(const std::vector<CueSpec>& there) const {
  // Others may have moved, added and taken out cues: those that are still what they were, or have their id, are known.
  std::map<std::uint32_t, std::size_t> places;
  for (std::size_t place = 0; place < there.size(); ++place) {
    const auto is_it = [&](const ListedCue& each) {
      const bool has_its_id = !each.cue.id.empty() && each.cue.id == there[place].id;
      return !places.contains(each.key) && (has_its_id || without_lines(each.cue) == without_lines(there[place]));
    };
    const auto known = std::ranges::find_if(saved_->cues, is_it);
    if (known != saved_->cues.end()) places.emplace(known->key, place);
  }
  std::vector<exhibit::EditedCue> cues;
  for (const ListedCue& each : view_.list->cues) {
    const auto place = places.find(each.key);
    cues.push_back({place == places.end() ? std::nullopt : std::optional(place->second), each.cue});
  }
  return cues;
}

Result<std::string> CueDesk::written(const std::string& text, const fs::path& target) const {
  const auto there = exhibit::parse_exhibit(text, file_);
  if (!there) return tl::unexpected(there.error());
  auto with = exhibit::with_cues(text, edited(there->cues), there->language);
  if (!with) return with;
  if (target.parent_path() != file_.parent_path()) {
    with = exhibit::with_whole_paths(std::move(*with), file_);
    if (!with) return with;
  }
  // What could not be opened again is not written.
  if (const auto again = exhibit::parse_exhibit(*with, target); !again) return tl::unexpected(again.error());
  return with;
}

bool CueDesk::write(const fs::path& target, const std::string& text) {
  const auto with = written(text, target);
  if (!with) return refuse(CueFileFault::kNotWritten, with.error().message);
  std::error_code ignored;
  const fs::perms rights = fs::status(target, ignored).permissions();
  if (const auto done = app::write({target, *with}); !done)
    return refuse(CueFileFault::kNotWritten, done.error().message);
  if (rights != fs::perms::unknown) fs::permissions(target, rights, ignored);
  file_ = target;
  folder_ = target.parent_path();
  is_own_ = true;
  text_ = *with;
  saved_ = view_.list;
  view_.is_changed = false;
  view_.file_fault = CueFileFault::kNone;
  view_.about.clear();
  name_file();
  return true;
}

bool CueDesk::save(model::CueSaving saving) {
  if (!is_own_) return refuse(CueFileFault::kNeedsName, "");
  const auto text = bytes_of(file_);
  if (!text) return refuse(CueFileFault::kGone, file_.filename().string());
  if (*text != text_ && saving == model::CueSaving::kAskFirst)
    return refuse(CueFileFault::kChanged, file_.filename().string());
  return write(file_, *text);
}

bool CueDesk::save_as(const std::string& name) {
  if (name.empty()) return refuse(CueFileFault::kNeedsName, "");
  fs::path target = file_named(name, folder_);
  if (!target.has_extension()) target += ".exhibit.toml";
  std::error_code ignored;
  if (fs::exists(target, ignored)) return refuse(CueFileFault::kIsThere, target.filename().string());
  return write(target, text_);
}

}  // namespace spreadmap::app
