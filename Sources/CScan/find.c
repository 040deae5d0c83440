#include <string.h>

#include "cscan.h"

/// A needle with its first eight bytes as a word, for a quick comparison.
struct pattern {
  const struct cscan_needle *needle;
  uint64_t head;
  uint64_t mask;
};

static uint64_t load_word(const uint8_t *bytes) {
  uint64_t word;
  memcpy(&word, bytes, 8);
  return word;
}

static struct pattern make_pattern(const struct cscan_needle *needle) {
  uint8_t head[8] = {0}, mask[8] = {0};
  size_t length = needle->length < 8 ? needle->length : 8;
  memcpy(head, needle->bytes, length);
  memset(mask, 0xFF, length);
  return (struct pattern){needle, load_word(head), load_word(mask)};
}

static inline int stands(const uint8_t *place, const struct pattern *pattern) {
  if ((load_word(place) & pattern->mask) != pattern->head) return 0;
  const struct cscan_needle *needle = pattern->needle;
  return needle->length <= 8 || memcmp(place + 8, needle->bytes + 8, needle->length - 8) == 0;
}

/// The case in `low ..< last` that a place lies in, which is not before case `low`.
static inline size_t case_at(const uint32_t *starts, size_t low, size_t last, size_t place) {
  size_t step = 1;
  while (low + step < last && starts[low + step] <= place) {
    low += step;
    step *= 2;
  }
  size_t high = low + step < last ? low + step : last;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (starts[middle] <= place) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return low;
}

/// Places to look at, and the cases they are in.
struct range {
  size_t from, until;
  size_t first, last;
};

/// All places where the needle may stand in some cases.
static inline struct range range_of(const struct cscan_text *text, const struct pattern *pattern,
                                    size_t first, size_t last) {
  size_t end = text->starts[last], length = pattern->needle->length;
  if (end > text->length) end = text->length;
  return (struct range){text->starts[first], end < length ? 0 : end - length + 1, first, last};
}

/// Cases between the one found and the one asked for ahead.
#define FETCH_AHEAD 16
/// Bytes of a case that are asked for.
#define FETCHED 256

/// Asks for the first lines of a case: a search that leaves cases at their first find jumps, and
/// the machine itself asks only for what follows. Without it a word of every case takes ten times
/// the scan of all text.
static inline void fetch_case(const struct cscan_text *text, size_t c, size_t last) {
  if (c >= last) return;
  size_t at = text->starts[c], end = text->starts[c + 1];
  if (end > at + FETCHED) end = at + FETCHED;
  for (; at < end; at += 64) __builtin_prefetch(text->bytes + at);
}

static inline void set_bit(uint64_t *bits, size_t bit) { bits[bit / 64] |= 1ull << bit % 64; }

// MARK: The loop for each set of instructions

static size_t plain_next(const uint8_t *text, size_t from, size_t until,
                         const struct pattern *pattern) {
  size_t rare = pattern->needle->first;
  while (from < until) {
    const uint8_t *hit = memchr(text + from + rare, pattern->needle->bytes[rare], until - from);
    if (hit == NULL) return until;
    from = (size_t)(hit - text) - rare;
    if (stands(text + from, pattern)) return from;
    from++;
  }
  return until;
}

/// Sets the bits of the cases that contain the needle at a place of the range; returns a case
/// that none of those found comes after.
static size_t plain_find(const struct cscan_text *text, const struct pattern *pattern,
                         struct range range, uint64_t *bits, size_t origin) {
  size_t from = range.from, c = range.first;
  while (from < range.until) {
    size_t place = plain_next(text->bytes, from, range.until, pattern);
    if (place >= range.until) break;
    c = case_at(text->starts, c, range.last, place);
    set_bit(bits, origin + c);
    from = text->starts[c + 1] > place ? text->starts[c + 1] : place + 1;
  }
  return c;
}

#if defined(__SSE2__)
#include <immintrin.h>

#define TARGET
#define NAME(part) sse2_##part
#define WIDTH 16
#define VECTOR __m128i
#define SPLAT(byte) _mm_set1_epi8((char)(byte))
#define LOAD(bytes) _mm_loadu_si128((const __m128i *)(bytes))
#define EQUAL(a, b) _mm_cmpeq_epi8(a, b)
#define AND(a, b) _mm_and_si128(a, b)
#define OR(a, b) _mm_or_si128(a, b)
#define BITS(vector) ((uint64_t)(uint32_t)_mm_movemask_epi8(vector))
#define GROUP 1
#define GROUP_MASK 1ull
#include "find_template.h"

#define TARGET __attribute__((target("avx2")))
#define NAME(part) avx2_##part
#define WIDTH 32
#define VECTOR __m256i
#define SPLAT(byte) _mm256_set1_epi8((char)(byte))
#define LOAD(bytes) _mm256_loadu_si256((const __m256i *)(bytes))
#define EQUAL(a, b) _mm256_cmpeq_epi8(a, b)
#define AND(a, b) _mm256_and_si256(a, b)
#define OR(a, b) _mm256_or_si256(a, b)
#define BITS(vector) ((uint64_t)(uint32_t)_mm256_movemask_epi8(vector))
#define GROUP 1
#define GROUP_MASK 1ull
#include "find_template.h"
#elif defined(__ARM_NEON)
#include <arm_neon.h>

