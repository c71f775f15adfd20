# Headers that nearly every file reads, compiled once: half of what compiling a file costs here is reading them. For the
# rooms the builds of tests ask for it, which have a quarter of an hour for both (measured for the program: 2 min instead of
# 3 min 20 s). The program's own build does not: a room that forgets an include fails there, and in the long tests, which
# begin with it. What a test forgets harms nobody.
option(SPREADMAP_PRECOMPILED "Compile common headers of the rooms once" OFF)

if(SPREADMAP_PRECOMPILED OR SPREADMAP_TESTS)
  # What SDL's flags define, they define for a few rooms only; headers compiled once have to be read alike by all.
  add_compile_definitions(_REENTRANT)
endif()

# spreadmap_precompiled(NAME [TESTS] [LINK TARGET…] HEADERS HEADER…): headers, compiled once under that name, for
# libraries or, with TESTS, for the files of tests.
function(spreadmap_precompiled name)
  cmake_parse_arguments(SET "TESTS" "" "LINK;HEADERS" ${ARGN})
  if(NOT SPREADMAP_PRECOMPILED AND NOT SET_TESTS)
    return()
  endif()
  set(source ${CMAKE_BINARY_DIR}/precompiled/${name}.cpp)
  file(CONFIGURE OUTPUT ${source} CONTENT "")
  add_library(precompiled_${name} OBJECT ${source})
  target_link_libraries(precompiled_${name} PRIVATE ${SET_LINK} spreadmap_options)
  if(SET_TESTS)
    # GCC reads it only where it is compiled alike, and CMake compiles files of programs so.
    target_compile_options(precompiled_${name} PRIVATE -fPIE)
    target_link_libraries(precompiled_${name} PRIVATE spreadmap_test_options)
  endif()
  target_precompile_headers(precompiled_${name} PRIVATE ${SET_HEADERS})
endfunction()

# spreadmap_use_precompiled(TARGET NAME)
function(spreadmap_use_precompiled target name)
  if(TARGET precompiled_${name})
    target_precompile_headers(${target} REUSE_FROM precompiled_${name})
  endif()
endfunction()
