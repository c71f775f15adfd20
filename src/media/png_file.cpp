#include "media/png_file.h"

#include <algorithm>
#include <optional>

#include "base/assert.h"
#include "media/atomic_file.h"
#include "media/png_chunks.h"
#include "media/png_rows.h"

namespace spreadmap::media {

struct PngFile::Impl {
  std::optional<PendingFile> pending;
  Image picture;  // without pixels
  int rows_added = 0;
  PngRows rows;
  PngBand band;
  std::vector<std::byte> stream, chunk;
  std::uint32_t adler = 1;

  Result<void> write(std::string_view type, std::span<const std::byte> data) {
    chunk.clear();
    append_chunk(chunk, type, data);
    return pending->write(chunk);
  }
};

Result<PngFile> PngFile::create(const std::filesystem::path& target, const Image& picture) {
  auto pending = PendingFile::create(target);
  if (!pending) return tl::unexpected(pending.error());
  auto impl = std::make_unique<Impl>();
  impl->pending.emplace(std::move(*pending));
  impl->picture = {picture.width_px, picture.height_px, {}, picture.depth, picture.has_alpha};
  std::vector<std::byte> header;
  append_png_header(header, impl->picture);
  if (auto written = impl->pending->write(header); !written) return tl::unexpected(written.error());
  append(impl->stream, kZlibHeader);
  return PngFile(std::move(impl));
}

PngFile::PngFile(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
PngFile::PngFile(PngFile&&) noexcept = default;
PngFile& PngFile::operator=(PngFile&&) noexcept = default;
PngFile::~PngFile() = default;

Result<void> PngFile::add(const Image& band) {
  SM_ASSERT(band.width_px == impl_->picture.width_px && band.depth == impl_->picture.depth &&
                band.has_alpha == impl_->picture.has_alpha,
            "{} columns in a picture of {}", band.width_px, impl_->picture.width_px);
  const auto height = static_cast<std::size_t>(band.height_px);
  for (std::size_t first = 0; first < height; first += kPngBandRows) {
    impl_->rows.compress(band, first, std::min(kPngBandRows, height - first), impl_->band);
    append(impl_->stream, impl_->band.deflated.bytes());
    impl_->adler = adler_of_both(impl_->adler, impl_->band.adler, impl_->band.size());
    // A stream may lie in any number of chunks.
    constexpr std::size_t kChunk_bytes = std::size_t{1} << 20U;
    if (impl_->stream.size() < kChunk_bytes) continue;
    if (auto written = impl_->write("IDAT", impl_->stream); !written) return written;
    impl_->stream.clear();
  }
  impl_->rows_added += band.height_px;
  return {};
}

Result<void> PngFile::commit() {
  SM_ASSERT(impl_->rows_added == impl_->picture.height_px, "{} of {} rows", impl_->rows_added,
            impl_->picture.height_px);
  append(impl_->stream, kLastBlock);
  append(impl_->stream, png_bytes(impl_->adler));
  if (auto written = impl_->write("IDAT", impl_->stream); !written) return written;
  if (auto written = impl_->write("IEND", {}); !written) return written;
  return impl_->pending->commit();
}

}  // namespace spreadmap::media
