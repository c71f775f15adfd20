#include "model/find_index.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "base/folded.h"

namespace spreadmap::model {
namespace {

bool is_word(char c) {
  // Bytes of other scripts are letters; of ASCII only letters and figures.
  return (static_cast<unsigned char>(c) & 0x80U) != 0 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// A text folded, its words apart by single spaces, each with a space before it: " la canada flintridge".
std::string words_of(std::string_view text) {
  std::string out = " ";
  for (const char c : folded(text)) {
    if (is_word(c)) {
      out.push_back(c);
    } else if (out.back() != ' ') {
      out.push_back(' ');
    }
  }
  if (out.back() == ' ') out.pop_back();
  return out;
}

/// The words of what was typed, each with the space before it.
std::vector<std::string> typed_words(const std::string& words) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t next = std::min(words.find(' ', at + 1), words.size());
    out.push_back(words.substr(at, next - at));
    at = next;
  }
  return out;
}

enum Rank : std::size_t { kIsName, kBeginsName, kInName, kElsewhere, kRanks };

}  // namespace

FindIndex::FindIndex(const std::vector<data::PointTable>& layers, const std::vector<data::FindTable>& places) {
  for (std::uint32_t layer = 0; layer < layers.size(); ++layer) {
    const data::PointTable& table = layers[layer];
    add({true, {layer, 0}, 0, 0}, table.row_count(), {&table.name, &table.place, &table.county, &table.region});
  }
  for (std::uint32_t table = 0; table < places.size(); ++table) {
    add({false, {}, table, 0}, places[table].row_count(),
        {&places[table].name, &places[table].detail, &places[table].region});
  }
}

void FindIndex::add(const FindHit& first, std::size_t rows, const std::vector<const data::StringColumn*>& columns) {
  Texts& texts = texts_.emplace_back();
  texts.first = first;
  std::string text;
  for (std::size_t row = 0; row < rows; ++row) {
    text = words_of((*columns.front())[row]);
    texts.name_ends.push_back(static_cast<std::uint32_t>(text.size()));
    for (std::size_t i = 1; i < columns.size(); ++i) text += words_of((*columns[i])[row]);
    texts.folded.push_back(text);
  }
}

std::vector<FindHit> FindIndex::find(std::string_view typed, std::size_t most) const {
  const std::string query = words_of(typed);
  const std::vector<std::string> words = typed_words(query);
  if (words.empty()) return {};
  std::array<std::vector<FindHit>, 2> found;
  for (const bool is_record : {true, false}) {
    std::array<std::vector<FindHit>, kRanks> by_rank;
    for (const Texts& texts : texts_) {
      if (texts.first.is_record != is_record) continue;
      for (std::uint32_t row = 0; row < texts.name_ends.size(); ++row) {
        const std::string_view text = texts.folded[row];
        const auto has = [&](const std::string& word) { return text.find(word) != std::string_view::npos; };
        if (!std::all_of(words.begin(), words.end(), has)) continue;
        const std::string_view name = text.substr(0, texts.name_ends[row]);
        const Rank rank = name == query                                ? kIsName
                          : name.starts_with(query)                    ? kBeginsName
                          : name.find(query) != std::string_view::npos ? kInName
                                                                       : kElsewhere;
        // What is typed with its region ("Peoria IL") names the place all the same.
        const bool begins_all = text.starts_with(query);
        auto& hits = by_rank.at(rank == kElsewhere && begins_all ? kBeginsName : rank);
        if (hits.size() >= most) continue;
        FindHit hit = texts.first;
        (is_record ? hit.record.row : hit.row) = row;
        hits.push_back(hit);
      }
    }
    auto& hits = found.at(is_record ? 0 : 1);
    for (const auto& ranked : by_rank) hits.insert(hits.end(), ranked.begin(), ranked.end());
    hits.resize(std::min(hits.size(), most));
  }
  found[0].insert(found[0].end(), found[1].begin(), found[1].end());
  return found[0];
}

}  // namespace spreadmap::model
