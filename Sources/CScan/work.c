#include "cscan_work.h"

static _Thread_local uint64_t done;

void cscan_count_work(uint64_t amount) { done += amount; }
uint64_t cscan_work_done(void) { return done; }
