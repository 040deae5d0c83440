#pragma once
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif

/// Counts work of this thread: bytes looked at, nodes made, values compared. Tests read it to hold how
/// the work grows with the size of a text, which times cannot show reliably.
void cscan_count_work(uint64_t amount);
/// The work that this thread has counted so far.
uint64_t cscan_work_done(void);

#ifdef __cplusplus
}
#endif
