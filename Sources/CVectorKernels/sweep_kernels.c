#include "sweep_kernels.h"
#include "vectors.h"

typedef uint16_t lanes16 __attribute__((vector_size(32)));
typedef int32_t parts8 __attribute__((vector_size(32)));
typedef uint64_t words2 __attribute__((vector_size(16)));

KERNEL lanes16 load16(const void *place) {
  lanes16 value;
  memcpy(&value, place, sizeof value);
  return value;
}

KERNEL void store8(void *place, lanes8 value) { memcpy(place, &value, sizeof value); }

KERNEL lanes16 joined(lanes8 low, lanes8 high) {
  return __builtin_shufflevector(low, high, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
}

KERNEL lanes8 low_half(lanes16 value) { return __builtin_shufflevector(value, value, 0, 1, 2, 3, 4, 5, 6, 7); }

KERNEL lanes8 high_half(lanes16 value) { return __builtin_shufflevector(value, value, 8, 9, 10, 11, 12, 13, 14, 15); }

/// 64 numbers as planes of columns hold documents: row i has those of documents 8 i ... 8 i + 7 and 32 + 8 i ...
typedef struct {
  lanes16 row0, row1, row2, row3;
} strip_rows;

KERNEL strip_rows load_rows(const uint16_t *sums) {
  return (strip_rows){
      joined(load8(sums), load8(sums + 32)), joined(load8(sums + 8), load8(sums + 40)),
      joined(load8(sums + 16), load8(sums + 48)), joined(load8(sums + 24), load8(sums + 56))};
}

KERNEL void store_row(uint16_t *sums, lanes16 row) {
  store8(sums, low_half(row));
  store8(sums + 32, high_half(row));
}

KERNEL void store_rows(uint16_t *sums, strip_rows rows) {
  store_row(sums, rows.row0);
  store_row(sums + 8, rows.row1);
  store_row(sums + 16, rows.row2);
  store_row(sums + 24, rows.row3);
}

KERNEL lanes8 largest_lanes(strip_rows rows) {
  lanes16 largest = __builtin_elementwise_max(
      __builtin_elementwise_max(rows.row0, rows.row1), __builtin_elementwise_max(rows.row2, rows.row3));
  return __builtin_elementwise_max(low_half(largest), high_half(largest));
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

KERNEL void add_levels(strip_rows *rows, lanes16 levels, uint16_t weight) {
  rows->row0 += (levels & 15) * weight;
  rows->row1 += (levels >> 4 & 15) * weight;
  rows->row2 += (levels >> 8 & 15) * weight;
  rows->row3 += (levels >> 12) * weight;
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
    strip_rows rows = load_rows(sums + offset);
    for (ptrdiff_t column = 0; column < column_count; column++) {
      add_levels(&rows, load16((const char *)columns[column].levels + (start >> 1)), columns[column].weight);
    }
    if (column_count > 0) store_rows(sums + offset, rows);
    const lanes8 largest = largest_lanes(rows);
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

WITH_256_BITS static ptrdiff_t add_columns_256(
    const moim_window *window, const moim_column *columns, ptrdiff_t column_count, int32_t least, ptrdiff_t *strips,
    ptrdiff_t strip_count) {
  return add_columns(window, columns, column_count, least, strips, strip_count);
}

ptrdiff_t moim_add_columns(
    moim_vectors vectors, const moim_window *window, const moim_column *columns, ptrdiff_t column_count, int32_t least,
    ptrdiff_t *strips, ptrdiff_t strip_count) {
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
  if (vectors == moim_vectors_256) {
    return keep_accumulated_256(
        window, accumulated, part_bits, least, largest, strips, strip_count, overflowing, overflowing_count);
  }
  return keep_accumulated(
      window, accumulated, part_bits, least, largest, strips, strip_count, overflowing, overflowing_count);
}
