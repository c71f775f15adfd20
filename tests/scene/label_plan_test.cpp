#include "scene/label_plan.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace spreadmap::scene {
namespace {

constexpr double kFit_pt_per_m = 1e-3;
constexpr double kLineHeight_pt = 16.0;

/// The width of a label's text: by its index, so that a plan made twice is made of the same.
double width_of(const LabelCandidate& candidate) { return 30.0 + 13.0 * (candidate.index % 9); }

/// Places, amounts and records strewn about, some on one point.
std::vector<LabelCandidate> strewn(std::mt19937_64& random, std::uint32_t count) {
  std::normal_distribution<double> at(0.0, 3e5);
  std::vector<LabelCandidate> candidates;
  for (std::uint32_t i = 0; i < count; ++i) {
    LabelCandidate candidate{.kind = i % 3 == 0   ? LabelKind::kPlace
                                     : i % 3 == 1 ? LabelKind::kAmount
                                                  : LabelKind::kRecord,
                             .index = i,
                             .at = {at(random), at(random)}};
    if (i % 10 == 9) candidate.at = candidates.back().at;
    candidate.gap_pt = 9.0;
    candidate.circle_pt = candidate.kind == LabelKind::kAmount ? 34.0 : 0.0;
    candidate.is_great = i < 6;
    candidates.push_back(candidate);
  }
  return candidates;
}

LabelPlan plan_of(const std::vector<LabelCandidate>& candidates) {
  std::vector<LabelMark> marks;
  marks.reserve(candidates.size());
  for (const auto& candidate : candidates) marks.push_back({candidate.at});
  return {candidates, {}, marks, 1.0, kFit_pt_per_m, kLineHeight_pt};
}

struct Placed {
  double left, top, right, bottom;
};
Placed placed(const PlannedLabel& label, double pt_per_m) {
  const double x = label.at.x_m * pt_per_m, y = -label.at.y_m * pt_per_m;
  return {x + label.box.left_pt, y + label.box.top_pt, x + label.box.right_pt, y + label.box.bottom_pt};
}
bool overlap(const Placed& a, const Placed& b) {
  constexpr double kRounding = 1e-6;
  return a.left < b.right - kRounding && b.left < a.right - kRounding && a.top < b.bottom - kRounding &&
         b.top < a.bottom - kRounding;
}

TEST(LabelPlan, NoLabelTouchesAnotherAtAnyScale) {
  std::mt19937_64 random(11);
  for (int round = 0; round < 6; ++round) {
    LabelPlan plan = plan_of(strewn(random, 300));
    const auto labels = plan.up_to(4000.0 * kFit_pt_per_m, width_of);
    ASSERT_GT(labels.size(), 100U);
    // Not only where steps begin: a camera rests anywhere.
    for (double zoom = 0.5; zoom < 4000.0; zoom *= 1.31) {
      std::vector<Placed> there;
      for (const PlannedLabel& label : labels) {
        if (zoom * kFit_pt_per_m >= label.from_pt_per_m) there.push_back(placed(label, zoom * kFit_pt_per_m));
      }
      for (std::size_t i = 0; i < there.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) ASSERT_FALSE(overlap(there[i], there[j])) << zoom << " " << i << " " << j;
      }
    }
  }
}

TEST(LabelPlan, WhatANearerViewAddsMovesNothing) {
  std::mt19937_64 random(5);
  const auto candidates = strewn(random, 400);
  LabelPlan far_first = plan_of(candidates), near_at_once = plan_of(candidates);
  const auto at_fit = far_first.up_to(kFit_pt_per_m, width_of);
  far_first.up_to(5.0 * kFit_pt_per_m, width_of);
  const auto& far = far_first.up_to(200.0 * kFit_pt_per_m, width_of);
  const auto& near = near_at_once.up_to(200.0 * kFit_pt_per_m, width_of);
  ASSERT_EQ(far.size(), near.size());
  ASSERT_GT(far.size(), at_fit.size());
  for (std::size_t i = 0; i < far.size(); ++i) {
    EXPECT_EQ(far[i].index, near[i].index);
    EXPECT_EQ(far[i].box.left_pt, near[i].box.left_pt);
    EXPECT_EQ(far[i].from_pt_per_m, near[i].from_pt_per_m);
    if (i < at_fit.size()) {
      EXPECT_EQ(far[i].box.top_pt, at_fit[i].box.top_pt);
    }
  }
}

TEST(LabelPlan, TheGreatestIsNamedInTheThickOfMarks) {
  std::mt19937_64 random(3);
  std::normal_distribution<double> near(0.0, 3e4);
  LabelCandidate city{.kind = LabelKind::kPlace, .index = 0, .at = {}, .gap_pt = 9.0, .is_great = true};
  std::vector<LabelMark> marks;
  marks.reserve(60);
  for (int i = 0; i < 60; ++i) marks.push_back({{near(random), near(random)}});
  LabelPlan plan({city}, {}, marks, 1.0, kFit_pt_per_m, kLineHeight_pt);
  EXPECT_EQ(plan.up_to(kFit_pt_per_m, width_of).size(), 1U);
}

