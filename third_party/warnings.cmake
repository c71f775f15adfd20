# Warnings and sanitizers of our own targets. Warnings are errors.
add_library(spreadmap_options INTERFACE)
target_compile_options(spreadmap_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
  -Wnull-dereference -Wdouble-promotion -Wformat=2 -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 reports null dereferences and overlapping copies inside the standard library's own inlined code when it optimises
  # (the second is GCC bug 105651), and frees of objects that tl::expected never made.
  target_compile_options(spreadmap_options INTERFACE -Wno-null-dereference -Wno-restrict -Wno-free-nonheap-object)
endif()
if(SPREADMAP_SANITIZE)
  target_compile_options(spreadmap_options INTERFACE
    -fsanitize=${SPREADMAP_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  # A third of the time that compiling takes here. Following a null pointer and leaving an object is AddressSanitizer's to find, and the
  # processors that this runs on read unaligned.
  target_compile_options(spreadmap_options INTERFACE -fno-sanitize=null,alignment,pointer-overflow,object-size)
  target_link_options(spreadmap_options INTERFACE -fsanitize=${SPREADMAP_SANITIZE})
endif()
target_include_directories(spreadmap_options INTERFACE ${CMAKE_SOURCE_DIR}/src)

# Tests' own files do without the checks of undefined behaviour, which are there for the rooms: with them, laws over
# generated cases take twice as long to compile.
add_library(spreadmap_test_options INTERFACE)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 sees strings joined out of their bounds where there is no such thing (bug 105329).
  target_compile_options(spreadmap_test_options INTERFACE -Wno-array-bounds -Wno-stringop-overflow)
endif()
if(SPREADMAP_SANITIZE MATCHES "undefined")
  target_compile_options(spreadmap_test_options INTERFACE -fno-sanitize=undefined)
endif()

# spreadmap_checked_by_calls(TARGET…): AddressSanitizer's checks are called, not compiled into each place. For rooms of much code that runs
# seldom: a sixth of the time that compiling them takes.
function(spreadmap_checked_by_calls)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND SPREADMAP_SANITIZE MATCHES "address")
    foreach(target IN LISTS ARGN)
      target_compile_options(${target} PRIVATE --param=asan-instrumentation-with-call-threshold=0)
    endforeach()
  endif()
endfunction()
