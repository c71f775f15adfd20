// A context that is lost, with every name in it, is there again, and the picture with it: the same pixels at the same place.
#include "app/lost_context.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <string_view>

#include "app/kiosk_mode.h"
#include "gpu/context.h"
#include "model/applied.h"
#include "offscreen_stage.h"
#include "scene/layout.h"

namespace spreadmap::app {
namespace {

constexpr scene::SizePx kLostSize{640, 360};

/// What a mode does about its names: nothing, the stage has them all.
class NoMode : public Mode {
 public:
  void drop_gl() override { ++dropped; }
  void make_gl() override { ++made; }
  void take(const platform::InputEvent& /*event*/) override {}
  void step() override {}
  [[nodiscard]] std::optional<double> timeout_s() const override { return std::nullopt; }
  [[nodiscard]] ModeWish wish() const override { return ModeWish::kStay; }
  int dropped = 0, made = 0;
};

class LostContext : public testing::Test {
 protected:
  void SetUp() override {
    auto made = offscreen_stage();
    ASSERT_TRUE(made) << made.error().message;
    stage_ = std::move(*made);
  }
  Stage& stage() { return *stage_; }
  std::vector<std::uint8_t> drawn(const model::ViewState& view) {
    stage_->draw(view, kLostSize, scene::px_per_pt_of(kLostSize, 0.0));
    std::vector<std::uint8_t> bytes(4 * static_cast<std::size_t>(kLostSize.width_px * kLostSize.height_px));
    stage_->target().read(bytes);
    return bytes;
  }
  Result<void> rebuilt() {
    const std::array<Mode*, 1> modes{&mode_};
    return rebuild_if_lost(*stage_, modes);
  }
  /// With all that takes names: areas, a surface, a wipe, meridians.
  model::ViewState full_view() {
    model::ViewState view = stage_->first_view();
    for (auto& layer : view.layers) layer.visible = true;
    view.playhead_d = 500.0;
    view.graticule = true;
    view.wipe = model::Wipe{};
    EXPECT_TRUE(stage_->prepare(view));
    return view;
  }
  NoMode mode_;

 private:
  std::unique_ptr<Stage> stage_;
};

int losses_wanted(int in_short_form) {
  const char* is_long = std::getenv("SPREADMAP_LONG_TESTS");
  return is_long != nullptr && std::string_view(is_long) == "1" ? 100 : in_short_form;
}

TEST_F(LostContext, NothingHappensWhileItIsThere) {
  EXPECT_FALSE(stage().window().has_lost_context());
  ASSERT_TRUE(rebuilt());
  EXPECT_EQ(mode_.dropped + mode_.made, 0);
}

TEST_F(LostContext, TheSamePictureIsBackAndNoNameLeftOver) {
  const std::array views{stage().first_view(), full_view()};
  for (const model::ViewState& view : views) {
    const auto before = drawn(view);
    const int names = gpu::count_names();
    EXPECT_GT(names, 20);
    for (int loss = 1; loss <= losses_wanted(3); ++loss) {
      stage().window().destroy_context();
      ASSERT_TRUE(stage().window().has_lost_context());
      ASSERT_TRUE(rebuilt());
      EXPECT_EQ(mode_.dropped, mode_.made);
      ASSERT_TRUE(drawn(view) == before) << "after loss " << loss;
      ASSERT_EQ(gpu::count_names(), names) << "after loss " << loss;
    }
  }
}

TEST_F(LostContext, WhatIsDrawnUntilItIsSeenIsLostToo) {
  const model::ViewState view = full_view();
  model::ViewState later = view;
  later.playhead_d += 200.0;
  const auto before = drawn(view);
  stage().window().destroy_context();
  // A driver may reset at any call: what is drawn from then on goes nowhere, a picture of another day and another size too.
  (void)drawn(later);
  stage().draw(later, {320, 200}, 1.0);
  ASSERT_TRUE(rebuilt());
  EXPECT_TRUE(drawn(view) == before);
}

TEST_F(LostContext, AWayFromSheetToSheetGoesOn) {
  model::ViewState view = stage().first_view();
  const std::string to = stage().sheets().crs_of("equal-earth");
  ASSERT_TRUE(stage().sheets().bring(to));
  stage().prepare_glide(view, to);
  view.glide = model::CrsGlide{view.crs, view.camera, 0.0, 0.4};
  view.crs = to;
  view.camera = stage().sheets().at(to).fit();
  const auto before = drawn(view);
  stage().window().destroy_context();
  ASSERT_TRUE(rebuilt());
  EXPECT_TRUE(drawn(view) == before);
}

/// A kiosk goes on with what it tells, and with a visit, where it was.
TEST_F(LostContext, AKioskGoesOnWhereItWas) {
  KioskOptions options;
  options.common.language = "en";
  const auto places = find_places();
  ASSERT_TRUE(places);
  double now_s = 1000.0;
  auto kiosk = KioskMode::create(stage(), options, *places, [&] { return now_s; });
  ASSERT_TRUE(kiosk) << kiosk.error().message;
  const std::array<Mode*, 1> modes{kiosk->get()};
  const auto seen = [&] {
    (*kiosk)->step();
    const gpu::Target& target = stage().target();
    std::vector<std::uint8_t> bytes(4 * static_cast<std::size_t>(target.width_px() * target.height_px()));
    target.read(bytes);
    return bytes;
  };
  for (const double at_s : {12.0, 13.0, 40.0}) {
    now_s = 1000.0 + at_s;
    const auto before = seen();
    const model::ViewState view = (*kiosk)->view();
    stage().window().destroy_context();
    ASSERT_TRUE(rebuild_if_lost(stage(), modes));
    EXPECT_TRUE(seen() == before) << "after " << at_s << " s";
    EXPECT_EQ((*kiosk)->view(), view);
    EXPECT_EQ((*kiosk)->tellings(), 1);
  }
}

}  // namespace
}  // namespace spreadmap::app
