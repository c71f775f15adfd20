#include "app/export_facts.h"

#include <algorithm>
#include <set>

#include "app/export_still.h"
#include "app/version.h"
#include "app/view_json.h"
#include "data/build_tables.h"
#include "gpu/context.h"
#include "media/sha256.h"

namespace spreadmap::app {
namespace {

namespace fs = std::filesystem;

/// Every file that the exhibit reads for a picture.
std::set<fs::path> sources_of(const exhibit::Exhibit& exhibit) {
  std::set<fs::path> files;
  const auto add = [&](const std::vector<data::ReadRequest>& requests) {
    for (const data::ReadRequest& request : requests) files.insert(request.file);
  };
  add(data::requests_of(exhibit));
  for (const exhibit::LayerSpec& layer : exhibit.layers) {
    if (layer.kind == exhibit::LayerKind::kAreas) add(data::area_requests_of(layer));
  }
  return files;
}

/// The files in a folder, by name, as one sum.
Result<std::string> sum_of_folder(const fs::path& folder) {
  std::set<fs::path> files;
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (at->is_regular_file(error)) files.insert(at->path());
  }
  if (error) return fail("{}: cannot be read: {}", folder.string(), error.message());
  media::Sha256 all;
  for (const fs::path& file : files) {
    auto sum = media::sha256_of_file(file);
    if (!sum) return sum;
    all.add(file.lexically_relative(folder).string()).add("\n").add(*sum).add("\n");
  }
  return all.hex();
}

std::string told(const nlohmann::json& value) { return value.is_string() ? value.get<std::string>() : value.dump(); }

std::string told(const model::Furniture& furniture) {
  std::string parts;
  for (const model::FurniturePart& part : model::kFurnitureParts) {
    if (furniture.*part.is_there) parts += fmt::format("{}{}", parts.empty() ? "" : ", ", part.name);
  }
  return parts.empty() ? "none" : parts;
}

std::string_view told(PicturePart part) {
  switch (part) {
    case PicturePart::kBase:
      return "base";
    case PicturePart::kMarks:
      return "marks";
    case PicturePart::kFurniture:
      return "furniture";
    case PicturePart::kMatte:
      return "matte";
    case PicturePart::kWhole:
      break;
  }
  return "whole";
}

void add_view(std::vector<media::Fact>& facts, const exhibit::Exhibit& exhibit, const model::DayAxis& axis,
              const model::ViewState& view) {
  const nlohmann::json shown = json_of(exhibit, axis, view);
  for (const auto& [key, value] : shown.items()) {
    if (key != "day") facts.push_back({key, told(value)});
  }
  facts.push_back({"furniture", told(view.furniture)});
  const model::SafeArea& safe = view.safe_area;
  facts.push_back({"safe area", fmt::format("{}, {}, {}, {}{}", safe.left, safe.top, safe.right, safe.bottom,
                                            safe.has_guides ? ", with guides" : "")});
  facts.push_back({"language", view.language});
  const model::Looks& looks = view.looks;
  facts.push_back({"theme", looks.theme == style::ThemeName::kLight ? "light" : "dark"});
  facts.push_back({"seen by", fmt::format("{}", static_cast<int>(looks.seen_with))});
  facts.push_back({"text scale", fmt::format("{}", looks.text_scale)});
  facts.push_back({"reduced motion", looks.reduces_motion ? "yes" : "no"});
}

Result<void> add_film(std::vector<media::Fact>& facts, const ExportOptions& options, const std::string& encoder) {
  if (options.kind != ExportKind::kFilm) {
    facts.push_back({media::kFormatFact, media::kPictures});
    return {};
  }
  facts.push_back({media::kFormatFact, std::string(options.film_format->name)});
  facts.push_back({"encoder", encoder});
  if (options.crf) facts.push_back({"crf", fmt::format("{}", *options.crf)});
  if (!picture_of(options).is_opaque()) facts.push_back({media::kAlphaFact, media::kYes});
  if (options.soundtrack.empty()) return {};
  const auto sum = media::sha256_of_file(options.soundtrack);
  if (!sum) return tl::unexpected(sum.error());
  facts.push_back({media::kSoundFact, *sum});
  return {};
}

}  // namespace

