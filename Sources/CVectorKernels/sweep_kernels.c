#include "sweep_kernels.h"
#include "vectors.h"

typedef uint16_t lanes16 __attribute__((vector_size(32)));
typedef uint16_t lanes32 __attribute__((vector_size(64)));
typedef int32_t parts8 __attribute__((vector_size(32)));
typedef uint64_t words2 __attribute__((vector_size(16)));

KERNEL lanes16 load16(const void *place) {
  lanes16 value;
  memcpy(&value, place, sizeof value);
  return value;
}

KERNEL void store8(void *place, lanes8 value) { memcpy(place, &value, sizeof value); }

/// Numbers of the documents of a strip.
typedef struct {
  lanes32 low, high;
} strip_numbers;

KERNEL strip_numbers load_strip(const uint16_t *sums) {
  strip_numbers numbers;
  memcpy(&numbers, sums, sizeof numbers);
  return numbers;
}

KERNEL void store_strip(uint16_t *sums, strip_numbers numbers) { memcpy(sums, &numbers, sizeof numbers); }

KERNEL lanes8 largest_lanes(strip_numbers numbers) {
  const lanes32 largest = __builtin_elementwise_max(numbers.low, numbers.high);
  const lanes16 half = __builtin_elementwise_max(
      __builtin_shufflevector(largest, largest, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15),
      __builtin_shufflevector(largest, largest, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31));
  return __builtin_elementwise_max(
      __builtin_shufflevector(half, half, 0, 1, 2, 3, 4, 5, 6, 7),
      __builtin_shufflevector(half, half, 8, 9, 10, 11, 12, 13, 14, 15));
}

/// The largest number that is below the least; nothing is where the least is not above 0.
KERNEL lanes8 below_least(int32_t least) {
  int32_t below = least <= 0 ? 0 : least - 1 > UINT16_MAX ? UINT16_MAX : least - 1;
  return (lanes8){} + (uint16_t)below;
}

KERNEL ptrdiff_t is_above(lanes8 largest, lanes8 below) {
  words2 words = (words2)__builtin_elementwise_sub_sat(largest, below);
  return (words[0] | words[1]) != 0;
}

/// Adds levels times a weight: 16 numbers of four levels, of which the first are those of the first 16 documents.
KERNEL void add_levels(strip_numbers *sums, lanes16 levels, uint16_t weight) {
  const lanes32 first_or_second = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                                   4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4};
  const lanes32 twice = __builtin_shufflevector(
      levels, levels, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
      13, 14, 15);
  sums->low += (twice >> first_or_second & 15) * weight;
  sums->high += (twice >> (first_or_second + 8) & 15) * weight;
}

/// `weight` in the documents whose bits are set, else 0.
KERNEL lanes32 weights_where(uint32_t bits, uint16_t weight) {
  typedef _Bool bits32 __attribute__((ext_vector_type(32)));
  bits32 is_set;
  memcpy(&is_set, &bits, sizeof is_set);
  return -__builtin_convertvector(is_set, lanes32) & weight;
}

KERNEL void add_weights(strip_numbers *weights, const void *strip_bits, uint16_t weight) {
  uint32_t bits[2];
  memcpy(bits, strip_bits, sizeof bits);
  weights->low += weights_where(bits[0], weight);
  weights->high += weights_where(bits[1], weight);
}

/// Codes times weights in 256ths of a unit, rounded down to units, and one unit more.
KERNEL lanes32 weighted_codes(lanes32 weights, const void *half_codes) {
  typedef uint8_t bytes32 __attribute__((vector_size(32)));
  typedef uint32_t products32 __attribute__((vector_size(128)));
  bytes32 codes;
  memcpy(&codes, half_codes, sizeof codes);
  const lanes32 shifted = __builtin_convertvector(codes, lanes32) << 8;
  const products32 products = __builtin_convertvector(weights, products32) * __builtin_convertvector(shifted, products32);
  return __builtin_convertvector(products >> 16, lanes32) + 1;
}

