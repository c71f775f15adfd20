/* Loaded before all others: counts what is allocated and not freed in the program, by whomever. */
#include <errno.h>
#include <stdlib.h>

extern void* __libc_malloc(size_t);
extern void* __libc_calloc(size_t, size_t);
extern void* __libc_realloc(void*, size_t);
extern void* __libc_memalign(size_t, size_t);
extern void __libc_free(void*);

static long long live;

long long spreadmap_live_blocks(void) { return __atomic_load_n(&live, __ATOMIC_RELAXED); }

static void* counted(void* block) {
  if (block != NULL) __atomic_fetch_add(&live, 1, __ATOMIC_RELAXED);
  return block;
}

void* malloc(size_t size) { return counted(__libc_malloc(size)); }
void* calloc(size_t count, size_t size) { return counted(__libc_calloc(count, size)); }
void* memalign(size_t alignment, size_t size) { return counted(__libc_memalign(alignment, size)); }
void* aligned_alloc(size_t alignment, size_t size) { return counted(__libc_memalign(alignment, size)); }
int posix_memalign(void** out, size_t alignment, size_t size) {
  void* block = counted(__libc_memalign(alignment, size));
  if (block == NULL) return ENOMEM;
  *out = block;
  return 0;
}
void free(void* block) {
  if (block != NULL) __atomic_fetch_sub(&live, 1, __ATOMIC_RELAXED);
  __libc_free(block);
}
void* realloc(void* block, size_t size) {
  if (block == NULL) return malloc(size);
  if (size == 0) {
    free(block);
    return NULL;
  }
  return __libc_realloc(block, size);
}
