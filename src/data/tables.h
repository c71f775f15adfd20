#pragma once
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "data/raw_table.h"
#include "geo/spaces.h"
#include "time/day.h"

namespace spreadmap::data {

/// A row that was set aside, and why. Never silent: counted in the window, the log and `inspect`.
struct RowProblem {
  std::string source;
  std::uint32_t line = 0;
  std::string column;
  std::string reason;
};

/// What records say in one more language; empty where a record says nothing in it.
struct TextsIn {
  std::string language;
  StringColumn source, notes;
};

/// Records at points, of any layer kind. Rows are sorted by (earliest, line): what exists on a day is a prefix. All columns have
/// the same length.
struct PointTable {
  StringColumn name, place, region, county, kind, confidence, source, source_url, notes;
  std::vector<TextsIn> texts_in;             ///< `source` and `notes` in other languages
  std::vector<geo::LonLat> lon_lat;          ///< NaN where the record has no known place
  std::vector<time::DayInterval> first_day;  ///< the day it began, as precisely as known
  std::vector<time::DayInterval> last_day;   ///< the day it ended; kNoEnd where it has not
  std::vector<double> amount_usd;            ///< NaN where unknown
  std::vector<std::uint32_t> line;

  [[nodiscard]] std::size_t row_count() const { return line.size(); }
  /// What a row says in a language (`es-MX`, else `es`); in the exhibit's where it says nothing in that.
  [[nodiscard]] std::string_view source_in(const std::string& tag, std::size_t row) const {
    return text_in(source, &TextsIn::source, tag, row);
  }
  [[nodiscard]] std::string_view notes_in(const std::string& tag, std::size_t row) const {
    return text_in(notes, &TextsIn::notes, tag, row);
  }

 private:
  [[nodiscard]] std::string_view text_in(const StringColumn& own, StringColumn TextsIn::*column, const std::string& tag,
                                         std::size_t row) const {
    for (const std::string& wanted : {tag, tag.substr(0, tag.find('-'))}) {
      for (const TextsIn& texts : texts_in) {
        if (texts.language == wanted && !(texts.*column)[row].empty()) return (texts.*column)[row];
      }
    }
    return own[row];
  }
};
inline constexpr time::DayInterval kNoEnd{time::Day::max(), time::Day::max()};

/// Lines or polygon rings of the base map, flat, in WGS84: part i is points[part_ends[i-1] .. part_ends[i]), feature f owns parts
/// [feature_part_ends[f-1] .. feature_part_ends[f]).
struct Shapes {
  std::vector<geo::LonLat> points;
  std::vector<std::uint32_t> part_ends;
  std::vector<std::uint32_t> feature_part_ends;

  /// `use(points, part_ends)` of each feature in turn, its parts ending in points of its own.
  template <class Use>
  void each_feature(const Use& use) const {
    std::vector<std::uint32_t> own_ends;
    std::uint32_t part = 0, begin = 0;
    for (const std::uint32_t feature_end : feature_part_ends) {
      own_ends.clear();
      for (; part < feature_end; ++part) own_ends.push_back(part_ends[part] - begin);
      const std::uint32_t end = feature_end == 0 ? 0 : part_ends[feature_end - 1];
      use(std::span(points).subspan(begin, end - begin), std::span<const std::uint32_t>(own_ends));
      begin = end;
    }
  }
};

/// Places to label, largest first.
struct PlaceTable {
  StringColumn name;
  std::vector<double> rank;
  std::vector<geo::LonLat> lon_lat;
};

/// Regions to label, largest rank first: feature f of `shapes` is called name[f]. A point is a part of one point.
struct RegionTable {
  StringColumn name, code;
  std::vector<double> rank;  ///< NaN without one
  Shapes shapes;
};

/// Places to be found by name, in the order of their rank, those without one last.
struct FindTable {
  StringColumn name, detail, region;
  std::vector<geo::LonLat> lon_lat;
  [[nodiscard]] std::size_t row_count() const { return lon_lat.size(); }
};

/// Areas to be filled, in the source's order: row i is feature i of `shapes`.
struct AreaTable {
  StringColumn key, name, region;
  std::vector<double> people;  ///< NaN where not known
  Shapes shapes;
  [[nodiscard]] std::size_t row_count() const { return people.size(); }
};

/// All that an exhibit's sources hold, checked once. Handed out as `const Tables&`; nothing in it changes afterwards.
struct Tables {
  std::vector<PointTable>
      layers;  ///< one for each layer of the exhibit, in its order; empty of one without records of its own
  std::vector<Shapes> base;  ///< one for each base layer of the exhibit, in its order
  PlaceTable places;
  RegionTable regions;
  std::vector<RowProblem> problems;
};

}  // namespace spreadmap::data
