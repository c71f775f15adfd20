#include "app/vector_still.h"

#include <cerrno>
#include <cstdio>
#include <memory>

#include "app/export_still.h"
#include "geo/filled_outline.h"
#include "media/atomic_file.h"
#include "media/ending.h"
#include "platform/signals.h"
#include "scene/stacks.h"
#include "vector/canvases.h"
#include "vector/picture.h"

namespace spreadmap::app {
namespace {

/// An address that a viewer of a document may be sent to.
std::string_view link_of(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://") ? url : std::string_view();
}

/// Each feature's outline on a sheet, in the order of the features.
Result<std::vector<geo::Rings>> outlines_of(const data::Shapes& shapes, const geo::Projection& projection) {
  std::vector<geo::Rings> outlines;
  Result<void> laid;
  shapes.each_feature([&](auto points, auto ring_ends) {
    if (!laid) return;
    auto rings = geo::filled_outline(projection, points, ring_ends);
    if (!rings) {
      laid = tl::unexpected(rings.error().within("the map cannot be drawn as shapes"));
      return;
    }
    outlines.push_back(std::move(*rings));
  });
  if (!laid) return tl::unexpected(laid.error());
  return outlines;
}

class StageSource final : public vector::Source {
 public:
  StageSource(const Stage& stage, const scene::SceneInputs& inputs, const model::ViewState& view)
      : world_(stage.world()), inputs_(inputs), view_(view) {}

  [[nodiscard]] LayerName layer(std::uint32_t layer) const override {
    const exhibit::LayerSpec& spec = inputs_.exhibit.layers[layer];
    return {spec.id, spec.label.in(view_.language)};
  }
  [[nodiscard]] vector::MarkRecord mark(std::uint32_t layer, std::uint32_t entry) const override {
    const std::uint32_t row = inputs_.selection.layer(layer).row(entry);
    const model::RowDays& days = world_.story->rows(layer).days;
    return {inputs_.geometry.marks[layer][row],
            static_cast<double>(days.earliest[row]),
            static_cast<double>(days.latest[row]),
            static_cast<double>(days.end[row]),
            scene::stack_offset(inputs_.geometry.spots[layer].order[row]),
            record({layer, row})};
  }
  [[nodiscard]] vector::RecordText record(model::RecordRef record) const override {
    const data::PointTable& table = inputs_.tables.layers[record.layer];
    const std::string_view name = table.name[record.row];
    return {name.empty() ? table.place[record.row] : name, link_of(table.source_url[record.row])};
  }
  [[nodiscard]] std::string_view area_name(std::uint32_t layer, std::uint32_t area) const override {
    return inputs_.areas[layer].layer->table.name[area];
  }
  [[nodiscard]] Result<std::vector<geo::Rings>> area_rings(std::uint32_t layer) const override {
    return outlines_of(inputs_.areas[layer].layer->table.shapes, inputs_.projection);
  }
  [[nodiscard]] const scene::DensityPoints& density(std::uint32_t layer) const override {
    return *inputs_.densities[layer].points;
  }

 private:
  const World& world_;
  const scene::SceneInputs& inputs_;
  const model::ViewState& view_;
};

/// The land of the sheet and what lies beyond it, as outlines.
Result<void> add_land(const MapSheet& sheet, vector::Picture& picture) {
  for (std::size_t i = 0; i < sheet.base->shapes.size(); ++i) {
    if (sheet.base->roles[i] != exhibit::BaseRole::kLand) continue;
    auto outlines = outlines_of(sheet.base->shapes[i], sheet.projection);
    if (!outlines) return tl::unexpected(outlines.error());
    std::move(outlines->begin(), outlines->end(), std::back_inserter(picture.land));
  }
  if (sheet.backdrop == nullptr) return {};
  auto outlines = outlines_of(*sheet.backdrop, sheet.projection);
  if (!outlines) return tl::unexpected(outlines.error());
  picture.backdrop = std::move(*outlines);
  return {};
}

/// A file that takes bytes as they come and remembers the first refusal.
class ByteFile {
 public:
  explicit ByteFile(const std::filesystem::path& file) : file_(std::fopen(file.c_str(), "we")) {
    if (file_ == nullptr) error_ = errno;
  }
  bool put(std::string_view bytes) {
    if (error_ == 0 && std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) error_ = errno;
    return error_ == 0;
  }
  /// 0, or the value of errno of what went wrong.
  int close() {
    if (file_ != nullptr && std::fclose(file_.release()) != 0 && error_ == 0) error_ = errno;
    return error_;
  }

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::unique_ptr<std::FILE, Close> file_;
  int error_ = 0;
};

}  // namespace

Result<void> export_vector_still(Stage& stage, const ExportOptions& options, model::ViewState view,
                                 Progress& progress) {
  const auto playhead_d = position_in_timeline("--day", *options.day, stage.world().story->axis());
  if (!playhead_d) return tl::unexpected(playhead_d.error());
  view.playhead_d = *playhead_d;
  if (platform::stop_asked()) return fail("stopped before the picture was made");
  const FramePair frames = stage.frames_of(view, options.size, picture_of(options).px_per_pt);
  const scene::SceneInputs inputs = stage.inputs(view);
  const StageSource source(stage, inputs, view);
  vector::Picture picture{*frames.frame, frames.left, inputs.geometry, stage.graticule(), {}, {}, source};
  if (auto added = add_land(stage.sheet(view), picture); !added) return added;
  auto pending = media::PendingFile::create(options.out);
  if (!pending) return tl::unexpected(pending.error());
  ByteFile file(pending->temporary());
  const vector::Sink sink = [&file](std::string_view bytes) { return file.put(bytes); };
  const std::string title =
      fmt::format("{} · {}", inputs.exhibit.title.in(view.language), inputs.language.long_day(*options.day));
  auto canvas = media::ending_of(options.out) == ".svg"
                    ? vector::make_svg_canvas(options.size, title, view.language, stage.fonts().own_family(), sink)
                    : vector::make_pdf_canvas(options.size, title, stage.fonts(), sink);
  auto drawn = vector::draw(picture, stage.fonts(), *canvas);
  canvas.reset();
  if (const int error = file.close(); error != 0) return tl::unexpected(media::write_error(options.out, error));
  if (!drawn) return drawn;
  if (auto made = pending->commit(); !made) return made;
  progress.made(options.out);
  return {};
}

}  // namespace spreadmap::app
