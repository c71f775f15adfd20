#pragma once
#include <imgui.h>

#include <bitset>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>

namespace spreadmap::ui {

/// The letters that the panels' fonts have. Those of Latin from the start; others come, a script at a time, when a text with them is first shown or
/// typed: where all is Latin no other font is read, and nobody has to look through a million names.
class Letters {
 public:
  Letters();
  /// Tells of a text that is about to be drawn.
  void see(std::string_view utf8);
  /// Whether a text that was seen has letters that were not loaded yet.
  [[nodiscard]] bool lacks_some() const { return lacks_some_; }
  /// Makes ImGui's fonts anew, with all letters that were seen: 0 for what is read, 1 for headings, 2 for titles. `fonts`: the folder; what is not
  /// in its fonts is drawn as `?`.
  void load(const std::filesystem::path& fonts, float scale);

 private:
  static constexpr std::size_t kCodePoints = 0x10000;  ///< all that ImGui's 16-bit letters reach
  void want(std::size_t first, std::size_t last);
  std::bitset<kCodePoints> wanted_;
  std::set<std::string> files_;  ///< of the fonts beside Inter
  ImVector<ImWchar> ranges_;     ///< of the atlas, which refers to them
  bool lacks_some_ = false;
};

}  // namespace spreadmap::ui
