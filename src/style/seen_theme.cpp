#include "style/seen_theme.h"

namespace spreadmap::style {

Theme seen_with(Vision vision, Theme theme) {
  for (Srgb8 Theme::*const colour :
       {&Theme::ground,     &Theme::land,        &Theme::county_line,    &Theme::state_line,  &Theme::coast_line,
        &Theme::text,       &Theme::text_second, &Theme::text_third,     &Theme::partnership, &Theme::money,
        &Theme::signatory,  &Theme::bar_ahead,   &Theme::playhead,       &Theme::panel,       &Theme::card,
        &Theme::panel_line, &Theme::control,     &Theme::control_active, &Theme::link,        &Theme::failure}) {
    theme.*colour = seen_with(vision, theme.*colour);
  }
  return theme;
}

}  // namespace spreadmap::style
