#include <string.h>

#include "cscan.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// Rows: three-byte grams by hash, then two-byte grams by the classes of their bytes.
#define TRIGRAM_ROWS 4096
#define CLASSES 40
#define NO_ROW TRIGRAM_ROWS
#define HASH_PAIR 40503u
#define HASH_THIRD 60493u
#define MARKED (CSCAN_BLOCK + CSCAN_REACH)

/// The grams of one block, a byte each.
struct grams {
  uint8_t three[TRIGRAM_ROWS + 16];
  uint8_t two[CLASSES * CLASSES];
};

// MARK: Rows of grams

/// Letters, digits, blank, other ASCII, the rest, and the separator.
static unsigned class_of(uint8_t byte) {
  if (byte - 'a' < 26u) return byte - 'a';
  if (byte - '0' < 10u) return byte - '0' + 26;
  if (byte == ' ') return 36;
  if (byte < 0x80) return 37;
  return byte == CSCAN_SEPARATOR ? 39 : 38;
}

static unsigned pair_row(const uint8_t *bytes) {
  return class_of(bytes[0]) * CLASSES + class_of(bytes[1]);
}

static unsigned trigram_row(const uint8_t *bytes) {
  uint32_t pair = bytes[0] | (uint32_t)bytes[1] << 8;
  return (uint16_t)(pair * HASH_PAIR + bytes[2] * HASH_THIRD) >> 4;
}

size_t cscan_gram_rows(const uint8_t *needle, size_t length, uint16_t *rows) {
  size_t count = 0;
  for (size_t i = 0; i + 2 <= length && i < CSCAN_REACH; i++) {
    rows[count++] = (uint16_t)(TRIGRAM_ROWS + pair_row(needle + i));
    if (i + 3 <= length) rows[count++] = (uint16_t)trigram_row(needle + i);
  }
  return count;
}

// MARK: Grams of a block

static void mark_plain(const uint8_t *text, struct grams *grams) {
  for (size_t i = 0; i < MARKED; i++) {
    const uint8_t *at = text + i;
    int ends = at[0] == CSCAN_SEPARATOR || at[1] == CSCAN_SEPARATOR || at[2] == CSCAN_SEPARATOR;
    grams->three[ends ? NO_ROW : trigram_row(at)] = 1;
    grams->two[pair_row(at)] = 1;
  }
}

#if defined(__SSE2__)
static __m128i load(const uint8_t *bytes) { return _mm_loadu_si128((const __m128i *)bytes); }

/// `low ..< low + count` becomes `to ..< to + count`; other bytes stay as in `others`.
static __m128i map_range(__m128i bytes, uint8_t low, uint8_t count, uint8_t to, __m128i others) {
  __m128i offset = _mm_sub_epi8(bytes, _mm_set1_epi8((char)low));
  __m128i inside = _mm_cmpeq_epi8(_mm_min_epu8(offset, _mm_set1_epi8((char)(count - 1))), offset);
  __m128i mapped = _mm_add_epi8(offset, _mm_set1_epi8((char)to));
  return _mm_or_si128(_mm_and_si128(inside, mapped), _mm_andnot_si128(inside, others));
}

static __m128i classes_of(__m128i bytes) {
  __m128i high = _mm_cmplt_epi8(bytes, _mm_setzero_si128());
  __m128i classes = _mm_sub_epi8(_mm_set1_epi8(37), high);
  classes = _mm_sub_epi8(classes, _mm_cmpeq_epi8(bytes, _mm_set1_epi8((char)CSCAN_SEPARATOR)));
  classes = map_range(bytes, ' ', 1, 36, classes);
  classes = map_range(bytes, '0', 10, 26, classes);
  return map_range(bytes, 'a', 26, 0, classes);
}

static __m128i trigram_rows(__m128i pairs, __m128i thirds, __m128i ends) {
  __m128i hash = _mm_add_epi16(_mm_mullo_epi16(pairs, _mm_set1_epi16((short)HASH_PAIR)),
                               _mm_mullo_epi16(thirds, _mm_set1_epi16((short)HASH_THIRD)));
  return _mm_or_si128(_mm_andnot_si128(ends, _mm_srli_epi16(hash, 4)),
                      _mm_and_si128(ends, _mm_set1_epi16(NO_ROW)));
}

