// What is exported: pictures of it, what it is made of, and the command line that makes it.
#include "ui/export_panel.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "ui/field.h"
#include "ui/lettering.h"
#include "ui/widgets.h"

namespace spreadmap::ui {
namespace {

using model::ExportMade;
using model::ExportShown;
using model::ExportWish;

/// What the controls change; where they have changed anything it is asked for.
struct Wished {
  const PanelContext& context;
  PanelState& state;
  ExportWish wish;
  [[nodiscard]] const language::Language& language() const { return context.language(); }
  [[nodiscard]] const ExportView& view() const { return context.in.exporting; }
};

void caption(const PanelContext& context, const std::string& text) {
  ImGui::PushStyleColor(ImGuiCol_Text, vec4(context.in.theme.text_second));
  write_lines(text);
  ImGui::PopStyleColor();
}

/// Buttons side by side, so many in a row.
class PillRows {
 public:
  PillRows(const PanelContext& context, int in_a_row) : context_(context), in_a_row_(in_a_row) {
    const float gap = ImGui::GetStyle().ItemSpacing.x;
    const auto count = static_cast<float>(in_a_row);
    width_ = (ImGui::GetContentRegionAvail().x - gap * (count - 1.0F)) / count;
  }
  bool show(const std::string& label, bool is_on) {
    if (shown_++ % in_a_row_ != 0) ImGui::SameLine();
    return pill(label.c_str(), is_on, context_.in.theme, context_.scale, width_);
  }

