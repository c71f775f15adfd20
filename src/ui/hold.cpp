#include "ui/hold.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace spreadmap::ui {
namespace {

// What a press asks for is laid out with the picture after it.
constexpr int kPictures = 3;
// Each time that it is scrolled, what is above may take another height.
constexpr int kTries = 20;
// A hand that rests wavers so far.
constexpr float kRestPt = 4.0F;
constexpr float kRingPt = 8.0F;

}  // namespace

void Hold::take(const Focus::Control& control, std::optional<std::size_t> place, bool by_hand) {
  is_on_ = true;
  by_hand_ = by_hand;
  control_ = control;
  place_ = place;
  pictures_left_ = kPictures;
  tries_left_ = kTries;
  at_ = by_hand ? pointer_ : ImVec2{(control.min.x + control.max.x) / 2.0F, (control.min.y + control.max.y) / 2.0F};
  share_ = std::clamp((at_.y - control.min.y) / std::max(control.max.y - control.min.y, 1.0F), 0.0F, 1.0F);
}

bool Hold::holds(float x, float y, float scale) const {
  return is_on_ && by_hand_ && std::hypot(x - at_.x, y - at_.y) < kRestPt * scale;
}

void Hold::steady_pointer(float scale) {
  ImGuiIO& io = ImGui::GetIO();
  pointer_ = io.MousePos;
  if (!std::exchange(is_unsettled_, false)) pictures_left_ = std::max(0, pictures_left_ - 1);
  if (!is_on_) return;
  const bool rests = by_hand_ && holds(pointer_.x, pointer_.y, scale) && io.MouseWheel == 0.0F;
  if (by_hand_ ? !rests : pictures_left_ == 0) {
    is_on_ = false;
    pictures_left_ = 0;
    return;
  }
  if (!by_hand_) return;
  const auto within = [](float at, float from, float to) {
    return std::clamp(at, from + 1.0F, std::max(to - 1.0F, from + 1.0F));
  };
  io.MousePos = {within(pointer_.x, control_.min.x, control_.max.x),
                 within(pointer_.y, control_.min.y, control_.max.y)};
}

bool Hold::settle(const std::vector<Focus::Control>& controls, ScrolledPart& part, float scale) {
  if (!is_on_) return false;
  const auto own = [this](const Focus::Control& each) { return each.id == control_.id; };
  auto now = std::find_if(controls.begin(), controls.end(), own);
  if (now == controls.end()) {
    const auto on_card = [](const Focus::Control& each) { return each.is_on_card; };
    const auto place = static_cast<std::ptrdiff_t>(place_.value_or(controls.size())) +
                       std::count_if(controls.begin(), controls.end(), on_card);
    if (pictures_left_ == 0 || place >= std::ssize(controls)) return is_on_ = false;
    now = controls.begin() + place;
  }
  control_ = *now;
  if (pictures_left_ == 0 || tries_left_ == 0 || !control_.scrolls) return false;
  const float height = control_.max.y - control_.min.y;
  // In sight with its ring, which the foot below may have come to cover.
  const float ring = kRingPt * scale;
  const float wanted = std::max(part.top + ring, std::min(at_.y - share_ * height, part.bottom - ring - height));
  const float scroll = std::max(0.0F, std::round(part.scroll + control_.min.y - wanted));
  if (std::abs(scroll - part.scroll) < 1.0F) return false;
  part.next_scroll = scroll;
  part.room_below = std::max(0.0F, scroll + part.bottom - part.top - part.content);
  --tries_left_;
  return is_unsettled_ = true;
}

}  // namespace spreadmap::ui
