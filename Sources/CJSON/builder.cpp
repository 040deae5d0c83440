#include "builder.hpp"

#include <cstring>

namespace cjson {

namespace {

bool is_blank(uint8_t byte) {
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

bool is_digit(uint8_t byte) { return byte >= '0' && byte <= '9'; }

}  // namespace

void Builder::use(const uint8_t *bytes, const Window &chosen) {
  window = chosen;
  text = bytes + chosen.start;
  at = 0;
  backslash = 0;
  error = {};
}

uint32_t Builder::end_of_last() const {
  uint32_t end = stop(at);
  while (end > 0 && is_blank(text[end - 1])) {
    end--;
  }
  return window.start + end;
}

Outcome Builder::refuse(cjson_code code, uint32_t offset, uint32_t expected) {
  error = {code, uint16_t(expected), window.start + offset, 0};
  return Outcome::refused;
}

Outcome Builder::wanting(uint32_t expected) {
  if (more()) {
    return refuse(cjson_code_expected, stop(at), expected);
  }
  error = {cjson_code_incomplete, uint16_t(expected), window.end, 0};
  return Outcome::short_of_tokens;
}

bool Builder::open(cjson_tape *tape, cjson_kind kind, uint32_t depth) {
  if (frames.size() + depth >= limits.depth) {
    refuse(cjson_code_depth, stop(at));
    return false;
  }
  frames.push_back({tape->count, 0, {0, 0, 0, 0}});
  tape->nodes[tape->count++] = {kind, 0, 0, 0, 0, 0, window.start + stop(at)};
  at++;
  return true;
}

void Builder::close(cjson_tape *tape) {
  cjson_node &node = tape->nodes[frames.back().node];
  node.next = tape->count;
  node.length = frames.back().count;
  frames.pop_back();
  at++;
}

bool Builder::note_key(cjson_tape *tape) {
  const cjson_node &node = tape->nodes[tape->count - 1];
  Frame &frame = frames.back();
  if (++frame.count > limits.keys) {
    refuse(cjson_code_keys, node.position - window.start);
    return false;
  }
  bool side = node.flags & CJSON_FLAG_SIDE;
  const uint8_t *bytes = side ? tape->side + node.text : text + (node.text - window.start);
  uint64_t head = 0;
  memcpy(&head, bytes, node.length < 8 ? node.length : 8);
  uint64_t hash = ((head ^ (uint64_t(node.length) << 32)) * 0x9E3779B97F4A7C15) >> 56;
  uint64_t bit = uint64_t(1) << (hash & 63);
  if (frame.seen[hash >> 6] & bit) {
    tape->nodes[frame.node].flags |= CJSON_FLAG_REPEATS;
    tape->repeats = true;
  }
  frame.seen[hash >> 6] |= bit;
  return true;
}

Outcome Builder::key(cjson_tape *tape) {
  if (!cjson_tape_reserve(tape, 1, 0)) {
    return refuse(cjson_code_memory, stop(at));
  }
  if (!more() || peek() != '"') {
    return wanting(CJSON_EXPECT_KEY);
  }
  if (!string(tape)) {
    return Outcome::refused;
  }
  if (!more() || peek() != ':') {
    return wanting(CJSON_EXPECT_COLON);
  }
  at++;
  return Outcome::done;
}

Outcome Builder::value(cjson_tape *tape, uint32_t depth) {
  frames.clear();
  if (!cjson_tape_reserve(tape, window.count - at, 0)) {
    return refuse(cjson_code_memory, stop(at));
  }

value:
  if (!more()) {
    return wanting(CJSON_EXPECT_VALUE);
  }
  if (peek() == '{') {
    if (!open(tape, cjson_kind_object, depth)) {
      return Outcome::refused;
    }
    if (more() && peek() == '}') {
      close(tape);
      goto after;
    }
    if (!more() || peek() != '"') {
      return wanting(CJSON_EXPECT_KEY | CJSON_EXPECT_OBJECT_END);
    }
    goto member;
  }
  if (peek() == '[') {
    if (!open(tape, cjson_kind_array, depth)) {
      return Outcome::refused;
    }
    if (more() && peek() == ']') {
      close(tape);
      goto after;
    }
    frames.back().count = 1;
    goto value;
  }
  if (!scalar(tape)) {
    return Outcome::refused;
  }

after:
  if (frames.empty()) {
    return Outcome::done;
  }
  if (tape->nodes[frames.back().node].kind == cjson_kind_object) {
    if (more() && peek() == ',') {
      at++;
      goto member;
    }
    if (!more() || peek() != '}') {
      return wanting(CJSON_EXPECT_COMMA | CJSON_EXPECT_OBJECT_END);
    }
  } else {
    if (more() && peek() == ',') {
      at++;
      frames.back().count++;
      goto value;
    }
    if (!more() || peek() != ']') {
      return wanting(CJSON_EXPECT_COMMA | CJSON_EXPECT_ARRAY_END);
    }
  }
  close(tape);
  goto after;

member:
  if (!more() || peek() != '"') {
    return wanting(CJSON_EXPECT_KEY);
  }
  if (!string(tape) || !note_key(tape)) {
    return Outcome::refused;
  }
  if (!more() || peek() != ':') {
    return wanting(CJSON_EXPECT_COLON);
  }
  at++;
  goto value;
}

bool Builder::scalar(cjson_tape *tape) {
  uint8_t first = peek();
  if (first == '"') {
    return string(tape);
  }
  uint32_t start = stop(at);
  cjson_node node = {cjson_kind_number, CJSON_FLAG_PLAIN, 0, 0, window.start + start,
                     tape->count + 1, window.start + start};
  bool good = first == 't'   ? literal(node, "true", 4, cjson_kind_true)
              : first == 'f' ? literal(node, "false", 5, cjson_kind_false)
              : first == 'n' ? literal(node, "null", 4, cjson_kind_null)
              : first == '-' || is_digit(first)
                  ? number(node)
                  : refuse(cjson_code_expected, start, CJSON_EXPECT_VALUE) == Outcome::done;
  if (good) {
    tape->nodes[tape->count++] = node;
    at++;
  }
  return good;
}

bool Builder::literal(cjson_node &node, const char *word, uint32_t length, cjson_kind kind) {
  uint32_t start = stop(at), end = stop(at + 1);
  node.kind = kind;
  node.length = length;
  if (at + 1 == window.count && end - start < length &&
      memcmp(text + start, word, end - start) == 0) {
    refuse(cjson_code_incomplete, end, CJSON_EXPECT_VALUE);
    return false;
  }
  if (end - start < length || memcmp(text + start, word, length) != 0 ||
      (end - start > length && !is_blank(text[start + length]))) {
    refuse(cjson_code_expected, start, CJSON_EXPECT_VALUE);
    return false;
  }
  return true;
}

bool Builder::number(cjson_node &node) {
  uint32_t start = stop(at), end = stop(at + 1), next = start;
  auto digits = [&] {
    uint32_t first = next;
    while (next < end && is_digit(text[next])) {
      next++;
    }
    return next > first;
  };
  next += text[next] == '-';
  bool zero = next < end && text[next] == '0';
  next += zero;
  bool good = zero || digits();
  if (good && next < end && text[next] == '.') {
    next++;
    good = digits();
  }
  if (good && next < end && (text[next] == 'e' || text[next] == 'E')) {
    next++;
    next += next < end && (text[next] == '+' || text[next] == '-');
    good = digits();
  }
  if (!good || (next < end && !is_blank(text[next]))) {
    bool cut = next == window.end - window.start;
    refuse(cut ? cjson_code_incomplete : cjson_code_number, next, cut ? CJSON_EXPECT_VALUE : 0);
    return false;
  }
  node.length = next - start;
  return true;
}

bool Builder::string(cjson_tape *tape) {
  uint32_t start = stop(at) + 1, end = stop(at + 1) - 1;
  while (text[end] != '"') {
    end--;
  }
  cjson_node node = {cjson_kind_string, 0, 0, end - start, window.start + start,
                     tape->count + 1, window.start + start - 1};
  if (backslash < start) {
    uint32_t limit = window.end - window.start;
    auto found = static_cast<const uint8_t *>(memchr(text + start, '\\', limit - start));
    backslash = found ? uint32_t(found - text) : UINT32_MAX;
  }
  if (backslash < end && !unescape(tape, node)) {
    return false;
  }
  tape->nodes[tape->count++] = node;
  at++;
  return true;
}

}  // namespace cjson
