#pragma once
#include <cstddef>
#include <optional>
#include <string>

#include "exhibit/exhibit.h"
#include "language/language.h"
#include "scene/frame.h"
#include "style/theme.h"
#include "text/fonts.h"

namespace spreadmap::scene {

/// What a speaker is told while a talk is given.
struct SpeakerFacts {
  std::size_t cue = 0;     ///< of the exhibit's
  std::string clock;       ///< the time of day, as it is said
  double elapsed_s = 0.0;  ///< since the talk began
  std::string typed;       ///< figures of a cue's number that Enter goes to; empty: none
  bool is_wall_covered = false;
};

/// The speaker's window: a picture of type, and the places of two pictures of the wall.
struct SpeakerFrame {
  Frame frame;                    ///< furniture alone
  PixelRect now;                  ///< what the wall shows
  std::optional<PixelRect> next;  ///< what it shows at the end of the next cue; nullopt: this is the last
};

/// Notes are what the room goes to: their type shrinks, and then the pictures do, before any of them is lost. `wall`: the size of the wall's
/// picture, whose form both places have.
void build_speaker_frame(const exhibit::Exhibit& exhibit, const style::Theme& theme, const text::FontSet& fonts,
                         const language::Language& language, const SpeakerFacts& facts, SizePx wall, SizePx size,
                         SpeakerFrame& out);

/// Layout points of a speaker's window: as large as its sides allow.
double speaker_px_per_pt(SizePx size);

/// `7:05`, and `1:07:05` from an hour on.
std::string elapsed_text(double seconds);

}  // namespace spreadmap::scene
