#include "vector/text_clusters.h"

#include <algorithm>

#include "text/code_points.h"
#include "vector/utf8.h"

namespace spreadmap::vector {
namespace {

/// A cluster by the letters [begin, end) that it stands for.
struct Letters {
  std::uint32_t glyph_begin = 0, glyph_end = 0, begin = 0, end = 0;
  std::uint16_t font = 0;
};

/// In visual order.
std::vector<Letters> letters_of(std::span<const text::PlacedGlyph> glyphs, std::uint32_t letter_count) {
  std::vector<Letters> clusters;
  for (std::uint32_t i = 0; i < glyphs.size(); ++i) {
    if (clusters.empty() || glyphs[i].letter != clusters.back().begin || glyphs[i].font != clusters.back().font) {
      clusters.push_back({i, i, glyphs[i].letter, 0, glyphs[i].font});
    }
    clusters.back().glyph_end = i + 1;
  }
  // Each ends where the next one begins as it is read.
  std::vector<Letters*> read;
  for (Letters& cluster : clusters) read.push_back(&cluster);
  std::stable_sort(read.begin(), read.end(), [](const Letters* a, const Letters* b) { return a->begin < b->begin; });
  for (std::size_t i = 0; i < read.size(); ++i) read[i]->end = i + 1 < read.size() ? read[i + 1]->begin : letter_count;
  if (!read.empty()) read.front()->begin = 0;
  return clusters;
}

}  // namespace

std::vector<TextStretch> stretches_of(std::string_view utf8, std::span<const text::PlacedGlyph> glyphs) {
  const std::vector<std::uint32_t> code_points = text::code_points_of(utf8);
  const auto clusters = letters_of(glyphs, static_cast<std::uint32_t>(code_points.size()));
  std::vector<TextStretch> stretches;
  for (std::size_t i = 0; i < clusters.size(); ++i) {
    const Letters& cluster = clusters[i];
    bool goes_on = i > 0 && cluster.font == clusters[i - 1].font;
    if (goes_on) {
      const Letters& before = clusters[i - 1];
      TextStretch& stretch = stretches.back();
      const bool runs_right = cluster.begin == before.end, runs_left = cluster.end == before.begin;
      goes_on = stretch.clusters.size() == 1 ? runs_right || runs_left : stretch.runs_left ? runs_left : runs_right;
      if (goes_on && stretch.clusters.size() == 1) stretch.runs_left = !runs_right;
    }
    if (!goes_on) stretches.push_back({cluster.font, false, {}});
    TextCluster& put = stretches.back().clusters.emplace_back(TextCluster{cluster.glyph_begin, cluster.glyph_end, {}});
    for (std::uint32_t letter = cluster.begin; letter < cluster.end; ++letter)
      append_utf8(put.utf8, code_points[letter]);
  }
  return stretches;
}

}  // namespace spreadmap::vector
