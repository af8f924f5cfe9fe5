#include "score_kernels.h"
#include "floats.h"

/// What the rows of a column have in common.
typedef struct {
  floats8 k1, b, one_less_b, own_average, exact_average, weight;
  int averages_agree;
} row_constants;

KERNEL row_constants constants_of(const moim_scoring *scoring) {
  return (row_constants){
      .k1 = all(scoring->k1),
      .b = all(scoring->b),
      .one_less_b = all(1 - scoring->b),
      .own_average = all(scoring->own_average_length),
      .exact_average = all(scoring->exact_average_length),
      .weight = all(scoring->weight),
      .averages_agree = scoring->own_average_length == scoring->exact_average_length,
  };
}

/// Impact.norm
KERNEL floats8 norms(floats8 lengths, floats8 average, const row_constants *constants) {
  return constants->k1 * (constants->one_less_b + constants->b * (lengths / average));
}

KERNEL floats8 load_lengths(const void *row_lengths) {
  words8 lengths;
  memcpy(&lengths, row_lengths, sizeof lengths);
  return __builtin_convertvector(lengths, floats8);
}

KERNEL void add_units(int32_t *scores, floats8 units) {
  ints8 sums;
  memcpy(&sums, scores, sizeof sums);
  sums += __builtin_convertvector(units, ints8);
  memcpy(scores, &sums, sizeof sums);
}

/// Adds what the postings of eight documents are worth.
///
/// \returns a mask of the documents of which the frequency is not plain.
KERNEL ints8 score_row(lanes8 codes, const void *row_lengths, const row_constants *constants, int32_t *scores) {
  const floats8 lengths = load_lengths(row_lengths);
  const floats8 own = norms(lengths, constants->own_average, constants);
  const floats8 exact = constants->averages_agree ? own : norms(lengths, constants->exact_average, constants);
  const ints8 wide_codes = __builtin_convertvector(codes, ints8);
  const ints8 is_there = wide_codes > 0;

  // Impact.plainFrequency
  const floats8 below = __builtin_convertvector(wide_codes, floats8) - all(1);
  const floats8 solved = below * own / (all(240) - below);
  const ints8 is_small = is_there & (own >= all(0.25f)) & (solved >= all(0)) & (solved < all(256));
  const floats8 whole = __builtin_convertvector(__builtin_convertvector(where(is_small, solved), ints8), floats8);
  const floats8 fraction = solved - whole, slack = all(0.0002f) * (solved + all(1));
  const floats8 frequency = whole + all(1);
  const ints8 is_plain =
      is_small & (fraction > slack) & (fraction < all(1) - slack)
      & (all(240) * own > all(1.001f) * (frequency + own) * (frequency + all(1) + own));

  // Contribution.units
  add_units(scores, where(is_plain, constants->weight * (frequency / (frequency + exact))));
  return is_there & ~is_plain;
}

/// A bit for each lane of a mask.
KERNEL uint8_t bits_of(ints8 mask) {
  typedef _Bool bits8 __attribute__((ext_vector_type(8)));
  const bits8 is_set = __builtin_convertvector(mask, bits8);
  uint8_t bits;
  memcpy(&bits, &is_set, sizeof bits);
  return bits;
}

KERNEL void score_column(
    const moim_scored_column *column, ptrdiff_t first_document, ptrdiff_t strip_count, int32_t *scores,
    uint8_t *unclear) {
  const row_constants constants = constants_of(&column->scoring);
  const char *const levels = column->levels, *const excesses = column->excesses, *const lengths = column->scoring.lengths;
  // 16 numbers of four times four bits: of each the first four bits are the first 16 documents, and so on.
  for (ptrdiff_t strip = 0; strip < strip_count; strip++) {
    const ptrdiff_t start = first_document + strip * 64;
    lanes8 level_bits[2], excess_bits[2];
    memcpy(level_bits, levels + (start >> 1), sizeof level_bits);
    memcpy(excess_bits, excesses + (start >> 1), sizeof excess_bits);
    for (int row = 0; row < 8; row++) {
      const ptrdiff_t document = start + row * 8;
      const int half = row & 1;
      const lanes8 codes = (level_bits[half] & 15) * 16 - (excess_bits[half] & 15);
      unclear[strip * 8 + row] =
          bits_of(score_row(codes, lengths + document * 4, &constants, scores + (document - first_document)));
      level_bits[half] >>= 4;
      excess_bits[half] >>= 4;
    }
  }
}

KERNEL void score_bits(
    const void *bits, const moim_scoring *scoring, ptrdiff_t first_document, ptrdiff_t strip_count, int32_t *scores) {
  const row_constants constants = constants_of(scoring);
  const char *const lengths = scoring->lengths;
  const ints8 own_bits = {1, 1 << 1, 1 << 2, 1 << 3, 1 << 4, 1 << 5, 1 << 6, 1 << 7};
  for (ptrdiff_t row = 0; row < strip_count * 8; row++) {
    const ptrdiff_t document = first_document + row * 8;
    const ints8 is_there = (((const uint8_t *)bits)[document >> 3] & own_bits) != 0;
    const floats8 norm = norms(load_lengths(lengths + document * 4), constants.exact_average, &constants);
    add_units(scores + row * 8, where(is_there, constants.weight * (all(1) / (all(1) + norm))));
  }
}

WITH_256_BITS static void score_column_256(
    const moim_scored_column *column, ptrdiff_t first_document, ptrdiff_t strip_count, int32_t *scores,
    uint8_t *unclear) {
  score_column(column, first_document, strip_count, scores, unclear);
}

void moim_score_column(
    moim_vectors vectors, const moim_scored_column *column, ptrdiff_t first_document, ptrdiff_t strip_count,
    int32_t *scores, uint8_t *unclear) {
  if (vectors >= moim_vectors_256) return score_column_256(column, first_document, strip_count, scores, unclear);
  score_column(column, first_document, strip_count, scores, unclear);
}

WITH_256_BITS static void score_bits_256(
    const void *bits, const moim_scoring *scoring, ptrdiff_t first_document, ptrdiff_t strip_count, int32_t *scores) {
  score_bits(bits, scoring, first_document, strip_count, scores);
}

void moim_score_bits(
    moim_vectors vectors, const void *bits, const moim_scoring *scoring, ptrdiff_t first_document,
    ptrdiff_t strip_count, int32_t *scores) {
  if (vectors >= moim_vectors_256) return score_bits_256(bits, scoring, first_document, strip_count, scores);
  score_bits(bits, scoring, first_document, strip_count, scores);
}
