#include "gpu/context.h"

#include <fmt/format.h>
#include <glad/gl.h>

#include <algorithm>
#include <cstdlib>
#include <new>
#include <string_view>

#include "base/log.h"

namespace spreadmap::gpu {
namespace {

void GLAD_API_PTR on_debug_message(GLenum source, GLenum type, GLuint /*id*/, GLenum severity, GLsizei /*length*/,
                                   const GLchar* message, const void* user) {
  // What is wrong with a shader comes in its own log, as an error that `load_program` returns.
  if (source == GL_DEBUG_SOURCE_SHADER_COMPILER) return;
  const bool is_error = type == GL_DEBUG_TYPE_ERROR || severity == GL_DEBUG_SEVERITY_HIGH;
  if (!is_error) {
    log_detail(fmt::format("OpenGL: {}", message));
    return;
  }
  // Not ours: whoever asked for the memory finds out by `require_memory`. Mesa and NVIDIA both name it in the message.
  if (std::string_view(message).find("GL_OUT_OF_MEMORY") != std::string_view::npos) {
    log_detail(fmt::format("OpenGL: {}", message));
    return;
  }
  log_error(fmt::format("OpenGL: {}", message));
  if (user != nullptr) std::abort();
}

std::string text_of(GLenum name) {
  const GLubyte* text = glGetString(name);
  return text == nullptr ? "unknown" : reinterpret_cast<const char*>(text);
}

}  // namespace

namespace {

// The program draws with one context at a time, and which it is GL itself keeps as a global.
int contexts = 0;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

/// Numbers in use of one kind. A driver hands out either the next above all others, or the least that is free.
template <class Make, class Drop, class Is>
int count_of(Make make, Drop drop, Is is) {
  constexpr GLuint kGap = 4096;
  const GLuint next = make();
  drop(next);
  int count = 0;
  GLuint last = next;
  for (GLuint name = 1; name < last + kGap; ++name) {
    if (is(name) == GL_FALSE) continue;
    ++count;
    last = std::max(last, name);
  }
  return count;
}

GLuint made(void (*make)(GLsizei, GLuint*)) {
  GLuint name = 0;
  make(1, &name);
  return name;
}

}  // namespace

int context_number() { return contexts; }
void forget_context() { ++contexts; }
bool was_reset() { return glGetGraphicsResetStatus() != GL_NO_ERROR; }

int count_names() {
  // Programs and shaders share their numbers.
  return count_of([] { return made(glad_glGenBuffers); }, [](GLuint n) { glDeleteBuffers(1, &n); }, glad_glIsBuffer) +
         count_of([] { return made(glad_glGenTextures); }, [](GLuint n) { glDeleteTextures(1, &n); },
                  glad_glIsTexture) +
         count_of([] { return made(glad_glGenFramebuffers); }, [](GLuint n) { glDeleteFramebuffers(1, &n); },
                  glad_glIsFramebuffer) +
         count_of([] { return made(glad_glGenVertexArrays); }, [](GLuint n) { glDeleteVertexArrays(1, &n); },
                  glad_glIsVertexArray) +
         count_of([] { return glCreateProgram(); }, [](GLuint n) { glDeleteProgram(n); },
                  [](GLuint n) { return static_cast<GLboolean>(glIsProgram(n) | glIsShader(n)); });
}

Result<void> set_up_context(LoadFunction load, bool aborts_on_error) {
  const int version = gladLoadGL(load);
  if (version == 0) return fail("OpenGL cannot be loaded: no functions were found; install a graphics driver (Mesa)");
  if (version < GLAD_MAKE_VERSION(4, 5)) {
    return fail(
        "OpenGL 4.5 is needed, and {} gives {}.{}; update the graphics driver, or run with LIBGL_ALWAYS_SOFTWARE=1",
        text_of(GL_RENDERER), GLAD_VERSION_MAJOR(version), GLAD_VERSION_MINOR(version));
  }
  static const char kAborts = 1;
  glEnable(GL_DEBUG_OUTPUT);
  glEnable(GL_DEBUG_OUTPUT_SYNCHRONOUS);
  glDebugMessageCallback(on_debug_message, aborts_on_error ? &kAborts : nullptr);
  return {};
}

void require_memory() {
  if (glGetError() == GL_OUT_OF_MEMORY) throw std::bad_alloc();
}

std::string renderer_name() { return text_of(GL_RENDERER) + ", OpenGL " + text_of(GL_VERSION); }

std::vector<std::string> driver_facts() {
  const auto number = [](GLenum name) {
    GLint value = 0;
    glGetIntegerv(name, &value);
    return value;
  };
  return {"vendor: " + text_of(GL_VENDOR),
          "renderer: " + text_of(GL_RENDERER),
          "version: " + text_of(GL_VERSION),
          "shading language: " + text_of(GL_SHADING_LANGUAGE_VERSION),
          fmt::format("largest texture: {} px", number(GL_MAX_TEXTURE_SIZE)),
          fmt::format("largest renderbuffer: {} px", number(GL_MAX_RENDERBUFFER_SIZE)),
          fmt::format("most texels of a buffer: {}", number(GL_MAX_TEXTURE_BUFFER_SIZE)),
          fmt::format("most samples: {}", number(GL_MAX_SAMPLES))};
}

bool is_software_renderer() {
  // Mesa's two, by what they call themselves.
  const std::string renderer = text_of(GL_RENDERER);
  return renderer.starts_with("llvmpipe") || renderer.starts_with("softpipe");
}

}  // namespace spreadmap::gpu
