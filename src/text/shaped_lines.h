#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "text/fonts.h"

namespace spreadmap::text {

/// The memory of shaped lines. A line stays where it is until `trim` forgets it.
class ShapedLines {
 public:
  /// Null when the line is not remembered. Does not allocate.
  [[nodiscard]] const ShapedText* find(std::string_view utf8, const TextStyle& style);
  /// Remembers a line that `find` did not find.
  const ShapedText& add(std::string_view utf8, const TextStyle& style, ShapedText shaped);
  /// When there are more than `most`: forgets what was not asked for since the last trim, then, if that is not enough, all.
  void trim(std::size_t most);

 private:
  template <class String>
  struct Key {
    String utf8;
    TextStyle style;
  };
  struct Hash {
    using is_transparent = void;  // NOLINT(readability-identifier-naming): the standard library looks for this name
    std::size_t operator()(const Key<std::string_view>& key) const;
    std::size_t operator()(const Key<std::string>& key) const {
      return (*this)(Key<std::string_view>{.utf8 = key.utf8, .style = key.style});
    }
  };
  struct Equal {
    using is_transparent = void;  // NOLINT(readability-identifier-naming): the standard library looks for this name
    bool operator()(const auto& a, const auto& b) const { return a.style == b.style && a.utf8 == b.utf8; }
  };
  struct Line {
    ShapedText shaped;
    std::uint64_t last_round = 0;
  };

  std::unordered_map<Key<std::string>, Line, Hash, Equal> lines_;
  std::uint64_t round_ = 0;  ///< number of trims so far
};

}  // namespace spreadmap::text
