// What saves the cues, and what is to be done where they were not.
#include <fmt/format.h>
#include <imgui.h>

#include "ui/cue_panel.h"
#include "ui/field.h"
#include "ui/lettering.h"
#include "ui/widgets.h"

namespace spreadmap::ui {
namespace {

void write_told(Srgb8 colour, const std::string& text) {
  ImGui::PushStyleColor(ImGuiCol_Text, vec4(colour));
  write_lines(text);
  ImGui::PopStyleColor();
}

std::string saving_fault(const PanelContext& context) {
  const CueView& view = context.in.cues;
  const language::Language& language = context.language();
  switch (view.file_fault) {
    case CueFileFault::kNone:
    case CueFileFault::kNeedsName:
      return "";
    case CueFileFault::kIsThere:
      return language.filled("There is a {} already. Give another name.", view.about);
    case CueFileFault::kChanged:
      return language.filled(
          "{} has been changed by another program since it was read. Writing over it keeps all of that but the cues.",
          view.about);
    case CueFileFault::kGone:
      return language.filled("{} is not there any more. Save the cues into another file.", view.about);
    case CueFileFault::kNotWritten:
      return language.text("The cues could not be saved:");
  }
  return "";
}

/// A name for another file than the exhibit's own.
void show_cues_name(const PanelContext& context, PanelState& state) {
  const CueView& view = context.in.cues;
  const language::Language& language = context.language();
  FieldState& field = state.cues.file;
  const float gap = ImGui::GetStyle().ItemSpacing.x, save = 84.0F * context.scale;
  const FieldHand hand =
      show_field(context, state, field, "cues file",
                 {.hint = view.proposal.c_str(), .width = ImGui::GetContentRegionAvail().x - save - gap});
  const std::string name = field.text.empty() ? view.proposal : field.text;
  ImGui::SameLine();
  const std::string label = std::string(language.text("Save")) + "##save cues as";
  if (pill(label.c_str(), view.is_changed, context.in.theme, context.scale, save) || hand.enters)
    context.ask(model::AppCommand(model::SaveCuesAs{name}));
  if (hand.enters || hand.escapes) {
    field.is_typing = false;
    ImGui::SetWindowFocus(nullptr);
  }
  if (!name.starts_with('/') && !name.starts_with("~/"))
    write_told(context.in.theme.text_third, language.filled("In {}", view.folder));
}

}  // namespace

void show_cue_saving(const PanelContext& context, PanelState& state) {
  const CueView& view = context.in.cues;
  const language::Language& language = context.language();
  const style::Theme& theme = context.in.theme;
  const float room = ImGui::GetContentRegionAvail().x;
  const bool needs_other = view.needs_name || view.file_fault == CueFileFault::kGone;
  if (!needs_other) {
    const std::string label =
        (view.is_changed ? language.filled("Save in {}", view.file) : language.filled("Saved in {}", view.file)) +
        "##save cues";
    if (pill(label.c_str(), view.is_changed, theme, context.scale, room))
      context.ask(model::AppCommand(model::SaveCues{}));
  }
  if (const std::string fault = saving_fault(context); !fault.empty()) {
    write_told(theme.failure, fault);
    if (view.file_fault == CueFileFault::kNotWritten) write_told(theme.text_second, view.about);
  }
  if (view.file_fault == CueFileFault::kChanged &&
      pill(language.text("Write over it"), false, theme, context.scale, room))
    context.ask(model::AppCommand(model::SaveCues{model::CueSaving::kOver}));
  if (needs_other && view.needs_name)
    write_told(theme.text_second, language.text("This exhibit’s file cannot be changed: the cues go into a new one."));
  const bool may_go_beside = needs_other || view.file_fault != CueFileFault::kNone;
  if (may_go_beside) show_cues_name(context, state);
}

}  // namespace spreadmap::ui
