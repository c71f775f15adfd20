#pragma once
#include <string>
#include <vector>

namespace spreadmap::gpu {

struct ShaderSource {
  std::string name;  ///< file name in shaders/
  std::string text;
};

/// The shaders as built into the binary (third_party/embed_shaders.cmake writes the definition).
const std::vector<ShaderSource>& shader_sources();

}  // namespace spreadmap::gpu
