#include <cstring>

#include "cjson.h"

// Cuts a long list between its elements, so that stretches of it can be read side by side. Whether
// an element is right is not looked at: whoever reads it will say.

namespace {

/// The quote that closes the string opened at `open`, or `length` where it is not there.
uint32_t closing_quote(const uint8_t *bytes, uint32_t open, uint32_t length) {
  uint32_t from = open + 1;
  while (from < length) {
    auto found = static_cast<const uint8_t *>(memchr(bytes + from, '"', length - from));
    if (!found) {
      return length;
    }
    uint32_t quote = uint32_t(found - bytes), slashes = 0;
    while (quote - slashes > open + 1 && bytes[quote - slashes - 1] == '\\') {
      slashes++;
    }
    if (slashes % 2 == 0) {
      return quote;
    }
    from = quote + 1;
  }
  return length;
}

}  // namespace

cjson_cut cjson_cut_list(const uint8_t *bytes, uint32_t start, uint32_t length) {
  cjson_cut cut = {start, 0, cjson_cut_open};
  uint32_t depth = 0;
  bool has_value = false;
  for (uint32_t at = start; at < length; at++) {
    switch (bytes[at]) {
      case ' ': case '\t': case '\r': case '\n':
        continue;
      case '"':
        at = closing_quote(bytes, at, length);
        break;
      case '{': case '[':
        if (depth == 0 && has_value) {
          cut.state = cjson_cut_irregular;
          return cut;
        }
        depth++;
        continue;
      case '}': case ']':
        if (depth == 0) {
          cut.state = bytes[at] == ']' ? cjson_cut_closed : cjson_cut_irregular;
          return cut;
        }
        has_value = --depth == 0;
        continue;
      case ',':
        if (depth == 0) {
          if (!has_value) {
            cut.state = cjson_cut_irregular;
            return cut;
          }
          has_value = false;
          cut.end = at + 1;
          cut.elements++;
        }
        continue;
      default:
        break;
    }
    if (depth == 0) {
      cut.state = cjson_cut_irregular;
      return cut;
    }
  }
  return cut;
}
