// Eight documents at a time, where scores are made.
#ifndef MOIM_FLOATS_H
#define MOIM_FLOATS_H

#include "vectors.h"

// Every step is one operation as in Swift, so that the same bits come out.
#pragma STDC FP_CONTRACT OFF

typedef float floats8 __attribute__((vector_size(32)));
typedef int32_t ints8 __attribute__((vector_size(32)));
typedef uint32_t words8 __attribute__((vector_size(32)));

KERNEL floats8 all(float value) { return (floats8){} + value; }

/// `value` where a comparison holds, else 0.
KERNEL floats8 where(ints8 holds, floats8 value) { return (floats8)((ints8)value & holds); }

#endif
