#pragma once
#include <stddef.h>
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif

/// What bytes add up to, so that other bytes are told from them; not meant against who wants to
/// deceive. Any single changed bit changes it.
uint64_t cscan_checksum(const void *bytes, size_t count);

/// How many of the bytes have a value.
size_t cscan_count(const void *bytes, size_t count, uint8_t value);

/// Whether no number is below the one before it.
int cscan_ascends(const uint32_t *numbers, size_t count);

/// Whether each code is one of `values`, or has the highest bit and is then one of `long_texts`.
int cscan_codes_fit(
    const uint32_t *codes, size_t count, uint32_t values, uint32_t long_texts);

#ifdef __cplusplus
}
#endif
