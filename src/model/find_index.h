#pragma once
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
  FindIndex(const std::vector<data::PointTable>& layers, const std::vector<data::FindTable>& places);

  /// The best hits, at most `most` of records and `most` of places, records first: those whose name is what was typed before those whose
  /// name begins with it before others; then as the tables have them.
  [[nodiscard]] std::vector<FindHit> find(std::string_view typed, std::size_t most) const;

 private:
  struct Texts {
    FindHit first;                         ///< hit of row 0
    data::StringColumn folded;             ///< by row: " name detail region", every word after a space
    std::vector<std::uint32_t> name_ends;  ///< by row: length of the name in it, the first space included
  };
  void add(const FindHit& first, std::size_t rows, const std::vector<const data::StringColumn*>& columns);
  std::vector<Texts> texts_;
};

}  // namespace spreadmap::model
