#include "platform/input.h"

#include <SDL.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace spreadmap::platform {
namespace {

TEST(Input, OfPointerMovesThatFollowOneAnotherOnlyTheLastIsLeft) {
  std::vector<InputEvent> events;
  events.reserve(503);
  for (int step = 0; step < 500; ++step) events.emplace_back(PointerMoved{static_cast<float>(step), 5.0F});
  events.emplace_back(PointerReleased{});
  events.emplace_back(PointerMoved{1.0F, 1.0F});
  events.emplace_back(PointerMoved{2.0F, 1.0F});
  const auto left = coalesced(std::move(events));
  ASSERT_EQ(left.size(), 3U);
  EXPECT_EQ(std::get<PointerMoved>(left[0]).x_px, 499.0F);
  EXPECT_TRUE(std::holds_alternative<PointerReleased>(left[1]));
  EXPECT_EQ(std::get<PointerMoved>(left[2]).x_px, 2.0F);
}

TEST(Input, ALetterIsNotLostToAChordThatFollowsAtOnce) {
  auto window = GlWindow::create({.title = "test", .width_pt = 64, .height_pt = 64, .is_offscreen = true});
  ASSERT_TRUE(window) << window.error().message;
  SDL_FlushEvents(SDL_FIRSTEVENT, SDL_LASTEVENT);
  const auto key = [](Uint32 type, SDL_Keycode sym, Uint16 modifiers) {
    SDL_Event event{};
    event.type = type;
    event.key.keysym.sym = sym;
    event.key.keysym.mod = modifiers;
    SDL_PushEvent(&event);
  };
  key(SDL_KEYDOWN, SDLK_w, KMOD_NONE);
  SDL_Event text{};
  text.type = SDL_TEXTINPUT;
  text.text.text[0] = 'w';
  SDL_PushEvent(&text);
  key(SDL_KEYUP, SDLK_w, KMOD_NONE);
  key(SDL_KEYDOWN, SDLK_LCTRL, KMOD_LCTRL);
  key(SDL_KEYDOWN, SDLK_RIGHT, KMOD_LCTRL);
  SDL_SetModState(KMOD_LCTRL);  // as far as all of that
  std::vector<std::string> chords;
  for (int turn = 0; turn < 5; ++turn) {
    for (const InputEvent& event : wait_for_input(*window, 0.0).window) {
      if (const auto* pressed = std::get_if<KeyPressed>(&event)) chords.push_back(pressed->chord);
    }
  }
  SDL_SetModState(KMOD_NONE);
  EXPECT_EQ(std::count(chords.begin(), chords.end(), "w"), 1);
  EXPECT_EQ(std::count(chords.begin(), chords.end(), "Ctrl+Right"), 1);
}

TEST(Input, ALetterBeyondAsciiComesOnceAndNotAsAKeyToo) {
  auto window = GlWindow::create({.title = "test", .width_pt = 64, .height_pt = 64, .is_offscreen = true});
  ASSERT_TRUE(window) << window.error().message;
  SDL_FlushEvents(SDL_FIRSTEVENT, SDL_LASTEVENT);
  SDL_Event key{};
  key.type = SDL_KEYDOWN;
  key.key.keysym.sym = 0xf1;  // ñ
  SDL_PushEvent(&key);
  SDL_Event text{};
  text.type = SDL_TEXTINPUT;
  std::ranges::copy(std::string_view("ñ"), text.text.text);
  SDL_PushEvent(&text);
  std::vector<std::string> chords;
  for (const InputEvent& event : wait_for_input(*window, 0.0).window) {
    if (const auto* pressed = std::get_if<KeyPressed>(&event)) chords.push_back(pressed->chord);
  }
  EXPECT_EQ(chords, std::vector<std::string>{"ñ"});
}

}  // namespace
}  // namespace spreadmap::platform