TEST(LabelPlan, ARegionIsNamedWhereItIsWideEnough) {
  LabelCandidate region{.kind = LabelKind::kRegion, .index = 4};
  region.rooms = {{{0.0, 0.0}, 5e4}, {{0.0, 9e4}, 4e4}};
  LabelPlan plan({region}, {}, {}, 1.0, kFit_pt_per_m, kLineHeight_pt);
  // 50 points wide at zoom 1, where the name takes 82.
  EXPECT_TRUE(plan.up_to(kFit_pt_per_m, width_of).empty());
  const auto& labels = plan.up_to(4.0 * kFit_pt_per_m, width_of);
  ASSERT_EQ(labels.size(), 1U);
  EXPECT_GT(5e4 * labels[0].from_pt_per_m, labels[0].box.width_pt());
}

TEST(LabelBox, StayApartIsWhatAllScalesSay) {
  std::mt19937_64 random(17);
  std::uniform_real_distribution<double> at(-3e4, 3e4), side(-90.0, 90.0), size(4.0, 90.0);
  int apart = 0;
  for (int round = 0; round < 3000; ++round) {
    const auto box = [&] {
      const double left = side(random), top = side(random);
      return LabelBox{left, top, left + size(random), top + size(random)};
    };
    const geo::MapPoint a{at(random), at(random)}, b{at(random), at(random)};
    const LabelBox box_a = box(), box_b = box();
    bool touches = false;
    for (double scale = kFit_pt_per_m; scale < 1e3 * kFit_pt_per_m; scale *= 1.003) {
      PlannedLabel of_a, of_b;
      of_a.at = a, of_a.box = box_a;
      of_b.at = b, of_b.box = box_b;
      touches = touches || overlap(placed(of_a, scale), placed(of_b, scale));
    }
    const bool stays = stay_apart(a, box_a, b, box_b, kFit_pt_per_m);
    apart += stays ? 1 : 0;
    ASSERT_FALSE(stays && touches);
    // A touch shorter than the steps tried here is not seen by them; grown by a little they see it.
    if (!stays && !touches) {
      EXPECT_TRUE(!stay_apart(a, box_a.grown(1.0, 1.0), b, box_b, kFit_pt_per_m));
    }
  }
  EXPECT_GT(apart, 300);
  EXPECT_LT(apart, 2700);
}

/// How far a circle's middle lies from a label's box.
double distance_pt(const PlannedLabel& label, geo::MapPoint centre, double pt_per_m) {
  const Placed box = placed(label, pt_per_m);
  const double x = centre.x_m * pt_per_m, y = -centre.y_m * pt_per_m;
  return std::hypot(x - std::clamp(x, box.left, box.right), y - std::clamp(y, box.top, box.bottom));
}

TEST(LabelBox, StaysOutsideIsWhatAllScalesSay) {
  std::mt19937_64 random(18);
  std::uniform_real_distribution<double> at(-3e4, 3e4), side(-90.0, 90.0), size(4.0, 90.0);
  int outside = 0;
  for (int round = 0; round < 2000; ++round) {
    PlannedLabel label;
    label.at = {at(random), at(random)};
    const double left = side(random), top = side(random), radius_pt = size(random);
    label.box = {left, top, left + size(random), top + size(random)};
    const geo::MapPoint centre{at(random), at(random)};
    bool touches = false;
    for (double scale = kFit_pt_per_m; scale < 250.0 * kFit_pt_per_m; scale *= 1.003)
      touches = touches || distance_pt(label, centre, scale) < radius_pt - 1e-6;
    const bool stays = stays_outside(label.at, label.box, centre, radius_pt, kFit_pt_per_m);
    outside += stays ? 1 : 0;
    ASSERT_FALSE(stays && touches);
    if (!stays && !touches) {
      EXPECT_FALSE(stays_outside(label.at, label.box, centre, radius_pt + 1.0, kFit_pt_per_m));
    }
  }
  EXPECT_GT(outside, 300);
  EXPECT_LT(outside, 1700);
}

TEST(LabelPlan, NoRimRunsThroughAnAmountAtAnyScale) {
  std::mt19937_64 random(19);
  const std::vector<LabelCandidate> candidates = strewn(random, 240);
  std::vector<FixedCircle> circles;
  for (const LabelCandidate& candidate : candidates) {
    if (candidate.kind == LabelKind::kAmount) circles.push_back({candidate.at, candidate.circle_pt});
  }
  LabelPlan plan(candidates, circles, {}, 1.0, kFit_pt_per_m, kLineHeight_pt);
  int amounts = 0;
  for (double scale = kFit_pt_per_m; scale < 100.0 * kFit_pt_per_m; scale *= 1.3) {
    for (const PlannedLabel& label : plan.up_to(scale, width_of)) {
      if (label.kind != LabelKind::kAmount || label.from_pt_per_m > scale) continue;
      ++amounts;
      for (const FixedCircle& circle : circles) {
        const bool is_own = circle.centre.x_m == label.at.x_m && circle.centre.y_m == label.at.y_m;
        ASSERT_TRUE(is_own || distance_pt(label, circle.centre, scale) >= circle.radius_pt);
      }
    }
  }
  EXPECT_GT(amounts, 200);
}

}  // namespace
}  // namespace spreadmap::scene
