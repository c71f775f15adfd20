#include "app/languages.h"

#include <fmt/ranges.h>

#include <algorithm>

#include "language/tags.h"

namespace spreadmap::app {

Languages::Languages(std::filesystem::path catalogues, const exhibit::Exhibit& exhibit)
    : catalogues_(std::move(catalogues)),
      exhibit_language_(exhibit.language),
      choice_(language::catalogue_languages(catalogues_)) {
  const auto own = exhibit.title.languages();
  choice_.insert(choice_.end(), own.begin(), own.end());
  std::sort(choice_.begin(), choice_.end());
  choice_.erase(std::unique(choice_.begin(), choice_.end()), choice_.end());
}

const language::Language& Languages::in(const std::string& tag) {
  const auto found = spoken_.find(tag);
  return found != spoken_.end() ? found->second : spoken_.try_emplace(tag, tag, catalogues_).first->second;
}

Result<std::string> Languages::first(const std::string& asked) const {
  const auto is_spoken = [&](const std::string& tag) {
    return std::find(choice_.begin(), choice_.end(), tag) != choice_.end() ||
           std::find(choice_.begin(), choice_.end(), language::primary_language(tag)) != choice_.end();
  };
  if (asked.empty()) {
    const std::string locale = language::tag_of_environment();
    return is_spoken(locale) ? locale : exhibit_language_;
  }
  const std::string tag = language::tag_of_locale(asked);
  if (is_spoken(tag)) return tag;
  return fail("--lang {}: neither the program nor the exhibit speaks it; there are {}", asked,
              fmt::join(choice_, ", "));
}

}  // namespace spreadmap::app