Result<std::vector<media::Fact>> facts_of(const Stage& stage, const ExportOptions& options, const Places& places,
                                          const model::ViewState& view, const time::PlayRange& range,
                                          const std::string& encoder) {
  const exhibit::Exhibit& exhibit = stage.world().exhibit;
  const model::DayAxis& axis = stage.world().story->axis();
  std::vector<media::Fact> facts{{"program", fmt::format("spreadmap {}", kVersion)}};
  const auto add_sum = [&](std::string name, const Result<std::string>& sum) -> Result<void> {
    if (!sum) return tl::unexpected(sum.error());
    facts.push_back({std::move(name), *sum});
    return {};
  };
  // Two builds of one version may draw otherwise.
  std::error_code ignored;
  if (auto added = add_sum("program's file", media::sha256_of_file(fs::read_symlink("/proc/self/exe", ignored)));
      !added)
    return tl::unexpected(added.error());
  if (auto added = add_sum("exhibit", media::sha256_of_file(exhibit.file)); !added)
    return tl::unexpected(added.error());
  const fs::path home = exhibit.file.parent_path();
  for (const fs::path& source : sources_of(exhibit)) {
    const std::string name = fmt::format("{}{}", kDataFact, source.lexically_proximate(home).string());
    if (auto added = add_sum(name, media::sha256_of_file(source)); !added) return tl::unexpected(added.error());
  }
  if (auto added = add_sum("fonts", sum_of_folder(places.fonts)); !added) return tl::unexpected(added.error());
  const exhibit::BrandSpec& brand = exhibit.brand;
  for (const auto& [name, own] : {std::pair("font", &brand.font),
                                  {"bold font", &brand.font_bold},
                                  {"logo", &brand.logo},
                                  {"light logo", &brand.logo_light}}) {
    if (own->file.empty()) continue;
    if (auto added = add_sum(name, media::sha256_of_file(own->file)); !added) return tl::unexpected(added.error());
  }
  if (auto added = add_sum("base maps", sum_of_folder(places.geodata)); !added) return tl::unexpected(added.error());
  if (!options.common.shaders.empty()) {
    if (auto added = add_sum("shaders", sum_of_folder(options.common.shaders)); !added)
      return tl::unexpected(added.error());
  }
  facts.push_back({"renderer", gpu::renderer_name()});
  if (auto added = add_film(facts, options, encoder); !added) return tl::unexpected(added.error());
  facts.push_back({"size", fmt::format("{}x{}", options.size.width_px, options.size.height_px)});
  facts.push_back({"supersampling", fmt::format("{}", options.supersample)});
  facts.push_back({"ground", options.has_alpha ? "no" : "yes"});
  facts.push_back({"pass", std::string(told(options.part))});
  facts.push_back({"bits", fmt::format("{}", options.bits)});
  facts.push_back({"least type scale", fmt::format("{}", options.least_type_scale)});
  facts.push_back({media::kRateFact, fmt::format("{}/{}", options.fps_num, options.fps_den)});
  facts.push_back({"days", fmt::format("{} to {}", time::iso_day(axis.day_at(range.from_d)),
                                       time::iso_day(axis.day_at(range.to_d)))});
  facts.push_back({"rests", fmt::format("{} s and {} s", options.hold.start_s, options.hold.end_s)});
  facts.push_back({"follows", options.cues ? "cues" : "timeline"});
  facts.push_back({"director", view.playback.is_directed ? "yes" : "no"});
  add_view(facts, exhibit, axis, view);
  return facts;
}

}  // namespace spreadmap::app
