/// What the lower bounds of ImpactSweep are made of, for several documents at a time.
#ifndef MOIM_BOUND_KERNELS_H
#define MOIM_BOUND_KERNELS_H

#include <stddef.h>
#include <stdint.h>

#include "widest_vectors.h"

/// Impact.norm of the documents of a segment.
typedef struct {
  /// u32 for each document; NULL where all are 0.
  const void *lengths;
  float k1;
  float b;
  float average_length;
} moim_norms;

/// What scores are at least when sums of codes are known.
typedef struct {
  /// Of one stream, or of two.
  moim_norms norms[2];
  ptrdiff_t norms_count;
  /// Of an impact, what is certain of it under another average length.
  float factor;
  /// By so many units sums may be too large.
  int32_t rounding;
} moim_lower_bound;

/// Finds for sums of documents the share of them that their scores reach for certain: no impact is a smaller share of its
/// code, and frequencies 1 and 2, whose codes are the smallest, are tried.
///
/// \param count a multiple of 8, of documents that have lengths.
/// \param sums of codes times weights, in units.
/// \param bounds in units.
void moim_lower_bounds(
    moim_vectors vectors, const moim_lower_bound *bound, const uint32_t *documents, const int32_t *sums,
    ptrdiff_t count, int32_t *bounds);

#endif