KERNEL ptrdiff_t add_columns(
    const moim_window *window, const moim_column *columns, ptrdiff_t column_count, int32_t least, ptrdiff_t *strips,
    ptrdiff_t strip_count) {
  const lanes8 below = below_least(least);
  const ptrdiff_t is_any = least <= 0;
  const ptrdiff_t first_document = window->first_document;
  uint16_t *const sums = window->sums;
  uint16_t *const largest_sums = window->largest_sums;
  ptrdiff_t kept = 0;
  for (ptrdiff_t index = 0; index < strip_count; index++) {
    const ptrdiff_t start = strips[index];
    const ptrdiff_t offset = start - first_document;
    strip_numbers strip = load_strip(sums + offset);
    const moim_column *column = columns, *const end = columns + column_count;
    for (; column < end && !column->unit_codes; column++) {
      add_levels(&strip, load16((const char *)column->documents + (start >> 1)), column->weight);
    }
    while (column < end) {
      const void *const unit_codes = column->unit_codes;
      strip_numbers weights = {};
      for (; column < end && column->unit_codes == unit_codes; column++) {
        add_weights(&weights, (const char *)column->documents + (start >> 3), column->weight);
      }
      strip.low += weighted_codes(weights.low, (const char *)unit_codes + start);
      strip.high += weighted_codes(weights.high, (const char *)unit_codes + start + 32);
    }
    if (column_count > 0) store_strip(sums + offset, strip);
    const lanes8 largest = largest_lanes(strip);
    store8(largest_sums + (offset >> 3), largest);
    strips[kept] = start;
    kept += is_any | is_above(largest, below);
  }
  return kept;
}

/// Whether one of 64 numbers is above another: by the signs of differences, for not every processor has the larger of
/// two numbers of 32 bits.
KERNEL int holds_above(const parts8 *parts, int32_t below) {
  parts8 signs = {};
  for (int row = 0; row < 8; row++) signs |= below - parts[row];
  return is_above(__builtin_convertvector(signs >> 31, lanes8), (lanes8){});
}

KERNEL ptrdiff_t keep_accumulated(
    const moim_window *window, const int32_t *accumulated, int32_t part_bits, int32_t least, int32_t largest,
    ptrdiff_t *strips, ptrdiff_t strip_count, ptrdiff_t *overflowing, ptrdiff_t *overflowing_count) {
  const parts8 rounding = (parts8){} + ((1 << part_bits) - 1);
  const int32_t below = least > 0 ? (least - 1) << part_bits : 0;
  const int32_t largest_parts = largest << part_bits;
  ptrdiff_t kept = 0, overflows = 0;
  for (ptrdiff_t index = 0; index < strip_count; index++) {
    const ptrdiff_t start = strips[index];
    const ptrdiff_t offset = start - window->first_document;
    parts8 parts[8];
    memcpy(parts, accumulated + offset, sizeof parts);
    if (least > 0 && !holds_above(parts, below)) continue;
    if (holds_above(parts, largest_parts)) {
      overflowing[overflows++] = start;
      continue;
    }
    lanes8 largest_lane = {};
    for (int row = 0; row < 8; row++) {
      const lanes8 units = __builtin_convertvector((parts[row] + rounding) >> part_bits & UINT16_MAX, lanes8);
      store8(window->sums + offset + row * 8, units);
      largest_lane = __builtin_elementwise_max(largest_lane, units);
    }
    store8(window->largest_sums + (offset >> 3), largest_lane);
    strips[kept++] = start;
  }
  *overflowing_count = overflows;
  return kept;
}

/// A bit for each of 32 numbers that is above another.
KERNEL uint64_t bits_above(lanes32 numbers, uint16_t below) {
  typedef _Bool bits32 __attribute__((ext_vector_type(32)));
  const bits32 is_above = __builtin_convertvector((lanes32)(numbers > (lanes32){} + below), bits32);
  uint32_t bits;
  memcpy(&bits, &is_above, sizeof bits);
  return bits;
}

KERNEL ptrdiff_t gather_reaching(
    const moim_window *window, int32_t least, const ptrdiff_t *strips, ptrdiff_t strip_count, ptrdiff_t end,
    const uint64_t *admitted, uint32_t last_local, uint32_t *reaching) {
  if (least > UINT16_MAX) return 0;
  const lanes8 below = below_least(least);
  ptrdiff_t count = 0;
  for (ptrdiff_t index = 0; index < strip_count; index++) {
    const ptrdiff_t start = strips[index];
    const ptrdiff_t offset = start - window->first_document;
    if (!is_above(load8(window->largest_sums + (offset >> 3)), below)) continue;
    const strip_numbers strip = load_strip(window->sums + offset);
    uint64_t documents = bits_above(strip.low, below[0]) | bits_above(strip.high, below[0]) << 32;
    if (end - start < 64) documents &= (UINT64_C(1) << (end - start)) - 1;
    if (admitted) documents &= admitted[start >> 6];
    for (; documents != 0; documents &= documents - 1) {
      const uint32_t local = (uint32_t)offset + (uint32_t)__builtin_ctzll(documents);
      reaching[count++] = (uint32_t)window->sums[local] << 15 | (last_local - local);
    }
  }
  return count;
}

