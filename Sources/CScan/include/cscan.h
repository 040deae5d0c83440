#pragma once
#include <stddef.h>
#include <stdint.h>

#include "cscan_work.h"

#ifdef __cplusplus
extern "C" {
#endif

/// Readable bytes a text must have after its end.
#define CSCAN_PADDING 64
/// The byte between strings; it occurs in no UTF-8.
#define CSCAN_SEPARATOR 0xFF

// MARK: Folding

/// Room that folding `length` bytes may need: a byte becomes at most three, and a vector may be
/// written past the end.
static inline size_t cscan_fold_room(size_t length) { return 3 * length + 16; }

/// Folds UTF-8: ordinary width, full case folding, canonical decomposition, then no mark of
/// category Mn.
/// A byte outside a valid sequence becomes U+FFFD. Of marks that stay (category Mc) canonical
/// order is restored within 30. Writes nothing where the capacity is under `cscan_fold_room`.
/// Returns the number of bytes written.
size_t cscan_fold(const uint8_t *source, size_t length, uint8_t *destination, size_t capacity);

// MARK: Search

/// The instructions a search is made of.
enum cscan_level {
  CSCAN_PLAIN = 0,
  CSCAN_SSE2 = 1,
  CSCAN_NEON = 2,
  CSCAN_AVX2 = 3,
};

/// Whether this machine has the instructions.
int cscan_has_level(enum cscan_level level);

/// The fastest instructions this machine has.
enum cscan_level cscan_best_level(void);

/// Folded text of consecutive cases. Case `c` is the bytes `starts[c] ..< starts[c + 1]`; each of
/// its strings ends with the separator. `CSCAN_PADDING` bytes after `length` are readable.
struct cscan_text {
  const uint8_t *bytes;
  size_t length;
  const uint32_t *starts;
  size_t cases;
};

/// Bytes to look for, at least one of them and none the separator; `first`, `second` and `third`
/// are the places in it of the bytes that are rarest in the text, the same again where it has no
/// three.
struct cscan_needle {
  const uint8_t *bytes;
  size_t length;
  size_t first;
  size_t second;
  size_t third;
};

/// Sets bit `origin + c` for each case `c` in `first ..< last` that contains the needle.
void cscan_find(enum cscan_level level, const struct cscan_text *text,
                const struct cscan_needle *needle, size_t first, size_t last, uint64_t *bits,
                size_t origin);

/// As `cscan_find`, for those cases alone whose bit `origin + c` is set in `candidates`.
void cscan_find_among(enum cscan_level level, const struct cscan_text *text,
                      const struct cscan_needle *needle, size_t first, size_t last,
                      const uint64_t *candidates, uint64_t *bits, size_t origin);

// MARK: Masks

/// The set of bytes of a text, as bits given by `cscan_mask_bit`.
uint64_t cscan_mask(enum cscan_level level, const uint8_t *text, size_t length);

/// The bit of a byte in a mask: one of its own for letters, digits and most punctuation; 63 is
/// shared by all others, and the separator has none (0).
uint64_t cscan_mask_bit(uint8_t byte);

/// Sets bit `origin + c` for each case whose mask has all bits of `required`.
void cscan_find_masks(const uint64_t *masks, uint64_t required, size_t first, size_t last,
                      uint64_t *bits, size_t origin);

// MARK: Signatures

/// Bytes of text that one bit of a signature stands for.
#define CSCAN_BLOCK 4096
/// Bytes of text that a tile signs: 64 blocks, a bit each in its words.
#define CSCAN_TILE 262144
/// Words of a tile: 4,096 rows of three bytes by hash, and two bytes by 40 classes each.
#define CSCAN_ROWS 5696
/// A block's grams are those that begin in it or in so many bytes after it.
#define CSCAN_REACH 32

/// Writes the `CSCAN_ROWS` words of the tile of a text; `CSCAN_PADDING` bytes after the tile are
/// looked at too.
void cscan_sign(enum cscan_level level, const uint8_t *text, uint64_t *tile);

/// The rows that blocks with a needle in them must have, at most twice `CSCAN_REACH`; returns how
/// many. None for a needle of one byte.
size_t cscan_gram_rows(const uint8_t *needle, size_t length, uint16_t *rows);

/// The blocks that have all the rows, a word for each tile.
void cscan_candidates(const uint64_t *tiles, size_t count, const uint16_t *rows, size_t row_count,
                      uint64_t *blocks);

/// As `cscan_find`, for places in those blocks alone whose bit is set, and in what follows the
/// last tile.
void cscan_find_in_blocks(enum cscan_level level, const struct cscan_text *text,
                          const struct cscan_needle *needle, size_t first, size_t last,
                          const uint64_t *blocks, size_t tiles, uint64_t *bits, size_t origin);

#ifdef __cplusplus
}
#endif

#include "cscan_arena.h"
#include "cscan_check.h"
#include "cscan_codes.h"
