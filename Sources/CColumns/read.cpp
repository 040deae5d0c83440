#include "cscan_work.h"
#include "record.hpp"

using ccolumns_inside::RecordReader;

namespace {

/// Counts the lines on to a record and notes where it stands.
ccolumns_place place_of(ccolumns_work &work, const cjson_tokens &tokens, uint32_t start,
                        uint32_t end) {
  if (work.counted_to < start) {
    const uint8_t *bytes = tokens.text - tokens.start;
    work.line += ccolumns_line_ends(bytes, work.counted_to, start, tokens.length);
    work.counted_to = start;
  }
  cscan_count_work(end - start);
  ccolumns_place place = {work.file, work.line, work.first_byte + start, end - start, 0};
  if (work.elements) {
    place.ordinal = work.ordinal++;
  } else {
    // A line holds no line end before its own.
    work.counted_to = end;
  }
  return place;
}

}  // namespace

uint32_t ccolumns_line_ends(const uint8_t *bytes, size_t start, size_t end, size_t length) {
  uint32_t count = 0;
  for (size_t at = start; at < end; at++) {
    count += bytes[at] == '\n';
  }
  auto next = static_cast<const uint8_t *>(memchr(bytes + start, '\r', end - start));
  while (next) {
    // A CR with an LF behind it was counted with that.
    size_t behind = size_t(next - bytes) + 1;
    count += behind >= length || bytes[behind] != '\n';
    next = behind < end ? static_cast<const uint8_t *>(memchr(bytes + behind, '\r', end - behind))
                        : nullptr;
  }
  return count;
}

uint32_t ccolumns_advance(const uint8_t *bytes, size_t start, size_t end, size_t length,
                          uint32_t *column) {
  uint32_t ends = ccolumns_line_ends(bytes, start, end, length);
  size_t first = start;
  if (start < end) {
    auto feed = static_cast<const uint8_t *>(memrchr(bytes + start, '\n', end - start));
    auto carriage = static_cast<const uint8_t *>(memrchr(bytes + start, '\r', end - start));
    auto last = !carriage || (feed && feed > carriage) ? feed : carriage;
    if (last) {
      first = size_t(last - bytes) + 1;
      *column = 1;
    }
  }
  for (size_t at = first; at < end; at++) {
    *column += (bytes[at] & 0xC0) != 0x80;
  }
  return ends;
}

uint32_t ccolumns_read(ccolumns *columns, cjson_reader *reader, ccolumns_work *work) {
  cjson_tokens tokens = {};
  RecordReader record(*columns, tokens, work->key_limit);
  uint32_t count = 0;
  while (cjson_reader_peek(reader, work->elements, &tokens)) {
    uint32_t start, end;
    record.begin(tokens);
    if (!record.read() ||
        !cjson_reader_take(reader, work->elements, record.end(), &start, &end)) {
      columns->take_back();
      return count;
    }
    if (cscan_arena_end_case(&columns->text) != CSCAN_ARENA_DONE) {
      columns->short_of_memory = true;
      return count;
    }
    columns->end_case(place_of(*work, tokens, start, end), 0);
    count++;
  }
  return count;
}

uint32_t ccolumns_last_line(const ccolumns_work *work, const uint8_t *bytes, uint32_t length) {
  return work->line + ccolumns_line_ends(bytes, work->counted_to, length, length);
}
