#include "ui/lettering.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "text/visual_text.h"
#include "ui/carried.h"

namespace spreadmap::ui {
namespace {

float width_of_drawn(std::string_view text) { return ImGui::CalcTextSize(text.data(), text.data() + text.size()).x; }

/// How much of a text goes on a line of that width: up to a space, where there is one.
std::size_t fitting(std::string_view text, float width) {
  const char* const end = ImGui::GetFont()->CalcWordWrapPositionA(ImGui::GetFontSize() / ImGui::GetFont()->FontSize,
                                                                  text.data(), text.data() + text.size(), width);
  return static_cast<std::size_t>(end - text.data());
}

void write_paragraph(std::string_view text, float left, float width) {
  const text::VisualLines paragraph =
      text::visual_lines(text, [width](std::string_view rest) { return fitting(rest, width); });
  for (const std::string& line : paragraph.lines) {
    letters().see(line);
    // A line alone stands where all others do.
    const bool is_at_right = paragraph.is_right_to_left && paragraph.lines.size() > 1;
    if (is_at_right) ImGui::SetCursorPosX(left + std::max(0.0F, width - width_of_drawn(line)));
    ImGui::TextUnformatted(line.c_str());
  }
  if (paragraph.lines.empty()) ImGui::NewLine();
}

}  // namespace

Letters& letters() { return static_cast<Carried*>(ImGui::GetIO().UserData)->letters; }

std::string lettered(std::string_view text) {
  std::string drawn = text::visual_line(text);
  letters().see(drawn);
  return drawn;
}

std::string lettered_within(std::string_view text, float width) {
  std::string whole = lettered(text);
  if (width_of_drawn(whole) <= width) return whole;
  // Letters are narrow or wide, and Arabic ones change with their neighbours: each length is measured.
  std::vector<std::size_t> ends;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!continues_a_letter(text[i])) ends.push_back(i);
  }
  const auto cut = [text](std::size_t end) {
    const std::size_t last = text.substr(0, end).find_last_not_of(' ');
    return lettered(std::string(text.substr(0, last == std::string_view::npos ? 0 : last + 1)) + "…");
  };
  const auto first_too_long =
      std::ranges::partition_point(ends, [&](std::size_t end) { return width_of_drawn(cut(end)) <= width; });
  return cut(first_too_long == ends.begin() ? 0 : *std::prev(first_too_long));
}

ImVec2 size_of(std::string_view text, float room) {
  return ImGui::CalcTextSize(lettered(text).c_str(), nullptr, false, room);
}

void write(std::string_view text) { ImGui::TextUnformatted(lettered(text).c_str()); }

void write_lines(std::string_view text, float right) {
  if (text::is_visual(text)) {
    letters().see(text);
    ImGui::PushTextWrapPos(right);
    ImGui::TextUnformatted(text.data(), text.data() + text.size());
    return ImGui::PopTextWrapPos();
  }
  const float left = ImGui::GetCursorPosX();
  const float width = std::max(1.0F, (right > 0.0F ? right : ImGui::GetContentRegionMax().x) - left);
  ImGui::BeginGroup();
  const ImVec2 gap = ImGui::GetStyle().ItemSpacing;
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {gap.x, 0.0F});
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    write_paragraph(text.substr(from, end - from), left, width);
    from = end + 1;
  }
  ImGui::PopStyleVar();
  ImGui::EndGroup();
}

void write_at(ImDrawList& list, ImVec2 at, ImU32 colour, std::string_view text) {
  list.AddText(at, colour, lettered(text).c_str());
}

}  // namespace spreadmap::ui
