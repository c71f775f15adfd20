#include "base/shell_words.h"

#include <string_view>

namespace spreadmap {

std::string quoted_for_shell(std::span<const std::string> words) {
  constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:=,+%@";
  std::string line;
  for (std::string word : words) {
    if (word.empty() || word.find_first_not_of(kPlain) != std::string::npos) {
      for (std::size_t at = 0; (at = word.find('\'', at)) != std::string::npos; at += 4) word.replace(at, 1, "'\\''");
      word.insert(word.begin(), '\'');
      word += '\'';
    }
    line += (line.empty() ? "" : " ") + word;
  }
  return line;
}

}  // namespace spreadmap
