#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "exhibit/exhibit.h"
#include "language/language.h"

namespace spreadmap::app {

/// The languages that there are to choose from, and those that have been spoken, made when first asked for.
class Languages {
 public:
  Languages(std::filesystem::path catalogues, const exhibit::Exhibit& exhibit);
  const language::Language& in(const std::string& tag);
  /// Tags: those that the program has a catalogue for, and those of the exhibit's title; sorted.
  [[nodiscard]] const std::vector<std::string>& choice() const { return choice_; }
  /// The tag of the language to begin with: what was asked for (`--lang`); else the locale's, if it is spoken; else the exhibit's. A region is
  /// kept, since days and numbers go by it: `es-MX` speaks by the texts of `es`. Errors: what was asked for is spoken neither by the program nor by the exhibit.
  [[nodiscard]] Result<std::string> first(const std::string& asked) const;

 private:
  std::filesystem::path catalogues_;
  std::string exhibit_language_;
  std::vector<std::string> choice_;
  std::map<std::string, language::Language> spoken_;
};

}  // namespace spreadmap::app
