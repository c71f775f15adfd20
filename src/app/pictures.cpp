#include "app/pictures.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <optional>

#include "render/transforms.h"
#include "scene/enlarged.h"

namespace spreadmap::app {
namespace {

/// Of what is drawn at once, in one target; there are up to five.
constexpr std::size_t kMostWhole_bytes = std::size_t{160} << 20U;
constexpr int kTile_px = 4096;
/// Of the rows that are in memory.
constexpr std::size_t kMostBand_bytes = std::size_t{128} << 20U;
constexpr int kBandStep_px = 16;  // as PNG compresses them
static_assert(render::kTile_px == media::kImageTile_px);

void fit(gpu::Target& target, const char* label, scene::SizePx size, gpu::PixelKind kind) {
  if (target.width_px() != size.width_px || target.height_px() != size.height_px || target.kind() != kind)
    target = gpu::Target(label, size.width_px, size.height_px, kind);
}

render::Pass pass_of(PicturePart part) {
  switch (part) {
    case PicturePart::kBase:
      return render::Pass::kBase;
    case PicturePart::kMarks:
      return render::Pass::kMarks;
    case PicturePart::kFurniture:
      return render::Pass::kFurniture;
    case PicturePart::kWhole:
    case PicturePart::kMatte:
      break;
  }
  return render::Pass::kWhole;
}

/// Bytes of a pixel of the targets that are drawn into.
std::size_t drawn_pixel_bytes(const PictureSpec& spec) {
  return spec.is_opaque() && spec.depth == media::Depth::k8 && spec.part != PicturePart::kMatte ? 4 : 8;
}

/// The size of tiles, in the picture's pixels.
scene::SizePx tile_of(const PictureSpec& spec) {
  const auto times = static_cast<std::size_t>(spec.supersample);
  const std::size_t width = times * static_cast<std::size_t>(spec.size.width_px);
  const std::size_t height = times * static_cast<std::size_t>(spec.size.height_px);
  const auto largest = static_cast<std::size_t>(spec.largest_tile_px);
  if (width <= largest && height <= largest && width * height * drawn_pixel_bytes(spec) <= kMostWhole_bytes)
    return spec.size;
  const int side_px = std::max(std::min(kTile_px, spec.largest_tile_px) / spec.supersample, 1);
  return {std::min(side_px, spec.size.width_px), std::min(side_px, spec.size.height_px)};
}

/// The same with the ground left out, or as many times as large as it is drawn.
std::optional<scene::Frame> prepared(const scene::Frame* frame, const PictureSpec& spec) {
  if (frame == nullptr || (spec.supersample == 1 && !spec.has_alpha)) return std::nullopt;
  scene::Frame made = scene::enlarged(*frame, spec.supersample);
  if (spec.has_alpha) made.base.ground.a = 0;
  return made;
}

/// Two numbers of 32 bits a pixel to four words, in place: that of the layer, the row's high half and its low half, and one that says nothing.
void put_into_words(std::span<std::uint8_t> pixels, int columns, int rows, std::size_t row_bytes) {
  for (std::size_t row = 0; row < static_cast<std::size_t>(rows); ++row) {
    for (std::size_t column = 0; column < static_cast<std::size_t>(columns); ++column) {
      std::uint8_t* const pixel = pixels.data() + row * row_bytes + 8 * column;
      std::array<std::uint32_t, 2> numbers{};
      std::memcpy(numbers.data(), pixel, sizeof numbers);
      const auto word = [](std::uint32_t number) { return static_cast<std::uint16_t>(number & 0xffffU); };
      const std::array<std::uint16_t, 4> words{word(numbers[0]), word(numbers[1] >> 16U), word(numbers[1]), 0xffffU};
      std::memcpy(pixel, words.data(), sizeof words);
    }
  }
}

}  // namespace

std::size_t pixels_at_once(const PictureSpec& spec) {
  const scene::SizePx tile = tile_of(spec);
  const auto drawn = static_cast<std::size_t>(tile.width_px * spec.supersample) *
                     static_cast<std::size_t>(tile.height_px * spec.supersample);
  return drawn * (drawn_pixel_bytes(spec) / 4);
}

PictureSpec in_bands(PictureSpec spec) {
  spec.largest_tile_px = std::min(spec.largest_tile_px, kTile_px);
  return spec;
}

class Pictures::Drawing {
 public:
  Drawing(Pictures& pictures, render::FrameRenderer& renderer, const text::FontSet& fonts, const FramePair& frames,
          const PictureSpec& spec)
      : pictures_(pictures),
        renderer_(renderer),
        fonts_(fonts),
        spec_(spec),
        prepared_(prepared(frames.frame, spec)),
        prepared_left_(prepared(frames.left, spec)),
        frame_(prepared_ ? *prepared_ : *frames.frame),
        left_(prepared_left_ ? &*prepared_left_ : frames.left) {}

