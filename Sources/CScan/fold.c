#include <string.h>

#include "cscan.h"
#include "fold_pool.h"
#include "fold_table.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__ARM_NEON)
#include <arm_neon.h>
#endif

// Marks put in order at a time, as in the Stream-Safe Text Format of UAX #15.
#define MARKS_LIMIT 30

enum entry { STAYS = 0, DROPPED = 1, DROPPED_STARTER = 2, MARK = 3, POOL = 8 };

/// Where folded bytes go, and the marks that stand last there.
struct output {
  uint8_t *at;
  unsigned marks;
  uint8_t classes[MARKS_LIMIT];
  uint8_t sizes[MARKS_LIMIT];
};

// MARK: ASCII

static size_t lower_bytes(const uint8_t *source, size_t length, uint8_t *destination) {
  size_t i = 0;
  for (; i < length && source[i] < 0x80; i++) {
    uint8_t byte = source[i];
    destination[i] = byte - 'A' < 26u ? byte | 0x20 : byte;
  }
  return i;
}

/// Folds the eight bytes of a word; those that are not ASCII make the result useless.
static uint64_t lower_word(uint64_t word) {
  const uint64_t ones = 0x0101010101010101u;
  uint64_t from_a = word + ones * (0x80 - 'A');
  uint64_t past_z = word + ones * (0x80 - 'Z' - 1);
  return word | (from_a & ~past_z & (ones * 0x80)) >> 2;
}

/// Folds 8 to 16 bytes by two words that may overlap, or says that some are not ASCII.
static int lower_ends(const uint8_t *source, size_t length, uint8_t *destination) {
  uint64_t head, tail;
  memcpy(&head, source, 8);
  memcpy(&tail, source + length - 8, 8);
  if ((head | tail) & 0x8080808080808080u) return 0;
  head = lower_word(head);
  tail = lower_word(tail);
  memcpy(destination, &head, 8);
  memcpy(destination + length - 8, &tail, 8);
  return 1;
}

/// As `lower_ends`, for 4 to 7 bytes.
static int lower_short_ends(const uint8_t *source, size_t length, uint8_t *destination) {
  uint32_t ends[2];
  uint64_t word;
  memcpy(ends, source, 4);
  memcpy(ends + 1, source + length - 4, 4);
  memcpy(&word, ends, 8);
  if (word & 0x8080808080808080u) return 0;
  word = lower_word(word);
  memcpy(ends, &word, 8);
  memcpy(destination, ends, 4);
  memcpy(destination + length - 4, ends + 1, 4);
  return 1;
}

#if defined(__SSE2__)
/// Folds sixteen bytes; returns how many of them, from the first, are ASCII.
static unsigned lower_vector(const uint8_t *source, uint8_t *destination) {
  __m128i bytes = _mm_loadu_si128((const __m128i *)source);
  __m128i upper = _mm_and_si128(_mm_cmpgt_epi8(bytes, _mm_set1_epi8('A' - 1)),
                                _mm_cmplt_epi8(bytes, _mm_set1_epi8('Z' + 1)));
  bytes = _mm_or_si128(bytes, _mm_and_si128(upper, _mm_set1_epi8(0x20)));
  _mm_storeu_si128((__m128i *)destination, bytes);
  return (unsigned)__builtin_ctz((unsigned)_mm_movemask_epi8(bytes) | 0x10000u);
}
#elif defined(__ARM_NEON)
static unsigned lower_vector(const uint8_t *source, uint8_t *destination) {
  uint8x16_t bytes = vld1q_u8(source);
  uint8x16_t upper = vcltq_u8(vsubq_u8(bytes, vdupq_n_u8('A')), vdupq_n_u8(26));
  vst1q_u8(destination, vorrq_u8(bytes, vandq_u8(upper, vdupq_n_u8(0x20))));
  uint8x16_t other = vcgeq_u8(bytes, vdupq_n_u8(0x80));
  uint8x8_t nibbles = vshrn_n_u16(vreinterpretq_u16_u8(other), 4);
  uint64_t found = vget_lane_u64(vreinterpret_u64_u8(nibbles), 0);
  return found ? (unsigned)__builtin_ctzll(found) / 4 : 16;
}
#endif

/// Folds ASCII up to the first other byte, and returns its place.
static size_t lower_run(const uint8_t *source, size_t length, uint8_t *destination) {
  size_t i = 0;
#if defined(__SSE2__) || defined(__ARM_NEON)
  for (; i + 16 <= length; i += 16) {
    unsigned ascii = lower_vector(source + i, destination + i);
    if (ascii < 16) return i + ascii;
  }
  if (i > 0 && i < length) {
    i = length - 16;
    return i + lower_vector(source + i, destination + i);
  }
#else
  for (; i + 16 <= length && lower_ends(source + i, 16, destination + i); i += 16) {
  }
#endif
  size_t rest = length - i;
  if (rest >= 8 && lower_ends(source + i, rest, destination + i)) return length;
  if (rest >= 4 && rest < 8 && lower_short_ends(source + i, rest, destination + i)) return length;
  return i + lower_bytes(source + i, rest, destination + i);
}

// MARK: Other scalars

static int continues(uint8_t byte) { return (byte & 0xC0) == 0x80; }

