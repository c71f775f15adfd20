#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace spreadmap::ui {

/// A text as it is shown in a field of several lines: where a line is full a break stands that is none of the text's. Places are bytes of UTF-8.
struct WrappedText {
  std::string shown;
  std::vector<std::size_t> breaks;  ///< where in `shown` those stand, ascending

  /// How many bytes of a text go on a line.
  using Fitting = std::function<std::size_t(std::string_view)>;
  static WrappedText of(std::string_view text, const Fitting& fitting);
  /// The text itself.
  [[nodiscard]] std::string text() const;
  /// The same place in the text, and back; on the border of two lines the second begins there.
  [[nodiscard]] std::size_t place_in_text(std::size_t shown_place) const;
  [[nodiscard]] std::size_t place_in_shown(std::size_t text_place) const;
  /// What a hand made of `shown`, as a text: one stretch of it has become another. Who takes out nothing but a break means the letter before it.
  [[nodiscard]] WrappedText edited(std::string_view now, std::size_t& cursor) const;
};

}  // namespace spreadmap::ui
