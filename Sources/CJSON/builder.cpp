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
