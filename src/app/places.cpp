#include "app/places.h"

#include <vector>

namespace spreadmap::app {
namespace {

namespace fs = std::filesystem;

Result<fs::path> first_there(const char* what, const std::vector<fs::path>& candidates) {
  std::string looked;
  for (const fs::path& candidate : candidates) {
    std::error_code ignored;
    if (fs::exists(candidate, ignored)) return fs::weakly_canonical(candidate, ignored);
    looked += (looked.empty() ? "" : ", ") + candidate.string();
  }
  return fail("{} is missing; is the program installed whole? It was looked for at {}", what, looked);
}

}  // namespace

Result<Places> find_places() {
  std::error_code error;
  const fs::path binary = fs::read_symlink("/proc/self/exe", error);
  if (error) return fail("/proc/self/exe: cannot be read: {}", error.message());
  const fs::path here = binary.parent_path();
  const fs::path libexec = here.parent_path() / "libexec/spreadmap";
  const fs::path share = here.parent_path() / "share/spreadmap";
  Places places;
  auto fonts = first_there("the folder of fonts", {here / "assets/fonts", share / "assets/fonts"});
  if (!fonts) return tl::unexpected(fonts.error());
  auto translations =
      first_there("the folder of translations", {here / "assets/translations", share / "assets/translations"});
  if (!translations) return tl::unexpected(translations.error());
  auto reader = first_there("spreadmap-reader", {here / "spreadmap-reader", libexec / "spreadmap-reader"});
  if (!reader) return tl::unexpected(reader.error());
  // build/<preset>/spreadmap lies two folders below the source tree.
  auto exhibit = first_there("the built-in exhibit",
                             {here / "geodata/ring/ring.exhibit.toml", share / "geodata/ring/ring.exhibit.toml",
                              here.parent_path().parent_path() / "geodata/ring/ring.exhibit.toml"});
  if (!exhibit) return tl::unexpected(exhibit.error());
  places.fonts = *fonts;
  places.translations = *translations;
  places.reader = *reader;
  places.film_module =
      fs::exists(here / "spreadmap-film.so", error) ? here / "spreadmap-film.so" : libexec / "spreadmap-film.so";
  places.built_in_exhibit = *exhibit;
  places.geodata = exhibit->parent_path().parent_path();
  return places;
}

}  // namespace spreadmap::app
