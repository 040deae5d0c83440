#include <cstring>

#include "reader.hpp"

// Records shown as tokens, for a reader that needs no tree of them. Only what needs no second look
// is shown: all else is left to the readers of lines and elements.

namespace {

/// Whether some CR has no LF behind it.
bool has_lone_return(const uint8_t *bytes, uint32_t start, uint32_t end) {
  while (start < end) {
    auto found = static_cast<const uint8_t *>(memchr(bytes + start, '\r', end - start));
    if (!found) {
      return false;
    }
    start = uint32_t(found - bytes) + 1;
    if (start == end || bytes[start] != '\n') {
      return true;
    }
  }
  return false;
}

}  // namespace

bool cjson_reader::peek(bool elements, cjson_tokens &tokens) {
  uint32_t at = builder.at;
  if (elements ? !peek_element(at) : !peek_line()) {
    return false;
  }
  at = elements ? at : builder.at;
  tokens = {bytes + window.start, window.tokens, window.count, at, window.start, length};
  return true;
}

bool cjson_reader::peek_line() {
  while (!builder.more() && window.error.code == cjson_code_none && window_end < length) {
    next_lines();
    lone_return = builder.more() && has_lone_return(bytes, window.start, window_end);
  }
  return builder.more() && window.start >= single_until && !lone_return;
}

bool cjson_reader::peek_element(uint32_t &at) {
  if (stage != Stage::list || !next_tokens()) {
    return false;
  }
  at = builder.at;
  if (element_before) {
    if (builder.peek() != ',' || ++at >= window.count) {
      return false;
    }
  }
  return bytes[window.start + window.tokens[at]] == '{';
}

bool cjson_reader::take(bool elements, uint32_t end, uint32_t &first_byte, uint32_t &end_byte) {
  uint32_t before = builder.at;
  builder.at += elements && element_before;
  first_byte = builder.offset();
  builder.at = end;
  end_byte = builder.end_of_last();
  bool fits = end_byte - first_byte <= limits.record;
  if (!fits || (!elements && !stands_alone(first_byte, end_byte))) {
    builder.at = before;
    return false;
  }
  element_before = true;
  follows = false;
  return true;
}

bool cjson_reader_peek(cjson_reader *reader, bool elements, cjson_tokens *tokens) {
  return reader->peek(elements, *tokens);
}

bool cjson_reader_take(cjson_reader *reader, bool elements, uint32_t end, uint32_t *first_byte,
                       uint32_t *end_byte) {
  return reader->take(elements, end, *first_byte, *end_byte);
}
