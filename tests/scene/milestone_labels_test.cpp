#include "scene/milestone_labels.h"

#include <gtest/gtest.h>

#include <random>

namespace spreadmap::scene {
namespace {

struct Span {
  double left_pt, right_pt;
};
Span span_of(const MilestoneLabel& label) { return {label.left_pt, label.left_pt + label.width_pt}; }

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
    const int rows = std::uniform_int_distribution<int>(1, 4)(random);
    place_milestone_labels(labels, 64.0, 1856.0, rows);
    expect_no_collision(labels);
    for (const auto& label : labels) {
      EXPECT_LT(label.row, rows);
      if (label.row < 0) continue;
      EXPECT_GE(label.left_pt, 64.0);
      EXPECT_LE(label.left_pt + label.width_pt, 1856.0);
    }
  }
}

TEST(MilestoneLabels, StayWithinTheStrip) {
  std::vector<MilestoneLabel> labels{{100.0, 90.0, "a"}, {1850.0, 120.0, "b"}};
  place_milestone_labels(labels, 64.0, 1856.0, 3);
  EXPECT_GT(labels[0].left_pt, labels[0].x_pt);
  EXPECT_LT(labels[1].left_pt, labels[1].x_pt);
}

TEST(MilestoneLabels, OneAloneIsAlwaysNamed) {
  std::vector<MilestoneLabel> labels{{900.0, 140.0, "a"}};
  place_milestone_labels(labels, 64.0, 1856.0, 3);
  EXPECT_EQ(labels[0].row, 0);
}

// Taken by time alone, the fifth has no place left here; the sixth, at the edge, has to stand across its own line.
TEST(MilestoneLabels, FindARoomForAllWhereThereIsOne) {
  std::vector<MilestoneLabel> labels{{184.0, 130.0, "Neighbors app"},     {638.0, 182.0, "Ring announces 405"},
                                     {675.0, 100.0, "Open letter"},       {717.0, 157.0, "Senator's findings"},
                                     {804.0, 170.0, "House asks Amazon"}, {930.0, 136.0, "EFF: over 1,400"}};
  place_milestone_labels(labels, 64.0, 1016.0, 4);
  for (const auto& label : labels) EXPECT_GE(label.row, 0) << label.text;
}

}  // namespace
}  // namespace spreadmap::scene
