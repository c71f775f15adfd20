#pragma once
#include <cstddef>
#include <cstdint>

#include "media/image.h"

namespace spreadmap::media {

/// The planes of a picture as Y'CbCr 4:2:0: rows of `stride` bytes; of the colour planes half as many, half as long.
struct Yuv420Planes {
  struct Plane {
    std::uint8_t* rows = nullptr;
    std::ptrdiff_t stride = 0;
  };
  Plane y, cb, cr;
  Plane alpha;  ///< of the full size, 0 to 255; null: none
};

/// Columns [begin, end), both even.
struct Columns {
  int begin = 0, end = 0;
};

/// Turns these columns of rows [first, first + 2) of an image of 8 bits and an even width into one row of colour and two of lightness: bt709's coefficients (Rec. ITU-R BT.709-6, item 3), limited range;
/// colour sites lie on the left of the even columns and between both rows, as H.264 has them by default. Values depend on the pixels of these
/// rows alone, from the column before the first on.
void convert_row_pair(const Image& image, int first, Columns columns, const Yuv420Planes& planes);

}  // namespace spreadmap::media
