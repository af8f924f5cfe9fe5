/// What DirectScorer does by vectors.
#ifndef MOIM_SCORE_KERNELS_H
#define MOIM_SCORE_KERNELS_H

#include <stddef.h>
#include <stdint.h>

#include "widest_vectors.h"

/// What the postings of a term are scored with (Impact).
typedef struct {
  /// u32 for each document of the segment.
  const void *lengths;
  float k1;
  float b;
  /// Of the segment, which codes are made with, and of the collection, which scores are made with.
  float own_average_length;
  float exact_average_length;
  /// Of the term, in units of scores.
  float weight;
} moim_scoring;

/// A column (ColumnLayout) with planes that begin at the first document of the segment.
typedef struct {
  const void *levels;
  const void *excesses;
  moim_scoring scoring;
} moim_scored_column;

/// Adds to the scores of documents what their postings in a column are worth: Contribution.units of the frequency that
/// Impact.plainFrequency gives. Where that gives none nothing is added.
///
/// \param first_document a multiple of 64; `scores` begin there.
/// \param strip_count strips of 64 documents, all of which have lengths.
/// \param unclear a bit for each document, set where the frequency is not plain.
void moim_score_column(
    moim_vectors vectors, const moim_scored_column *column, ptrdiff_t first_document, ptrdiff_t strip_count,
    int32_t *scores, uint8_t *unclear);

/// Adds what a term is worth that stands once in documents, those whose bits are set.
///
/// \param bits begin at the first document of the segment.
/// \param first_document, strip_count, scores as above.
void moim_score_bits(
    moim_vectors vectors, const void *bits, const moim_scoring *scoring, ptrdiff_t first_document,
    ptrdiff_t strip_count, int32_t *scores);

#endif
