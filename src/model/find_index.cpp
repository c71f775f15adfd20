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

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// A folded text's words apart by single spaces, each with a space before it: " la canada flintridge".
std::string words_of(const std::string& folded_text) {
  std::string out = " ";
  for (const char c : folded_text) {
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

/// How good an answer a hit is, the best first. Within each, names that are what was typed come before longer ones, and names
/// that hold all of it before those that hold some.
enum Rank : std::size_t {
  kOfPlace,
  kIsPlace,
  kCountedCalled,
  kOthersCalled,
  kPlacesCalled,
  kCounted,
  kOthers,
  kPlaces,
  kRanks
};

}  // namespace

FindIndex::FindIndex(const std::vector<data::PointTable>& layers, std::optional<std::size_t> counted,
                     const std::vector<data::FindTable>& places)
    : counted_(counted) {
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
    text = words_of(folded((*columns.front())[row]));
    texts.name_ends.push_back(static_cast<std::uint32_t>(text.size()));
    for (std::size_t i = 1; i < columns.size(); ++i) {
      text += words_of(folded((*columns[i])[row]));
      if (i == 1) texts.next_ends.push_back(static_cast<std::uint32_t>(text.size()));
    }
    // "alene" is the beginning of a word of Coeur d'Alene as well.
    for (const auto* column : columns) {
      const std::string_view whole = (*column)[row];
      if (whole.find('\'') == std::string_view::npos && is_ascii(whole)) continue;
      const std::string apart = folded_apart(whole);
      if (apart != folded(whole)) text += words_of(apart);
    }
    texts.folded.push_back(text);
  }
}

std::vector<FindHit> FindIndex::find(std::string_view typed, std::size_t most) const {
  const std::string query = words_of(folded(typed));
  const std::vector<std::string> words = typed_words(query);
  if (words.empty()) return {};
  std::array<std::vector<FindHit>, std::size_t{2} * kRanks> by_rank;
  for (const Texts& texts : texts_) {
    const FindHit& first = texts.first;
    const bool is_counted = first.is_record && first.record.layer == counted_;
    const auto rank_of = [&](std::string_view text, std::string_view name, std::uint32_t row) {
      const std::string_view next = text.substr(name.size(), texts.next_ends[row] - name.size());
      const bool is_called_so = text.starts_with(query);
      if (is_counted && (name == query || (is_called_so && next == query))) return kOfPlace;
      if (!first.is_record && (name == query || text == query)) return kIsPlace;
      if (!first.is_record) return is_called_so ? kPlacesCalled : kPlaces;
      if (is_counted) return is_called_so ? kCountedCalled : kCounted;
      return is_called_so ? kOthersCalled : kOthers;
    };
    for (std::uint32_t row = 0; row < texts.name_ends.size(); ++row) {
      const std::string_view text = texts.folded[row];
      const auto has = [&](const std::string& word) { return text.find(word) != std::string_view::npos; };
      if (!std::all_of(words.begin(), words.end(), has)) continue;
      const std::string_view name = text.substr(0, texts.name_ends[row]);
      const bool is_in_name = text.starts_with(query) ? name == query : name.find(query) != std::string_view::npos;
      auto& hits = by_rank.at(2 * rank_of(text, name, row) + (is_in_name ? 0 : 1));
      if (hits.size() >= most) continue;
      FindHit hit = first;
      (first.is_record ? hit.record.row : hit.row) = row;
      hits.push_back(hit);
    }
  }
  std::vector<FindHit> found;
  std::size_t records = 0, places = 0;
  for (const auto& hits : by_rank) {
    for (const FindHit& hit : hits) {
      if ((hit.is_record ? records : places)++ < most) found.push_back(hit);
    }
  }
  return found;
}

}  // namespace spreadmap::model
