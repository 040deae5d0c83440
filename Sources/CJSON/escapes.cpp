#include <cstring>

#include "builder.hpp"

namespace cjson {

namespace {

/// The value of four hexadecimal digits, or -1.
int32_t hex4(const uint8_t *text, const uint8_t *end) {
  if (end - text < 4) {
    return -1;
  }
  int32_t value = 0;
  for (int index = 0; index < 4; index++) {
    uint8_t byte = text[index];
    int digit = byte >= '0' && byte <= '9'   ? byte - '0'
                : byte >= 'a' && byte <= 'f' ? byte - 'a' + 10
                : byte >= 'A' && byte <= 'F' ? byte - 'A' + 10
                                             : -1;
    if (digit < 0) {
      return -1;
    }
    value = value * 16 + digit;
  }
  return value;
}

uint8_t *put_utf8(uint8_t *out, uint32_t scalar) {
  if (scalar < 0x80) {
    *out++ = uint8_t(scalar);
  } else if (scalar < 0x800) {
    *out++ = uint8_t(0xC0 | scalar >> 6);
    *out++ = uint8_t(0x80 | (scalar & 0x3F));
  } else if (scalar < 0x10000) {
    *out++ = uint8_t(0xE0 | scalar >> 12);
    *out++ = uint8_t(0x80 | (scalar >> 6 & 0x3F));
    *out++ = uint8_t(0x80 | (scalar & 0x3F));
  } else {
    *out++ = uint8_t(0xF0 | scalar >> 18);
    *out++ = uint8_t(0x80 | (scalar >> 12 & 0x3F));
    *out++ = uint8_t(0x80 | (scalar >> 6 & 0x3F));
    *out++ = uint8_t(0x80 | (scalar & 0x3F));
  }
  return out;
}

/// Reads the escape at `in`; moves both pointers on.
cjson_code escape(const uint8_t *&in, const uint8_t *end, uint8_t *&out) {
  static const char names[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
  uint8_t name = in + 1 < end ? in[1] : 0;
  if (name != 'u') {
    auto found = name ? strchr(names, name) : nullptr;
    if (!found) {
      return cjson_code_escape;
    }
    *out++ = uint8_t(meanings[found - names]);
    in += 2;
    return cjson_code_none;
  }
  int32_t unit = hex4(in + 2, end);
  if (unit < 0) {
    return cjson_code_escape;
  }
  uint32_t scalar = uint32_t(unit), width = 6;
  if (scalar >= 0xD800 && scalar < 0xE000) {
    bool pair = scalar < 0xDC00 && end - in >= 12 && in[6] == '\\' && in[7] == 'u';
    int32_t low = pair ? hex4(in + 8, end) : -1;
    if (low < 0xDC00 || low > 0xDFFF) {
      return cjson_code_surrogate;
    }
    scalar = 0x10000 + ((scalar - 0xD800) << 10) + uint32_t(low - 0xDC00);
    width = 12;
  }
  out = put_utf8(out, scalar);
  in += width;
  return cjson_code_none;
}

/// Reads the escapes from `in` on; stops at a bad one.
cjson_code unescaped(const uint8_t *&in, const uint8_t *end, uint8_t *&out) {
  while (in < end) {
    auto found = static_cast<const uint8_t *>(memchr(in, '\\', size_t(end - in)));
    size_t plain = size_t((found ? found : end) - in);
    memcpy(out, in, plain);
    out += plain;
    in += plain;
    cjson_code code = found ? escape(in, end, out) : cjson_code_none;
    if (code != cjson_code_none) {
      return code;
    }
  }
  return cjson_code_none;
}

}  // namespace

bool Builder::unescape(cjson_tape *tape, cjson_node &node) {
  if (!cjson_tape_reserve(tape, 0, node.length)) {
    refuse(cjson_code_memory, stop(at));
    return false;
  }
  const uint8_t *in = text + (node.text - window.start), *end = in + node.length;
  uint8_t *first = tape->side + tape->side_count, *out = first;
  cjson_code code = unescaped(in, end, out);
  if (code != cjson_code_none) {
    refuse(code, uint32_t(in - text));
    return false;
  }
  node.flags |= CJSON_FLAG_SIDE;
  node.text = tape->side_count;
  node.length = uint32_t(out - first);
  tape->side_count += node.length;
  return true;
}

}  // namespace cjson

int64_t cjson_unescape(const uint8_t *bytes, uint32_t length, uint8_t *out) {
  uint8_t *first = out;
  return cjson::unescaped(bytes, bytes + length, out) == cjson_code_none ? out - first : -1;
}
