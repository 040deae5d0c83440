#include "cscan.h"

#include <stdlib.h>
#include <string.h>

// Hot: every string of every case is folded into an arena here while cases are loaded.

static int grow(void **memory, size_t *capacity, size_t wanted, size_t size) {
  if (wanted <= *capacity) return 1;
  size_t larger = *capacity + *capacity / 2;
  if (larger < 4096) larger = 4096;
  if (larger < wanted) larger = wanted;
  void *moved = realloc(*memory, larger * size);
  if (!moved) return 0;
  *memory = moved;
  *capacity = larger;
  return 1;
}

#define ROOM(field, extra)                                                       \
  grow((void **)&arena->field##s, &arena->field##_capacity, arena->field##_count + (extra), \
       sizeof *arena->field##s)

static int text_room(struct cscan_arena *arena, size_t extra) {
  return grow((void **)&arena->text, &arena->text_capacity, arena->text_count + extra, 1);
}

static size_t end_of_last_case(const struct cscan_arena *arena) {
  return arena->start_count ? arena->starts[arena->start_count - 1] : 0;
}

enum cscan_arena_result cscan_arena_append(struct cscan_arena *arena, const uint8_t *bytes,
                                           size_t length) {
  size_t room = cscan_fold_room(length) + 1;
  if (arena->text_count + room > CSCAN_ARENA_LIMIT) return CSCAN_ARENA_TOO_LARGE;
  if (!text_room(arena, room)) return CSCAN_ARENA_NO_MEMORY;
  uint8_t *target = arena->text + arena->text_count;
  size_t count = length ? cscan_fold(bytes, length, target, room) : 0;
  target[count] = CSCAN_SEPARATOR;
  arena->text_count += count + 1;
  return CSCAN_ARENA_DONE;
}

enum cscan_arena_result cscan_arena_end_case(struct cscan_arena *arena) {
  if (!ROOM(start, 2) || !ROOM(mask, 1)) return CSCAN_ARENA_NO_MEMORY;
  if (arena->start_count == 0) arena->starts[arena->start_count++] = 0;
  size_t start = end_of_last_case(arena);
  size_t length = arena->text_count - start;
  arena->masks[arena->mask_count++] =
      length ? cscan_mask(cscan_best_level(), arena->text + start, length) : 0;
  arena->starts[arena->start_count++] = (uint32_t)arena->text_count;
  return CSCAN_ARENA_DONE;
}

void cscan_arena_drop_case(struct cscan_arena *arena) {
  arena->text_count = end_of_last_case(arena);
}

static void trim(void **memory, size_t *capacity, size_t count, size_t size) {
  if (count == *capacity) return;
  void *moved = realloc(*memory, count ? count * size : 1);
  if (!moved) return;
  *memory = moved;
  *capacity = count;
}

enum cscan_arena_result cscan_arena_seal(struct cscan_arena *arena) {
  cscan_arena_drop_case(arena);
  if (!text_room(arena, CSCAN_PADDING)) return CSCAN_ARENA_NO_MEMORY;
  memset(arena->text + arena->text_count, 0, CSCAN_PADDING);
  trim((void **)&arena->text, &arena->text_capacity, arena->text_count + CSCAN_PADDING, 1);
  trim((void **)&arena->starts, &arena->start_capacity, arena->start_count,
       sizeof *arena->starts);
  trim((void **)&arena->masks, &arena->mask_capacity, arena->mask_count, sizeof *arena->masks);
  return CSCAN_ARENA_DONE;
}

void cscan_arena_free(struct cscan_arena *arena) {
  free(arena->text);
  free(arena->starts);
  free(arena->masks);
  *arena = (struct cscan_arena){0};
}
