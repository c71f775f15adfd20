#include "app/languages.h"

#include <fmt/ranges.h>

#include <algorithm>

#include "language/tags.h"

namespace spreadmap::app {

const language::Language& Languages::in(const std::string& tag) {
  const auto found = spoken_.find(tag);
  return found != spoken_.end() ? found->second : spoken_.try_emplace(tag, tag, catalogues_).first->second;
}

std::vector<std::string> Languages::choice(const exhibit::Exhibit& exhibit) const {
  std::vector<std::string> tags = language::catalogue_languages(catalogues_);
  const auto own = exhibit.title.languages();
  tags.insert(tags.end(), own.begin(), own.end());
  std::sort(tags.begin(), tags.end());
  tags.erase(std::unique(tags.begin(), tags.end()), tags.end());
  return tags;
}

Result<std::string> Languages::first(const exhibit::Exhibit& exhibit, const std::string& asked) const {
  const auto tags = choice(exhibit);
  const auto is_spoken = [&](const std::string& tag) {
    return std::find(tags.begin(), tags.end(), tag) != tags.end() ||
           std::find(tags.begin(), tags.end(), language::primary_language(tag)) != tags.end();
  };
  if (asked.empty()) {
    const std::string locale = language::tag_of_environment();
    return is_spoken(locale) ? locale : exhibit.language;
  }
  const std::string tag = language::tag_of_locale(asked);
  if (is_spoken(tag)) return tag;
  return fail("--lang {}: neither the program nor the exhibit speaks it; there are {}", asked, fmt::join(tags, ", "));
}

}  // namespace spreadmap::app
