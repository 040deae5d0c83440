#pragma once
#include <stddef.h>
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif

/// Folded text of one case after the other, while it grows. All zero is an empty one.
struct cscan_arena {
  uint8_t *text;
  size_t text_count;
  size_t text_capacity;
  /// Where each case begins, and then the end of the last; nothing before the first case.
  uint32_t *starts;
  size_t start_count;
  size_t start_capacity;
  uint64_t *masks;
  size_t mask_count;
  size_t mask_capacity;
};

/// How a step of building an arena ended.
enum cscan_arena_result {
  CSCAN_ARENA_DONE = 0,
  /// The text would pass `CSCAN_ARENA_LIMIT`.
  CSCAN_ARENA_TOO_LARGE = 1,
  CSCAN_ARENA_NO_MEMORY = 2,
};

/// The most bytes of text an arena holds: places in it are 32 bits.
#define CSCAN_ARENA_LIMIT 4294967231

/// Adds a string to the case being built, folded, with the separator behind it.
enum cscan_arena_result cscan_arena_append(struct cscan_arena *arena, const uint8_t *bytes,
                                           size_t length);

/// Ends the case being built.
enum cscan_arena_result cscan_arena_end_case(struct cscan_arena *arena);

/// Takes back the strings after the last end of a case.
void cscan_arena_drop_case(struct cscan_arena *arena);

/// Takes back what stands after the last end of a case, puts `CSCAN_PADDING` zeros behind the text,
/// which are not counted, and gives back what memory is too much.
enum cscan_arena_result cscan_arena_seal(struct cscan_arena *arena);

/// Frees what the arena holds, and empties it.
void cscan_arena_free(struct cscan_arena *arena);

#ifdef __cplusplus
}
#endif
