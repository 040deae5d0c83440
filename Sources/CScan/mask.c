#include "cscan.h"

#if defined(__SSE2__)
#include <immintrin.h>
#endif

// Of folded ASCII nearly all is in 0x20 to 0x3F, bits 0 to 31, and in 0x60 to 0x7E, bits 32 to 62.
#define SHARED_BIT (1ull << 63)

uint64_t cscan_mask_bit(uint8_t byte) {
  uint64_t shared = byte == CSCAN_SEPARATOR ? 0 : SHARED_BIT;
  return (byte & 0xA0) == 0x20 ? 1ull << ((byte & 0x1F) | (byte & 0x40) >> 1) : shared;
}

static uint64_t mask_plain(const uint8_t *text, size_t length) {
  uint64_t mask = 0;
  for (size_t i = 0; i < length; i++) mask |= cscan_mask_bit(text[i]);
  return mask;
}

#if defined(__SSE2__)
#define AVX2 __attribute__((target("avx2")))

/// What has been seen of eight bytes each, their bits in any place; and of all others, in bit 7.
struct seen {
  __m256i eights[8];
  __m256i others;
};

AVX2 static inline void see(struct seen *seen, const uint8_t *text) {
  const __m256i powers = _mm256_set1_epi64x((long long)0x8040201008040201u);
  __m256i bytes = _mm256_loadu_si256((const __m256i *)text);
  __m256i bit = _mm256_shuffle_epi8(powers, bytes);
  __m256i eight = _mm256_and_si256(bytes, _mm256_set1_epi8((char)0xF8));
  __m256i known = _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8((char)CSCAN_SEPARATOR));
  for (int i = 0; i < 8; i++) {
    char first = (char)((i < 4 ? 0x20 : 0x40) + i * 8);
    __m256i inside = _mm256_cmpeq_epi8(eight, _mm256_set1_epi8(first));
    seen->eights[i] = _mm256_or_si256(seen->eights[i], _mm256_and_si256(inside, bit));
    known = _mm256_or_si256(known, inside);
  }
  seen->others = _mm256_or_si256(seen->others, _mm256_xor_si256(known, _mm256_set1_epi8(-1)));
}

/// Puts the bytes of the eights in a row, and the rows on top of each other.
AVX2 static uint64_t mask_of(const struct seen *seen) {
  const __m256i *e = seen->eights;
  __m256i twos[4], fours[2];
  for (int i = 0; i < 4; i++) {
    twos[i] = _mm256_or_si256(_mm256_unpacklo_epi8(e[2 * i], e[2 * i + 1]),
                     _mm256_unpackhi_epi8(e[2 * i], e[2 * i + 1]));
  }
  for (int i = 0; i < 2; i++) {
    fours[i] = _mm256_or_si256(_mm256_unpacklo_epi16(twos[2 * i], twos[2 * i + 1]),
                      _mm256_unpackhi_epi16(twos[2 * i], twos[2 * i + 1]));
  }
  __m256i rows = _mm256_or_si256(_mm256_unpacklo_epi32(fours[0], fours[1]),
                        _mm256_unpackhi_epi32(fours[0], fours[1]));
  uint64_t row[4];
  _mm256_storeu_si256((__m256i *)row, rows);
  uint64_t mask = row[0] | row[1] | row[2] | row[3];
  return _mm256_movemask_epi8(seen->others) ? mask | SHARED_BIT : mask;
}

/// For 32 bytes or more.
AVX2 static uint64_t mask_avx2(const uint8_t *text, size_t length) {
  struct seen seen = {0};
  for (size_t i = 0; i + 32 <= length; i += 32) see(&seen, text + i);
  see(&seen, text + length - 32);
  return mask_of(&seen);
}
#endif

uint64_t cscan_mask(enum cscan_level level, const uint8_t *text, size_t length) {
#if defined(__SSE2__)
  if (level == CSCAN_AVX2 && length >= 32) return mask_avx2(text, length);
#endif
  (void)level;
  return mask_plain(text, length);
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
