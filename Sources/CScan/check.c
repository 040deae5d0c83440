#include "cscan_check.h"
#include <string.h>

// Eight sums side by side, so that a multiplication need not wait for the one before. Each step
// maps a sum one to one, so that two texts that differ in one word cannot meet again.
enum { LANES = 8, STRIDE = 8 * LANES };

static const uint64_t MULTIPLIER = 0x9E3779B97F4A7C15u;

static uint64_t load(const uint8_t *bytes) {
  uint64_t word;
  memcpy(&word, bytes, sizeof word);
  return word;
}

static uint64_t mixed(uint64_t sum, uint64_t word) {
  sum = (sum ^ word) * MULTIPLIER;
  return sum ^ sum >> 32;
}

uint64_t cscan_checksum(const void *start, size_t count) {
  const uint8_t *bytes = start;
  uint64_t sums[LANES];
  for (int lane = 0; lane < LANES; lane++) sums[lane] = MULTIPLIER * (uint64_t)(lane + 1);
  size_t at = 0;
  for (; at + STRIDE <= count; at += STRIDE) {
    for (int lane = 0; lane < LANES; lane++) {
      sums[lane] = mixed(sums[lane], load(bytes + at + 8 * lane));
    }
  }
  uint64_t sum = (uint64_t)count;
  for (int lane = 0; lane < LANES; lane++) sum = mixed(sum, sums[lane]);
  for (; at + 8 <= count; at += 8) sum = mixed(sum, load(bytes + at));
  uint8_t rest[8] = {0};
  memcpy(rest, bytes + at, count - at);
  return mixed(sum, load(rest));
}

int cscan_ascends(const uint32_t *numbers, size_t count) {
  uint32_t falls = 0;
  for (size_t index = 1; index < count; index++) falls |= numbers[index] < numbers[index - 1];
  return falls == 0;
}

int cscan_codes_fit(
    const uint32_t *codes, size_t count, uint32_t values, uint32_t long_texts) {
  uint32_t misfits = 0;
  for (size_t index = 0; index < count; index++) {
    uint32_t limit = codes[index] >> 31 ? long_texts : values;
    misfits |= (codes[index] & 0x7FFFFFFFu) >= limit;
  }
  return misfits == 0;
}

size_t cscan_count(const void *start, size_t count, uint8_t value) {
  const uint8_t *bytes = start;
  size_t found = 0;
  for (size_t at = 0; at < count; at++) found += bytes[at] == value;
  return found;
}
