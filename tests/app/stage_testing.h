#pragma once
#include <gtest/gtest.h>

#include <memory>

#include "base/hash.h"
#include "offscreen_stage.h"
#include "scene/layout.h"

namespace spreadmap::app {

/// One offscreen stage with the built-in exhibit for all tests of a binary: making it costs more than what they draw.
class StageTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    if (stage_ != nullptr) return;
    auto stage = offscreen_stage();
    ASSERT_TRUE(stage) << stage.error().message;
    stage_ = std::move(*stage);
  }
  static void TearDownTestSuite() { stage_.reset(); }

  static Stage& stage() { return *stage_; }
  static const model::Story& story() { return *stage_->world().story; }
  static double position_d(std::string_view day) { return story().axis().position_d(*time::parse_day(day)); }

  static model::ViewState view_on(std::string_view day) {
    model::ViewState view = stage_->first_view();
    view.playhead_d = position_d(day);
    return view;
  }
  static media::Image picture(const model::ViewState& view, scene::SizePx size) {
    return picture_of(view, {.size = size, .px_per_pt = scene::px_per_pt_of(size, 0.0)});
  }
  static media::Image picture_of(const model::ViewState& view, const PictureSpec& spec) {
    media::Image image;
    stage_->picture(view, spec, image);
    return image;
  }
  static std::uint64_t hash_of(const media::Image& image) {
    Fnv1a hash;
    hash.add(std::as_bytes(std::span(image.rgba)));
    return hash.value();
  }
  static std::uint64_t picture_hash(const model::ViewState& view, scene::SizePx size) {
    return hash_of(picture(view, size));
  }

 private:
  // One for the suite, which GoogleTest can only give to a static.
  // NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables)
  inline static std::unique_ptr<Stage> stage_;
};

}  // namespace spreadmap::app
