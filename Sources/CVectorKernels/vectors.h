// What all kernels need. Every kernel is written once, as a function that is inlined into one for each kind of vectors.
// Wider vectors than the processor has are made of several.
#ifndef MOIM_VECTORS_H
#define MOIM_VECTORS_H

#include <stdint.h>
#include <string.h>

#define KERNEL static inline __attribute__((always_inline))
// What is inlined into such a function is compiled for vectors of 256 or 512 bits.
#if defined(__x86_64__)
#define WITH_256_BITS __attribute__((target("avx2")))
#define WITH_512_BITS __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl")))
#else
#define WITH_256_BITS
#define WITH_512_BITS
#endif
// Where vectors are passed does not matter: everything that takes any is inlined.
#pragma clang diagnostic ignored "-Wpsabi"

typedef uint16_t lanes8 __attribute__((vector_size(16)));

KERNEL lanes8 load8(const void *place) {
  lanes8 value;
  memcpy(&value, place, sizeof value);
  return value;
}

#endif
