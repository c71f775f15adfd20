// How the loss of a context is seen, whatever took it.
#include <glad/gl.h>
#include <gtest/gtest.h>

#include "gpu/context.h"
#include "gpu/target.h"
#include "platform/gl_window.h"

namespace spreadmap::platform {
namespace {

constexpr GLenum kPurged = 0x92BB;  // GL_PURGED_CONTEXT_RESET_NV: memory was taken away, by a suspend, say

/// What the driver says of a reset, until the next context is set up.
void let_driver_say(GLenum (*status)()) { glad_glGetGraphicsResetStatus = status; }

TEST(LostContext, EveryKindOfResetIsSeen) {
  auto window = GlWindow::create({.title = "test", .width_pt = 64, .height_pt = 64, .is_offscreen = true});
  ASSERT_TRUE(window) << window.error().message;
  EXPECT_FALSE(window->has_lost_context());
  for (const auto status :
       {+[]() -> GLenum { return GL_GUILTY_CONTEXT_RESET; }, +[]() -> GLenum { return GL_INNOCENT_CONTEXT_RESET; },
        +[]() -> GLenum { return GL_UNKNOWN_CONTEXT_RESET; }, +[]() -> GLenum { return kPurged; }}) {
    let_driver_say(status);
    EXPECT_TRUE(window->has_lost_context());
    ASSERT_TRUE(window->renew_context());
    EXPECT_FALSE(window->has_lost_context());
  }
  window->destroy_context();
  EXPECT_TRUE(window->has_lost_context());
  ASSERT_TRUE(window->renew_context());
  EXPECT_FALSE(window->has_lost_context());
}

TEST(LostContext, NamesOfTheOneAreNotLetGoInTheNext) {
  auto window = GlWindow::create({.title = "test", .width_pt = 64, .height_pt = 64, .is_offscreen = true});
  ASSERT_TRUE(window) << window.error().message;
  const int none = gpu::count_names();
  {
    const gpu::Target target("before", 8, 8);
    EXPECT_EQ(gpu::count_names(), none + 2) << "a texture and a framebuffer";
    ASSERT_TRUE(window->renew_context());
    EXPECT_EQ(gpu::count_names(), none);
    const gpu::Target other("after", 8, 8);
    EXPECT_EQ(other.texture(), target.texture()) << "else this test would hold nothing";
    {
      const gpu::Target gone = gpu::Target("again", 8, 8);
      EXPECT_EQ(gpu::count_names(), none + 4);
    }
    EXPECT_EQ(gpu::count_names(), none + 2);
  }
  EXPECT_EQ(gpu::count_names(), none);
  const gpu::Target kept("kept", 8, 8);
  {
    gpu::Target moved;
    gpu::Target lost("lost", 8, 8);
    ASSERT_TRUE(window->renew_context());
    moved = std::move(lost);
    lost = gpu::Target("new", 8, 8);
    EXPECT_EQ(gpu::count_names(), none + 2);
  }
  EXPECT_EQ(gpu::count_names(), none);
}

}  // namespace
}  // namespace spreadmap::platform
