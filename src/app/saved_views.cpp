#include "app/saved_views.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "app/user_files.h"
#include "app/view_json.h"
#include "media/atomic_file.h"

namespace spreadmap::app {
namespace {

namespace fs = std::filesystem;
using model::SavedList;
using model::SavedView;
using nlohmann::json;

/// What the file holds; an empty object where there is none. Errors: it is no JSON object.
Result<json> read(const fs::path& file) {
  std::error_code ignored;
  if (file.empty() || !fs::exists(file, ignored)) return json::object();
  std::ifstream in(file, std::ios::binary);
  json all = json::parse(in, nullptr, false);
  if (!in || all.is_discarded() || !all.is_object()) {
    return fail("{}: no file of saved views; it stays as it is, and no view is saved; move it away to begin anew",
                file.string());
  }
  return all;
}

std::string key_of(const exhibit::Exhibit& exhibit) {
  std::error_code ignored;
  return fs::weakly_canonical(exhibit.file, ignored).string();
}

}  // namespace

fs::path saved_views_file() { return user_file(UserFile::kData, "views.json"); }

SavedViews::SavedViews(fs::path file, const exhibit::Exhibit& exhibit, const model::DayAxis& axis,
                       const model::ViewState& first)
    : file_(std::move(file)), exhibit_(exhibit), axis_(axis), views_(std::make_shared<const std::vector<SavedView>>()) {
  const auto all = read(file_);
  if (!all) {
    fault_ = all.error().message;
    return;
  }
  try {
    std::vector<SavedView> views;
    for (const json& each : all->value(key_of(exhibit), json::array()))
      views.push_back({each.at("name").get<std::string>(), view_of(exhibit, axis, first, each)});
    views_ = std::make_shared<const std::vector<SavedView>>(std::move(views));
  } catch (const json::exception& error) {
    fault_ = fmt::format("{}: {}; it stays as it is, and no view is saved", file_.string(), error.what());
  }
}

Result<void> SavedViews::write(const SavedList& views) {
  if (!fault_.empty()) return fail("{}", fault_);
  if (file_.empty()) return fail("there is no home folder to save views in");
  // Another window may have written meanwhile, of another exhibit.
  auto all = read(file_);
  if (!all) return tl::unexpected(all.error());
  json own = json::array();
  for (const SavedView& view : *views) {
    own.push_back(json_of(exhibit_, axis_, view.view));
    own.back()["name"] = view.name;
  }
  (*all)[key_of(exhibit_)] = std::move(own);
  std::error_code ignored;
  fs::create_directories(file_.parent_path(), ignored);  // what is wrong with it, writing says
  const std::string text = all->dump(1, ' ', false, json::error_handler_t::replace) + "\n";
  if (auto written = media::write_file_atomically(file_, std::as_bytes(std::span(text))); !written) return written;
  views_ = views;
  return {};
}

Result<void> SavedViews::save(SavedView view) {
  std::vector<SavedView> views = *views_;
  const auto same =
      std::find_if(views.begin(), views.end(), [&](const SavedView& each) { return each.name == view.name; });
  if (same == views.end()) {
    views.push_back(std::move(view));
  } else {
    *same = std::move(view);
  }
  return write(std::make_shared<const std::vector<SavedView>>(std::move(views)));
}

Result<void> SavedViews::forget(std::size_t index) {
  if (index >= views_->size()) return {};
  std::vector<SavedView> views = *views_;
  views.erase(views.begin() + static_cast<std::ptrdiff_t>(index));
  return write(std::make_shared<const std::vector<SavedView>>(std::move(views)));
}

Result<void> SavedViews::put(const SavedList& views) { return views == views_ ? Result<void>{} : write(views); }

}  // namespace spreadmap::app
