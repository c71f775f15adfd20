#include "app/as_seen.h"

#include <algorithm>
#include <array>

#include "app/view_json.h"

namespace spreadmap::app {
namespace {

constexpr std::array kKeys{"camera", "graticule", "scale_bar", "layers", "strip"};

tl::unexpected<Error> fail_unread(const std::string& why) {
  return fail("--as-seen: {}; take it as the window's export panel writes it", why);
}

}  // namespace

std::string as_seen(const World& world, const model::ViewState& without, const model::ViewState& seen) {
  const auto before = json_of(world.exhibit, world.story->axis(), without);
  const auto after = json_of(world.exhibit, world.story->axis(), seen);
  nlohmann::json told = nlohmann::json::object();
  for (const char* key : kKeys) {
    if (after.contains(key) && (!before.contains(key) || before[key] != after[key])) told[key] = after[key];
  }
  return told.empty() ? "" : told.dump();
}

Result<model::ViewState> seen_as(const World& world, const model::ViewState& without, const std::string& text) {
  const auto told = nlohmann::json::parse(text, nullptr, false);
  if (!told.is_object()) return fail_unread(fmt::format("'{}' is no JSON object", text));
  auto all = json_of(world.exhibit, world.story->axis(), without);
  for (const auto& [key, value] : told.items()) {
    if (std::ranges::find(kKeys, key) == kKeys.end()) return fail_unread(fmt::format("'{}' is no key of it", key));
    all[key] = value;
  }
  try {
    return view_of(world.exhibit, world.story->axis(), without, all);
  } catch (const nlohmann::json::exception& error) {
    return fail_unread(error.what());
  }
}

}  // namespace spreadmap::app
