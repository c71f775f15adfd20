#pragma once
#include <hb.h>

#include <cstdint>

namespace spreadmap::text {

/// The figures that counters and dates are made of: 0 to 9.
constexpr bool is_figure(std::uint32_t code_point) { return code_point >= U'0' && code_point <= U'9'; }

/// OpenType's tabular figures, for a whole line.
inline constexpr hb_feature_t kTabularFigures{HB_TAG('t', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START,
                                              HB_FEATURE_GLOBAL_END};

/// Advance of the widest of a font's tabular figures, in the font's units.
int widest_figure_units(hb_font_t* font);

}  // namespace spreadmap::text
