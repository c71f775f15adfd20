#include "render/frame_renderer.h"

#include "base/assert.h"
#include "base/hash.h"

namespace spreadmap::render {
namespace {

std::uint64_t base_key_of(const scene::Frame& frame) {
  Fnv1a hash;
  hash.add_value(frame.size);
  hash.add_value(frame.map_rect);
  hash.add_value(frame.map.anchor_m);
  hash.add_value(frame.map.anchor_px);
  hash.add_value(frame.map.px_per_m);
  hash.add_value(frame.base.ground);
  hash.add_value(frame.base.land);
  for (const auto& line : frame.base.lines) hash.add_value(line);
  return hash.value();
}

std::uint64_t settled_key_of(const scene::Frame& frame, std::uint64_t base_key) {
  Fnv1a hash;
  hash.add_value(base_key);
  hash.add_value(frame.selection_key);
  for (const auto& shape : frame.under_marks) hash.add_value(shape);
  for (const auto& marks : frame.marks) {
    hash.add_value(marks.layer);
    hash.add_value(marks.ended);
    hash.add_value(marks.radius_px);
    hash.add_value(marks.rim_px);
    hash.add_value(marks.colour);
    hash.add_value(marks.rim);
  }
  return hash.value();
}

/// Whether rows may be added on top of what is there: only the last layer may have grown, or marks would lie in another order than
/// when they are drawn afresh.
bool can_grow(const std::vector<std::uint32_t>& from, const std::vector<scene::MarkDraw>& to) {
  if (from.size() != to.size()) return false;
  for (std::size_t i = 0; i < to.size(); ++i) {
    const bool is_last = i + 1 == to.size();
    if (is_last ? to[i].settled < from[i] : to[i].settled != from[i]) return false;
  }
  return true;
}

}  // namespace

FrameRenderer::FrameRenderer(BaseMapPass base, MarksPass marks, ShapesPass shapes, TextPass text)
    : base_(std::move(base)), marks_(std::move(marks)), shapes_(std::move(shapes)), text_(std::move(text)) {}

Result<FrameRenderer> FrameRenderer::create(const gpu::ShaderLibrary& shaders) {
  auto base = BaseMapPass::create(shaders);
  if (!base) return tl::unexpected(base.error());
  auto marks = MarksPass::create(shaders);
  if (!marks) return tl::unexpected(marks.error());
  auto shapes = ShapesPass::create(shaders);
  if (!shapes) return tl::unexpected(shapes.error());
  auto text = TextPass::create(shaders);
  if (!text) return tl::unexpected(text.error());
  return FrameRenderer(std::move(*base), std::move(*marks), std::move(*shapes), std::move(*text));
}

void FrameRenderer::upload_geometry(const scene::MapGeometry& geometry) {
  base_.upload(geometry);
  marks_.set_origin(geometry.origin);
  base_key_.reset();
  settled_key_.reset();
}

void FrameRenderer::upload_marks(const std::vector<std::vector<MarkVertex>>& marks) {
  marks_.upload(marks);
  settled_key_.reset();
}

void FrameRenderer::draw(const gpu::Target& target, const scene::Frame& frame, const text::FontSet& fonts) {
  SM_ASSERT(target.width_px() == frame.size.width_px && target.height_px() == frame.size.height_px, "{}x{} into {}x{}",
            frame.size.width_px, frame.size.height_px, target.width_px(), target.height_px());
  shapes_.upload(frame);
  text_.upload(frame, fonts);

  bring_base_up_to_date(frame);
  bring_settled_up_to_date(frame);
  settled_target_.copy_to(target);
  for (const auto& marks : frame.marks) {
    marks_.draw_rings(target, frame, marks);
    marks_.draw_points(target, frame, marks, marks.settled, marks.count);
  }
  shapes_.draw_over_marks(target, frame);
  text_.draw_labels(target, frame);
  shapes_.draw_furniture(target, frame);
  text_.draw_furniture(target, frame);
}

void FrameRenderer::bring_base_up_to_date(const scene::Frame& frame) {
  const std::uint64_t key = base_key_of(frame);
  if (caches_ && base_key_ == key) return;
  if (base_target_.width_px() != frame.size.width_px || base_target_.height_px() != frame.size.height_px) {
    base_target_ = gpu::Target("base map", frame.size.width_px, frame.size.height_px);
    settled_target_ = gpu::Target("settled marks", frame.size.width_px, frame.size.height_px);
  }
  base_.draw(base_target_, frame);
  base_key_ = key;
  settled_key_.reset();
}

void FrameRenderer::bring_settled_up_to_date(const scene::Frame& frame) {
  const std::uint64_t key = settled_key_of(frame, *base_key_);
  const bool grows = caches_ && settled_key_ == key && can_grow(settled_counts_, frame.marks);
  if (!grows) {
    base_target_.copy_to(settled_target_);
    shapes_.draw_under_marks(settled_target_, frame);
    settled_counts_.assign(frame.marks.size(), 0);
  }
  for (std::size_t i = 0; i < frame.marks.size(); ++i) {
    marks_.draw_points(settled_target_, frame, frame.marks[i], settled_counts_[i], frame.marks[i].settled);
    settled_counts_[i] = frame.marks[i].settled;
  }
  settled_key_ = key;
}

}  // namespace spreadmap::render
