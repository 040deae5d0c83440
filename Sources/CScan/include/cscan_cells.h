#pragma once
#include "cscan.h"
#ifdef __cplusplus
extern "C" {
#endif

/// Finds where cells without quotes end.
///
/// Reads from `start` to a line end, a quotation mark or `end`, whichever comes first, and writes
/// the place of each separator on the way, counted from `start`, as long as there is room. Bytes
/// from `end` on are not looked at.
///
/// @param stop set to the place, counted from `start`, of what ended the reading: a line end, a
///        quotation mark, `end`, or a separator for which there was no room.
/// @return how many separators were written.
size_t cscan_cell_ends(enum cscan_level level, const uint8_t *start, const uint8_t *end,
                       uint8_t separator, size_t *ends, size_t room, size_t *stop);

#ifdef __cplusplus
}
#endif
