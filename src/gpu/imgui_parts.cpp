#include "gpu/imgui_parts.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <span>

namespace spreadmap::gpu {
namespace {

/// Words at a time: the panels have half a megabyte of corners, and this is done for each picture.
std::uint64_t mixed(std::uint64_t hash, std::span<const std::byte> bytes) {
  constexpr std::uint64_t kPrime = 0x9e3779b97f4a7c15ULL;  // the golden ratio's, as in SplitMix64
  std::size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, 8);
    hash = (hash ^ word) * kPrime;
    hash ^= hash >> 29U;
  }
  std::uint64_t rest = bytes.size();
  std::memcpy(&rest, bytes.data() + at, bytes.size() - at);
  return (hash ^ rest) * kPrime;
}

std::uint64_t hash_of(const ImDrawList& list) {
  const auto bytes = [](const auto& values) {
    return std::as_bytes(std::span(values.Data, static_cast<std::size_t>(values.Size)));
  };
  std::uint64_t hash = mixed(mixed(1, bytes(list.VtxBuffer)), bytes(list.IdxBuffer));
  for (const ImDrawCmd& command : list.CmdBuffer) {
    hash = mixed(hash, std::as_bytes(std::span(&command.ClipRect, 1)));
    hash = mixed(hash, std::as_bytes(std::span(&command.TextureId, 1)));
    hash = mixed(hash, std::as_bytes(std::span(&command.ElemCount, 1)));
  }
  return hash;
}

/// Where a list may draw: its corners, within what its commands are cut to.
PixelBox bounds_of(const ImDrawList& list, const ImDrawData& data) {
  ImVec2 least(1e9F, 1e9F), most(-1e9F, -1e9F);
  for (const ImDrawVert& corner : list.VtxBuffer) {
    least = {std::min(least.x, corner.pos.x), std::min(least.y, corner.pos.y)};
    most = {std::max(most.x, corner.pos.x), std::max(most.y, corner.pos.y)};
  }
  ImVec2 cut_least(1e9F, 1e9F), cut_most(-1e9F, -1e9F);
  for (const ImDrawCmd& command : list.CmdBuffer) {
    if (command.ElemCount == 0) continue;
    cut_least = {std::min(cut_least.x, command.ClipRect.x), std::min(cut_least.y, command.ClipRect.y)};
    cut_most = {std::max(cut_most.x, command.ClipRect.z), std::max(cut_most.y, command.ClipRect.w)};
  }
  const float width_px = data.DisplaySize.x * data.FramebufferScale.x,
              height_px = data.DisplaySize.y * data.FramebufferScale.y;
  const auto edge = [](float at, float origin, float scale, float limit_px) {
    return std::clamp((at - origin) * scale, 0.0F, limit_px);
  };
  const float left =
      std::floor(edge(std::max(least.x, cut_least.x), data.DisplayPos.x, data.FramebufferScale.x, width_px));
  const float top =
      std::floor(edge(std::max(least.y, cut_least.y), data.DisplayPos.y, data.FramebufferScale.y, height_px));
  const float right =
      std::ceil(edge(std::min(most.x, cut_most.x), data.DisplayPos.x, data.FramebufferScale.x, width_px));
  const float bottom =
      std::ceil(edge(std::min(most.y, cut_most.y), data.DisplayPos.y, data.FramebufferScale.y, height_px));
  if (!(right > left) || !(bottom > top)) return {};
  return {static_cast<int>(left), static_cast<int>(top), static_cast<int>(right - left),
          static_cast<int>(bottom - top)};
}

bool is_within(const PixelBox& inner, const PixelBox& outer) {
  return inner.x_px >= outer.x_px && inner.y_px >= outer.y_px &&
         inner.x_px + inner.width_px <= outer.x_px + outer.width_px &&
         inner.y_px + inner.height_px <= outer.y_px + outer.height_px;
}

void add(std::vector<PixelBox>& boxes, const PixelBox& box) {
  const bool is_there =
      std::any_of(boxes.begin(), boxes.end(), [&](const PixelBox& has) { return is_within(box, has); });
  if (box.width_px > 0 && box.height_px > 0 && !is_there) boxes.push_back(box);
}

}  // namespace

std::vector<ImDrawList*> ImGuiParts::to_draw(const ImDrawData& data, std::vector<PixelBox>& boxes) {
  const auto count = static_cast<std::size_t>(data.CmdListsCount);
  std::vector<Known> now(count);
  std::vector<std::uint8_t> draws(count, 0);
  for (std::size_t i = 0; i < count; ++i) {
    const ImDrawList& list = *data.CmdLists[i];
    now[i] = {hash_of(list), bounds_of(list, data)};
    const bool is_known = i < known_.size() && known_[i].hash == now[i].hash;
    if (is_known) continue;
    draws[i] = 1;
    if (i < known_.size()) add(boxes, known_[i].bounds);
    add(boxes, now[i].bounds);
  }
  for (std::size_t i = count; i < known_.size(); ++i) add(boxes, known_[i].bounds);
  // A list that is touched is drawn whole, and so has to lie on a ground that was put there again; which may touch others.
  for (bool has_grown = true; has_grown;) {
    has_grown = false;
    for (std::size_t i = 0; i < count; ++i) {
      if (draws[i] != 0) continue;
      const auto touches = [&](const PixelBox& box) { return overlap(box, now[i].bounds); };
      if (std::none_of(boxes.begin(), boxes.end(), touches)) continue;
      draws[i] = 1;
      add(boxes, now[i].bounds);
      has_grown = true;
    }
  }
  std::vector<ImDrawList*> lists;
  for (std::size_t i = 0; i < count; ++i) {
    if (draws[i] != 0) lists.push_back(data.CmdLists[i]);
  }
  known_ = std::move(now);
  return lists;
}

}  // namespace spreadmap::gpu
