#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/stage.h"
#include "model/find_index.h"
#include "scene/nearest_record.h"
#include "ui/panels.h"

namespace spreadmap::app {

/// Finds records and places by name. The places are read when somebody first looks for one.
class Finder {
 public:
  /// Both outlive it.
  Finder(const Stage& stage, const Places& places) : stage_(stage), places_(places) {}

  /// What a text finds, as the panel shows it; nothing of an empty text.
  void find(const std::string& text, const language::Language& language);
  [[nodiscard]] const std::vector<ui::FoundRow>& found() const { return rows_; }
  /// What was found, to be gone to: a record, or a place with its name and where it lies on the map (nullopt: nowhere).
  struct Target {
    std::optional<model::RecordRef> record;
    std::string name;
    std::optional<geo::MapPoint> point;
    std::optional<scene::SoughtPlace> place = {};  ///< of a place that lies on the map; valid as long as the finder
  };
  [[nodiscard]] std::optional<Target> target(std::size_t index, const MapSheet& sheet) const;

 private:
  void prepare();

  const Stage& stage_;
  const Places& places_;
  std::vector<data::FindTable> tables_;
  std::optional<model::FindIndex> index_;
  std::vector<model::FindHit> hits_;
  std::vector<ui::FoundRow> rows_;
};

}  // namespace spreadmap::app
