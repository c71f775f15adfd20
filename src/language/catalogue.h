#pragma once
#include <filesystem>
#include <locale>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace spreadmap::language {

/// The program's texts in one language: a compiled gettext catalogue, FOLDER/LANGUAGE/LC_MESSAGES/spreadmap.mo, read as a value and never
/// through the process' locale (a fresh Debian has only C, under which gettext itself stays English whatever is asked).
/// The English text is the key. Texts lie in the catalogue's own storage, or are the English text that was asked for.
class Catalogue {
 public:
  /// `tag`: a BCP 47 tag; of `es-MX` the catalogue of `es-MX` counts, else that of `es`. Without one every text is English.
  Catalogue(const std::filesystem::path& folder, std::string_view tag);

  [[nodiscard]] const char* text(const char* english) const;
  /// The language of the texts: that of the catalogue's folder; `en` without one.
  [[nodiscard]] const std::string& language() const { return language_; }
  /// Where one English text has several meanings: `context` tells them apart.
  [[nodiscard]] const char* text_in(const char* context, const char* english) const;
  /// The form that goes with a count, by the language's own rule.
  [[nodiscard]] const char* counted(const char* one, const char* many, long long count) const;

 private:
  std::string language_ = "en";
  std::optional<std::locale> texts_;  ///< holds the catalogue as a facet
};

/// The languages that have a catalogue in the folder, and English; sorted.
std::vector<std::string> catalogue_languages(const std::filesystem::path& folder);

}  // namespace spreadmap::language
