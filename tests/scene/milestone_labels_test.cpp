#include "scene/milestone_labels.h"

#include <gtest/gtest.h>

#include <random>

namespace spreadmap::scene {
namespace {

struct Span {
  double left_pt, right_pt;
};
Span span_of(const MilestoneLabel& label) {
  return label.to_the_right ? Span{label.x_pt + 7.0, label.x_pt + 7.0 + label.width_pt}
                            : Span{label.x_pt - 7.0 - label.width_pt, label.x_pt - 7.0};
}

void expect_no_collision(const std::vector<MilestoneLabel>& labels) {
  for (const auto& a : labels) {
    for (const auto& b : labels) {
      if (&a == &b || a.row < 0 || b.row < 0) continue;
      const Span of_a = span_of(a), of_b = span_of(b);
      if (a.row == b.row) {
        EXPECT_FALSE(of_a.left_pt < of_b.right_pt && of_b.left_pt < of_a.right_pt) << a.x_pt << " " << b.x_pt;
      }
      // b's line runs down from its row: it may not cross a label at or below it.
      if (b.row >= a.row) {
        EXPECT_FALSE(b.x_pt > of_a.left_pt && b.x_pt < of_a.right_pt);
      }
    }
  }
}

TEST(MilestoneLabels, NeverCoverOneAnotherNorAnothersLine) {
  std::mt19937_64 random(7);
  for (int round = 0; round < 500; ++round) {
    std::vector<MilestoneLabel> labels(std::uniform_int_distribution<std::size_t>(1, 14)(random));
    for (auto& label : labels) {
      label.x_pt = std::uniform_real_distribution<double>(100.0, 1800.0)(random);
      label.width_pt = std::uniform_real_distribution<double>(20.0, 220.0)(random);
    }
    place_milestone_labels(labels, 64.0, 1856.0);
    expect_no_collision(labels);
  }
}

TEST(MilestoneLabels, StayWithinTheStrip) {
  std::vector<MilestoneLabel> labels{{100.0, 90.0, "a"}, {1850.0, 120.0, "b"}};
  place_milestone_labels(labels, 64.0, 1856.0);
  EXPECT_TRUE(labels[0].to_the_right);
  EXPECT_FALSE(labels[1].to_the_right);
}

TEST(MilestoneLabels, OneAloneIsAlwaysNamed) {
  std::vector<MilestoneLabel> labels{{900.0, 140.0, "a"}};
  place_milestone_labels(labels, 64.0, 1856.0);
  EXPECT_EQ(labels[0].row, 0);
}

}  // namespace
}  // namespace spreadmap::scene
