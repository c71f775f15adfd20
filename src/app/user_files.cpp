#include "app/user_files.h"

#include <array>
#include <cstdlib>

namespace spreadmap::app {
namespace {

namespace fs = std::filesystem;

struct Base {
  const char* variable;
  const char* below_home;  ///< where the variable names no whole path
};
constexpr std::array<Base, 3> kBases{
    {{"XDG_DATA_HOME", ".local/share"}, {"XDG_STATE_HOME", ".local/state"}, {"XDG_CONFIG_HOME", ".config"}}};

}  // namespace

fs::path user_file(UserFile kind, std::string_view name) {
  const Base& base = kBases.at(static_cast<std::size_t>(kind));
  const char* const named = std::getenv(base.variable);
  if (named != nullptr && fs::path(named).is_absolute()) return fs::path(named) / "spreadmap" / name;
  const char* const home = std::getenv("HOME");
  return home != nullptr && *home != '\0' ? fs::path(home) / base.below_home / "spreadmap" / name : fs::path();
}

}  // namespace spreadmap::app
