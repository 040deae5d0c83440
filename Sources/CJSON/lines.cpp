#include <cstring>

#include "reader.hpp"

// JSON Lines: many lines share one search for tokens; where one of them is bad, the rest of their
// stretch is read line by line, so that the bad ones alone are refused, each with its own place.

using cjson::Outcome;

namespace {

/// Bytes of lines that are searched for tokens at once; they and their tokens stay in a cache.
constexpr uint32_t stretch = 256 << 10;

}  // namespace

uint32_t cjson_reader::line_end(uint32_t from) const {
  auto found = static_cast<const uint8_t *>(memchr(bytes + from, '\n', length - from));
  return found ? uint32_t(found - bytes) + 1 : length;
}

void cjson_reader::next_lines() {
  uint32_t start = window_end;
  shares_line = false;
  if (start >= single_until) {
    uint32_t end = length;
    if (length - start > stretch) {
      auto found = static_cast<const uint8_t *>(memrchr(bytes + start, '\n', stretch));
      end = found ? uint32_t(found - bytes) + 1 : line_end(start + stretch);
    }
    cjson::Window lines;
    if (end - start <= limits.record + stretch && lexer.quick_window(bytes, start, end, lines)) {
      window_end = end;
      use(lines);
      return;
    }
    single_until = end;
  }
  window_end = line_end(start);
  uint32_t end = window_end;
  end -= end > start && bytes[end - 1] == '\n';
  end -= end > start && bytes[end - 1] == '\r';
  if (end - start > limits.record) {
    use({start, start, nullptr, 0, {cjson_code_record, 0, start, 0}});
    return;
  }
  use(lexer.window(bytes, start, end));
}

cjson_item cjson_reader::line(cjson_tape *tape) {
  cjson_tape_clear(tape);
  for (;;) {
    if (builder.more() && window.start >= single_until) {
      cjson_item item = good_line(tape);
      if (item.step != cjson_step_refused) {
        return item;
      }
      single_until = window_end;
      window_end = item.start;
      next_lines();
      cjson_tape_clear(tape);
    } else if (builder.more() || window.error.code != cjson_code_none) {
      return single_line(tape);
    } else if (window_end >= length) {
      return {cjson_step_end, false, length, length, {}};
    } else {
      next_lines();
    }
  }
}

cjson_item cjson_reader::good_line(cjson_tape *tape) {
  uint32_t start = builder.offset();
  if (builder.value(tape, 0) != Outcome::done) {
    return refused(start, window_end);
  }
  uint32_t end = builder.end_of_last();
  if (!stands_alone(start, end) || end - start > limits.record) {
    return refused(start, window_end);
  }
  return {cjson_step_value, false, start, end, {}};
}

/// Whether a record, behind which the next token is, has its line for itself.
bool cjson_reader::stands_alone(uint32_t start, uint32_t end) const {
  auto found = static_cast<const uint8_t *>(memchr(bytes + start, '\n', window_end - start));
  uint32_t stop = found ? uint32_t(found - bytes) : window_end;
  return end <= stop && (!builder.more() || builder.offset() > stop);
}

cjson_item cjson_reader::single_line(cjson_tape *tape) {
  uint32_t start = builder.offset();
  bool good = builder.value(tape, 0) == Outcome::done;
  uint32_t end = builder.end_of_last();
  bool another = builder.more() && (builder.peek() == '{' || builder.peek() == '[');
  if (good && (another || (!builder.more() && window.error.code == cjson_code_none))) {
    cjson_item item = {cjson_step_value, shares_line, start, end, {}};
    shares_line = true;
    return item;
  }
  cjson_item item = refused(start, window_end);
  if (good && builder.more()) {
    item.error = {cjson_code_trailing, CJSON_EXPECT_END, builder.offset(), 0};
  }
  bool whole_line = window_end > 0 && bytes[window_end - 1] == '\n';
  if (whole_line && item.error.code == cjson_code_incomplete &&
      item.error.expected == CJSON_EXPECT_QUOTE) {
    item.error.code = cjson_code_unclosed_string;
  }
  item.shares_line = shares_line;
  use({window_end, window_end, nullptr, 0, {}});
  return item;
}
