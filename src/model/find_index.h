#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/tables.h"
#include "model/record_ref.h"

namespace spreadmap::model {

/// What was found: a record, or a row of a table of places.
struct FindHit {
  bool is_record = true;
  RecordRef record;         ///< of a record
  std::uint32_t table = 0;  ///< of a place: which table of places,
  std::uint32_t row = 0;    ///< and which row of it
  bool operator==(const FindHit&) const = default;
};

/// Looks for records and places by what people type: every word begins a word of the name, its detail or its region, whatever case and
/// accents. Made once; the tables outlive it.
class FindIndex {
 public:
  /// `counted`: the layer whose records come before others', since a town that is looked for is to be answered by when it joined.
  FindIndex(const std::vector<data::PointTable>& layers, std::optional<std::size_t> counted,
            const std::vector<data::FindTable>& places);

  /// The best hits, at most `most` of records and `most` of places. What has as its name what was typed, or begins with it, also with what the
  /// tables tell beside it ("Peoria AZ"), comes before what has the words somewhere; of either, records of the counted layer come before
  /// others and these before places. First of all, though, are the counted records of the very place that was typed, and then the place itself: a
  /// town's bare name means that town, not whoever is called after it. Then as the tables have them.
  [[nodiscard]] std::vector<FindHit> find(std::string_view typed, std::size_t most) const;

 private:
  struct Texts {
    FindHit first;                         ///< hit of row 0
    data::StringColumn folded;             ///< by row: " name detail region", every word after a space
    std::vector<std::uint32_t> name_ends;  ///< by row: length of the name in it, the first space included
    std::vector<std::uint32_t>
        next_ends;  ///< and of the column after it: a record's place, what is beside a place's name
  };
  void add(const FindHit& first, std::size_t rows, const std::vector<const data::StringColumn*>& columns);
  std::optional<std::size_t> counted_;
  std::vector<Texts> texts_;
};

}  // namespace spreadmap::model
