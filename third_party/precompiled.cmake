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

# Several files compiled as one, whose headers are then read once for all of them: with twelve the tests' build takes 126 s on two
# cores where with four it took 185 s, with twenty-four the sanitizers' a quarter less than with eight. In the program's own build
# each file is compiled alone, and fails there where it forgets an include of our own. Names of a file's unnamed namespace have to be
# its own in all of the target: the compiler says where two are one.
set(SPREADMAP_TOGETHER 1 CACHE STRING "How many files of a target are compiled as one")

# spreadmap_read_together(TARGET)
function(spreadmap_read_together target)
  if(SPREADMAP_TOGETHER GREATER 1)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE ${SPREADMAP_TOGETHER})
    # What is no fault of a file by itself: a type of its unnamed namespace within another, a name that another file has too.
    target_compile_options(${target} PRIVATE -Wno-subobject-linkage -Wno-shadow)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
      # Collect garbage from 1 GiB on, not from a fraction of it: a tenth of the time.
      target_compile_options(${target} PRIVATE --param=ggc-min-heapsize=1048576)
    endif()
  endif()
endfunction()

# spreadmap_use_precompiled(TARGET NAME)
function(spreadmap_use_precompiled target name)
  if(TARGET precompiled_${name})
    target_precompile_headers(${target} REUSE_FROM precompiled_${name})
  endif()
endfunction()
