#include "model/cue_list.h"

#include <algorithm>

namespace spreadmap::model {
namespace {

using Place = std::vector<ListedCue>::iterator;

void add(CueList& list, std::size_t at, exhibit::CueSpec cue) {
  const Place place = list.cues.begin() + static_cast<std::ptrdiff_t>(std::min(at, list.cues.size()));
  list.cues.insert(place, {list.next_key++, std::move(cue)});
}

void move(CueList& list, const MoveCue& command) {
  const auto last = static_cast<std::ptrdiff_t>(list.cues.size()) - 1;
  const auto from = static_cast<std::ptrdiff_t>(command.at);
  const std::ptrdiff_t to = std::clamp<std::ptrdiff_t>(from + command.by, 0, last);
  const Place begin = list.cues.begin();
  if (to > from) std::rotate(begin + from, begin + from + 1, begin + to + 1);
  if (to < from) std::rotate(begin + to, begin + from, begin + from + 1);
}

struct Apply {
  CueList& list;
  void operator()(const AddCue& command) const { add(list, command.at, command.cue); }
  void operator()(const SetCue& command) const {
    if (command.at < list.cues.size()) list.cues[command.at].cue = command.cue;
  }
  void operator()(const CopyCue& command) const {
    if (command.at >= list.cues.size()) return;
    exhibit::CueSpec copy = list.cues[command.at].cue;
    copy.id.clear();
    add(list, command.at + 1, std::move(copy));
  }
  void operator()(const RemoveCue& command) const {
    if (command.at < list.cues.size()) list.cues.erase(list.cues.begin() + static_cast<std::ptrdiff_t>(command.at));
  }
  void operator()(const MoveCue& command) const {
    if (command.at < list.cues.size()) move(list, command);
  }
};

}  // namespace

CueList CueList::of(const std::vector<exhibit::CueSpec>& cues) {
  CueList list;
  for (const exhibit::CueSpec& cue : cues) add(list, list.cues.size(), cue);
  return list;
}

std::vector<exhibit::CueSpec> CueList::specs() const {
  std::vector<exhibit::CueSpec> specs;
  for (const ListedCue& each : cues) specs.push_back(each.cue);
  return specs;
}

std::optional<std::size_t> CueList::place_of(std::uint32_t key) const {
  const auto found = std::find_if(cues.begin(), cues.end(), [key](const ListedCue& each) { return each.key == key; });
  return found == cues.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - cues.begin()));
}

CueList applied(CueList list, const CueCommand& command) {
  std::visit(Apply{list}, command);
  return list;
}

bool goes_on_with(const CueCommand& before, const CueCommand& command) {
  // Typing into one, or moving it on and on. All else is a step by itself.
  if (const auto* const was = std::get_if<SetCue>(&before)) {
    const auto* const is = std::get_if<SetCue>(&command);
    return is != nullptr && was->at == is->at;
  }
  const auto* const was = std::get_if<MoveCue>(&before);
  const auto* const is = std::get_if<MoveCue>(&command);
  return was != nullptr && is != nullptr && was->at + static_cast<std::size_t>(was->by) == is->at;
}

}  // namespace spreadmap::model
