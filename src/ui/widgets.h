#pragma once
#include <imgui.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/colour.h"
#include "style/theme.h"

namespace spreadmap::ui {

ImVec4 vec4(Srgb8 colour);
ImU32 packed(Srgb8 colour);

/// What stands for a layer or a record, as the map draws it. Rings are marks whose day is not known (thick), or that have ended (thin, pale); a bare
/// circle is of an unknown amount.
enum class Symbol { kDot, kThickRing, kThinRing, kCircle, kBareCircle, kDiamond, kArea, kSurface };
void draw_symbol(ImDrawList& list, Symbol symbol, ImVec2 at, Srgb8 colour, float scale);

/// One row of the layer list: symbol, name, a figure at the right and a switch. Returns true when the switch was pressed.
bool layer_row(const char* id, Symbol symbol, Srgb8 colour, const std::string& name, const std::string& figure, bool on,
               const style::Theme& theme, float scale);
/// Where the names of layers begin, in points at scale 1; what belongs to them stands under the names.
inline constexpr float kLayerNamePt = 22.0F;
/// A switch alone with its text before it.
bool switch_row(const char* id, const std::string& text, bool on, float indent_pt, const style::Theme& theme,
                float scale);
/// Room of a facet's names, in points at scale 1; its bars come after it.
inline constexpr float kFacetNamePt = 118.0F;
inline constexpr float kLinkHeightPt = 24.0F;
/// A short text to press, so high at scale 1; `reserved`: desktop points at its right that are another's. Returns true when it was pressed.
bool link(const char* text, float indent, const style::Theme& theme, float scale, float reserved = 0.0F);
/// One of several to choose from: a text over as many lines as it needs, with a dot before it where it is the one that is chosen. Returns true when it was pressed.
bool choice_row(const std::string& text, bool is_chosen, const style::Theme& theme, float scale);
/// A text as far as it goes into so many desktop points, then "…", of an item that has just been laid out: where it is cut, all of it stands in a tip
/// under the pointer.
std::string elided_with_tip(const std::string& text, float room);
/// What a field to type in shows of itself: what it is for and which key leads to it, while it is empty.
struct FieldLook {
  const char* hint = "";
  const char* key = "";          ///< empty: none
  bool is_search = false;        ///< a magnifier stands before the text
  bool is_written_over = false;  ///< what stands in it is chosen when the field takes the keyboard
  float width = 0.0F;            ///< in desktop points; 0: as wide as there is room
};
/// A line to type in. Returns true when the text changed.
bool text_field(const char* id, const FieldLook& look, std::string& text, const style::Theme& theme, float scale);
/// A line over the whole width between two groups.
void divider(const style::Theme& theme, float scale);
/// Where more is to be scrolled to, what the edge of this window cuts fades into its ground; called last in it.
void fade_cut_edges(Srgb8 ground, float scale);
/// Small capitals above a group.
void heading(const char* text, const style::Theme& theme, float scale);
/// One group of a facet: name, a bar of its share of the largest, its count, for which `count_width` is kept in all rows. `is_chosen`: the filter asks for it; `is_dim`: the filter asks
/// for others. Returns true when it was pressed.
struct FacetRow {
  std::string name, count;
  float share = 0.0F;
  bool is_chosen = false, is_dim = false;
  float count_width = 0.0F;  ///< desktop points
};
bool facet_row(const char* id, const FacetRow& row, Srgb8 colour, const style::Theme& theme, float scale);

/// Bars over the whole width, as shares of the tallest. `left`: what the filter leaves of each; where that is nothing the bar is pale.
/// `split`: where along the width the bars' colour changes to that of what is yet to come.
/// `chosen`: the stretch that the filter leaves, as shares of the width; nullopt: all of it.
struct HistogramView {
  const std::vector<int>& counts;
  const std::vector<int>& left;
  float split = 1.0F;
  std::optional<std::pair<float, float>> chosen;
};
/// A stretch that a hand draws over a histogram, as ascending shares of its width; of no length: a press without a drag.
struct Brush {
  float from = 0.0F, to = 0.0F;
  bool is_done = false;  ///< the hand has let go
};
std::optional<Brush> histogram(const char* id, const HistogramView& view, Srgb8 colour, const style::Theme& theme,
                               float scale);

/// A share from 0 to 1 on a line. Returns the new one while a hand or the keyboard moves it.
std::optional<float> slider(const char* id, float share, Srgb8 colour, const style::Theme& theme, float scale,
                            float width);

enum class Icon { kPrevious, kBack, kPlay, kPause, kOn, kNext, kUp, kDown, kRemove };
/// A button with a drawn sign instead of a text.
bool icon_button(const char* id, Icon icon, const style::Theme& theme, float scale, float width);
/// A button of the card's kind; `is_active` fills it. A text that is too long for it is set smaller.
bool pill(const char* label, bool is_active, const style::Theme& theme, float scale, float width = 0.0F);

}  // namespace spreadmap::ui
