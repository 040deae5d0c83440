#include <cstring>

#include "builder.hpp"

// Hot: every value of every JSON file passes here, some 6 nanoseconds a token. What the loop
// touches lives in a structure that never leaves the function, so that it stays in registers.

namespace cjson {

/// What the loop of `Builder::value` touches.
struct Builder::Run {
  const uint8_t *const text;
  const uint32_t *const tokens;
  const uint32_t count;
  const uint32_t base;
  cjson_node *nodes;
  Frame *frame;
  uint32_t at;
  uint32_t node;
  uint32_t backslash;

  [[gnu::always_inline]] bool is(uint8_t byte) const {
    return at < count && text[tokens[at]] == byte;
  }

  [[gnu::always_inline]] void close() {
    nodes[frame->node].next = node;
    nodes[frame->node].length = frame->count;
    at++;
  }

  /// Adds a string without escapes; false where it may have some.
  [[gnu::always_inline]] bool plain_string() {
    uint32_t start = tokens[at] + 1, end = tokens[at + 1] - 1;
    while (text[end] != '"') {
      end--;
    }
    if (backslash < end) {
      return false;
    }
    nodes[node] = {cjson_kind_string, 0, 0, end - start, base + start, node + 1,
                   base + start - 1};
    node++;
    at++;
    return true;
  }

  /// Notes the key that was added last; false where an earlier key may be the same.
  [[gnu::always_inline]] bool is_new_key(uint32_t limit) {
    const cjson_node &key = nodes[node - 1];
    frame->count++;
    uint32_t start = key.text - base;
    if ((key.flags & CJSON_FLAG_SIDE) || limit - start < 8) {
      return false;
    }
    uint64_t head;
    memcpy(&head, text + start, 8);
    head &= key.length < 8 ? (uint64_t(1) << 8 * key.length) - 1 : ~uint64_t(0);
    uint64_t hash = (head + key.length * 0xC2B2AE3D27D4EB4F) * 0x9E3779B97F4A7C15 >> 56;
    uint64_t bit = uint64_t(1) << (hash & 63);
    bool seen = frame->seen[hash >> 6] & bit;
    frame->seen[hash >> 6] |= bit;
    return !seen;
  }
};

bool Builder::repeats_key(const cjson_tape *tape, const Frame &frame) const {
  const cjson_node &key = tape->nodes[tape->count - 1];
  // Beyond so many keys, and with escapes, the answer is left to whoever asks for duplicates.
  if (frame.count > 64 || (key.flags & CJSON_FLAG_SIDE)) {
    return true;
  }
  for (uint32_t other = frame.node + 1; other < tape->count - 1;) {
    const cjson_node &node = tape->nodes[other];
    if ((node.flags & CJSON_FLAG_SIDE) ||
        (node.length == key.length && memcmp(text + (node.text - window.start),
                                             text + (key.text - window.start), key.length) == 0)) {
      return true;
    }
    other = tape->nodes[other + 1].next;
  }
  return false;
}

Outcome Builder::value(cjson_tape *tape, uint32_t depth) {
  if (!cjson_tape_reserve(tape, window.count - at + 1, 0)) {
    return refuse(cjson_code_memory, stop(at));
  }
  Run run = {text, window.tokens, window.count, window.start, tape->nodes, frames.data(),
             at, tape->count, backslash};
  Frame *const bottom = run.frame;
  const uint32_t limit = window.end - window.start;
  uint16_t expected;
  auto leave = [&] {
    at = run.at;
    tape->count = run.node;
    backslash = run.backslash;
  };
  auto enter = [&] {
    run.at = at;
    run.node = tape->count;
    run.backslash = backslash;
  };
  auto slowly = [&](auto step) {
    leave();
    bool good = step();
    enter();
    return good;
  };

value:
  if (run.at >= run.count) {
    expected = CJSON_EXPECT_VALUE;
    goto missing;
  }
  switch (text[run.tokens[run.at]]) {
    case '"':
      if (!run.plain_string() && !slowly([&] { return string(tape); })) {
        return Outcome::refused;
      }
      goto after;
    case '{':
    case '[':
      break;
    default:
      if (!slowly([&] { return scalar(tape); })) {
        return Outcome::refused;
      }
      goto after;
  }
  if (uint32_t(run.frame - bottom) + depth >= limits.depth) {
    leave();
    return refuse(cjson_code_depth, stop(at));
  }
  run.frame++;
  *run.frame = {run.node, 0, {0, 0, 0, 0}};
  {
    bool object = text[run.tokens[run.at]] == '{';
    run.nodes[run.node++] = {object ? cjson_kind_object : cjson_kind_array, 0, 0, 0, 0, 0,
                             run.base + run.tokens[run.at]};
    run.at++;
    if (run.is(object ? '}' : ']')) {
      run.close();
      run.frame--;
      goto after;
    }
    expected = CJSON_EXPECT_KEY | CJSON_EXPECT_OBJECT_END;
    if (object) {
      goto member;
    }
    run.frame->count = 1;
    goto value;
  }

member:
  if (!run.is('"')) {
    goto missing;
  }
  if (!run.plain_string() && !slowly([&] { return string(tape); })) {
    return Outcome::refused;
  }
  if (!run.is_new_key(limit) && slowly([&] { return repeats_key(tape, *run.frame); })) {
    run.nodes[run.frame->node].flags |= CJSON_FLAG_REPEATS;
    tape->repeats = true;
  }
  if (run.frame->count > limits.keys) {
    leave();
    return refuse(cjson_code_keys, tape->nodes[tape->count - 1].position - window.start);
  }
  if (!run.is(':')) {
    expected = CJSON_EXPECT_COLON;
    goto missing;
  }
  run.at++;
  goto value;

after:
  while (run.frame != bottom) {
    bool object = run.nodes[run.frame->node].kind == cjson_kind_object;
    if (run.is(',')) {
      run.at++;
      expected = CJSON_EXPECT_KEY;
      if (object) {
        goto member;
      }
      run.frame->count++;
      goto value;
    }
    if (!run.is(object ? '}' : ']')) {
      expected = CJSON_EXPECT_COMMA | (object ? CJSON_EXPECT_OBJECT_END : CJSON_EXPECT_ARRAY_END);
      goto missing;
    }
    run.close();
    run.frame--;
  }
  leave();
  return Outcome::done;

missing:
  leave();
  return wanting(expected);
}

}  // namespace cjson
