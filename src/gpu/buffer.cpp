#include "gpu/buffer.h"

#include <algorithm>

#include "gpu/context.h"

namespace spreadmap::gpu {

Buffer::Buffer(const char* label) {
  GLuint name = 0;
  glCreateBuffers(1, &name);
  glObjectLabel(GL_BUFFER, name, -1, label);
  handle_ = Handle<BufferKind>(name);
}

void Buffer::write(std::span<const std::byte> bytes) {
  if (bytes.empty()) return;
  if (bytes.size() > capacity_bytes_) {
    capacity_bytes_ = std::max(bytes.size(), capacity_bytes_ * 2);
    glNamedBufferData(handle_.name(), static_cast<GLsizeiptr>(capacity_bytes_), nullptr, GL_DYNAMIC_DRAW);
    require_memory();
  }
  glNamedBufferSubData(handle_.name(), 0, static_cast<GLsizeiptr>(bytes.size()), bytes.data());
}

std::span<const std::byte> Buffer::map(std::size_t first_byte, std::size_t byte_count) const {
  const void* mapped = glMapNamedBufferRange(handle_.name(), static_cast<GLintptr>(first_byte),
                                             static_cast<GLsizeiptr>(byte_count), GL_MAP_READ_BIT);
  if (mapped == nullptr) {
    require_memory();
    return {};  // the context is lost
  }
  return {static_cast<const std::byte*>(mapped), byte_count};
}

void Buffer::unmap() const { glUnmapNamedBuffer(handle_.name()); }

Handle<VertexArrayKind> make_vertex_array(const char* label, GLuint buffer, GLsizei stride_bytes,
                                          std::span<const VertexAttribute> attributes, GLuint divisor) {
  GLuint name = 0;
  glCreateVertexArrays(1, &name);
  glObjectLabel(GL_VERTEX_ARRAY, name, -1, label);
  glVertexArrayVertexBuffer(name, 0, buffer, 0, stride_bytes);
  glVertexArrayBindingDivisor(name, 0, divisor);
  for (const VertexAttribute& attribute : attributes) {
    glEnableVertexArrayAttrib(name, attribute.location);
    glVertexArrayAttribBinding(name, attribute.location, 0);
    if (attribute.type == GL_UNSIGNED_INT) {
      glVertexArrayAttribIFormat(name, attribute.location, attribute.components, attribute.type,
                                 attribute.offset_bytes);
    } else {
      const GLboolean normalised = attribute.type == GL_UNSIGNED_BYTE ? GL_TRUE : GL_FALSE;
      glVertexArrayAttribFormat(name, attribute.location, attribute.components, attribute.type, normalised,
                                attribute.offset_bytes);
    }
  }
  return Handle<VertexArrayKind>(name);
}

}  // namespace spreadmap::gpu
