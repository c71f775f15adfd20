#include "text/shaped_lines.h"

#include <functional>
#include <utility>

namespace spreadmap::text {
namespace {

/// Mixes as boost::hash_combine does, with the 64-bit golden ratio.
std::size_t mixed(std::size_t seed, std::size_t value) {
  return seed ^ (value + 0x9e3779b97f4a7c15ULL + (seed << 6U) + (seed >> 2U));
}

}  // namespace

std::size_t ShapedLines::Hash::operator()(const Key<std::string_view>& key) const {
  // std::hash gives 0.0 and -0.0, which are equal, one value.
  const std::size_t face_and_figures =
      static_cast<std::size_t>(key.style.face) * 2 + (key.style.tabular_figures ? 1 : 0);
  std::size_t hash = std::hash<std::string_view>{}(key.utf8);
  hash = mixed(hash, std::hash<float>{}(key.style.size_px));
  hash = mixed(hash, std::hash<float>{}(key.style.tracking_px));
  return mixed(hash, face_and_figures);
}

const ShapedText* ShapedLines::find(std::string_view utf8, const TextStyle& style) {
  const auto found = lines_.find(Key<std::string_view>{.utf8 = utf8, .style = style});
  if (found == lines_.end()) return nullptr;
  found->second.last_round = round_;
  return &found->second.shaped;
}

const ShapedText& ShapedLines::add(std::string_view utf8, const TextStyle& style, ShapedText shaped) {
  Key<std::string> key{.utf8 = std::string(utf8), .style = style};
  return lines_.emplace(std::move(key), Line{.shaped = std::move(shaped), .last_round = round_}).first->second.shaped;
}

void ShapedLines::trim(std::size_t most) {
  if (lines_.size() > most) {
    std::erase_if(lines_, [this](const auto& line) { return line.second.last_round != round_; });
    if (lines_.size() > most) lines_.clear();
  }
  ++round_;
}

}  // namespace spreadmap::text