WITH_256_BITS static ptrdiff_t add_columns_256(
    const moim_window *window, const moim_column *columns, ptrdiff_t column_count, int32_t least, ptrdiff_t *strips,
    ptrdiff_t strip_count) {
  return add_columns(window, columns, column_count, least, strips, strip_count);
}

WITH_512_BITS static ptrdiff_t add_columns_512(
    const moim_window *window, const moim_column *columns, ptrdiff_t column_count, int32_t least, ptrdiff_t *strips,
    ptrdiff_t strip_count) {
  return add_columns(window, columns, column_count, least, strips, strip_count);
}

ptrdiff_t moim_add_columns(
    moim_vectors vectors, const moim_window *window, const moim_column *columns, ptrdiff_t column_count, int32_t least,
    ptrdiff_t *strips, ptrdiff_t strip_count) {
  if (vectors == moim_vectors_512) return add_columns_512(window, columns, column_count, least, strips, strip_count);
  if (vectors == moim_vectors_256) return add_columns_256(window, columns, column_count, least, strips, strip_count);
  return add_columns(window, columns, column_count, least, strips, strip_count);
}

WITH_256_BITS static ptrdiff_t keep_accumulated_256(
    const moim_window *window, const int32_t *accumulated, int32_t part_bits, int32_t least, int32_t largest,
    ptrdiff_t *strips, ptrdiff_t strip_count, ptrdiff_t *overflowing, ptrdiff_t *overflowing_count) {
  return keep_accumulated(
      window, accumulated, part_bits, least, largest, strips, strip_count, overflowing, overflowing_count);
}

ptrdiff_t moim_keep_accumulated(
    moim_vectors vectors, const moim_window *window, const int32_t *accumulated, int32_t part_bits, int32_t least,
    int32_t largest, ptrdiff_t *strips, ptrdiff_t strip_count, ptrdiff_t *overflowing, ptrdiff_t *overflowing_count) {
  if (vectors >= moim_vectors_256) {
    return keep_accumulated_256(
        window, accumulated, part_bits, least, largest, strips, strip_count, overflowing, overflowing_count);
  }
  return keep_accumulated(
      window, accumulated, part_bits, least, largest, strips, strip_count, overflowing, overflowing_count);
}

WITH_256_BITS static ptrdiff_t gather_reaching_256(
    const moim_window *window, int32_t least, const ptrdiff_t *strips, ptrdiff_t strip_count, ptrdiff_t end,
    const uint64_t *admitted, uint32_t last_local, uint32_t *reaching) {
  return gather_reaching(window, least, strips, strip_count, end, admitted, last_local, reaching);
}

WITH_512_BITS static ptrdiff_t gather_reaching_512(
    const moim_window *window, int32_t least, const ptrdiff_t *strips, ptrdiff_t strip_count, ptrdiff_t end,
    const uint64_t *admitted, uint32_t last_local, uint32_t *reaching) {
  return gather_reaching(window, least, strips, strip_count, end, admitted, last_local, reaching);
}

ptrdiff_t moim_gather_reaching(
    moim_vectors vectors, const moim_window *window, int32_t least, const ptrdiff_t *strips, ptrdiff_t strip_count,
    ptrdiff_t end, const uint64_t *admitted, uint32_t last_local, uint32_t *reaching) {
  if (vectors == moim_vectors_512) {
    return gather_reaching_512(window, least, strips, strip_count, end, admitted, last_local, reaching);
  }
  if (vectors == moim_vectors_256) {
    return gather_reaching_256(window, least, strips, strip_count, end, admitted, last_local, reaching);
  }
  return gather_reaching(window, least, strips, strip_count, end, admitted, last_local, reaching);
}