/// Decodes one scalar that is not ASCII; returns its length, or 0 where the bytes are not UTF-8.
static size_t decode(const uint8_t *s, size_t length, uint32_t *scalar) {
  uint32_t a = s[0];
  if (a < 0xC2 || a > 0xF4 || length < 2 || !continues(s[1])) return 0;
  if (a < 0xE0) {
    *scalar = (a & 0x1F) << 6 | (s[1] & 0x3F);
    return 2;
  }
  if (length < 3 || !continues(s[2])) return 0;
  if (a < 0xF0) {
    *scalar = (a & 0x0F) << 12 | (s[1] & 0x3Fu) << 6 | (s[2] & 0x3F);
    return *scalar < 0x800 || (*scalar & 0xF800) == 0xD800 ? 0 : 3;
  }
  if (length < 4 || !continues(s[3])) return 0;
  *scalar = (a & 0x07) << 18 | (s[1] & 0x3Fu) << 12 | (s[2] & 0x3Fu) << 6 | (s[3] & 0x3F);
  return *scalar < 0x10000 || *scalar > 0x10FFFF ? 0 : 4;
}

static unsigned look_up(uint32_t s) {
  if (s >= FOLD_TABLE_LIMIT) return s - 0xE0100u < 0xF0u ? DROPPED_STARTER : STAYS;
  unsigned middle = fold_middle[fold_top[s >> 9] * 32 + (s >> 4 & 31)];
  return fold_leaf[middle * 16 + (s & 15)];
}

static void put(struct output *out, const uint8_t *bytes, size_t size) {
  memcpy(out->at, bytes, size);
  out->at += size;
  out->marks = 0;
}

/// Puts a mark that stays behind those before it of no higher combining class.
static void put_mark(struct output *out, const uint8_t *bytes, size_t size, unsigned class) {
  if (out->marks == MARKS_LIMIT) out->marks = 0;
  unsigned place = out->marks;
  size_t moved = 0;
  for (; place > 0 && out->classes[place - 1] > class; place--) moved += out->sizes[place - 1];
  memmove(out->at - moved + size, out->at - moved, moved);
  memcpy(out->at - moved, bytes, size);
  memmove(out->classes + place + 1, out->classes + place, out->marks - place);
  memmove(out->sizes + place + 1, out->sizes + place, out->marks - place);
  out->classes[place] = (uint8_t)class;
  out->sizes[place] = (uint8_t)size;
  out->at += size;
  out->marks++;
}

/// Decomposes a Hangul syllable by the arithmetic of chapter 3.12 of the Unicode Standard.
static void put_hangul(struct output *out, uint32_t scalar) {
  uint32_t syllable = scalar - 0xAC00;
  uint32_t parts[3] = {0x1100 + syllable / 588, 0x1161 + syllable % 588 / 28,
                       0x11A7 + syllable % 28};
  for (int i = 0; i < (syllable % 28 ? 3 : 2); i++) {
    uint8_t bytes[3] = {(uint8_t)(0xE0 | parts[i] >> 12), (uint8_t)(0x80 | (parts[i] >> 6 & 0x3F)),
                        (uint8_t)(0x80 | (parts[i] & 0x3F))};
    put(out, bytes, 3);
  }
}

/// Puts a decomposition from the pool; the marks in it take part in the order.
static void put_pool(struct output *out, const uint8_t *entry) {
  size_t size = entry[0] & 0x7F;
  if (!(entry[0] & 0x80)) {
    put(out, entry + 1, size);
    return;
  }
  for (size_t i = 0; i < size;) {
    uint32_t scalar;
    size_t length = decode(entry + 1 + i, size - i, &scalar);
    unsigned mark = look_up(scalar);
    if (mark >= MARK) {
      put_mark(out, entry + 1 + i, length, mark);
    } else {
      put(out, entry + 1 + i, length);
    }
    i += length;
  }
}

static void put_scalar(struct output *out, uint32_t scalar, const uint8_t *bytes, size_t size) {
  if (scalar - 0xAC00u < 11172u) {
    put_hangul(out, scalar);
    return;
  }
  unsigned entry = look_up(scalar);
  if (entry == STAYS) {
    put(out, bytes, size);
  } else if (entry == DROPPED_STARTER) {
    out->marks = 0;
  } else if (entry >= POOL) {
    put_pool(out, fold_pool + entry);
  } else if (entry >= MARK) {
    put_mark(out, bytes, size, entry);
  }
}

size_t cscan_fold(const uint8_t *source, size_t length, uint8_t *destination, size_t capacity) {
  if (capacity < cscan_fold_room(length)) return 0;
  static const uint8_t replacement[3] = {0xEF, 0xBF, 0xBD};
  struct output out = {.at = destination, .marks = 0};
  size_t i = 0;
  while (i < length) {
    size_t ascii = lower_run(source + i, length - i, out.at);
    out.at += ascii;
    i += ascii;
    if (ascii) out.marks = 0;
    while (i < length && source[i] >= 0x80) {
      uint32_t scalar;
      size_t size = decode(source + i, length - i, &scalar);
      if (size == 0) {
        put(&out, replacement, 3);
        i++;
      } else {
        put_scalar(&out, scalar, source + i, size);
        i += size;
      }
    }
  }
  return (size_t)(out.at - destination);
}
