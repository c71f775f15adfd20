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
  if (progress.of > 0) {
    coloured(theme.text_second,
             language.filled("{} frames a second · {} s left", language.figure(progress.frames_per_s, 3),
                             language.number(std::llround(std::ceil(progress.seconds_left)))));
  }
}

/// What is wrong with what is wished for: the field by its name in the panel.
std::string fault_told(const PanelContext& context) {
  const language::Language& language = context.language();
  const ExportView& view = context.in.exporting;
  if (view.wish.file.empty()) return language.text("The file needs a name.");
  if (view.fault_of == "days") return language.filled("Only days of the timeline can be shown: {}.", view.fault);
  for (const auto& [option, name] :
       {std::pair{"--fps", language.text("Frames a second")}, std::pair{"--seconds", language.text("Seconds")},
        std::pair{"--hold", language.text("Rest at the ends")}, std::pair{"--from", language.text("From")},
        std::pair{"--to", language.text("To")}, std::pair{"--day", language.text("Day")},
        std::pair{"--size", language.text("Size")}, std::pair{"--out", language.text("File")}}) {
    if (view.fault_of == option) return fmt::format("{}: {}", name, view.fault);
  }
  return view.fault;
}

/// What became of the last one, as long as that is what is wished for.
void show_outcome(const PanelContext& context, const ExportProgress& progress) {
  const language::Language& language = context.language();
  const style::Theme& theme = context.in.theme;
  if (progress.file.empty() || progress.file != context.in.exporting.wish.file) return;
  if (progress.is_done) {
    const std::string size = progress.bytes > 0 ? " · " + told_bytes(language, progress.bytes) : "";
    coloured(theme.text, language.filled("Saved {}", progress.file) + size);
  }
  if (!progress.is_done && !progress.has_failed) {
    // What was stopped may have been finished or taken away since.
    if (context.in.exporting.is_cut_off) coloured(theme.text, language.text("Stopped. What is done stays."));
  } else if (progress.has_failed) {
    coloured(theme.failure, failure_told(progress, language));
  } else if (!progress.said.empty()) {
    coloured(theme.text_second, progress.said);
  }
}

void show_begin(const PanelContext& context) {
  const language::Language& language = context.language();
  const ExportView& view = context.in.exporting;
  const auto button = [&](const char* text, ExportBegin begin, float width) {
    if (pill(text, true, context.in.theme, context.scale, width))
      context.ask(model::AppCommand(model::StartExport{begin}));
  };
  const float room = ImGui::GetContentRegionAvail().x, half = (room - ImGui::GetStyle().ItemSpacing.x) / 2.0F;
  if (!view.fault.empty() || !view.fault_of.empty()) return coloured(context.in.theme.failure, fault_told(context));
  if (view.is_cut_off) {
    button(language.text("Go on with it"), ExportBegin::kGoOn, half);
    ImGui::SameLine();
    button(language.text("Begin again"), ExportBegin::kReplace, half);
    coloured(context.in.theme.text_second, language.text("One of that name was begun and is not whole."));
  } else if (view.is_there) {
    button(language.text("Replace it"), ExportBegin::kReplace, room);
    coloured(context.in.theme.text_second, language.filled("There is a {} already.", view.wish.file));
  } else {
    button(language.text("Export"), ExportBegin::kAfresh, room);
  }
}

}  // namespace

std::string failure_told(const ExportProgress& progress, const language::Language& language) {
  switch (progress.fault) {
    case ExportFault::kBusy:
      return language.text("Another program is writing it. Wait until it is done, or give it another name.");
    case ExportFault::kUnfinished:
      return language.text("One of that name was begun and is not whole.");
    case ExportFault::kOtherExport:
      return language.filled("What was begun is of something else ({}). Begin again, or set that back.",
                             progress.detail);
    case ExportFault::kNotOurs:
      return language.filled("{} is there already and is of something else. Move it away, or give another name.",
                             progress.detail);
    case ExportFault::kTakenAway:
      return language.filled("The folder {} was taken away. Put it back and go on.", progress.detail);
    case ExportFault::kCutOff:
      return fmt::format("{}. {}", progress.said, language.text("What is done stays."));
    case ExportFault::kNone:
      break;
  }
  return progress.said;
}

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

void show_export_progress(const PanelContext& context) {
  const ExportProgress& progress = context.in.exporting.progress;
  if (progress.stage != ExportStage::kNone) return show_running(context, progress);
  show_begin(context);
  show_outcome(context, progress);
}

}  // namespace spreadmap::ui
