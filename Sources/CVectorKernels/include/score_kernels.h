/// What DirectScorer does by vectors.
#ifndef MOIM_SCORE_KERNELS_H
#define MOIM_SCORE_KERNELS_H

#include <stddef.h>
#include <stdint.h>

#include "widest_vectors.h"

/// A column (ColumnLayout) and what its codes and scores are made with (Impact).
typedef struct {
  /// Planes that begin at the first document of the segment, as `lengths` do: u32 for each document.
  const void *levels;
  const void *excesses;
  const void *lengths;
  float k1;
  float b;
  /// Of the segment, which codes are made with, and of the collection, which scores are made with.
  float own_average_length;
  float exact_average_length;
  /// Of the term, in units of scores.
  float weight;
} moim_scored_column;

/// Adds to the scores of documents what their postings in a column are worth: Contribution.units of the frequency that
/// Impact.plainFrequency gives. Where that gives none nothing is added.
///
/// \param first_document a multiple of 64; `scores` begin there.
/// \param strip_count strips of 64 documents, all of which have lengths.
/// \param unclear room for as many documents as there are.
/// \returns of how many documents the frequency is not plain; `unclear` holds them, ascending, numbered as in the segment.
ptrdiff_t moim_score_column(
    moim_vectors vectors, const moim_scored_column *column, ptrdiff_t first_document, ptrdiff_t strip_count,
    int32_t *scores, uint32_t *unclear);

#endif
