#include "cscan_cells.h"

#if defined(__SSE2__)
#include <immintrin.h>
#endif

// Hot: every byte of every table passes here, those of large ones twice.

/// Where the reading is.
struct cells {
  const uint8_t *start;
  uint8_t separator;
  size_t *ends;
  size_t room;
  size_t count;
};

/// Takes a byte that is a separator, a line end or a quotation mark; says whether to go on.
static inline int take(struct cells *cells, size_t at) {
  if (cells->start[at] != cells->separator || cells->count == cells->room) return 0;
  cells->ends[cells->count++] = at;
  return 1;
}

static size_t read_plain(struct cells *cells, size_t from, size_t length) {
  for (size_t at = from; at < length; at++) {
    uint8_t byte = cells->start[at];
    if (byte != cells->separator && byte != '\n' && byte != '\r' && byte != '"') continue;
    if (!take(cells, at)) return at;
  }
  return length;
}

#if defined(__SSE2__)
#define AVX2 __attribute__((target("avx2")))

/// Reads whole blocks; says where it stopped, and whether something ended the reading.
AVX2 static size_t read_avx2(struct cells *cells, size_t length, int *is_over) {
  const __m256i separator = _mm256_set1_epi8((char)cells->separator);
  const __m256i feed = _mm256_set1_epi8('\n'), carriage = _mm256_set1_epi8('\r');
  const __m256i quote = _mm256_set1_epi8('"');
  size_t at = 0;
  for (; at + 32 <= length; at += 32) {
    __m256i block = _mm256_loadu_si256((const __m256i *)(cells->start + at));
    __m256i lines = _mm256_or_si256(_mm256_cmpeq_epi8(block, feed),
                                    _mm256_cmpeq_epi8(block, carriage));
    __m256i cuts = _mm256_or_si256(_mm256_cmpeq_epi8(block, separator),
                                   _mm256_cmpeq_epi8(block, quote));
    uint32_t found = (uint32_t)_mm256_movemask_epi8(_mm256_or_si256(lines, cuts));
    for (; found; found &= found - 1) {
      size_t place = at + (size_t)__builtin_ctz(found);
      if (take(cells, place)) continue;
      *is_over = 1;
      return place;
    }
  }
  return at;
}

static size_t read_sse2(struct cells *cells, size_t length, int *is_over) {
  const __m128i separator = _mm_set1_epi8((char)cells->separator);
  const __m128i feed = _mm_set1_epi8('\n'), carriage = _mm_set1_epi8('\r');
  const __m128i quote = _mm_set1_epi8('"');
  size_t at = 0;
  for (; at + 16 <= length; at += 16) {
    __m128i block = _mm_loadu_si128((const __m128i *)(cells->start + at));
    __m128i lines = _mm_or_si128(_mm_cmpeq_epi8(block, feed), _mm_cmpeq_epi8(block, carriage));
    __m128i cuts = _mm_or_si128(_mm_cmpeq_epi8(block, separator), _mm_cmpeq_epi8(block, quote));
    uint32_t found = (uint32_t)_mm_movemask_epi8(_mm_or_si128(lines, cuts));
    for (; found; found &= found - 1) {
      size_t place = at + (size_t)__builtin_ctz(found);
      if (take(cells, place)) continue;
      *is_over = 1;
      return place;
    }
  }
  return at;
}
#endif

size_t cscan_cell_ends(enum cscan_level level, const uint8_t *start, const uint8_t *end,
                       uint8_t separator, size_t *ends, size_t room, size_t *stop) {
  struct cells cells = {start, separator, ends, room, 0};
  size_t length = (size_t)(end - start), at = 0;
  int is_over = 0;
#if defined(__SSE2__)
  if (level == CSCAN_AVX2) at = read_avx2(&cells, length, &is_over);
  if (level == CSCAN_SSE2) at = read_sse2(&cells, length, &is_over);
#endif
  (void)level;
  *stop = is_over ? at : read_plain(&cells, at, length);
  return cells.count;
}