 private:
  const PanelContext& context_;
  int in_a_row_, shown_ = 0;
  float width_ = 0.0F;
};

void show_made(Wished& wished) {
  PillRows row(wished.context, 3);
  const auto& language = wished.language();
  for (const auto& [made, label] :
       {std::pair{ExportMade::kFilm, language.text("Film")}, std::pair{ExportMade::kFrames, language.text("Frames")},
        std::pair{ExportMade::kStill, language.text("Still")}}) {
    if (row.show(label, wished.wish.made == made)) wished.wish.made = made;
  }
}

void show_presets(Wished& wished) {
  const auto& language = wished.language();
  ExportWish& wish = wished.wish;
  if (wish.made == ExportMade::kStill) return;
  const std::string name = wish.preset.empty()               ? std::string(language.text("No preset"))
                           : wished.view().is_preset_changed ? language.filled("Changed from {}", wish.preset)
                                                             : language.filled("Preset {}", wish.preset);
  fold_row(wished.context, name.c_str(), 0.0F, wished.state.shows_presets);
  if (!wished.state.shows_presets) return;
  const auto row = [&](const std::string& text, bool is_chosen) {
    return choice_row(text, is_chosen, wished.context.in.theme, wished.context.scale);
  };
  if (row(language.text("None of them"), wish.preset.empty())) wish.preset.clear(), wished.state.shows_presets = false;
  for (const OfferedPreset& preset : wished.view().presets) {
    const bool is_chosen = preset.name == wish.preset && !wished.view().is_preset_changed;
    if (!row(fmt::format("{}: {}", preset.name, language.text(preset.told)), is_chosen)) continue;
    wish.preset = preset.name;
    wish.made = preset.made;
    wish.format.clear(), wish.size.clear(), wish.fps.clear();
    wish.is_window_size = false;
    wished.state.shows_presets = false;
  }
  ImGui::Dummy({0.0F, 0.0F});  // apart from the formats
}

void show_formats(Wished& wished) {
  ExportWish& wish = wished.wish;
  if (wish.made == ExportMade::kFilm) {
    PillRows row(wished.context, 3);
    for (const OfferedFormat& format : wished.view().formats) {
      if (row.show(format.told, wished.view().format == format.name)) wish.format = format.name;
    }
  } else if (wish.made == ExportMade::kStill) {
    PillRows row(wished.context, 3);
    for (const char* format : {"png", "svg", "pdf"}) {
      std::string label(format);
      std::ranges::transform(label, label.begin(), [](char c) { return static_cast<char>(c - 'a' + 'A'); });
      if (row.show(label, wish.format == format)) wish.format = format;
    }
  }
}

/// A field, its name, and what can be wrong with it.
struct FieldNames {
  const char* id;
  const char* name;
  WishField field;
};

/// A field with its name before it. Empty it says what the command line makes of it; one that something is wrong with has a border that says so.
void show_text(Wished& wished, const FieldNames& names, FieldState& field, const std::string& hint, std::string& text) {
  const PanelContext& context = wished.context;
  constexpr float kNameShare = 0.45F;
  const float room = ImGui::GetContentRegionAvail().x, before = kNameShare * room;
  const ImVec2 from = ImGui::GetCursorPos();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  constexpr float kFramePaddingPt = 8.0F;  // of the field
  ImGui::GetWindowDrawList()->AddText({at.x, at.y + kFramePaddingPt * context.scale},
                                      packed(context.in.theme.text_second),
                                      lettered_within(names.name, before - 8.0F * context.scale).c_str());
  ImGui::SetCursorPos({from.x + before, from.y});
  if (!field.is_typing) field.text = text;
  const FieldHand hand =
      show_field(context, wished.state, field, names.id, {.hint = hint.c_str(), .width = room - before});
  if (wished.view().fault.field == names.field && !field.is_typing) {
    ImGui::GetWindowDrawList()->AddRect({at.x + before, at.y}, {at.x + room, at.y + ImGui::GetItemRectSize().y},
                                        packed(context.in.theme.failure), ImGui::GetStyle().FrameRounding, 0,
                                        1.5F * context.scale);
  }
  if (hand.changes) text = field.text;
  if (hand.enters || hand.escapes) leave_field(field);
}

void show_sizes(Wished& wished) {
  ExportWish& wish = wished.wish;
  const scene::SizePx size = wished.view().size;
  struct Size {
    const char* label;
    int width_px, height_px;
  };
  constexpr std::array kSizes{Size{"16:9", 1920, 1080}, Size{"9:16", 1080, 1920}, Size{"1:1", 1080, 1080},
                              Size{"4:5", 1080, 1350},  Size{"21:9", 2520, 1080}, Size{"4K", 3840, 2160}};
  ImGui::Dummy({0.0F, 0.0F});  // apart from the formats
  PillRows row(wished.context, 4);
  for (const Size& each : kSizes) {
    const bool is_on = !wish.is_window_size && size == scene::SizePx{each.width_px, each.height_px};
    if (!row.show(each.label, is_on)) continue;
    wish.size = fmt::format("{}x{}", each.width_px, each.height_px);
    wish.is_window_size = false;
  }
  if (row.show(wished.language().text("Window"), wish.is_window_size)) wish.is_window_size = !wish.is_window_size;
  std::string typed = wish.is_window_size ? "" : wish.size;
  const std::string before = typed;
  show_text(wished, {"export size", wished.language().text("Size"), WishField::kSize}, wished.state.exporting.size,
            fmt::format("{}x{}", size.width_px, size.height_px), typed);
  if (typed != before) wish.size = typed, wish.is_window_size = false;
}

void show_times(Wished& wished) {
  ExportWish& wish = wished.wish;
  const ExportView& view = wished.view();
  ExportFields& fields = wished.state.exporting;
  const auto& language = wished.language();
  if (wish.made == ExportMade::kStill)
    return show_text(wished, {"export day", language.text("Day"), WishField::kDay}, fields.day, view.day, wish.day);
  show_text(wished, {"export rate", language.text("Frames a second"), WishField::kRate}, fields.fps, view.fps,
            wish.fps);
  const bool follows = wish.shown == ExportShown::kCues;
  show_text(wished, {"export seconds", language.text("Seconds"), WishField::kSeconds}, fields.seconds,
            follows ? language.text("as the cues") : view.seconds, wish.seconds);
  show_text(wished, {"export hold", language.text("Rest at the ends"), WishField::kHold}, fields.hold,
            language.text("0 s, or 1,3"), wish.hold);
  if (follows) return;
  show_text(wished, {"export from", language.text("From"), WishField::kFrom}, fields.from, view.from, wish.from);
  show_text(wished, {"export to", language.text("To"), WishField::kTo}, fields.to, view.to, wish.to);
}

void show_shown(Wished& wished) {
  const auto& language = wished.language();
  ExportWish& wish = wished.wish;
  const bool has_cues = wished.view().has_cues && wish.made != ExportMade::kStill;
  caption(wished.context, language.text("What is shown"));
  PillRows row(wished.context, has_cues ? 3 : 2);
  if (row.show(language.text("The window"), wish.shown == ExportShown::kWindow)) wish.shown = ExportShown::kWindow;
  if (row.show(language.text("The exhibit"), wish.shown == ExportShown::kExhibit)) wish.shown = ExportShown::kExhibit;
  if (has_cues && row.show(language.text("The cues"), wish.shown == ExportShown::kCues))
    wish.shown = ExportShown::kCues;
}

void show_furniture(Wished& wished) {
  const auto& language = wished.language();
  model::Furniture& furniture = wished.wish.furniture;
  caption(wished.context, language.text("What stands round the map"));
  PillRows row(wished.context, 3);
  for (const auto& [is_there, label] :
       {std::pair{&furniture.title, language.text("Title")}, std::pair{&furniture.counter, language.text("Counter")},
        std::pair{&furniture.legend, language.text("Legend")}, std::pair{&furniture.strip, language.text("Strip")},
        std::pair{&furniture.credits, language.text("Credits")}}) {
    if (row.show(label, *is_there)) *is_there = !*is_there;
  }
  if (wished.wish.shown == ExportShown::kCues && row.show(language.text("Captions"), furniture.captions))
    furniture.captions = !furniture.captions;
  if (wished.view().has_logo && row.show(language.text("Logo"), furniture.logo)) furniture.logo = !furniture.logo;
}

void show_file(Wished& wished) {
  const auto& language = wished.language();
  std::string& file = wished.wish.file;
  show_text(wished, {"export file", language.text("File"), WishField::kFile}, wished.state.exporting.file, "film.mp4",
            file);
  if (!file.starts_with('/') && !file.starts_with("~/"))
    caption(wished.context, language.filled("In {}", wished.view().folder));
}

void show_command(const PanelContext& context) {
  const auto& language = context.language();
  const ExportView& view = context.in.exporting;
  ImGui::Dummy({0.0F, 4.0F * context.scale});
  if (pill(language.text("Copy command"), false, context.in.theme, context.scale, ImGui::GetContentRegionAvail().x))
    context.ask(model::AppCommand(model::CopyExport{}));
  ImGui::PushStyleColor(ImGuiCol_Text, vec4(context.in.theme.text_third));
  write_lines(view.command);
  ImGui::PopStyleColor();
}

void show_heading(const PanelContext& context) {
  const float top = ImGui::GetCursorPosY(), room = ImGui::GetContentRegionAvail().x, close = room / 3.0F;
  heading(context.language().text("EXPORT"), context.in.theme, context.scale);
  ImGui::SameLine();
  ImGui::SetCursorPos({ImGui::GetCursorStartPos().x + room - close, top});
  // A card's is called "Close".
  const std::string label = std::string(context.language().text("Close")) + "##close export";
  if (pill(label.c_str(), false, context.in.theme, context.scale, close))
    context.ask(model::AppCommand(model::ToggleExport{}));
}

}  // namespace

bool show_export(const PanelContext& context, PanelState& state) {
  if (!context.in.exporting.is_open) return false;
  show_heading(context);
  show_export_pictures(context, state);
  show_export_progress(context, state);
  divider(context.in.theme, context.scale);
  Wished wished{context, state, context.in.exporting.wish};
  show_made(wished);
  show_presets(wished);
  show_formats(wished);
  show_sizes(wished);
  show_times(wished);
  show_shown(wished);
  show_furniture(wished);
  show_file(wished);
  show_command(context);
  if (wished.wish != context.in.exporting.wish) context.ask(model::AppCommand(model::SetExport{wished.wish}));
  return true;
}

void show_export_door(const PanelContext& context) {
  heading(context.language().text("EXPORT"), context.in.theme, context.scale);
  if (pill(context.language().text("Film, frames or a still"), false, context.in.theme, context.scale,
           ImGui::GetContentRegionAvail().x))
    context.ask(model::AppCommand(model::ToggleExport{}));
}

}  // namespace spreadmap::ui