static __m128i pair_rows(__m128i firsts, __m128i seconds) {
  return _mm_add_epi16(_mm_mullo_epi16(firsts, _mm_set1_epi16(CLASSES)), seconds);
}

static void store(uint16_t *rows, __m128i vector) { _mm_storeu_si128((__m128i *)rows, vector); }

/// Finds the rows of the grams that begin at sixteen bytes, in any order.
static void rows_of(const uint8_t *text, uint16_t *three, uint16_t *two) {
  const __m128i zero = _mm_setzero_si128(), separator = _mm_set1_epi8((char)CSCAN_SEPARATOR);
  __m128i a = load(text), b = load(text + 1), c = load(text + 2);
  __m128i ends =
      _mm_or_si128(_mm_cmpeq_epi8(a, separator),
                   _mm_or_si128(_mm_cmpeq_epi8(b, separator), _mm_cmpeq_epi8(c, separator)));
  store(three, trigram_rows(_mm_unpacklo_epi8(a, b), _mm_unpacklo_epi8(c, zero),
                            _mm_unpacklo_epi8(ends, ends)));
  store(three + 8, trigram_rows(_mm_unpackhi_epi8(a, b), _mm_unpackhi_epi8(c, zero),
                                _mm_unpackhi_epi8(ends, ends)));
  __m128i first = classes_of(a), second = classes_of(b);
  store(two, pair_rows(_mm_unpacklo_epi8(first, zero), _mm_unpacklo_epi8(second, zero)));
  store(two + 8, pair_rows(_mm_unpackhi_epi8(first, zero), _mm_unpackhi_epi8(second, zero)));
}

// Rows go through memory, for taking them out of a vector one by one costs twice as much.
#define STEP 96
_Static_assert(MARKED % STEP == 0 && STEP % 16 == 0, "a block is marked in whole steps");

static void mark(const uint8_t *text, struct grams *grams) {
  for (size_t i = 0; i < MARKED; i += STEP) {
    uint16_t three[STEP], two[STEP];
    for (size_t j = 0; j < STEP; j += 16) rows_of(text + i + j, three + j, two + j);
    for (size_t j = 0; j < STEP; j++) {
      grams->three[three[j]] = 1;
      grams->two[two[j]] = 1;
    }
  }
}
#else
#define mark mark_plain
#endif

// MARK: Tiles

static void gather(uint8_t *rows, const uint8_t *marks, size_t count, unsigned bit) {
  for (size_t row = 0; row < count; row++) rows[row] |= (uint8_t)(marks[row] << bit);
}

void cscan_sign(enum cscan_level level, const uint8_t *text, uint64_t *tile) {
  struct grams grams;
  uint8_t rows[CSCAN_ROWS];
  uint8_t *bytes = (uint8_t *)tile;
  for (unsigned eight = 0; eight < 8; eight++) {
    memset(rows, 0, sizeof rows);
    for (unsigned bit = 0; bit < 8; bit++) {
      memset(&grams, 0, sizeof grams);
      const uint8_t *block = text + (eight * 8 + bit) * CSCAN_BLOCK;
      if (level == CSCAN_PLAIN) {
        mark_plain(block, &grams);
      } else {
        mark(block, &grams);
      }
      gather(rows, grams.three, TRIGRAM_ROWS, bit);
      gather(rows + TRIGRAM_ROWS, grams.two, CLASSES * CLASSES, bit);
    }
    for (size_t row = 0; row < CSCAN_ROWS; row++) bytes[row * 8 + eight] = rows[row];
  }
}

void cscan_candidates(const uint64_t *tiles, size_t count, const uint16_t *rows, size_t row_count,
                      uint64_t *blocks) {
  for (size_t tile = 0; tile < count; tile++) {
    uint64_t left = ~0ull;
    for (size_t i = 0; i < row_count && left != 0; i++) left &= tiles[tile * CSCAN_ROWS + rows[i]];
    blocks[tile] = left;
  }
}
