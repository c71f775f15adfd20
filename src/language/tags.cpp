#include "language/tags.h"

#include <algorithm>
#include <cstdlib>

namespace spreadmap::language {

std::string primary_language(std::string_view tag) { return std::string(tag.substr(0, tag.find_first_of("-_.@"))); }

std::string tag_of_locale(std::string_view locale) {
  std::string tag(locale.substr(0, locale.find_first_of(".@")));
  if (tag == "C" || tag == "POSIX") return {};
  std::replace(tag.begin(), tag.end(), '_', '-');
  return tag;
}

std::string tag_of_environment() {
  for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* locale = std::getenv(variable);
    if (locale != nullptr && *locale != '\0') return tag_of_locale(locale);
  }
  return {};
}

}  // namespace spreadmap::language
