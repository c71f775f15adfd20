// Linked into every program of the sanitizer builds (CMakePresets.json). OpenGL drivers keep what they allocate until the
// process ends; once they are unloaded, LeakSanitizer finds nobody pointing at it and cannot tell whose it was.
extern "C" int dlclose(void* /*library*/) { return 0; }
