#include "cscan_codes.h"

#if defined(__SSE2__)
#include <immintrin.h>
#endif

static void look_up_plain(const uint8_t *codes, size_t from, size_t count, const uint8_t *table,
                          uint64_t *compared, uint64_t *passed) {
  for (size_t c = from; c < count; c++) {
    uint64_t said = table[codes[c]];
    compared[c / 64] |= (said & CSCAN_COMPARED) << c % 64;
    passed[c / 64] |= (said & CSCAN_PASSED) / CSCAN_PASSED << c % 64;
  }
}

#if defined(__SSE2__)
#define AVX2 __attribute__((target("avx2")))

/// A sixteenth of the table in both halves.
AVX2 static inline __m256i sixteen(const uint8_t *table, int index) {
  return _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(table + 16 * index)));
}

/// What the table says of 32 codes.
AVX2 static inline __m256i said_of(const uint8_t *codes, const uint8_t *table, int sixteens) {
  const __m256i low = _mm256_set1_epi8(0x0F);
  __m256i bytes = _mm256_loadu_si256((const __m256i *)codes);
  __m256i column = _mm256_and_si256(bytes, low);
  __m256i row = _mm256_and_si256(_mm256_srli_epi16(bytes, 4), low);
  __m256i said = _mm256_setzero_si256();
  for (int i = 0; i < sixteens; i++) {
    __m256i here = _mm256_cmpeq_epi8(row, _mm256_set1_epi8((char)i));
    __m256i found = _mm256_shuffle_epi8(sixteen(table, i), column);
    said = _mm256_or_si256(said, _mm256_and_si256(here, found));
  }
  return said;
}

AVX2 static inline uint64_t bits(__m256i low, __m256i high, int shift) {
  uint32_t first = (uint32_t)_mm256_movemask_epi8(_mm256_slli_epi16(low, shift));
  uint32_t second = (uint32_t)_mm256_movemask_epi8(_mm256_slli_epi16(high, shift));
  return (uint64_t)second << 32 | first;
}

/// Returns how many codes it has looked up.
AVX2 static size_t look_up_avx2(const uint8_t *codes, size_t count, const uint8_t *table,
                                int sixteens, uint64_t *compared, uint64_t *passed) {
  size_t c = 0;
  for (; c + 64 <= count; c += 64) {
    __m256i low = said_of(codes + c, table, sixteens);
    __m256i high = said_of(codes + c + 32, table, sixteens);
    compared[c / 64] |= bits(low, high, 7);
    passed[c / 64] |= bits(low, high, 6);
  }
  return c;
}
#endif

void cscan_look_up(enum cscan_level level, const uint8_t *codes, size_t count,
                   const uint8_t *table, size_t used, uint64_t *compared, uint64_t *passed) {
  size_t from = 0;
#if defined(__SSE2__)
  if (level == CSCAN_AVX2) {
    int sixteens = (int)((used + 15) / 16);
    from = look_up_avx2(codes, count, table, sixteens, compared, passed);
  }
#endif
  (void)level, (void)used;
  look_up_plain(codes, from, count, table, compared, passed);
}
