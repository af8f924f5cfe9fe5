#include "widest_vectors.h"

moim_vectors moim_widest_vectors(void) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl")) {
    return moim_vectors_512;
  }
  return __builtin_cpu_supports("avx2") ? moim_vectors_256 : moim_vectors_128;
#else
  return moim_vectors_128;
#endif
}
