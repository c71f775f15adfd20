#include "gpu/program.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "gpu/shader_sources.h"

namespace spreadmap::gpu {
namespace {

Result<std::string> shader_text(const ShaderLibrary& library, const std::string& name) {
  if (!library.folder.empty()) {
    std::ifstream file(library.folder / name);
    if (!file) return fail("{}: the shader cannot be read", (library.folder / name).string());
    return std::string(std::istreambuf_iterator<char>(file), {});
  }
  const auto& sources = shader_sources();
  const auto found =
      std::find_if(sources.begin(), sources.end(), [&](const auto& source) { return source.name == name; });
  if (found == sources.end()) return fail("shader {} is not in this build", name);
  return found->text;
}

Result<Handle<ShaderKind>> compiled(GLenum stage, const std::string& name, const std::string& text) {
  Handle<ShaderKind> shader(glCreateShader(stage));
  const char* source = text.c_str();
  glShaderSource(shader.name(), 1, &source, nullptr);
  glCompileShader(shader.name());
  GLint compiled_well = 0;
  glGetShaderiv(shader.name(), GL_COMPILE_STATUS, &compiled_well);
  if (compiled_well == 0) {
    std::string log(4096, '\0');
    GLsizei length = 0;
    glGetShaderInfoLog(shader.name(), static_cast<GLsizei>(log.size()), &length, log.data());
    log.resize(static_cast<std::size_t>(length));
    return fail("shader {}: {}", name, log);
  }
  return shader;
}

}  // namespace

Result<Handle<ProgramKind>> load_program(const ShaderLibrary& library, const std::string& vertex,
                                         const std::string& name) {
  Handle<ProgramKind> program(glCreateProgram());
  for (const auto& [stage, file] :
       {std::pair{GL_VERTEX_SHADER, vertex + ".vert"}, std::pair{GL_FRAGMENT_SHADER, name + ".frag"}}) {
    const auto text = shader_text(library, file);
    if (!text) return tl::unexpected(text.error());
    const auto shader = compiled(static_cast<GLenum>(stage), file, *text);
    if (!shader) return tl::unexpected(shader.error());
    // A shader stays alive while it is attached, so the handle may go.
    glAttachShader(program.name(), shader->name());
  }
  glLinkProgram(program.name());
  GLint linked = 0;
  glGetProgramiv(program.name(), GL_LINK_STATUS, &linked);
  if (linked == 0) {
    std::string log(4096, '\0');
    GLsizei length = 0;
    glGetProgramInfoLog(program.name(), static_cast<GLsizei>(log.size()), &length, log.data());
    log.resize(static_cast<std::size_t>(length));
    return fail("shader program {}: {}", name, log);
  }
  glObjectLabel(GL_PROGRAM, program.name(), -1, name.c_str());
  return program;
}

}  // namespace spreadmap::gpu
