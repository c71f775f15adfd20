#pragma once
#include <cstddef>
#include <span>

#include "gpu/handle.h"

namespace spreadmap::gpu {

/// A buffer that grows. `write` replaces the whole contents; storage is kept while it suffices, so a steady frame allocates nothing.
class Buffer {
 public:
  Buffer() = default;
  explicit Buffer(const char* label);
  void write(std::span<const std::byte> bytes);
  template <class T>
  void write_values(std::span<const T> values) {
    write(std::as_bytes(values));
  }
  /// `count` values from `first` on, handed to `use` as they lie in the driver's memory: no copy where the processor draws; with a
  /// graphics card, the wait for it. Nothing may draw from the buffer meanwhile. Once the context is lost nothing is handed over.
  template <class T, class Use>
  void read_values(std::size_t first, std::size_t count, Use&& use) const {
    if (count == 0) return;
    const std::span<const std::byte> bytes = map(first * sizeof(T), count * sizeof(T));
    if (bytes.empty()) return;
    use(std::span(reinterpret_cast<const T*>(bytes.data()), count));
    unmap();
  }
  [[nodiscard]] GLuint name() const { return handle_.name(); }

 private:
  [[nodiscard]] std::span<const std::byte> map(std::size_t first_byte, std::size_t byte_count) const;
  void unmap() const;
  Handle<BufferKind> handle_;
  std::size_t capacity_bytes_ = 0;
};

/// One vertex attribute of a buffer binding, for `make_vertex_array`.
struct VertexAttribute {
  GLuint location;
  GLint components;
  GLenum type;  ///< GL_FLOAT, GL_UNSIGNED_BYTE (normalised), GL_UNSIGNED_INT (integer)
  GLuint offset_bytes;
};

/// A vertex array with one buffer of `stride_bytes`. `divisor` 1: a step for each instance; 0: for each vertex.
Handle<VertexArrayKind> make_vertex_array(const char* label, GLuint buffer, GLsizei stride_bytes,
                                          std::span<const VertexAttribute> attributes, GLuint divisor);

}  // namespace spreadmap::gpu
