#include "reader.hpp"

#include <cstring>
#include <new>

using cjson::Outcome;

void cjson_reader::open(const uint8_t *text, uint32_t count) {
  bytes = text;
  length = count;
  bool mark = count >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0;
  window_end = mark ? 3 : 0;
  single_until = 0;
  shares_line = false;
  stage = Stage::before;
  in_object = member_before = element_before = false;
  gave_up = follows = goes_on = false;
  use({window_end, window_end, nullptr, 0, {}});
}

void cjson_reader::open_part(const uint8_t *text, uint32_t count, bool after, bool before) {
  open(text, count);
  follows = after;
  goes_on = before;
  if (after) {
    stage = Stage::list;
    window_end = 0;
    use({0, 0, nullptr, 0, {}});
  }
}

void cjson_reader::use(const cjson::Window &chosen) {
  window = chosen;
  builder.use(bytes, window);
}

cjson_item cjson_reader::refused(uint32_t start, uint32_t end) {
  bool lexical = builder.error.code == cjson_code_none ||
                 (builder.error.code == cjson_code_incomplete && !builder.more());
  return refused(start, end,
                 lexical && window.error.code != cjson_code_none ? window.error : builder.error);
}

cjson_item cjson_reader::refused(uint32_t start, uint32_t end, cjson_error error) {
  return {cjson_step_refused, false, start, end, error};
}

cjson_item cjson_reader::document(cjson_tape *tape) {
  cjson_tape_clear(tape);
  uint32_t start = window_end;
  use(lexer.window(bytes, start, length));
  if (!builder.more() && window.error.code == cjson_code_none) {
    return refused(start, length, {cjson_code_empty, CJSON_EXPECT_VALUE, length, 0});
  }
  start = builder.offset();
  if (builder.value(tape, 0) != Outcome::done) {
    return refused(start, length);
  }
  uint32_t end = builder.end_of_last();
  if (builder.more()) {
    return refused(start, length,
                   {cjson_code_trailing, CJSON_EXPECT_END, builder.offset(), 0});
  }
  if (window.error.code != cjson_code_none) {
    return refused(start, length, window.error);
  }
  return {cjson_step_value, false, start, end, {}};
}

cjson_reader *cjson_reader_make(cjson_limits limits) {
  return new (std::nothrow) cjson_reader(limits);
}

void cjson_reader_free(cjson_reader *reader) { delete reader; }

void cjson_reader_open(cjson_reader *reader, const uint8_t *bytes, uint32_t length) {
  reader->open(bytes, length);
}

void cjson_reader_open_part(cjson_reader *reader, const uint8_t *bytes, uint32_t length,
                            bool follows, bool goes_on) {
  reader->open_part(bytes, length, follows, goes_on);
}

bool cjson_reader_gave_up(const cjson_reader *reader) { return reader->gave_up; }

cjson_item cjson_reader_document(cjson_reader *reader, cjson_tape *tape) {
  return reader->document(tape);
}

cjson_item cjson_reader_line(cjson_reader *reader, cjson_tape *tape) {
  return reader->line(tape);
}

cjson_item cjson_reader_element(cjson_reader *reader, const uint8_t *key, uint32_t key_length,
                                cjson_tape *tape, cjson_tape *root) {
  return reader->element(key, key_length, tape, root);
}
