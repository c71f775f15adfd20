#pragma once
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "media/image.h"

namespace spreadmap::media::testing {

/// A folder of its own, removed at the end.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "spreadmap-media-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  /// The names in it, in order, also those that begin with a point.
  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator(path_))
      found.push_back(entry.path().filename().string());
    std::ranges::sort(found);
    return found;
  }

 private:
  std::filesystem::path path_;
};

inline std::string contents(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

inline Image flat_image(int width_px, int height_px, std::array<std::uint8_t, 3> rgb) {
  Image image{width_px, height_px, {}};
  image.rgba.resize(4 * static_cast<std::size_t>(width_px) * static_cast<std::size_t>(height_px), 255);
  for (std::size_t i = 0; i < image.rgba.size(); ++i) {
    if (i % 4 != 3) image.rgba[i] = rgb[i % 4];
  }
  return image;
}

/// Noise of any kind of pixels, in alpha too.
inline Image noise_of(int width_px, int height_px, Depth depth, bool has_alpha, unsigned seed) {
  Image image{width_px, height_px, {}, depth, has_alpha};
  image.fit();
  std::mt19937 random(seed);
  for (std::uint8_t& byte : image.rgba) byte = static_cast<std::uint8_t>(random() & 0xffU);
  const std::size_t half = image.pixel_bytes() * 3 / 4;
  for (std::size_t i = 0; i < image.rgba.size() && !has_alpha; ++i) {
    if (i % image.pixel_bytes() >= half) image.rgba[i] = 255;
  }
  return image;
}

/// Opaque noise: nothing that a compressor likes.
inline Image noise_image(int width_px, int height_px, unsigned seed) {
  Image image = flat_image(width_px, height_px, {});
  std::mt19937 random(seed);
  for (std::size_t i = 0; i < image.rgba.size(); ++i) {
    if (i % 4 != 3) image.rgba[i] = static_cast<std::uint8_t>(random() & 0xffU);
  }
  return image;
}

/// Like our frames: a flat ground with small discs of few colours, at other places with another seed.
inline Image dotted_image(int width_px, int height_px, unsigned seed) {
  Image image = flat_image(width_px, height_px, {11, 14, 24});
  std::mt19937 random(seed);
  for (int dot = 0; dot < 60; ++dot) {
    const int x = static_cast<int>(random() % static_cast<unsigned>(width_px));
    const int y = static_cast<int>(random() % static_cast<unsigned>(height_px));
    for (int dy = -4; dy <= 4; ++dy) {
      for (int dx = -4; dx <= 4; ++dx) {
        if (dx * dx + dy * dy > 16 || x + dx < 0 || x + dx >= width_px || y + dy < 0 || y + dy >= height_px) continue;
        const auto at = 4 * (static_cast<std::size_t>(y + dy) * static_cast<std::size_t>(width_px) +
                             static_cast<std::size_t>(x + dx));
        image.rgba[at] = 255;
        image.rgba[at + 1] = static_cast<std::uint8_t>(180 - dx);
      }
    }
  }
  return image;
}

/// What a command prints to standard output.
inline std::string output_of(const std::string& command) {
  std::string output;
  std::array<char, 4096> block{};
  FILE* pipe = ::popen(command.c_str(), "r");
  while (const std::size_t count = std::fread(block.data(), 1, block.size(), pipe)) output.append(block.data(), count);
  EXPECT_EQ(::pclose(pipe), 0) << command;
  return output;
}

}  // namespace spreadmap::media::testing
