#include "media/band_deflater.h"

#include <algorithm>

#include "base/assert.h"

namespace spreadmap::media {
namespace {

constexpr std::size_t kWriterSlack_bytes = 8;  // that BitWriter writes and reads beyond its end
/// Where the look's code leaves more than one part in so many, as of photographs, a code of the band's own is tried. It would be
/// tried in every frame in which the band changes: at 5 the film took longer, for 0.2 % (with density 1.5 %) fewer bytes.
constexpr std::size_t kDense = 3;

Segment segment_of(const BandRows& rows, std::size_t row, std::size_t first_px, std::size_t count_px) {
  const bool is_first = first_px == 0;  // the filter byte belongs to it
  const std::size_t begin = row * rows.stride + (is_first ? 0 : 1 + first_px * rows.pixel);
  return {.begin = rows.bytes + begin,
          .size = count_px * rows.pixel + (is_first ? 1 : 0),
          .pixel = rows.pixel,
          .stride = row != 0 && rows.stride <= kFurthestMatch ? rows.stride : 0,
          .is_first = is_first};
}

/// Calls visit(segment) row after row.
template <class Visit>
void for_each_segment(const BandRows& rows, Visit visit) {
  const Segments segments(rows.pixel);
  const std::size_t width_px = (rows.stride - 1) / rows.pixel;
  for (std::size_t row = 0; row < rows.count; ++row) {
    for (std::size_t px = 0; px < width_px; px += segments.px)
      visit(segment_of(rows, row, px, std::min(segments.px, width_px - px)));
  }
}

/// By the first pixel's first sample, which in most pictures is the ground's.
Ground ground_of(const BandRows& rows) { return (rows.bytes[1] & 0x80U) != 0 ? Ground::kLight : Ground::kDark; }

/// Room for all of it in the longest codes.
std::size_t most_bytes(const BandRows& rows) {
  return rows.count * rows.stride * BlockCode::kMostBits / kShortestMatch / 8 + BlockCode::kRoomForEnds_bytes;
}

}  // namespace

void BandDeflater::compress(const BandRows& rows, std::span<const std::uint8_t> changed, DeflatedBand& band) {
  SM_ASSERT(rows.count > 0 && rows.pixel > 0 && rows.stride > rows.pixel && rows.stride % rows.pixel == 1 % rows.pixel,
            "{} rows of {} bytes, pixels of {}", rows.count, rows.stride, rows.pixel);
  const Ground ground = ground_of(rows);
  const bool all = band.ends_.size() != changed.size() || band.ground_ != ground;
  band.ground_ = ground;
  scratch_.resize(std::max(scratch_.size(), most_bytes(rows)));
  write_look(rows, look_code_of(rows, ground), changed, all, band);
  band.own_.clear();
  if (band.look_size_ * kDense < rows.count * rows.stride) return;
  write_own(rows, band.own_);
  if (band.own_.size() >= band.look_size_) band.own_.clear();
}

const BandDeflater::LookCode& BandDeflater::look_code_of(const BandRows& rows, Ground ground) {
  if (stride_ != rows.stride || pixel_ != rows.pixel) look_codes_ = {};
  stride_ = rows.stride;
  pixel_ = rows.pixel;
  std::optional<LookCode>& look = look_codes_.at(ground == Ground::kLight ? 1 : 0);
  if (!look) {
    look.emplace(LookCode{look_code(ground, rows.stride, rows.pixel), {}, 0});
    look->begin.resize(BlockCode::kRoomForEnds_bytes);
    BitWriter writer(look->begin.data());
    look->code.put_begin(writer);
    look->begin_bits = writer.bits();
  }
  return *look;
}

void BandDeflater::write_look(const BandRows& rows, const LookCode& look, std::span<const std::uint8_t> changed,
                              bool all, DeflatedBand& band) {
  BitWriter writer(scratch_.data());
  writer.copy(look.begin.data(), 0, look.begin_bits);
  band.ends_.resize(changed.size());
  std::size_t index = 0, kept_begin = look.begin_bits, kept_end = look.begin_bits;
  // Kept segments that follow one another are copied at once; they move by what those before them gained.
  std::size_t kept_ends_at = look.begin_bits;
  const auto copy_kept = [&] {
    writer.copy(band.look_.data(), kept_begin, kept_end);
    kept_begin = kept_end;
  };
  for_each_segment(rows, [&](const Segment& segment) {
    const std::size_t old_end = all ? 0 : band.ends_[index];
    if (all || changed[index] != 0) {
      copy_kept();
      matcher_.match(
          segment, [&](std::uint8_t value) { look.code.put_literal(value, writer); },
          [&](std::size_t length, std::size_t distance) { look.code.put_match(length, distance, writer); });
      kept_begin = kept_end = old_end;
      kept_ends_at = writer.bits();
    } else {
      kept_ends_at += old_end - kept_end;
      kept_end = old_end;
    }
    band.ends_[index++] = static_cast<std::uint32_t>(kept_ends_at);
  });
  SM_ASSERT(index == changed.size(), "{} segments, not {}", index, changed.size());
  copy_kept();
  look.code.put_end(writer);
  band.look_size_ = writer.bits() / 8;
  band.look_.assign(scratch_.data(), scratch_.data() + band.look_size_ + kWriterSlack_bytes);
}

void BandDeflater::write_own(const BandRows& rows, std::vector<std::byte>& out) {
  tokens_.clear();
  SymbolCounts counts;
  counts.literals[kEndOfBlock] = 1;
  for_each_segment(rows, [&](const Segment& segment) {
    matcher_.match(
        segment,
        [&](std::uint8_t value) {
          ++counts.literals[value];
          tokens_.push_back({value, 0});
        },
        [&](std::size_t length, std::size_t distance) {
          ++counts.literals[length_symbol(length).symbol];
          ++counts.distances[distance_symbol(distance).symbol];
          tokens_.push_back({static_cast<std::uint16_t>(length), static_cast<std::uint16_t>(distance)});
        });
  });
  constexpr int kLongestCode = 15;
  const BlockCode code(counts, kLongestCode);
  BitWriter writer(scratch_.data());
  code.put_begin(writer);
  for (const Token& token : tokens_) {
    if (token.distance == 0) {
      code.put_literal(static_cast<std::uint8_t>(token.length_or_literal), writer);
    } else {
      code.put_match(token.length_or_literal, token.distance, writer);
    }
  }
  code.put_end(writer);
  out.assign(scratch_.data(), scratch_.data() + writer.bits() / 8);
}

}  // namespace spreadmap::media
