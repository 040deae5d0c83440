#include "lexer.hpp"

#include <simdjson.h>

namespace cjson {

namespace {

/// Bytes of the UTF-8 sequence at `at`, or 0 where there is none (Unicode 15, table 3-7).
uint32_t utf8_width(const uint8_t *bytes, uint32_t at, uint32_t end) {
  uint8_t lead = bytes[at];
  if (lead < 0x80) {
    return 1;
  }
  uint32_t width = lead >= 0xC2 && lead <= 0xDF ? 2 : (lead & 0xF0) == 0xE0 ? 3
                   : lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
  if (width == 0 || end - at < width) {
    return 0;
  }
  uint8_t low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  uint8_t high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (bytes[at + 1] < low || bytes[at + 1] > high) {
    return 0;
  }
  for (uint32_t next = 2; next < width; next++) {
    if ((bytes[at + next] & 0xC0) != 0x80) {
      return 0;
    }
  }
  return width;
}

bool is_blank(uint8_t byte) {
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

bool is_operator(uint8_t byte) {
  return byte == '{' || byte == '}' || byte == '[' || byte == ']' || byte == ',' || byte == ':';
}

/// Where the string that opens at `open` is closed, or `end` with the error.
uint32_t string_end(const uint8_t *bytes, uint32_t open, uint32_t end, cjson_error &error) {
  uint32_t at = open + 1;
  while (at < end && bytes[at] != '"') {
    uint8_t byte = bytes[at];
    uint32_t width = utf8_width(bytes, at, end);
    if (byte == '\n' || byte == '\r') {
      error = {cjson_code_unclosed_string, CJSON_EXPECT_QUOTE, at, open};
    } else if (byte < 0x20) {
      error = {cjson_code_control, 0, at, open};
    } else if (width == 0) {
      error = {cjson_code_utf8, 0, at, open};
    }
    if (error.code != cjson_code_none) {
      return end;
    }
    bool escape = byte == '\\' && at + 1 < end && bytes[at + 1] >= 0x20 && bytes[at + 1] < 0x80;
    at += escape ? 2 : width;
  }
  if (at >= end) {
    error = {cjson_code_incomplete, CJSON_EXPECT_QUOTE, end, open};
    return end;
  }
  return at;
}

}  // namespace

Lexer::Lexer() = default;
Lexer::~Lexer() = default;

bool Lexer::reserve(uint32_t length) {
  if (stage && length <= capacity) {
    return true;
  }
  uint64_t wanted = uint64_t(length) + length / 4 + 4096;
  uint64_t most = simdjson::SIMDJSON_MAXSIZE_BYTES;
  wanted = wanted > most ? most : wanted;
  if (wanted < length ||
      simdjson::get_active_implementation()->create_dom_parser_implementation(wanted, 1, stage)) {
    stage.reset();
    return false;
  }
  capacity = uint32_t(wanted);
  return true;
}

bool Lexer::quick_window(const uint8_t *bytes, uint32_t start, uint32_t end, Window &window) {
  window = {start, end, nullptr, 0, {}};
  if (start == end) {
    return true;
  }
  if (!reserve(end - start)) {
    window.end = start;
    window.error = {cjson_code_memory, 0, start, 0};
    return true;
  }
  auto code = stage->stage1(bytes + start, end - start, simdjson::stage1_mode::regular);
  if (code == simdjson::EMPTY) {
    return true;
  }
  window.tokens = stage->structural_indexes.get();
  window.count = stage->n_structural_indexes;
  // The place after the last token is where the text ends; simdjson leaves room for it.
  stage->structural_indexes[code == simdjson::SUCCESS ? window.count : 0] = end - start;
  return code == simdjson::SUCCESS;
}

Window Lexer::window(const uint8_t *bytes, uint32_t start, uint32_t end) {
  Window window;
  return quick_window(bytes, start, end, window) ? window : slow_window(bytes, start, end);
}

Window Lexer::slow_window(const uint8_t *bytes, uint32_t start, uint32_t end) {
  Window window = {start, end, stage->structural_indexes.get(), 0, {}};
  uint32_t *tokens = stage->structural_indexes.get();
  bool in_scalar = false;
  for (uint32_t at = start; at < end;) {
    uint8_t byte = bytes[at];
    uint32_t token = at;
    uint32_t width = utf8_width(bytes, at, end);
    if (byte == '"' && !in_scalar) {
      at = string_end(bytes, at, end, window.error);
      width = 1;
    } else if (width == 0) {
      window.error = {cjson_code_utf8, 0, at, 0};
    }
    if (window.error.code != cjson_code_none) {
      window.end = token;
      break;
    }
    bool scalar = byte != '"' && !is_blank(byte) && !is_operator(byte);
    if (!is_blank(byte) && !(in_scalar && (scalar || byte == '"'))) {
      tokens[window.count++] = token - start;
    }
    in_scalar = scalar || (in_scalar && byte == '"');
    at += width;
  }
  tokens[window.count] = window.end - start;
  return window;
}

}  // namespace cjson

uint32_t cjson_utf8_error(const uint8_t *bytes, uint32_t start, uint32_t length) {
  if (simdjson::validate_utf8(reinterpret_cast<const char *>(bytes) + start, length - start)) {
    return length;
  }
  uint32_t at = start;
  while (at < length) {
    uint32_t width = cjson::utf8_width(bytes, at, length);
    if (width == 0) {
      break;
    }
    at += width;
  }
  return at;
}

const char *cjson_version(void) { return SIMDJSON_STRINGIFY(SIMDJSON_VERSION); }
