# The shaders are files in shaders/, built into the binary as one table of name and text (gpu/shader_sources.h).
file(GLOB SHADER_FILES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/shaders/*.vert ${CMAKE_SOURCE_DIR}/shaders/*.frag)
set(SHADER_TABLE ${CMAKE_BINARY_DIR}/generated/shader_table.cpp)
add_custom_command(
  OUTPUT ${SHADER_TABLE}
  COMMAND ${CMAKE_COMMAND} "-DFILES=${SHADER_FILES}" -DOUT=${SHADER_TABLE}
          -P ${CMAKE_SOURCE_DIR}/third_party/embed_shaders_script.cmake
  DEPENDS ${SHADER_FILES} ${CMAKE_SOURCE_DIR}/third_party/embed_shaders_script.cmake
  VERBATIM)
add_library(sm_shaders STATIC ${SHADER_TABLE})
target_include_directories(sm_shaders PRIVATE ${CMAKE_SOURCE_DIR}/src)
