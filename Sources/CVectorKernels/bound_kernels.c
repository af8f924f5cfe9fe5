#include "bound_kernels.h"
#include "floats.h"

KERNEL floats8 rounded_up(floats8 numbers) {
  // Next to so large a number there are none but whole ones.
  const floats8 large = all(0x1p23f);
  const floats8 nearest = (numbers + large) - large;
  return nearest + where(nearest < numbers, all(1));
}

KERNEL floats8 smaller(floats8 first, floats8 second) { return __builtin_elementwise_min(first, second); }

/// Impacts of a frequency times 240.
KERNEL floats8 exact_codes(float frequency, floats8 norms) { return frequency / (frequency + norms) * 240; }

/// For each norm: no impact times 240 is a smaller share of its code.
KERNEL floats8 least_shares(floats8 norms) {
  const floats8 once = exact_codes(1, norms), twice = exact_codes(2, norms);
  const floats8 larger = rounded_up(exact_codes(3, norms));
  return smaller(smaller(once / rounded_up(once), twice / rounded_up(twice)), (larger - 1) / larger);
}

KERNEL floats8 norms_of(const moim_norms *norms, const uint32_t *documents) {
  words8 lengths = {};
  if (norms->lengths) {
    for (int lane = 0; lane < 8; lane++) {
      uint32_t length;
      memcpy(&length, (const char *)norms->lengths + 4 * (size_t)documents[lane], sizeof length);
      lengths[lane] = length;
    }
  }
  return norms->k1 * ((1 - norms->b) + norms->b * (__builtin_convertvector(lengths, floats8) / norms->average_length));
}

KERNEL void lower_bounds(
    const moim_lower_bound *bound, const uint32_t *documents, const int32_t *sums, ptrdiff_t count, int32_t *bounds) {
  for (ptrdiff_t first = 0; first < count; first += 8) {
    floats8 shares = least_shares(norms_of(&bound->norms[0], documents + first));
    if (bound->norms_count > 1) {
      shares = smaller(shares, least_shares(norms_of(&bound->norms[1], documents + first)));
    }
    ints8 own_sums;
    memcpy(&own_sums, sums + first, sizeof own_sums);
    const ints8 known = __builtin_elementwise_max(own_sums - bound->rounding, (ints8){});
    const ints8 certain = __builtin_convertvector(__builtin_convertvector(known, floats8) * (shares * bound->factor), ints8);
    memcpy(bounds + first, &certain, sizeof certain);
  }
}

WITH_256_BITS static void lower_bounds_256(
    const moim_lower_bound *bound, const uint32_t *documents, const int32_t *sums, ptrdiff_t count, int32_t *bounds) {
  lower_bounds(bound, documents, sums, count, bounds);
}

void moim_lower_bounds(
    moim_vectors vectors, const moim_lower_bound *bound, const uint32_t *documents, const int32_t *sums,
    ptrdiff_t count, int32_t *bounds) {
  if (vectors >= moim_vectors_256) return lower_bounds_256(bound, documents, sums, count, bounds);
  lower_bounds(bound, documents, sums, count, bounds);
}
