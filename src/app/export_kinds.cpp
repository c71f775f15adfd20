#include "app/export_kinds.h"

#include <cstddef>
#include <filesystem>

namespace spreadmap::app {
namespace {

using model::ExportWish;

/// The ending goes by the format.
std::filesystem::path name_of(const ExportWish& wish) { return std::filesystem::path(wish.file).replace_extension(); }

}  // namespace

ExportWish ExportKinds::changed_to(const ExportWish& wish, const ExportWish& before) {
  left_.at(static_cast<std::size_t>(before.made)) = before;
  const std::optional<ExportWish>& left = left_.at(static_cast<std::size_t>(wish.made));
  if (!left || wish.preset != before.preset) return wish;
  ExportWish found = *left;
  if (name_of(before) != name_of(begun_)) found.file = wish.file;
  const auto take_along = [&](auto part) {
    if (before.*part != begun_.*part) found.*part = wish.*part;
  };
  take_along(&ExportWish::shown);
  take_along(&ExportWish::furniture);
  for (const auto text :
       {&ExportWish::seconds, &ExportWish::hold, &ExportWish::from, &ExportWish::to, &ExportWish::day})
    take_along(text);
  return found;
}

}  // namespace spreadmap::app
