#pragma once
#include <glad/gl.h>

#include <utility>

#include "gpu/context.h"

namespace spreadmap::gpu {

struct BufferKind {
  static void destroy(GLuint name) { glDeleteBuffers(1, &name); }
};
struct TextureKind {
  static void destroy(GLuint name) { glDeleteTextures(1, &name); }
};
struct FramebufferKind {
  static void destroy(GLuint name) { glDeleteFramebuffers(1, &name); }
};
struct VertexArrayKind {
  static void destroy(GLuint name) { glDeleteVertexArrays(1, &name); }
};
struct ProgramKind {
  static void destroy(GLuint name) { glDeleteProgram(name); }
};
struct ShaderKind {
  static void destroy(GLuint name) { glDeleteShader(name); }
};

/// Owns one GL name; move-only. Must be destroyed while the context that made it is current; once that is lost, its names are gone with it, and
/// an owner lets go of nothing, since the number may be another object's of the next context. 0 is empty.
template <class Kind>
class Handle {
 public:
  Handle() = default;
  explicit Handle(GLuint name) : name_(name), context_(context_number()) {}
  Handle(Handle&& other) noexcept : name_(std::exchange(other.name_, 0)), context_(other.context_) {}
  Handle& operator=(Handle&& other) noexcept {
    std::swap(name_, other.name_);
    std::swap(context_, other.context_);
    return *this;
  }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() {
    if (name_ != 0 && context_ == context_number()) Kind::destroy(name_);
  }
  [[nodiscard]] GLuint name() const { return name_; }
  [[nodiscard]] bool is_empty() const { return name_ == 0; }

 private:
  GLuint name_ = 0;
  int context_ = 0;  ///< of context_number()
};

}  // namespace spreadmap::gpu
