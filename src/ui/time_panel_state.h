#pragma once
#include <string>

namespace spreadmap::ui {

/// What the playback section remembers beside what the view holds: a hand's work in progress.
struct TimePanelState {
  bool is_open = false;        ///< all of it is shown, not only what is needed most
  std::string date_text;       ///< what stands in the field to type a date into
  std::string date_fault;      ///< what is wrong with it, once it was asked for
  bool is_dating = false;      ///< that field has the keyboard
  bool wants_date = false;     ///< that field is to take the keyboard
  std::string seconds_text;    ///< what stands in the field for the length of the whole
  bool is_timing = false;      ///< that field has the keyboard
  bool shows_windows = false;  ///< for how long records stay
  bool shows_order = false;    ///< which layer lies over which
  [[nodiscard]] bool is_typing() const { return wants_date || is_dating || is_timing; }
};

/// What the section of saved views remembers: the name that is being typed.
struct ViewsPanelState {
  std::string name;
  bool is_typing = false;
};

}  // namespace spreadmap::ui
