// The pictures of what is exported, and how far that is.
#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "base/byte_size.h"
#include "ui/export_panel.h"
#include "ui/focus.h"
#include "ui/lettering.h"
#include "ui/widgets.h"

namespace spreadmap::ui {
namespace {

using model::ExportBegin;

void coloured(Srgb8 colour, const std::string& text) {
  ImGui::PushStyleColor(ImGuiCol_Text, vec4(colour));
  write_lines(text);
  ImGui::PopStyleColor();
}

void draw_picture(const PanelContext& context, const ExportPicture& picture, ImVec2 from, ImVec2 to, bool is_chosen) {
  const style::Theme& theme = context.in.theme;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (picture.texture == nullptr) {
    list.AddRectFilled(from, to, packed(theme.control));
  } else {
    list.AddImage(picture.texture, from, to);
  }
  list.AddRect(from, to, packed(is_chosen ? theme.text_second : theme.panel_line), 0.0F, 0, context.scale);
}

/// The sides of a picture within a box, in the shape of what is exported.
ImVec2 fitted(scene::SizePx size, float width, float height) {
  if (size.width_px <= 0 || size.height_px <= 0) return {width, height};
  const float aspect = static_cast<float>(size.width_px) / static_cast<float>(size.height_px);
  return {std::min(width, height * aspect), std::min(height, width / aspect)};
}

void show_large(const PanelContext& context, const ExportPicture& picture) {
  constexpr float kMostHeightPt = 200.0F;
  const float room = ImGui::GetContentRegionAvail().x;
  const ImVec2 side = fitted(context.in.exporting.size, room, kMostHeightPt * context.scale);
  ImVec2 at = ImGui::GetCursorScreenPos();
  at.x += (room - side.x) / 2.0F;
  draw_picture(context, picture, at, {at.x + side.x, at.y + side.y}, false);
  ImGui::Dummy({room, side.y});
}

/// One of the three; returns whether it was pressed.
bool small_one(const PanelContext& context, std::size_t index, float width, float height, bool is_chosen) {
  const ExportPicture& picture = context.in.exporting.pictures.at(index);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const std::string id = fmt::format("picture/{}", index);
  const float line = ImGui::GetFontSize() + 4.0F * context.scale;
  const bool by_hand = ImGui::InvisibleButton(id.c_str(), {width, height + line});
  const ImVec2 side = fitted(context.in.exporting.size, width, height);
  const ImVec2 from{at.x + (width - side.x) / 2.0F, at.y + height - side.y};
  draw_picture(context, picture, from, {from.x + side.x, from.y + side.y}, is_chosen);
  const std::string day = lettered_within(picture.day, width);
  const float day_width = std::min(size_of(picture.day).x, width);
  ImGui::GetWindowDrawList()->AddText({at.x + (width - day_width) / 2.0F, at.y + height + 3.0F * context.scale},
                                      packed(is_chosen ? context.in.theme.text : context.in.theme.text_second),
                                      day.c_str());
  return focus().control(id.c_str(), ImGui::GetID(id.c_str()), context.in.theme, context.scale) || by_hand;
}

std::string told_bytes(const language::Language& language, std::uint64_t bytes) {
  const ByteSize size = byte_size(bytes);
  return fmt::format("{} {}", language.figure(size.value, 3), size.unit);
}

void show_bar(const PanelContext& context, const ExportProgress& progress) {
  const style::Theme& theme = context.in.theme;
  const float share =
      progress.of > 0 ? std::clamp(static_cast<float>(progress.frames) / static_cast<float>(progress.of), 0.0F, 1.0F)
                      : 0.0F;
  const float height = 8.0F * context.scale, width = ImGui::GetContentRegionAvail().x;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(at, {at.x + width, at.y + height}, packed(theme.control_active), height / 2.0F);
  if (share > 0.0F) {
    list.AddRectFilled(at, {at.x + std::max(share * width, height), at.y + height}, packed(theme.partnership),
                       height / 2.0F);
  }
  ImGui::Dummy({width, height});
}

/// How fast it goes and how long it will take.
std::string pace_told(const language::Language& language, const ExportProgress& progress) {
  const std::string rate = language.figure(progress.frames_per_s, 3);
  constexpr double kLongInSeconds_s = 120.0;
  if (progress.seconds_left < kLongInSeconds_s) {
    return language.filled("{} frames a second · {} s left", rate,
                           language.number(std::llround(std::ceil(progress.seconds_left))));
  }
  return language.filled("{} frames a second · {} min left", rate,
                         language.number(std::llround(std::ceil(progress.seconds_left / 60.0))));
}

/// Buttons stand above what is said, whose lines come and go.
void show_running(const PanelContext& context, const ExportProgress& progress) {
  const language::Language& language = context.language();
  const style::Theme& theme = context.in.theme;
  const bool is_paused = progress.stage == ExportStage::kPaused;
  ImGui::BeginDisabled(progress.stage == ExportStage::kStops);
  const float half = (ImGui::GetContentRegionAvail().x - ImGui::GetStyle().ItemSpacing.x) / 2.0F;
  if (pill(is_paused ? language.text("Go on") : language.text("Pause"), is_paused, theme, context.scale, half))
    context.ask(model::AppCommand(model::PauseExport{}));
  ImGui::SameLine();
  if (pill(language.text("Cancel"), false, theme, context.scale, half))
    context.ask(model::AppCommand(model::CancelExport{}));
  ImGui::EndDisabled();
  show_bar(context, progress);
  if (progress.of > 0) {
    coloured(theme.text, language.filled("{} of {} frames · {}", language.number(progress.frames),
                                         language.number(progress.of), told_bytes(language, progress.bytes)));
  } else {
    coloured(theme.text, language.filled("{} is begun", progress.file));
  }
  if (progress.stage == ExportStage::kStops) return coloured(theme.text_second, language.text("It stops…"));
  if (is_paused) return coloured(theme.text_second, language.text("Paused"));
  if (progress.of > 0) coloured(theme.text_second, pace_told(language, progress));
}

/// What the panel says, and below it, set apart by a line at its side, what the program or the system said.
void show_told(const PanelContext& context, const Told& told, Srgb8 colour) {
  if (!told.sentence.empty()) coloured(colour, told.sentence);
  if (told.own_words.empty()) return;
  const float indent = 10.0F * context.scale;
  ImGui::Indent(indent);
  const ImVec2 from = ImGui::GetCursorScreenPos();
  coloured(context.in.theme.text_second, told.own_words);
  const float bottom = ImGui::GetItemRectMax().y;
  ImGui::Unindent(indent);
  ImGui::GetWindowDrawList()->AddRectFilled({from.x - indent, from.y}, {from.x - indent + 2.0F * context.scale, bottom},
                                            packed(context.in.theme.bar_ahead));
}

/// Whether the last one made what is wished for.
bool has_made_it(const ExportView& view) {
  return view.progress.is_done && view.progress.file == view.wish.file && view.progress.made == view.wish.made;
}

/// What else one said, the last of it, or all: of many rows that were set aside each has a line.
void show_remarks(const PanelContext& context, PanelState& state, const std::string& remarks) {
  constexpr std::size_t kFewLines = 3;
  std::size_t from = remarks.size();
  for (std::size_t line = 0; line < kFewLines && from != std::string::npos; ++line)
    from = from == 0 ? std::string::npos : remarks.rfind('\n', from - 1);
  const char* const says = context.language().text("It also says:");
  if (from == std::string::npos) return show_told(context, {says, remarks}, context.in.theme.text_second);
  fold_row(context, says, 0.0F, state.shows_remarks);
  show_told(context, {{}, state.shows_remarks ? remarks : remarks.substr(from + 1)}, context.in.theme.text_second);
}

/// What became of the last one, as long as that is what is wished for.
void show_outcome(const PanelContext& context, PanelState& state, const ExportProgress& progress) {
  const language::Language& language = context.language();
  const style::Theme& theme = context.in.theme;
  const ExportView& view = context.in.exporting;
  if (progress.file.empty() || progress.file != view.wish.file || progress.made != view.wish.made) return;
  if (progress.is_done) {
    const std::string size = progress.bytes > 0 ? " · " + told_bytes(language, progress.bytes) : "";
    coloured(theme.text, language.filled("Saved {}", progress.file) + size);
  } else if (progress.has_failed) {
    show_told(context, failure_told(progress, language), theme.failure);
  } else if (view.is_cut_off) {
    // What was stopped may have been finished or taken away since.
    return coloured(theme.text, language.text("Stopped. What is done stays."));
  }
  if ((progress.is_done || progress.has_failed) && !progress.remarks.empty())
    show_remarks(context, state, progress.remarks);
}

void show_begin(const PanelContext& context, bool is_typing) {
  const language::Language& language = context.language();
  const ExportView& view = context.in.exporting;
  const auto button = [&](const char* text, ExportBegin begin, float width) {
    if (pill(text, true, context.in.theme, context.scale, width))
      context.ask(model::AppCommand(model::StartExport{begin}));
  };
  const float room = ImGui::GetContentRegionAvail().x, half = (room - ImGui::GetStyle().ItemSpacing.x) / 2.0F;
  if (view.fault.is_there()) {
    // While somebody types nothing is wrong yet, and what stands below stays in its place.
    if (!is_typing)
      return show_told(context, wish_fault_told(view.fault, language, context.in.hints.save_cues),
                       context.in.theme.failure);
    ImGui::BeginDisabled();
    button(language.text("Export"), ExportBegin::kAfresh, room);
    return ImGui::EndDisabled();
  }
  if (view.is_cut_off) {
    button(language.text("Go on with it"), ExportBegin::kGoOn, half);
    ImGui::SameLine();
    button(language.text("Begin again"), ExportBegin::kReplace, half);
    coloured(context.in.theme.text_second, language.text("One of that name was begun and is not whole."));
  } else if (view.is_there) {
    button(language.text("Replace it"), ExportBegin::kReplace, room);
    if (!has_made_it(view))
      coloured(context.in.theme.text_second, language.filled("There is a {} already.", view.wish.file));
  } else {
    button(language.text("Export"), ExportBegin::kAfresh, room);
  }
}

}  // namespace

void show_export_pictures(const PanelContext& context, PanelState& state) {
  const ExportView& view = context.in.exporting;
  const bool is_still = view.wish.made == model::ExportMade::kStill;
  show_large(context, view.pictures.at(is_still ? 0 : state.export_picture));
  if (is_still) return;
  constexpr float kMostHeightPt = 110.0F;
  const float gap = ImGui::GetStyle().ItemSpacing.x;
  const float width = (ImGui::GetContentRegionAvail().x - 2.0F * gap) / 3.0F;
  const float height = fitted(view.size, width, kMostHeightPt * context.scale).y;
  for (std::size_t index = 0; index < view.pictures.size(); ++index) {
    if (index > 0) ImGui::SameLine();
    if (small_one(context, index, width, height, index == state.export_picture)) state.export_picture = index;
  }
}

void show_export_progress(const PanelContext& context, PanelState& state) {
  const ExportProgress& progress = context.in.exporting.progress;
  if (progress.stage != ExportStage::kNone) return show_running(context, progress);
  show_begin(context, state.exporting.is_typing());
  show_outcome(context, state, progress);
}

}  // namespace spreadmap::ui
