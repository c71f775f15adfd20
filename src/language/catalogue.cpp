#include "language/catalogue.h"

#include <algorithm>
#include <boost/locale/gnu_gettext.hpp>
#include <boost/locale/message.hpp>
#include <climits>

#include "language/tags.h"

namespace spreadmap::language {
namespace {

namespace fs = std::filesystem;
using Texts = boost::locale::message_format<char>;

constexpr const char* kDomain = "spreadmap";

fs::path catalogue_file(const fs::path& folder, const std::string& language) {
  return folder / language / "LC_MESSAGES" / (std::string(kDomain) + ".mo");
}

bool has_catalogue(const fs::path& folder, const std::string& language) {
  std::error_code ignored;
  return fs::is_regular_file(catalogue_file(folder, language), ignored);
}

}  // namespace

Catalogue::Catalogue(const fs::path& folder, std::string_view tag) {
  std::string language(tag);
  if (!has_catalogue(folder, language)) language = primary_language(tag);
  if (!has_catalogue(folder, language)) return;
  boost::locale::gnu_gettext::messages_info info;
  info.language = language;
  info.encoding = "UTF-8";
  info.paths = {folder.string()};
  info.domains.emplace_back(kDomain);
  language_ = language;
  texts_.emplace(std::locale::classic(), boost::locale::gnu_gettext::create_messages_facet<char>(info));
}

const char* Catalogue::text(const char* english) const { return text_in(nullptr, english); }

const char* Catalogue::text_in(const char* context, const char* english) const {
  const char* found = texts_ ? std::use_facet<Texts>(*texts_).get(0, context, english) : nullptr;
  return found != nullptr ? found : english;
}

const char* Catalogue::counted(const char* one, const char* many, long long count) const {
  const auto number = static_cast<int>(std::clamp<long long>(count, INT_MIN, INT_MAX));
  const char* found = texts_ ? std::use_facet<Texts>(*texts_).get(0, nullptr, one, number) : nullptr;
  if (found != nullptr) return found;
  return count == 1 ? one : many;
}

std::vector<std::string> catalogue_languages(const fs::path& folder) {
  std::vector<std::string> languages{"en"};
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored)) {
    const std::string language = entry.path().filename().string();
    if (has_catalogue(folder, language)) languages.push_back(language);
  }
  std::sort(languages.begin(), languages.end());
  return languages;
}

}  // namespace spreadmap::language
