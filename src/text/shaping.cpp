#include "text/shaping.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/log.h"
#include "text/code_points.h"
#include "text/figures.h"

namespace spreadmap::text {
namespace {

constexpr std::uint16_t fallback_of(hb_script_t script) {
  switch (script) {
    case HB_SCRIPT_ARABIC:
      return kFirstFallback + 1;
    case HB_SCRIPT_HEBREW:
      return kFirstFallback + 2;
    case HB_SCRIPT_DEVANAGARI:
      return kFirstFallback + 3;
    case HB_SCRIPT_THAI:
      return kFirstFallback + 4;
    default:
      return kFirstFallback;
  }
}

/// A cluster's glyphs are [begin, end); its code points end where the next cluster in reading order begins.
struct Cluster {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t text_begin = 0;
  std::size_t text_end = 0;
  bool is_missing = false;  ///< the font lacks at least one of its glyphs
};

Cluster cluster_at(std::span<const hb_glyph_info_t> glyphs, std::size_t begin, const TextRun& run) {
  Cluster cluster{.begin = begin, .end = begin, .text_begin = glyphs[begin].cluster};
  while (cluster.end < glyphs.size() && glyphs[cluster.end].cluster == cluster.text_begin) {
    cluster.is_missing = cluster.is_missing || glyphs[cluster.end].codepoint == 0;
    ++cluster.end;
  }
  if (run.is_right_to_left()) {
    cluster.text_end = begin > 0 ? glyphs[begin - 1].cluster : run.end;
  } else {
    cluster.text_end = cluster.end < glyphs.size() ? glyphs[cluster.end].cluster : run.end;
  }
  return cluster;
}

/// The stretch of missing clusters that begins with `first`, as one: it is shaped again together, so that its letters join.
Cluster missing_stretch(std::span<const hb_glyph_info_t> glyphs, Cluster first, const TextRun& run) {
  Cluster stretch = first;
  while (stretch.end < glyphs.size()) {
    const Cluster next = cluster_at(glyphs, stretch.end, run);
    if (!next.is_missing) break;
    stretch.end = next.end;
    stretch.text_begin = std::min(stretch.text_begin, next.text_begin);
    stretch.text_end = std::max(stretch.text_end, next.text_end);
  }
  return stretch;
}

}  // namespace

const char* fallback_font_file(std::uint32_t code_point) {
  return kFontFiles.at(fallback_of(hb_unicode_script(hb_unicode_funcs_get_default(), code_point)));
}

Shaper::FontChain Shaper::font_chain(Face face, hb_script_t script) const {
  FontChain chain{};
  for (std::size_t i = 0; i < kFallbackCount; ++i) chain[i + 2] = static_cast<std::uint16_t>(kFirstFallback + i);
  // The script's own font comes first and the general one second, so that the others need not be touched.
  auto* const own = std::find(chain.begin() + 2, chain.end() - 1, fallback_of(script));
  std::rotate(chain.begin() + 2, own, own + 1);
  const auto cut = static_cast<std::uint16_t>(face);
  const bool has_own = fonts_.size() > kFontFiles.size();
  chain.front() = chain.back() = cut;
  chain[1] = has_own ? static_cast<std::uint16_t>(kFontFiles.size() + cut) : cut;
  return chain;
}

ShapedText Shaper::shaped(std::string_view utf8, const TextStyle& style) {
  style_ = style;
  code_points_ = code_points_of(utf8);
  pen_px_ = 0.0;
  last_script_ = HB_SCRIPT_INVALID;
  line_ = {};
  line_.glyphs.reserve(code_points_.size());
  for (const TextRun& run : visual_runs(code_points_)) set_run(run, font_chain(style.face, run.script), 0);

  const FaceMetrics metrics = fonts_[static_cast<std::size_t>(style.face)].metrics();
  line_.width_px = static_cast<float>(pen_px_);
  line_.ascent_px = metrics.ascent_em * style.size_px;
  line_.descent_px = metrics.descent_em * style.size_px;
  line_.cap_height_px = metrics.cap_height_em * style.size_px;
  return std::move(line_);
}

void Shaper::set_run(const TextRun& run, const FontChain& chain, std::size_t attempt) {
  hb_buffer_t* buffer = shaped_buffer(run, chain[attempt], attempt);
  const std::size_t count = hb_buffer_get_length(buffer);
  const std::span glyphs(hb_buffer_get_glyph_infos(buffer, nullptr), count);
  const std::span positions(hb_buffer_get_glyph_positions(buffer, nullptr), count);
  const bool is_last = attempt + 1 == kAttempts;
  for (std::size_t begin = 0; begin < glyphs.size();) {
    Cluster cluster = cluster_at(glyphs, begin, run);
    const bool is_gap = cluster.is_missing && !is_last;
    if (is_gap) cluster = missing_stretch(glyphs, cluster, run);
    TextRun part = run;
    part.begin = cluster.text_begin;
    part.end = cluster.text_end;
    if (is_gap) {
      set_run(part, chain, attempt + 1);
    } else {
      if (cluster.is_missing) tell_of_missing(part);
      const std::size_t size = cluster.end - begin;
      place_cluster(glyphs.subspan(begin, size), positions.subspan(begin, size), part, chain[attempt]);
    }
    begin = cluster.end;
  }
}

void Shaper::tell_of_missing(const TextRun& cluster) {
  if (has_told_of_missing_) return;
  has_told_of_missing_ = true;
  log_warning(
      fmt::format("no font here has the character U+{:04X}; a box stands for it, and for any other that is missing",
                  code_points_[cluster.begin]));
}

hb_buffer_t* Shaper::shaped_buffer(const TextRun& run, std::uint16_t font, std::size_t attempt) {
  auto& owned = buffers_[attempt];
  if (owned == nullptr) owned.reset(hb_buffer_create());
  hb_buffer_t* buffer = owned.get();
  hb_buffer_clear_contents(buffer);
  // The whole line is given as context: a letter at the edge of a run still joins its neighbour.
  hb_buffer_add_codepoints(buffer, code_points_.data(), static_cast<int>(code_points_.size()),
                           static_cast<unsigned int>(run.begin), static_cast<int>(run.end - run.begin));
  // The language stays unset: guessing it would read the locale, and the same text would look different elsewhere.
  hb_buffer_set_script(buffer, run.script);
  hb_buffer_set_direction(buffer, run.is_right_to_left() ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  unsigned int flags = HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES;
  if (run.begin == 0) flags |= HB_BUFFER_FLAG_BOT;
  if (run.end == code_points_.size()) flags |= HB_BUFFER_FLAG_EOT;
  hb_buffer_set_flags(buffer, static_cast<hb_buffer_flags_t>(flags));
  // Kerning and the usual ligatures are on by default.
  hb_shape(fonts_[font].shaper(), buffer, &kTabularFigures, style_.tabular_figures ? 1 : 0);
  return buffer;
}

bool Shaper::has_figure(const TextRun& cluster) const {
  // Not just its first code point: an invisible mark before a figure, as number formats put there, is one cluster with it.
  const std::span code_points = std::span(code_points_).subspan(cluster.begin, cluster.end - cluster.begin);
  return std::ranges::any_of(code_points, is_figure);
}

int Shaper::figure_advance_units(std::uint16_t font) {
  int& advance = figure_advances_[font];
  if (advance == 0) advance = widest_figure_units(fonts_[font].shaper());
  return advance;
}

void Shaper::place_cluster(std::span<const hb_glyph_info_t> glyphs, std::span<const hb_glyph_position_t> positions,
                           const TextRun& cluster, std::uint16_t font) {
  // Arabic letters join; space between them would tear the word apart.
  const bool joins = cluster.script == HB_SCRIPT_ARABIC && last_script_ == HB_SCRIPT_ARABIC;
  const bool is_first = last_script_ == HB_SCRIPT_INVALID;
  if (!is_first && !joins) pen_px_ += static_cast<double>(style_.tracking_px);
  last_script_ = cluster.script;
  const bool is_tabular = style_.tabular_figures && glyphs.size() == 1 && has_figure(cluster);
  const double px_per_unit = fonts_[font].px_per_unit(style_.size_px);
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    double offset_units = positions[i].x_offset;
    double advance_units = positions[i].x_advance;
    if (is_tabular) {
      // The tabular figures of Inter differ by two units, those of Inter Display by a tenth of an em. None is kerned.
      const int slot_units = figure_advance_units(font);
      offset_units += (slot_units - advance_units) / 2.0;
      advance_units = slot_units;
    }
    line_.glyphs.push_back({.glyph_id = glyphs[i].codepoint,
                            .font = font,
                            .x_px = static_cast<float>(pen_px_ + offset_units * px_per_unit),
                            .y_px = static_cast<float>(-positions[i].y_offset * px_per_unit),
                            .letter = glyphs[i].cluster});
    pen_px_ += advance_units * px_per_unit;
  }
}

}  // namespace spreadmap::text
