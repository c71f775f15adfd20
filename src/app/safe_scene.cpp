#include "app/safe_scene.h"

#include <algorithm>

#include "app/places.h"
#include "base/log.h"
#include "language/catalogue.h"
#include "language/language.h"
#include "language/tags.h"
#include "platform/clock.h"
#include "platform/plain_window.h"
#include "platform/service.h"
#include "platform/signals.h"

namespace spreadmap::app {
namespace {

// How long one picture stands, see vector::calm_picture; and within it how often it is put on the display anew.
constexpr double kTurn_s = 60.0, kAnew_s = 5.0;

std::optional<text::FontSet> fonts_if_there() {
  const auto folder = find_fonts();
  auto fonts = folder ? text::FontSet::load(*folder) : tl::unexpected(folder.error());
  if (fonts) return std::move(*fonts);
  log_error(fonts.error().message);
  return std::nullopt;
}

}  // namespace

std::vector<vector::CalmWords> safe_words(const std::filesystem::path& translations) {
  std::vector<std::string> tags = language::catalogue_languages(translations);
  const std::string first = language::primary_language(language::tag_of_environment());
  std::ranges::stable_partition(tags, [&](const std::string& tag) { return language::primary_language(tag) == first; });
  std::vector<vector::CalmWords> words;
  for (const std::string& tag : tags) {
    const language::Language language(tag, translations);
    words.push_back(
        {language.text("Back in a few minutes"), language.text("This exhibit will start again by itself.")});
  }
  return words;
}

Result<void> run_safe_scene(const KioskOptions& options) {
  platform::catch_stop_signals();
  const auto window = platform::PlainWindow::create("Spreadmap", options.display.value_or(1) - 1);
  if (!window) return tl::unexpected(window.error());
  const auto fonts = fonts_if_there();
  const auto words = safe_words(find_translations().value_or(std::filesystem::path()));
  platform::Service service;
  service.say("the safe scene");
  vector::CalmPicture picture;
  int shown_turn = -1;
  while (!platform::stop_asked()) {
    const double now_s = platform::now_s();
    const scene::SizePx size{window->width_px(), window->height_px()};
    const int turn = static_cast<int>(now_s / kTurn_s);
    if (size != picture.size || turn != shown_turn) {
      picture = vector::calm_picture(size, words, fonts ? &*fonts : nullptr, turn);
      shown_turn = turn;
    }
    if (auto shown = window->show(picture.pixels); !shown) return shown;
    service.presented(platform::now_s());
    window->wait(std::min(kAnew_s, service.due_in_s(platform::now_s()).value_or(kAnew_s)));
  }
  return {};
}

}  // namespace spreadmap::app
