// Linked into every program of the sanitizer builds (CMakePresets.json).
#include <dlfcn.h>

#include <initializer_list>

// OpenGL drivers keep what they allocate until the process ends; once they are unloaded, a report cannot name them.
extern "C" int dlclose(void* /*library*/) { return 0; }

// Leaks are looked for where no OpenGL driver was loaded, nor libdbus, which SDL asks of the desktop and which keeps its memory. A driver's own threads end while LeakSanitizer stops the world, and then
// its tracer crashes ("Tracer caught signal 11") in about one run of a hundred. Asked once, at the end of the program.
extern "C" int __lsan_is_turned_off() {
  for (const char* library : {"libEGL.so.1", "libGL.so.1", "libdbus-1.so.3"}) {
    if (dlopen(library, RTLD_NOLOAD | RTLD_LAZY) != nullptr) return 1;
  }
  return 0;
}
