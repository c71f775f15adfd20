#include "ui/focus.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "ui/carried.h"
#include "ui/widgets.h"

namespace spreadmap::ui {

Focus& focus() { return static_cast<Carried*>(ImGui::GetIO().UserData)->focus; }

bool Focus::takes(const std::string& chord) {
  static constexpr std::array<std::string_view, 9> kChords{"Tab",   "Shift+Tab",    "Up",     "Down", "Return",
                                                           "Space", "Keypad Enter", "Escape", "Left"};
  return chord == "Right" || std::find(kChords.begin(), kChords.end(), chord) != kChords.end();
}

void Focus::begin(const std::vector<std::string>& chords) {
  coming_.clear();
  presses_ = is_last_focused_ = false;
  turn_ = 0;
  for (const std::string& chord : chords) {
    if (chord == "Tab" || chord == "Down") move(1);
    if (chord == "Shift+Tab" || chord == "Up") move(-1);
    if (chord == "Return" || chord == "Space" || chord == "Keypad Enter") presses_ = true;
    if (chord == "Left") turn_ -= 1;
    if (chord == "Right") turn_ += 1;
    if (chord == "Escape") leave();
  }
}

void Focus::move(int steps) {
  if (controls_.empty()) return;
  const auto count = static_cast<std::ptrdiff_t>(controls_.size());
  const auto at =
      std::find_if(controls_.begin(), controls_.end(), [&](const Control& each) { return each.id == focused_; });
  const std::ptrdiff_t from = at == controls_.end() ? (steps > 0 ? -1 : 0) : at - controls_.begin();
  focused_ = controls_[static_cast<std::size_t>((from + steps + count) % count)].id;
  has_moved_ = true;
}

void Focus::enter() {
  if (!is_on()) move(1);
}

bool Focus::control(const char* name, ImGuiID id, const style::Theme& theme, float scale, float beside) {
  const ImVec2 min = ImGui::GetItemRectMin(), max{ImGui::GetItemRectMax().x + beside, ImGui::GetItemRectMax().y};
  const std::string_view shown(name);
  constexpr std::string_view kUnseen = "##";  // ImGui's sign of a name that is not drawn
  const std::size_t unseen = shown.find(kUnseen);
  coming_.push_back({std::string(unseen == std::string_view::npos ? shown : shown.substr(unseen + kUnseen.size())), id,
                     min, max, is_on_card_, scrolls_});
  is_last_focused_ = id == focused_;
  if (!is_last_focused_) return false;
  if (has_moved_) ImGui::SetScrollHereY(0.5F);
  has_moved_ = false;
  const float gap = 2.0F * scale;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  // The ring may reach into the margin round what scrolls: above and below where the control's edge is in sight.
  const ImVec2 at = ImGui::GetWindowPos(), size = ImGui::GetWindowSize();
  const float reach = 8.0F * scale;
  const float above = min.y > at.y - 1.0F ? reach : 0.0F, below = max.y < at.y + size.y + 1.0F ? reach : 0.0F;
  list.PushClipRect({at.x - reach, at.y - above}, {at.x + size.x + reach, at.y + size.y + below}, false);
  list.AddRect({min.x - gap, min.y - gap}, {max.x + gap, max.y + gap}, packed(theme.link), 9.0F * scale, 0,
               2.0F * scale);
  list.PopClipRect();
  return presses_;
}

std::size_t Focus::last_place() const {
  const auto on_panel = [](const Control& each) { return !each.is_on_card; };
  return static_cast<std::size_t>(std::count_if(coming_.begin(), coming_.end() - 1, on_panel));
}

const Focus::Control* Focus::focused() const {
  const auto at =
      std::find_if(controls_.begin(), controls_.end(), [&](const Control& each) { return each.id == focused_; });
  return at == controls_.end() ? nullptr : &*at;
}

void Focus::leave_field(ImGuiID id) {
  if (focused_ == id) leave();
}

void Focus::end() {
  std::stable_partition(coming_.begin(), coming_.end(), [](const Control& each) { return each.is_on_card; });
  controls_.swap(coming_);
  const auto place_in = [this](const std::vector<Control>& controls) {
    return std::find_if(controls.begin(), controls.end(), [this](const Control& each) { return each.id == focused_; });
  };
  if (!is_on() || place_in(controls_) != controls_.end()) return;
  const auto was = place_in(coming_);
  const bool is_replaced = was != coming_.end() && !was->is_on_card && !controls_.empty();
  if (!is_replaced) return leave();
  const auto on_card = [](const std::vector<Control>& controls) {
    return std::count_if(controls.begin(), controls.end(), [](const Control& each) { return each.is_on_card; });
  };
  const std::ptrdiff_t place = was - coming_.begin() - on_card(coming_) + on_card(controls_);
  focused_ = controls_[static_cast<std::size_t>(std::min(place, std::ssize(controls_) - 1))].id;
}

}  // namespace spreadmap::ui
