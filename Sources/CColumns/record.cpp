#include "record.hpp"

// Hot: nearly every record of every JSON file passes here. What a record means is said in
// `SegmentBuilder`, which reads what is out of the ordinary; a test holds both to the same columns.

namespace ccolumns_inside {

namespace {

constexpr ccolumns_span missing = {INT32_MIN, INT32_MAX, 1};

/// More comparisons of references with sources than this are left to a table of the slow way.
constexpr size_t most_comparisons = 4096;

/// What each byte begins: a digit or a minus.
bool begins_number(uint8_t byte) { return uint8_t(byte - '0') < 10 || byte == '-'; }

}  // namespace

bool RecordReader::read() {
  source_ids.clear();
  references.clear();
  sights.clear();
  has_id = has_date = false;
  if (!take('{')) {
    return false;
  }
  uint32_t object = ++columns.last_object, path = CCOLUMNS_CASE, keys = 0;
  do {
    if (++keys > key_limit || !read_key(CCOLUMNS_CASE, path, object) || !read_case_member(path)) {
      return false;
    }
  } while (take(','));
  if (!take('}') || !has_id || !check_references()) {
    return false;
  }
  columns.settle();
  for (ccolumns_note *note : sights) {
    note->sights++;
  }
  if (has_date) {
    auto name = reinterpret_cast<const uint8_t *>("record");
    uint32_t type = ccolumns_type(&columns, name, 6, true);
    if (type == CCOLUMNS_NONE) {
      return false;
    }
    columns.add_event(type, date);
  }
  return !columns.short_of_memory;
}

/// Reads a key and its colon; the path of the key before it goes in, its own comes out.
bool RecordReader::read_key(uint32_t parent, uint32_t &path, uint32_t object) {
  Text key;
  if (byte() != '"' || !read_plain_string(key)) {
    return false;
  }
  path = columns.find_path(parent, path, key.bytes, key.length);
  if (path == CCOLUMNS_NONE || columns.paths[path].holder == object ||
      columns.paths[path].shared.note.flags & CCOLUMNS_PERSONAL) {
    return false;
  }
  columns.paths[path].holder = object;
  return take(':');
}

bool RecordReader::read_case_member(uint32_t path) {
  switch (columns.paths[path].shared.role) {
    case ccolumns_role_casebook: return read_version();
    case ccolumns_role_id: return read_id();
    case ccolumns_role_events: return read_events();
    case ccolumns_role_case_date: return read_date(date, has_date);
    case ccolumns_role_sources: return read_sources(path);
    case ccolumns_role_claims: return false;
    default: return note_sight(columns.paths[path].shared.note) && store(path, columns.row(), false);
  }
}

/// Counts what the format does not name; the first sight of it has to be noted.
bool RecordReader::note_sight(ccolumns_note &note) {
  if (note.flags & CCOLUMNS_KNOWN) {
    return true;
  }
  sights.push_back(&note);
  return note.flags & CCOLUMNS_NOTED;
}

bool RecordReader::read_version() {
  Text version;
  bool good = byte() == '"' ? read_plain_string(version) : read_number(version);
  return good && version.length == 1 && version.bytes[0] == '1';
}

bool RecordReader::read_id() {
  Text id;
  bool good = byte() == '"' ? read_string(id) : read_number(id);
  if (!good || id.length == 0 || !columns.ids.add(id.bytes, id.length)) {
    return false;
  }
  has_id = true;
  return cscan_arena_append(&columns.text, id.bytes, id.length) == CSCAN_ARENA_DONE;
}

bool RecordReader::read_sources(uint32_t path) {
  if (!take('[')) {
    return false;
  }
  if (take(']')) {
    return true;
  }
  do {
    // The id of a source is found first, in a look ahead along the keys of its own level.
    uint32_t first = at, depth = 0;
    for (; at < tokens.count; at++) {
      uint8_t found = byte();
      depth += found == '{' || found == '[';
      depth -= (found == '}' || found == ']') && depth > 0;
      if (depth == 0) {
        break;
      }
      if (depth == 1 && found == '"' && at + 2 < tokens.count &&
          tokens.text[tokens.places[at + 1]] == ':') {
        Text key, value;
        uint32_t key_at = at;
        if (!read_plain_string(key)) {
          return false;
        }
        if (key.length == 2 && memcmp(key.bytes, "id", 2) == 0) {
          at++;
          bool good = byte() == '"' ? read_plain_string(value) : read_number(value);
          if (!good) {
            return false;
          }
          source_ids.push_back(value);
        } else if (key.length == 4 && memcmp(key.bytes, "date", 4) == 0) {
          ccolumns_span span;
          bool is_dated;
          at++;
          if (!read_date(span, is_dated)) {
            return false;
          }
        }
        at = key_at;
      }
    }
    at = first;
    if (byte() != '{' || !store(path, columns.row(), false)) {
      return false;
    }
  } while (take(','));
  return take(']');
}

bool RecordReader::check_references() {
  if (references.size() * source_ids.size() > most_comparisons) {
    return false;
  }
  for (const Text &reference : references) {
    auto mark = static_cast<const uint8_t *>(memchr(reference.bytes, '#', reference.length));
    uint32_t length = mark ? uint32_t(mark - reference.bytes) : reference.length;
    bool found = false;
    for (const Text &id : source_ids) {
      found |= id.length == length && same(id.bytes, reference.bytes, length);
    }
    if (!found) {
      return false;
    }
  }
  return true;
}

// MARK: Events

bool RecordReader::read_events() {
  if (!take('[')) {
    return false;
  }
  if (take(']')) {
    return true;
  }
  do {
    if (!read_event()) {
      return false;
    }
  } while (take(','));
  return take(']');
}

bool RecordReader::read_event() {
  if (!take('{')) {
    return false;
  }
  uint32_t event = uint32_t(columns.event_types.count()), type = CCOLUMNS_NONE;
  uint32_t object = ++columns.last_object, path = CCOLUMNS_EVENT_ROOT, keys = 0;
  ccolumns_span span = missing;
  do {
    if (++keys > key_limit || !read_key(CCOLUMNS_EVENT_ROOT, path, object) ||
        !read_event_member(path, event, type, span)) {
      return false;
    }
  } while (take(','));
  if (!take('}') || type == CCOLUMNS_NONE) {
    return false;
  }
  columns.add_event(type, span);
  return true;
}

bool RecordReader::read_event_member(uint32_t path, uint32_t event, uint32_t &type,
                                     ccolumns_span &span) {
  ccolumns_path &shared = columns.paths[path].shared;
  bool is_dated = false;
  switch (shared.role) {
    case ccolumns_role_event_type: return read_type(type);
    case ccolumns_role_event_date: return read_date(span, is_dated);
    case ccolumns_role_event_source: return store(path, event, true);
    case ccolumns_role_claims: return false;
    default:
      return note_sight(shared.note) &&
             (!(shared.note.flags & CCOLUMNS_CLOSED) || check_allowed(path)) &&
             store(path, event, false);
  }
}

bool RecordReader::read_type(uint32_t &type) {
  Text name;
  if (byte() != '"' || !read_plain_string(name)) {
    return false;
  }
  type = columns.types.find(name.bytes, name.length, 0);
  return type != CCOLUMNS_NONE && note_sight(columns.type_notes[type]);
}

/// Reads a date; an empty one and a null are no date.
bool RecordReader::read_date(ccolumns_span &span, bool &is_dated) {
  Text text;
  if (byte() == 'n') {
    return is_word("null", 4);
  }
  bool good = byte() == '"' ? read_string(text) : read_number(text);
  if (!good || text.length == 0) {
    return good;
  }
  is_dated = true;
  if (ccolumns_plain_date(text.bytes, text.length, &span)) {
    return true;
  }
  uint32_t known = columns.dates.find(text.bytes, text.length, 0);
  if (known != CCOLUMNS_NONE) {
    span = columns.date_spans[known];
    return true;
  }
  return columns.read_date(text.bytes, text.length, &span) &&
         columns.dates.number(text.bytes, text.length, 0) == columns.date_spans.count() &&
         columns.date_spans.add(span);
}

bool RecordReader::check_allowed(uint32_t path) {
  Text value;
  uint32_t first = at;
  if (byte() != '"') {
    return byte() == 'n';
  }
  bool good = read_plain_string(value) &&
              (value.length == 0 ||
               columns.paths[path].allowed->find(value.bytes, value.length, 0) != CCOLUMNS_NONE);
  at = first;
  return good;
}

// MARK: Scalars

bool RecordReader::read_plain_string(Text &text) {
  uint32_t start = tokens.places[at] + 1, end = tokens.places[at + 1] - 1;
  while (tokens.text[end] != '"') {
    end--;
  }
  if (searched != tokens.text || backslash < start) {
    searched = tokens.text;
    auto found = memchr(tokens.text + start, '\\', tokens.places[tokens.count] - start);
    backslash =
        found ? uint32_t(static_cast<const uint8_t *>(found) - tokens.text) : UINT32_MAX;
  }
  text = {tokens.text + start, end - start};
  at++;
  return backslash >= end;
}

bool RecordReader::read_string(Text &text) {
  uint32_t first = at;
  if (read_plain_string(text)) {
    return true;
  }
  at = first;
  uint32_t start = tokens.places[at] + 1;
  unescaped.drop_to(0);
  if (!unescaped.reserve(text.length + 1)) {
    return false;
  }
  int64_t length = cjson_unescape(tokens.text + start, text.length, unescaped.data());
  text = {unescaped.data(), uint32_t(length)};
  at++;
  return length >= 0;
}

/// Reads a number by the grammar of RFC 8259.
bool RecordReader::read_number(Text &text) {
  if (!begins_number(byte())) {
    return false;
  }
  const uint8_t *start = tokens.text + tokens.places[at], *next = start;
  const uint8_t *end = tokens.text + tokens.places[at + 1];
  auto digits = [&] {
    const uint8_t *first = next;
    while (next < end && uint8_t(*next - '0') < 10) {
      next++;
    }
    return next > first;
  };
  next += *next == '-';
  bool zero = next < end && *next == '0';
  next += zero;
  bool good = zero || digits();
  if (good && next < end && *next == '.') {
    next++;
    good = digits();
  }
  if (good && next < end && (*next == 'e' || *next == 'E')) {
    next++;
    next += next < end && (*next == '+' || *next == '-');
    good = digits();
  }
  bool alone = next == end || *next == ' ' || *next == '\t' || *next == '\n' || *next == '\r';
  text = {start, uint32_t(next - start)};
  at++;
  return good && alone;
}

bool RecordReader::is_word(const char *word, uint32_t length) {
  uint32_t start = tokens.places[at], end = tokens.places[at + 1];
  if (end - start < length || memcmp(tokens.text + start, word, length) != 0) {
    return false;
  }
  uint8_t after = end - start > length ? tokens.text[start + length] : uint8_t(' ');
  at++;
  return after == ' ' || after == '\t' || after == '\n' || after == '\r';
}

}  // namespace ccolumns_inside
