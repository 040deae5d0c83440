#pragma once
#include "cscan.h"
#ifdef __cplusplus
extern "C" {
#endif

/// Entries of a table that says something of each code of a byte; those behind the last code are 0.
#define CSCAN_CODES 256

/// What a table says of a code, as bits: whether it was compared, and whether it passed.
#define CSCAN_COMPARED 1
#define CSCAN_PASSED 2

/// Sets bit `c` in `compared` and in `passed` for each code `c` of which the table says so; `used`
/// entries of the table may be other than 0.
void cscan_look_up(enum cscan_level level, const uint8_t *codes, size_t count,
                   const uint8_t *table, size_t used, uint64_t *compared, uint64_t *passed);

#ifdef __cplusplus
}
#endif
