// What all kernels need. Every kernel is written once, as a function that is inlined into one for each kind of vectors.
// Vectors of 256 bits are made of two where the processor has none.
#ifndef MOIM_VECTORS_H
#define MOIM_VECTORS_H

#include <stdint.h>
#include <string.h>

#define KERNEL static inline __attribute__((always_inline))
// What is inlined into such a function is compiled for vectors of 256 bits.
#if defined(__x86_64__)
#define WITH_256_BITS __attribute__((target("avx2")))
#else
#define WITH_256_BITS
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
