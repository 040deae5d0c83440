#pragma once
#include <vector>

#include "columns.hpp"

namespace ccolumns_inside {

/// A stretch of text without escapes, or with them read.
struct Text {
  const uint8_t *bytes;
  uint32_t length;
};

/// Reads one ordinary record from its tokens into columns.
///
/// Each step answers false where it meets something out of the ordinary; what the record added
/// has then to be taken back.
class RecordReader {
 public:
  RecordReader(ccolumns &columns, const cjson_tokens &tokens, uint32_t key_limit)
      : columns(columns), tokens(tokens), at(tokens.at), key_limit(key_limit) {}

  /// Reads the record that begins at the first token.
  bool read();
  /// Points at the next record of the same tokens.
  void begin(const cjson_tokens &more) {
    tokens = more;
    at = more.at;
  }
  /// The token behind the record.
  uint32_t end() const { return at; }

 private:
  struct Open {
    uint32_t path;
    uint32_t previous;
    uint32_t object;
    uint32_t keys;
    bool is_map;
  };

  uint8_t byte() const {
    return at < tokens.count ? tokens.text[tokens.places[at]] : uint8_t(0);
  }
  bool take(uint8_t wanted) {
    bool found = byte() == wanted;
    at += found;
    return found;
  }

  bool read_key(uint32_t parent, uint32_t &path, uint32_t object);
  bool read_case_member(uint32_t path);
  bool read_id();
  bool read_version();
  bool read_sources(uint32_t path);
  bool read_events();
  bool read_event();
  bool read_event_member(uint32_t path, uint32_t event, uint32_t &type, ccolumns_span &span);
  bool read_type(uint32_t &type);
  bool read_date(ccolumns_span &span, bool &is_dated);
  bool check_allowed(uint32_t path);
  bool check_references();

  bool store(uint32_t path, uint32_t row, bool refers);
  bool store_nested(uint32_t path, uint32_t row, bool refers);
  bool store_scalar(uint32_t path, uint32_t row, bool refers);
  bool store_text(uint32_t path, uint32_t row, Text text);
  bool note_sight(ccolumns_note &note);

  bool read_string(Text &text);
  bool read_plain_string(Text &text);
  bool read_number(Text &text);
  bool is_word(const char *word, uint32_t length);

  ccolumns &columns;
  cjson_tokens tokens;
  uint32_t at;
  const uint32_t key_limit;
  /// The next backslash from the last string on.
  uint32_t backslash = 0;
  const uint8_t *searched = nullptr;
  std::vector<Open> open;
  std::vector<Text> source_ids;
  std::vector<Text> references;
  /// Keys and types that the format does not name.
  std::vector<ccolumns_note *> sights;
  Growing<uint8_t> unescaped;
  bool has_id = false;
  bool has_date = false;
  ccolumns_span date = {};
};

}  // namespace ccolumns_inside