  /// Rows [first, first + its height) into an image.
  void draw_rows(int first, media::Image& image) {
    image.fit();
    const scene::SizePx tile = tile_of(spec_);
    if (is_direct() && tile == spec_.size && image.height_px == spec_.size.height_px) return draw_whole(image);
    pictures_.stamps_.clear();
    image.tile_stamps.clear();
    for (int y_px = 0; y_px < image.height_px; y_px += tile.height_px) {
      for (int x_px = 0; x_px < image.width_px; x_px += tile.width_px) {
        const int width_px = std::min(tile.width_px, image.width_px - x_px);
        const int height_px = std::min(tile.height_px, image.height_px - y_px);
        const gpu::PixelBox tile_px{x_px, first + y_px, width_px, height_px};
        const gpu::Target& drawn = spec_.part == PicturePart::kMatte ? draw_numbers(tile_px) : draw_tile(tile_px);
        const std::size_t begin =
            static_cast<std::size_t>(y_px) * image.row_bytes() + static_cast<std::size_t>(x_px) * image.pixel_bytes();
        const std::span<std::uint8_t> pixels = std::span(image.rgba).subspan(begin);
        drawn.read(pixels, width_px, height_px, image.row_bytes());
        if (spec_.part == PicturePart::kMatte) put_into_words(pixels, width_px, height_px, image.row_bytes());
      }
    }
  }

 private:
  /// Drawn bytes are those of a file where there is nothing to be averaged, divided or told finer.
  [[nodiscard]] bool is_direct() const {
    return spec_.part != PicturePart::kMatte && spec_.is_opaque() && spec_.depth == media::Depth::k8 &&
           spec_.supersample == 1;
  }

  /// Reads only those tiles that the image does not hold from before.
  void draw_whole(media::Image& image) {
    const gpu::Target& drawn = draw_tile({0, 0, image.width_px, image.height_px});
    const auto& stamps = pictures_.stamps_;
    render::TileSet unread(spec_.size);
    for (std::size_t tile = 0; tile < stamps.size(); ++tile) {
      if (image.tile_stamps.size() != stamps.size() || !media::is_same_tile(image.tile_stamps, stamps, tile))
        unread.add(tile);
    }
    for (const gpu::PixelBox& part : unread.boxes()) drawn.read(image.rgba, part);
    image.tile_stamps = stamps;
  }

  const gpu::Target& draw_numbers(const gpu::PixelBox& tile) {
    gpu::Target& numbers = pictures_.numbers_;
    fit(numbers, "numbers of records", {tile.width_px, tile.height_px}, gpu::PixelKind::kNumbers);
    numbers.put_at(tile.x_px, tile.y_px);
    renderer_.draw_numbers(numbers, frame_, left_);
    return numbers;
  }

  const gpu::Target& draw_tile(const gpu::PixelBox& tile) {
    const int times = spec_.supersample;
    const bool is_bytes = spec_.is_opaque() && spec_.depth == media::Depth::k8;
    gpu::Target& drawn = pictures_.drawn_;
    fit(drawn, "picture", {tile.width_px * times, tile.height_px * times},
        is_bytes ? gpu::PixelKind::kSrgb8 : gpu::PixelKind::kHalf);
    drawn.put_at(tile.x_px * times, tile.y_px * times);
    stamp(renderer_.draw(drawn, frame_, fonts_, left_, pass_of(spec_.part)));
    if (is_direct()) return drawn;
    fit(pictures_.file_, "picture as a file has it", {tile.width_px, tile.height_px},
        spec_.depth == media::Depth::k8 ? gpu::PixelKind::kBytes : gpu::PixelKind::kWords);
    pictures_.resolve_.draw(pictures_.file_, drawn, times, spec_.is_opaque());
    return pictures_.file_;
  }

  /// Each drawing has a number of its own, among those of all pictures of the program.
  void stamp(const render::TileSet& drawn) {
    static std::atomic<std::uint64_t> last = 0;
    const std::uint64_t stamp = ++last;
    pictures_.stamps_.resize(drawn.grid().count(), stamp);
    for (std::size_t tile = 0; tile < pictures_.stamps_.size(); ++tile) {
      if (drawn.has(tile)) pictures_.stamps_[tile] = stamp;
    }
  }

  Pictures& pictures_;
  render::FrameRenderer& renderer_;
  const text::FontSet& fonts_;
  const PictureSpec spec_;
  const std::optional<scene::Frame> prepared_, prepared_left_;
  const scene::Frame& frame_;
  const scene::Frame* const left_;
};

Result<Pictures> Pictures::create(const gpu::ShaderLibrary& shaders) {
  auto resolve = render::ResolvePass::create(shaders);
  if (!resolve) return tl::unexpected(resolve.error());
  return Pictures(std::move(*resolve));
}

void Pictures::draw(render::FrameRenderer& renderer, const text::FontSet& fonts, const FramePair& frames,
                    const PictureSpec& spec, media::Image& image) {
  media::Image made = spec.image_of(spec.size.height_px);
  made.rgba = std::move(image.rgba);
  if (made.is_like(image)) made.tile_stamps = std::move(image.tile_stamps);
  image = std::move(made);
  Drawing(*this, renderer, fonts, frames, spec).draw_rows(0, image);
}

Result<void> Pictures::draw_bands(render::FrameRenderer& renderer, const text::FontSet& fonts, const FramePair& frames,
                                  const PictureSpec& whole, const OnBand& on_band) {
  const PictureSpec spec = in_bands(whole);
  Drawing drawing(*this, renderer, fonts, frames, spec);
  media::Image band = spec.image_of(1);
  const int most = static_cast<int>(kMostBand_bytes / band.row_bytes());
  const int step = std::max(std::min(most, tile_of(spec).height_px) / kBandStep_px, 1) * kBandStep_px;
  const int rows = most >= spec.size.height_px && tile_of(spec) == spec.size ? spec.size.height_px : step;
  for (int first = 0; first < spec.size.height_px; first += rows) {
    band.height_px = std::min(rows, spec.size.height_px - first);
    drawing.draw_rows(first, band);
    if (auto taken = on_band(band); !taken) return taken;
  }
  return {};
}

}  // namespace spreadmap::app
