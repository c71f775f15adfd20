#include "ui/wrapped_text.h"

#include <algorithm>

#include "base/utf8.h"

namespace spreadmap::ui {

WrappedText WrappedText::of(std::string_view text, const Fitting& fitting) {
  WrappedText wrapped;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    std::string_view rest = text.substr(from, end - from);
    while (!rest.empty()) {
      std::size_t fits = std::clamp<std::size_t>(fitting(rest), 1, rest.size());
      // Spaces at a line's end stay there, and no letter is cut.
      while (fits < rest.size() && (rest[fits] == ' ' || continues_a_letter(rest[fits]))) ++fits;
      wrapped.shown += rest.substr(0, fits);
      rest.remove_prefix(fits);
      if (rest.empty()) break;
      wrapped.breaks.push_back(wrapped.shown.size());
      wrapped.shown += '\n';
    }
    if (end < text.size()) wrapped.shown += '\n';
    from = end + 1;
  }
  return wrapped;
}

std::string WrappedText::text() const {
  std::string text;
  std::size_t from = 0;
  for (const std::size_t at : breaks) {
    text += shown.substr(from, at - from);
    from = at + 1;
  }
  return text + shown.substr(from);
}

std::size_t WrappedText::place_in_text(std::size_t shown_place) const {
  return shown_place -
         static_cast<std::size_t>(std::lower_bound(breaks.begin(), breaks.end(), shown_place) - breaks.begin());
}

std::size_t WrappedText::place_in_shown(std::size_t text_place) const {
  std::size_t before = 0;
  while (before < breaks.size() && breaks[before] - before <= text_place) ++before;
  return text_place + before;
}

WrappedText WrappedText::edited(std::string_view now, std::size_t& cursor) const {
  const std::string_view was = shown;
  const std::size_t shorter = std::min(was.size(), now.size());
  // What stands behind the cursor has stayed. That tells which of two line ends is gone, of which only one may be a break.
  const std::size_t behind = now.size() - std::min(cursor, now.size());
  std::size_t same = 0, same_end = 0;
  if (behind <= was.size() && was.ends_with(now.substr(now.size() - behind))) same_end = behind;
  while (same < shorter - same_end && was[same] == now[same]) ++same;
  while (same_end < shorter - same && was[was.size() - 1 - same_end] == now[now.size() - 1 - same_end]) ++same_end;
  WrappedText after{std::string(now), {}};
  const std::size_t gone_to = was.size() - same_end;
  for (const std::size_t at : breaks) {
    if (at < same) after.breaks.push_back(at);
    if (at >= gone_to) after.breaks.push_back(at + now.size() - was.size());
  }
  const bool is_break_gone =
      now.size() + 1 == was.size() && gone_to == same + 1 && std::binary_search(breaks.begin(), breaks.end(), same);
  if (!is_break_gone || same == 0) return after;
  std::size_t letter = same - 1;
  while (letter > 0 && continues_a_letter(after.shown[letter])) --letter;
  after.shown.erase(letter, same - letter);
  for (std::size_t& at : after.breaks) at -= at >= same ? same - letter : 0;
  cursor -= std::min(cursor, same - letter);
  return after;
}

}  // namespace spreadmap::ui
