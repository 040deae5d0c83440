#include "cscan.h"

#define SEPARATOR_BIT (1ull << 62)

// The bit of each byte: letters 0 to 25, digits 26 to 35, common punctuation 36 to 59; the rest
// share 63.
static const uint8_t mask_places[256] = {
    63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63,
    63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63,
    36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51,
    26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 52, 53, 63, 54, 63, 55,
    56, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63,
    63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 58, 63, 59, 63, 57,
    63, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14,
    15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 63, 63, 63, 63, 63,
    63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63,
    63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63,
    63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63,
    63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63,
    63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63,
    63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63,
    63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63,
    63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 62,
};

uint64_t cscan_mask_bit(uint8_t byte) { return 1ull << mask_places[byte] & ~SEPARATOR_BIT; }

uint64_t cscan_mask(const uint8_t *text, size_t length) {
  uint64_t even = 0, odd = 0;
  size_t i = 0;
  for (; i + 4 <= length; i += 4) {
    even |= 1ull << mask_places[text[i]] | 1ull << mask_places[text[i + 2]];
    odd |= 1ull << mask_places[text[i + 1]] | 1ull << mask_places[text[i + 3]];
  }
  for (; i < length; i++) even |= 1ull << mask_places[text[i]];
  return (even | odd) & ~SEPARATOR_BIT;
}

void cscan_find_masks(const uint64_t *masks, uint64_t required, size_t first, size_t last,
                      uint64_t *bits, size_t origin) {
  for (size_t c = first; c < last;) {
    size_t bit = origin + c, room = 64 - bit % 64;
    size_t end = last - c < room ? last : c + room;
    uint64_t word = 0;
    for (unsigned shift = bit % 64; c < end; c++, shift++) {
      word |= (uint64_t)((masks[c] & required) == required) << shift;
    }
    bits[bit / 64] |= word;
  }
}
