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

/// The folder that the binary lies in.
Result<fs::path> own_folder() {
  std::error_code error;
  const fs::path binary = fs::read_symlink("/proc/self/exe", error);
  if (error) return fail("/proc/self/exe: cannot be read: {}", error.message());
  return binary.parent_path();
}

fs::path share_folder(const fs::path& here) { return here.parent_path() / "share/spreadmap"; }

Result<fs::path> find_assets(const char* what, const char* folder) {
  auto here = own_folder();
  if (!here) return here;
  return first_there(what, {*here / folder, share_folder(*here) / folder});
}

}  // namespace

Result<fs::path> find_fonts() { return find_assets("the folder of fonts", "assets/fonts"); }

Result<fs::path> find_translations() { return find_assets("the folder of translations", "assets/translations"); }

Result<Places> find_places() {
  const auto own = own_folder();
  if (!own) return tl::unexpected(own.error());
  const fs::path& here = *own;
  const fs::path libexec = here.parent_path() / "libexec/spreadmap";
  const fs::path share = share_folder(here);
  std::error_code error;
  Places places;
  auto fonts = find_fonts();
  if (!fonts) return tl::unexpected(fonts.error());
  auto translations = find_translations();
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
