#pragma once
#include <cstddef>

#include "media/deflate_block.h"

namespace spreadmap::media {

enum class Ground : bool { kDark, kLight };

/// A code that is the same in every frame, so that what is written with it can be used again: for pictures of the look
/// on a dark or a light ground. No code is longer than 12 bits; every byte and length has one, and distances within a segment, and
/// `stride`. `pixel`: the distance of the pixel before, which occurs most.
BlockCode look_code(Ground ground, std::size_t stride, std::size_t pixel);

}  // namespace spreadmap::media
