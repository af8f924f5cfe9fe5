/// Kernels are compiled for vectors of 128 and of 256 bits, and of 512 where they gain by it: Swift has no functions that
/// are compiled for another processor than the rest of the program.
#ifndef MOIM_WIDEST_VECTORS_H
#define MOIM_WIDEST_VECTORS_H

/// The vectors that a kernel is compiled for.
typedef enum {
  moim_vectors_128,
  moim_vectors_256,
  moim_vectors_512,
} moim_vectors;

/// The widest vectors that this processor has.
moim_vectors moim_widest_vectors(void);

#endif
