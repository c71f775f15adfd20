#pragma once
#include <glad/gl.h>

#include <utility>

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

/// Owns one GL name; move-only. Must be destroyed while the context that made it is current. 0 is empty.
template <class Kind>
class Handle {
 public:
  Handle() = default;
  explicit Handle(GLuint name) : name_(name) {}
  Handle(Handle&& other) noexcept : name_(std::exchange(other.name_, 0)) {}
  Handle& operator=(Handle&& other) noexcept {
    std::swap(name_, other.name_);
    return *this;
  }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() {
    if (name_ != 0) Kind::destroy(name_);
  }
  [[nodiscard]] GLuint name() const { return name_; }
  [[nodiscard]] bool is_empty() const { return name_ == 0; }

 private:
  GLuint name_ = 0;
};

}  // namespace spreadmap::gpu
