#pragma once
#include <filesystem>
#include <string>

#include "base/result.h"
#include "gpu/handle.h"

namespace spreadmap::gpu {

/// Where shaders are read from: a folder while developing, the binary itself otherwise (empty path).
struct ShaderLibrary {
  std::filesystem::path folder;
};

/// Compiles and links `VERTEX.vert` and `NAME.frag`. Errors: a missing file, or the driver's own log.
Result<Handle<ProgramKind>> load_program(const ShaderLibrary& library, const std::string& vertex,
                                         const std::string& name);
/// The same of a vertex shader that has the fragment shader's name.
inline Result<Handle<ProgramKind>> load_program(const ShaderLibrary& library, const std::string& name) {
  return load_program(library, name, name);
}

}  // namespace spreadmap::gpu
