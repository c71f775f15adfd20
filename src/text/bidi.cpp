#include "text/bidi.h"

#include <fribidi.h>

#include <algorithm>

#include "base/assert.h"

namespace spreadmap::text {
namespace {

/// Hebrew is the first right-to-left block, and the controls that change direction come later still.
constexpr std::uint32_t kFirstRightToLeft = 0x590;

bool is_left_to_right_only(std::span<const std::uint32_t> code_points) {
  return std::ranges::all_of(code_points, [](std::uint32_t code_point) { return code_point < kFirstRightToLeft; });
}

std::vector<FriBidiLevel> embedding_levels(std::span<const std::uint32_t> code_points) {
  std::vector<FriBidiLevel> levels(code_points.size(), 0);
  // Most lines: FriBidi would find level 0 everywhere.
  if (is_left_to_right_only(code_points)) return levels;
  const auto length = static_cast<FriBidiStrIndex>(code_points.size());
  std::vector<FriBidiCharType> types(code_points.size());
  std::vector<FriBidiBracketType> brackets(code_points.size());
  fribidi_get_bidi_types(code_points.data(), length, types.data());
  fribidi_get_bracket_types(code_points.data(), length, types.data(), brackets.data());
  FriBidiParType direction = FRIBIDI_PAR_ON;
  const FriBidiLevel highest_and_one =
      fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), length, &direction, levels.data());
  SM_ASSERT(highest_and_one > 0, "FriBidi ran out of memory on {} code points", length);
  return levels;
}

bool is_script_of_its_own(hb_script_t script) {
  return script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED && script != HB_SCRIPT_UNKNOWN;
}

std::vector<hb_script_t> scripts_of(std::span<const std::uint32_t> code_points) {
  hb_unicode_funcs_t* unicode = hb_unicode_funcs_get_default();
  std::vector<hb_script_t> scripts(code_points.size());
  std::ranges::transform(code_points, scripts.begin(),
                         [unicode](std::uint32_t code_point) { return hb_unicode_script(unicode, code_point); });
  // Figures alone are set as Latin, so that a counter looks the same with and without a word beside it.
  const auto first = std::ranges::find_if(scripts, is_script_of_its_own);
  hb_script_t current = first == scripts.end() ? HB_SCRIPT_LATIN : *first;
  for (hb_script_t& script : scripts) {
    if (is_script_of_its_own(script)) current = script;
    script = current;
  }
  return scripts;
}

/// Rule L2 of UAX #9: from the highest level to the lowest odd one, turn round every stretch at that level or above.
void order_visually(std::vector<TextRun>& runs) {
  const auto by_level = [](const TextRun& a, const TextRun& b) { return a.level < b.level; };
  const int highest = std::ranges::max_element(runs, by_level)->level;
  for (int level = highest; level > 0; --level) {
    const auto is_above = [level](const TextRun& run) { return run.level >= level; };
    for (auto begin = std::ranges::find_if(runs, is_above); begin != runs.end();) {
      const auto end = std::find_if_not(begin, runs.end(), is_above);
      std::reverse(begin, end);
      begin = std::find_if(end, runs.end(), is_above);
    }
  }
}

}  // namespace

std::vector<TextRun> visual_runs(std::span<const std::uint32_t> code_points) {
  std::vector<TextRun> runs;
  if (code_points.empty()) return runs;
  const std::vector<FriBidiLevel> levels = embedding_levels(code_points);
  const std::vector<hb_script_t> scripts = scripts_of(code_points);
  for (std::size_t i = 0; i < code_points.size(); ++i) {
    const auto level = static_cast<std::uint8_t>(levels[i]);
    const bool continues = !runs.empty() && runs.back().level == level && runs.back().script == scripts[i];
    if (!continues) runs.push_back({.begin = i, .end = i, .level = level, .script = scripts[i]});
    runs.back().end = i + 1;
  }
  order_visually(runs);
  return runs;
}

}  // namespace spreadmap::text
