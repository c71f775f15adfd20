#include "exhibit/nearest.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "base/folded.h"

namespace spreadmap::exhibit {

std::size_t edit_distance(std::string_view a, std::string_view b) {
  // Three rows of the usual table: a swap looks two rows back.
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, changed});
      const bool is_swap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (is_swap) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

std::string suggestion(std::string_view word, std::span<const std::string> known) {
  // Words are short; a longer one costs time and is near to nothing.
  constexpr std::size_t kLongestWord = 200;
  // Without case and accents first: "fl" is nearer to "FL" than to any word of two small letters.
  const std::string plain = folded(word.substr(0, kLongestWord));
  using Distance = std::pair<std::size_t, std::size_t>;
  Distance best{std::numeric_limits<std::size_t>::max(), 0};
  const std::string* nearest = nullptr;
  for (const std::string& candidate : known) {
    if (candidate.empty() || word.size() > kLongestWord || candidate.size() > kLongestWord) continue;
    const Distance distance{edit_distance(plain, folded(candidate)), edit_distance(word, candidate)};
    if (distance < best) {
      best = distance;
      nearest = &candidate;
    }
  }
  // A third of the letters may differ; more is another word.
  if (nearest != nullptr && best.first <= (word.size() + 2) / 3) return fmt::format("did you mean '{}'?", *nearest);
  std::string all;
  for (const std::string& candidate : known) {
    // Rows that name nothing.
    if (candidate.empty()) continue;
    // A name that holds what stands between names.
    const char* quote = candidate.find(',') == std::string::npos ? "" : "\"";
    all += fmt::format("{}{}{}{}", all.empty() ? "" : ", ", quote, candidate, quote);
  }
  return all.empty() ? "none is known here" : "known here: " + all;
}

}  // namespace spreadmap::exhibit