static inline uint64_t neon_bits(uint8x16_t vector) {
  uint8x8_t nibbles = vshrn_n_u16(vreinterpretq_u16_u8(vector), 4);
  return vget_lane_u64(vreinterpret_u64_u8(nibbles), 0);
}

#define TARGET
#define NAME(part) neon_##part
#define WIDTH 16
#define VECTOR uint8x16_t
#define SPLAT(byte) vdupq_n_u8(byte)
#define LOAD(bytes) vld1q_u8(bytes)
#define EQUAL(a, b) vceqq_u8(a, b)
#define AND(a, b) vandq_u8(a, b)
#define OR(a, b) vorrq_u8(a, b)
#define BITS(vector) neon_bits(vector)
#define GROUP 4
#define GROUP_MASK 15ull
#include "find_template.h"
#endif

// MARK: Choice of instructions

int cscan_has_level(enum cscan_level level) {
  switch (level) {
    case CSCAN_PLAIN: return 1;
#if defined(__SSE2__)
    case CSCAN_SSE2: return 1;
    case CSCAN_AVX2: return __builtin_cpu_supports("avx2") != 0;
#elif defined(__ARM_NEON)
    case CSCAN_NEON: return 1;
#endif
    default: return 0;
  }
}

enum cscan_level cscan_best_level(void) {
  if (cscan_has_level(CSCAN_AVX2)) return CSCAN_AVX2;
  if (cscan_has_level(CSCAN_NEON)) return CSCAN_NEON;
  return cscan_has_level(CSCAN_SSE2) ? CSCAN_SSE2 : CSCAN_PLAIN;
}

typedef size_t finder(const struct cscan_text *, const struct pattern *, struct range, uint64_t *,
                      size_t);

static finder *finder_for(enum cscan_level level) {
  if (!cscan_has_level(level)) return plain_find;
  switch (level) {
#if defined(__SSE2__)
    case CSCAN_SSE2: return sse2_find;
    case CSCAN_AVX2: return avx2_find;
#elif defined(__ARM_NEON)
    case CSCAN_NEON: return neon_find;
#endif
    default: return plain_find;
  }
}

// MARK: Calls

void cscan_find(enum cscan_level level, const struct cscan_text *text,
                const struct cscan_needle *needle, size_t first, size_t last, uint64_t *bits,
                size_t origin) {
  if (first >= last) return;
  struct pattern pattern = make_pattern(needle);
  finder_for(level)(text, &pattern, range_of(text, &pattern, first, last), bits, origin);
}

/// The first place at or after `bit`, below `end`, where the bits are as `wanted`; else `end`.
static size_t next_bit(const uint64_t *bits, size_t bit, size_t end, int wanted) {
  while (bit < end) {
    uint64_t word = wanted ? bits[bit / 64] : ~bits[bit / 64];
    word &= ~0ull << bit % 64;
    if (word != 0) {
      size_t found = bit / 64 * 64 + (size_t)__builtin_ctzll(word);
      return found < end ? found : end;
    }
    bit = (bit / 64 + 1) * 64;
  }
  return end;
}

void cscan_find_among(enum cscan_level level, const struct cscan_text *text,
                      const struct cscan_needle *needle, size_t first, size_t last,
                      const uint64_t *candidates, uint64_t *bits, size_t origin) {
  struct pattern pattern = make_pattern(needle);
  finder *find = finder_for(level);
  size_t end = origin + last, bit = next_bit(candidates, origin + first, end, 1);
  while (bit < end) {
    size_t run_end = next_bit(candidates, bit, end, 0);
    size_t next = next_bit(candidates, run_end, end, 1);
    fetch_case(text, next - origin, last);
    find(text, &pattern, range_of(text, &pattern, bit - origin, run_end - origin), bits, origin);
    bit = next;
  }
}

/// Asks for the first lines of a block; once it is being read the machine asks for the rest.
static void fetch_block(const uint8_t *block) {
  for (size_t i = 0; i < 512; i += 64) __builtin_prefetch(block + i);
}

void cscan_find_in_blocks(enum cscan_level level, const struct cscan_text *text,
                          const struct cscan_needle *needle, size_t first, size_t last,
                          const uint64_t *blocks, size_t tiles, uint64_t *bits, size_t origin) {
  if (first >= last) return;
  struct pattern pattern = make_pattern(needle);
  finder *find = finder_for(level);
  struct range range = range_of(text, &pattern, first, last);
  size_t from = range.from, until = range.until, end = tiles * 64;
  while (from < until) {
    size_t block = next_bit(blocks, from / CSCAN_BLOCK, end, 1);
    size_t run_end = block < end ? next_bit(blocks, block, end, 0) : end;
    size_t ahead = next_bit(blocks, run_end, end, 1);
    if (ahead < end) fetch_block(text->bytes + ahead * CSCAN_BLOCK);
    range.from = from > block * CSCAN_BLOCK ? from : block * CSCAN_BLOCK;
    from = run_end < end ? run_end * CSCAN_BLOCK : until;
    range.until = from < until ? from : until;
    range.first = find(text, &pattern, range, bits, origin);
  }
}
