#include "cjson.h"

#include <cstdlib>
#include <cstring>

namespace {

bool grow(void **memory, uint32_t *capacity, uint64_t wanted, size_t size) {
  if (wanted <= *capacity) {
    return true;
  }
  if (wanted > UINT32_MAX) {
    return false;
  }
  uint64_t target = *capacity < 64 ? 64 : uint64_t(*capacity) * 2;
  target = target < wanted ? wanted : target;
  target = target > UINT32_MAX ? UINT32_MAX : target;
  void *grown = realloc(*memory, size_t(target) * size);
  if (!grown) {
    return false;
  }
  *memory = grown;
  *capacity = uint32_t(target);
  return true;
}

}  // namespace

void cjson_tape_free(cjson_tape *tape) {
  free(tape->nodes);
  free(tape->side);
  *tape = cjson_tape{};
}

void cjson_tape_clear(cjson_tape *tape) {
  tape->count = 0;
  tape->side_count = 0;
  tape->repeats = false;
}

bool cjson_tape_reserve(cjson_tape *tape, uint32_t nodes, uint32_t bytes) {
  return grow(reinterpret_cast<void **>(&tape->nodes), &tape->capacity,
              uint64_t(tape->count) + nodes, sizeof(cjson_node)) &&
         grow(reinterpret_cast<void **>(&tape->side), &tape->side_capacity,
              uint64_t(tape->side_count) + bytes, 1);
}

bool cjson_tape_append(cjson_tape *tape, cjson_node node) {
  if (tape->count == tape->capacity && !cjson_tape_reserve(tape, 1, 0)) {
    return false;
  }
  node.next = tape->count + 1;
  tape->nodes[tape->count++] = node;
  return true;
}

bool cjson_tape_append_text(cjson_tape *tape, cjson_node node, const uint8_t *bytes,
                            uint32_t length) {
  if (!cjson_tape_reserve(tape, 1, length)) {
    return false;
  }
  node.flags |= CJSON_FLAG_SIDE;
  node.text = tape->side_count;
  node.length = length;
  if (length > 0) {
    memcpy(tape->side + tape->side_count, bytes, length);
  }
  tape->side_count += length;
  return cjson_tape_append(tape, node);
}

bool cjson_tape_append_copy(cjson_tape *tape, uint32_t first) {
  uint32_t size = tape->nodes[first].next - first;
  if (!cjson_tape_reserve(tape, size, 0)) {
    return false;
  }
  uint32_t shift = tape->count - first;
  for (uint32_t index = 0; index < size; index++) {
    cjson_node node = tape->nodes[first + index];
    node.next += shift;
    tape->nodes[tape->count++] = node;
  }
  return true;
}

namespace {

struct Hashed {
  uint64_t hash;
  uint32_t node;
};

const uint8_t *side_text(const cjson_tape *tape, uint32_t index) {
  return tape->side + tape->nodes[index].text;
}

bool same_text(const cjson_tape *tape, uint32_t left, uint32_t right) {
  const cjson_node &a = tape->nodes[left];
  const cjson_node &b = tape->nodes[right];
  return a.length == b.length &&
         (a.length == 0 || memcmp(side_text(tape, left), side_text(tape, right), a.length) == 0);
}

uint64_t hash_of(const cjson_tape *tape, uint32_t index) {
  uint64_t hash = 0xcbf29ce484222325;
  const uint8_t *text = side_text(tape, index);
  for (uint32_t at = 0; at < tape->nodes[index].length; at++) {
    hash = (hash ^ text[at]) * 0x100000001b3;
  }
  return hash;
}

int by_hash(const void *left, const void *right) {
  auto a = static_cast<const Hashed *>(left)->hash, b = static_cast<const Hashed *>(right)->hash;
  return a < b ? -1 : a > b;
}

bool repeats(const cjson_tape *tape, uint32_t object, Hashed *keys) {
  uint32_t count = 0;
  for (uint32_t at = object + 1; at < tape->nodes[object].next;) {
    keys[count++] = {hash_of(tape, at), at};
    at = tape->nodes[at + 1].next;
  }
  qsort(keys, count, sizeof(Hashed), by_hash);
  for (uint32_t at = 1; at < count; at++) {
    for (uint32_t back = at; back > 0 && keys[back - 1].hash == keys[at].hash; back--) {
      if (same_text(tape, keys[back - 1].node, keys[at].node)) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace

void cjson_tape_mark_repeats(cjson_tape *tape) {
  uint32_t most = 0;
  for (uint32_t at = 0; at < tape->count; at++) {
    const cjson_node &node = tape->nodes[at];
    most = node.kind == cjson_kind_object && node.length > most ? node.length : most;
  }
  auto keys = static_cast<Hashed *>(malloc(sizeof(Hashed) * (size_t(most) + 1)));
  for (uint32_t at = 0; at < tape->count; at++) {
    cjson_node &node = tape->nodes[at];
    if (node.kind == cjson_kind_object && (!keys || repeats(tape, at, keys))) {
      node.flags |= CJSON_FLAG_REPEATS;
      tape->repeats = true;
    }
  }
  free(keys);
}
