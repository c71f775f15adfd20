#pragma once
#include <string>
#include <string_view>

namespace spreadmap::language {

/// The language alone of a BCP 47 tag or a POSIX locale: `es` of `es-MX`.
std::string primary_language(std::string_view tag);

/// The BCP 47 tag of a POSIX locale: `es-MX` of `es_MX.UTF-8`; empty for `C`, `POSIX` and nothing.
std::string tag_of_locale(std::string_view locale);

/// The tag of the locale that the environment asks for: LC_ALL, else LC_MESSAGES, else LANG; empty where it asks for none.
std::string tag_of_environment();

}  // namespace spreadmap::language
