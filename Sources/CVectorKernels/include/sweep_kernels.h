/// What ImpactSweep does by vectors. And asking the memory ahead, for which Swift has no word.
///
/// Documents come in strips of 64. A strip is named by the number of its first document; `sums` and `accumulated` begin
/// at the first document of a window, columns at that of the segment.
#ifndef MOIM_SWEEP_KERNELS_H
#define MOIM_SWEEP_KERNELS_H

#include <stddef.h>
#include <stdint.h>

#include "widest_vectors.h"

/// What a term adds to documents: levels, or a code of the document's own where a bit is set.
typedef struct {
  /// Four bits for each document (ColumnLayout), or one.
  const void *documents;
  /// Of each document of the segment the code that a bit stands for; NULL where `documents` holds levels.
  const void *unit_codes;
  /// What a level is worth, in units, or a code, in 256ths of a unit.
  uint16_t weight;
} moim_column;

/// A window of documents.
typedef struct {
  /// The first document of the segment that is in the window, a multiple of 64.
  ptrdiff_t first_document;
  /// In units; together with what is added none is more than 65,535.
  uint16_t *sums;
  /// For each strip of the window eight numbers, the largest sums by lane: of documents 0, 8, 16 ..., of 1, 9, 17 ...
  uint16_t *largest_sums;
} moim_window;

/// Adds columns, or none, to the sums of strips and keeps the strips in which a sum is at least a number then.
///
/// Columns of bits that share `unit_codes` are added as one: the sum of codes times weights, rounded down, and one unit
/// more, to all documents.
///
/// \param columns levels first, then bits, those of the same `unit_codes` together. The weights of bits in one document
///   are 65,535 at most.
/// \param strips are overwritten by those that are kept, in their order.
/// \returns how many are kept.
ptrdiff_t moim_add_columns(
    moim_vectors vectors, const moim_window *window, const moim_column *columns, ptrdiff_t column_count, int32_t least,
    ptrdiff_t *strips, ptrdiff_t strip_count);

/// Writes parts of units, rounded up to units, into the sums of the strips in which they reach a number, and keeps these.
///
/// \param accumulated parts, `1 << part_bits` a unit, not negative.
/// \param largest strips with more units than this are not written and not kept; not above 65,535.
/// \param overflowing room for such strips, as many as there are strips.
/// \param overflowing_count how many there are.
ptrdiff_t moim_keep_accumulated(
    moim_vectors vectors, const moim_window *window, const int32_t *accumulated, int32_t part_bits, int32_t least,
    int32_t largest, ptrdiff_t *strips, ptrdiff_t strip_count, ptrdiff_t *overflowing, ptrdiff_t *overflowing_count);

/// Finds the documents of strips whose sums are at least a number.
///
/// \param least above 0; the strips' largest sums must be known.
/// \param end behind the last document of the window.
/// \param admitted a bit for each document of the segment, or NULL where all are admitted.
/// \param last_local of the largest window, below 2^15.
/// \param reaching room for all documents of the strips. Of each the sum, in 15 bits below it how far it is from `last_local`:
///   the larger the sum, and of equal ones the earlier the document, the larger the number.
/// \returns how many there are.
ptrdiff_t moim_gather_reaching(
    moim_vectors vectors, const moim_window *window, int32_t least, const ptrdiff_t *strips, ptrdiff_t strip_count,
    ptrdiff_t end, const uint64_t *admitted, uint32_t last_local, uint32_t *reaching);

/// Asks the memory for what is some bytes behind a place and does not wait for it. That may lie behind what may be read.
static inline void moim_prefetch(const void *place, ptrdiff_t offset) {
  __builtin_prefetch((const void *)((uintptr_t)place + (uintptr_t)offset));
}

#endif
