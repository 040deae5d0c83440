#include "record.hpp"

// Hot: the values of fields, from tokens to columns and folded text.

namespace ccolumns_inside {

namespace {

/// Values in more lists and maps than this inside each other are read as trees.
constexpr size_t deepest = 16;

}  // namespace

/// Puts every single value under a path; `refers` says that they name sources.
bool RecordReader::store(uint32_t path, uint32_t row, bool refers) {
  uint8_t first = byte();
  if (first == '"') {
    return store_scalar(path, row, refers);
  }
  return first == '{' || first == '[' ? store_nested(path, row, refers)
                                      : store_scalar(path, row, refers);
}

bool RecordReader::store_nested(uint32_t path, uint32_t row, bool refers) {
  open.clear();
  for (;;) {
    // A value begins here.
    uint8_t first = byte();
    if (first == '{' || first == '[') {
      if (open.size() == deepest || (first == '{' && refers)) {
        return false;
      }
      open.push_back({path, path, ++columns.last_object, 1, first == '{'});
      at++;
      if (byte() == '}' || byte() == ']') {
        // Empty ones hold nothing; the brackets have to be of one kind.
        if (byte() != (first == '{' ? '}' : ']')) {
          return false;
        }
      } else {
        if (first == '{') {
          Open &top = open.back();
          if (!read_key(top.path, top.previous, top.object)) {
            return false;
          }
          path = top.previous;
        }
        continue;
      }
    } else if (!store_scalar(path, row, refers)) {
      return false;
    }
    // A value has ended: close what ends with it, and go on behind the comma.
    while (!open.empty() && take(open.back().is_map ? '}' : ']')) {
      open.pop_back();
    }
    if (open.empty()) {
      return true;
    }
    if (!take(',')) {
      return false;
    }
    Open &top = open.back();
    path = top.path;
    if (top.is_map) {
      if (++top.keys > key_limit || !read_key(top.path, top.previous, top.object)) {
        return false;
      }
      path = top.previous;
    }
  }
}

bool RecordReader::store_scalar(uint32_t path, uint32_t row, bool refers) {
  Text text;
  switch (byte()) {
    case '"':
      if (refers) {
        if (!read_plain_string(text)) {
          return false;
        }
        references.push_back(text);
      } else if (!read_string(text)) {
        return false;
      }
      return text.length == 0 || store_text(path, row, text);
    case 't':
    case 'f': {
      bool is_true = byte() == 't';
      const char *word = is_true ? "true" : "false";
      uint32_t length = is_true ? 4 : 5;
      if (refers || !is_word(word, length)) {
        return false;
      }
      columns.put_value(path, row, reinterpret_cast<const uint8_t *>(word), length,
                        ccolumns_kind_boolean);
      return true;
    }
    case 'n': return is_word("null", 4);
    default:
      if (!read_number(text)) {
        return false;
      }
      if (refers) {
        references.push_back(text);
      }
      columns.put_value(path, row, text.bytes, text.length, ccolumns_kind_number);
      return true;
  }
}

bool RecordReader::store_text(uint32_t path, uint32_t row, Text text) {
  if (!columns.put_text(path, row, text.bytes, text.length)) {
    return false;
  }
  if (text.bytes == unescaped.data()) {
    // The next string with escapes is written over this one.
    columns.settle();
  }
  return true;
}

}  // namespace ccolumns_inside
