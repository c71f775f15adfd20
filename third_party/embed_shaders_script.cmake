# cmake -DFILES=a;b -DOUT=shader_table.cpp -P this: writes the table that gpu/shader_sources.h declares.
set(text "#include \"gpu/shader_sources.h\"\n\nnamespace spreadmap::gpu {\n\nconst std::vector<ShaderSource>& shader_sources() {\n  static const std::vector<ShaderSource> kSources{\n")
foreach(file IN LISTS FILES)
  get_filename_component(name ${file} NAME)
  file(READ ${file} body)
  string(APPEND text "      {\"${name}\", R\"glsl(${body})glsl\"},\n")
endforeach()
string(APPEND text "  };\n  return kSources;\n}\n\n}  // namespace spreadmap::gpu\n")
file(WRITE ${OUT} "${text}")
