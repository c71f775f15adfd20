#pragma once
#include <array>
#include <cstdint>
#include <deque>
#include <span>
#include <vector>

namespace spreadmap::app {

/// More flashes within a second than people with photosensitive epilepsy can bear.
struct FlashFault {
  int frame = 0;    ///< the one with which it is too much
  int flashes = 0;  ///< within the second that ends there
  bool is_red = false;
  bool operator==(const FlashFault&) const = default;
};

/// Looks for flashes in the frames of a film, given one after the other, by WCAG 2.1, 2.3.1: a flash is a pair of opposing changes of the
/// relative luminance by a tenth of the largest or more, where the darker is below 0.80; or of the red (R - G - B) * 320 by more than 20, to or
/// from a saturated red, R / (R + G + B) of 0.8 or more. More than three in any second are too much where they cover more than a quarter of
/// any 10 degrees of sight: of any 341 x 256 pixels of 1024 x 768, so of a third of the picture each way.
/// Each pixel's flashes are counted by themselves, so what twinkles here and there in one block counts as if it flashed as one: it warns early.
class FlashAnalysis {
 public:
  static constexpr int kMostFlashes = 3;

  /// Frames of `width_px` x `height_px` RGBA, sRGB, straight from a target; so many frames a second.
  FlashAnalysis(int width_px, int height_px, double frames_per_s);

  /// The next frame.
  void add(std::span<const std::uint8_t> rgba);
  /// The next frame is as the last one.
  void add_same();

  /// One for each stretch of too many flashes: where it begins, and the most that there were in it.
  [[nodiscard]] const std::vector<FlashFault>& faults() const { return faults_; }
  [[nodiscard]] int frame_count() const { return frame_; }

 private:
  /// What is looked at in a pixel: its luminance, or its red.
  struct Signal {
    float from = 0.0F;         ///< the last extreme
    std::int8_t towards = 0;   ///< where it went last: 1 up, -1 down, 0 nowhere yet
    bool was_special = false;  ///< red: whether the extreme was saturated
  };
  struct Kind {
    std::vector<Signal> signals;                      ///< by pixel
    std::vector<std::uint8_t> changes;                ///< by pixel: within the last second
    std::deque<std::vector<std::uint32_t>> by_frame;  ///< which pixels changed, of the frames of the last second
    int open_fault = -1;                              ///< index of the fault that goes on; -1: none
  };
  void begin_frame(Kind& kind) const;
  void change(Kind& kind, std::size_t pixel, float value, float step, bool is_special, bool needs_special);
  void finish_frame(Kind& kind, bool is_red);
  /// The most flashes that a quarter of some block has.
  [[nodiscard]] int flashes_of(const Kind& kind) const;
  [[nodiscard]] bool fills_a_block(const Kind& kind, int least_changes) const;

  int width_px_, height_px_;
  std::size_t window_frames_;
  int frame_ = 0;
  Kind luminance_, red_;
  std::vector<FlashFault> faults_;
};

}  // namespace spreadmap::app
