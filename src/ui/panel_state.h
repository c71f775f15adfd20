#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ui/facet_cache.h"
#include "ui/hold.h"
#include "ui/wrapped_text.h"

namespace spreadmap::ui {

/// A field to type into: a hand's work in progress.
struct FieldState {
  std::string text;
  bool is_typing = false;       ///< it has the keyboard
  bool wants_keyboard = false;  ///< it is to take it with the next picture
};

/// The fields of the panel that exports.
struct ExportFields {
  FieldState file, size, fps, seconds, hold, from, to, day;
  [[nodiscard]] std::array<FieldState*, 8> all() { return {&file, &size, &fps, &seconds, &hold, &from, &to, &day}; }
  [[nodiscard]] bool is_typing() const {
    return std::ranges::any_of(std::array{&file, &size, &fps, &seconds, &hold, &from, &to, &day},
                               [](const FieldState* field) { return field->is_typing; });
  }
};

/// A field for a text of several lines.
struct AreaState {
  FieldState field;
  WrappedText wrapped;
  std::string text;  ///< which the panels were given last
};

/// A field that is taken only where it says something, and what is wrong with it where it does not.
struct CheckedField {
  FieldState field;
  std::string fault;
};

/// The fields of the panel that edits cues, for the cue that is taken up.
struct CueFields {
  AreaState title, text, notes;
  CheckedField day, from, to, seconds, play, travel;
  FieldState file;
  std::optional<std::uint32_t> of_key;  ///< the cue that they are of
  std::vector<float> rows_y;            ///< where the middle of each row was last, in the window
  bool is_dragged = false;              ///< a row, since the pointer was pressed
  bool keeps_its_place = false;         ///< the row of the cue that comes to be taken up

  [[nodiscard]] std::array<FieldState*, 10> all() {
    return {&title.field, &text.field,    &notes.field, &day.field,    &from.field,
            &to.field,    &seconds.field, &play.field,  &travel.field, &file};
  }
  /// Whether one has the keyboard that leaves undo to the panels.
  [[nodiscard]] bool is_writing() const {
    return title.field.is_typing || text.field.is_typing || notes.field.is_typing;
  }
};

/// What the panels remember beside what the view holds.
struct PanelState {
  FacetCache facets;
  FieldState find, date, seconds, words, crs, view_name;
  ExportFields exporting;
  CueFields cues;
  bool shows_presets = false;
  bool shows_remarks = false;      ///< all of them
  std::size_t export_picture = 2;  ///< which of the small ones is shown large
  std::string shown_crs;           ///< as the field of the CRS last took it
  std::string date_fault;          ///< what is wrong with the date, once it was asked for
  std::string seconds_fault;       ///< what is wrong with the seconds, likewise
  std::string key;                 ///< a chord that was pressed while a field had the keyboard; of this picture only
  std::size_t found_at = 0;        ///< which of what was found Enter goes to
  std::size_t found_shown = 0;     ///< the same when the list was last laid out
  bool goes_to_found = false;      ///< Enter was pressed; of this picture only
  int keys_turn = 0;               ///< by how many steps the list of keys is to be moved down
  bool leaves_find = false;        ///< what was looked for is to be forgotten
  bool has_overflow = false;       ///< the panel is longer than its room
  ScrolledPart sections;
  bool shows_all_kinds = false, shows_all_regions = false;
  bool shows_playback = false;  ///< all of it, not only what is needed most
  bool shows_windows = false;   ///< for how long records stay
  bool shows_order = false;     ///< which layer lies over which

  [[nodiscard]] std::vector<FieldState*> fields() {
    std::vector<FieldState*> all{&find, &date, &seconds, &words, &crs, &view_name};
    for (FieldState* field : exporting.all()) all.push_back(field);
    for (FieldState* field : cues.all()) all.push_back(field);
    return all;
  }
  [[nodiscard]] bool is_typing() {
    const std::vector<FieldState*> all = fields();
    return std::any_of(all.begin(), all.end(),
                       [](const FieldState* field) { return field->is_typing || field->wants_keyboard; });
  }
};

}  // namespace spreadmap::ui
