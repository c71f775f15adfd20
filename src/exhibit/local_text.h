#pragma once
#include <map>
#include <string>
#include <vector>

namespace spreadmap::exhibit {

/// A text in several languages, by language tag ("en", "es"). A plain string in the file stands for the exhibit's language.
class LocalText {
 public:
  LocalText() = default;
  explicit LocalText(std::map<std::string, std::string> by_language) : by_language_(std::move(by_language)) {}
  /// The text in that language (a tag: `es-MX`, else `es`); else in English; else in whichever there is; empty when there is none.
  [[nodiscard]] const std::string& in(const std::string& language) const;
  /// The languages that there are, sorted.
  [[nodiscard]] std::vector<std::string> languages() const;
  /// The same, and in one more language where it has no text in that.
  [[nodiscard]] LocalText or_in(const std::string& language, std::string text) const;
  /// The text that a language has itself (a tag: `es-MX`, else `es`); empty where `in` would take that of another.
  [[nodiscard]] const std::string& own(const std::string& language) const;
  /// The same with another text in that language alone, where `own` takes it from; an empty one takes it out.
  [[nodiscard]] LocalText with(const std::string& language, std::string text) const;
  [[nodiscard]] bool is_empty() const { return by_language_.empty(); }
  bool operator==(const LocalText&) const = default;

 private:
  std::map<std::string, std::string> by_language_;
};

}  // namespace spreadmap::exhibit
