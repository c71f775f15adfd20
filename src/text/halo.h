#pragma once
#include "text/fonts.h"

namespace spreadmap::text {

/// The coverage of a glyph grown by `width_px` on all sides: what stands behind it so that it reads over a busy ground. Each pixel
/// has the most of what the disc of that radius about it sees, its edge an edge of one pixel. Larger by the width, rounded up, on
/// each side; empty for an empty glyph.
GlyphBitmap haloed(const GlyphBitmap& glyph, float width_px);

}  // namespace spreadmap::text
