#pragma once
#include <memory>
#include <vector>

#include "dictionary.hpp"

namespace ccolumns_inside {

/// The values of one path.
struct Column {
  Dictionary values;
  Growing<uint8_t> kinds;
  Growing<uint32_t> rows;
  Growing<uint32_t> codes;
  Growing<uint32_t> long_ranges;
};

/// A value on its way to its column: the places of a record's values are fetched together, since
/// one after the other each is waited for.
struct Waiting {
  /// Nothing for a stretch of text, which begins at `length` and ends at `hash`.
  const uint8_t *value;
  uint32_t path;
  uint32_t row;
  uint32_t length;
  uint32_t hash;
  ccolumns_kind kind;
};

/// A key under a parent, with what only the columns need to know.
struct Path {
  ccolumns_path shared;
  /// The key itself, in the bytes of all keys.
  uint32_t key;
  uint32_t key_length;
  /// The paths whose keys came after this one's the last times: records are written alike.
  uint32_t following[3] = {CCOLUMNS_NONE, CCOLUMNS_NONE, CCOLUMNS_NONE};
  /// The object that held the key last, to see a key that stands twice in one.
  uint32_t holder = 0;
  /// The values a closed list allows.
  std::unique_ptr<Dictionary> allowed;
};

}  // namespace ccolumns_inside

struct ccolumns {
  explicit ccolumns(ccolumns_date_reader reader) : read_date(reader) {}
  ~ccolumns() { cscan_arena_free(&text); }
  ccolumns(const ccolumns &) = delete;
  ccolumns &operator=(const ccolumns &) = delete;

  uint32_t find_path(uint32_t parent, uint32_t after, const uint8_t *key, uint32_t length);
  uint32_t add_path(uint32_t parent, const uint8_t *key, uint32_t length, ccolumns_role role,
                    uint8_t flags);
  void take_back();

  /// Adds a value, done by `settle`, until which the bytes have to stay where they are.
  [[gnu::always_inline]] void put_value(uint32_t path, uint32_t row, const uint8_t *value,
                                        uint32_t length, ccolumns_kind kind) {
    uint32_t hashed = 0;
    bool good = all[path].values.begin(value, length, kind, hashed) &&
                waiting.add({value, path, row, length, hashed, kind});
    short_of_memory |= !good;
  }

  /// As `add_long`, behind the values that wait.
  [[gnu::always_inline]] void put_long(uint32_t path, uint32_t row, uint32_t start,
                                       uint32_t end) {
    short_of_memory |= !waiting.add({nullptr, path, row, start, end, ccolumns_kind_text});
  }

  /// Adds a text to the folded text, where its path is searched, and to its column; false where
  /// there is no room. The bytes have to stay where they are until `settle`.
  bool put_text(uint32_t path, uint32_t row, const uint8_t *bytes, uint32_t length) {
    uint8_t flags = paths[path].shared.note.flags;
    if (flags & CCOLUMNS_SEARCHED) {
      uint32_t start = uint32_t(text.text_count);
      if (cscan_arena_append(&text, bytes, length) != CSCAN_ARENA_DONE) {
        return false;
      }
      if (length > CCOLUMNS_LONGEST_VALUE || (flags & CCOLUMNS_PROSE)) {
        put_long(path, row, start, uint32_t(text.text_count - 1));
        return true;
      }
    }
    put_value(path, row, bytes, length, ccolumns_kind_text);
    return true;
  }

  /// Adds what waits, in its order.
  void settle();

  [[gnu::always_inline]] void add_long(uint32_t path, uint32_t row, uint32_t start,
                                       uint32_t end) {
    ccolumns_inside::Column &column = all[path];
    uint32_t number = uint32_t(column.long_ranges.count() / 2);
    bool good = column.long_ranges.reserve(2) && column.rows.reserve(1) &&
                column.codes.add(CCOLUMNS_LONG_TEXT + number);
    if (good) {
      column.rows.add(row);
      column.long_ranges.add(start);
      column.long_ranges.add(end);
    }
    short_of_memory |= !good;
  }

  [[gnu::always_inline]] void add_code(uint32_t path, uint32_t row, uint32_t code,
                                       ccolumns_kind kind) {
    ccolumns_inside::Column &column = all[path];
    bool is_new = code == column.kinds.count();
    bool good = code != CCOLUMNS_NONE &&
                (!is_new || (column.kinds.add(kind) && new_values.add(path))) &&
                column.rows.reserve(1) && column.codes.add(code);
    short_of_memory |= !(good && column.rows.add(row));
  }

  void add_event(uint32_t type, ccolumns_span span) {
    short_of_memory |= !(event_types.add(uint16_t(type)) && event_spans.add(span));
  }

  void end_case(ccolumns_place place, uint8_t trait) {
    new_values.drop_to(0);
    settled.drop_to(0);
    short_of_memory |= !(id_starts.add(uint32_t(ids.count())) &&
                         event_starts.add(uint32_t(event_types.count())) && traits.add(trait) &&
                         places.add(place));
  }

  uint32_t row() const { return uint32_t(places.count()); }
  uint32_t events_before() const { return event_starts.is_empty() ? 0 : last_of(event_starts); }
  uint32_t ids_before() const { return id_starts.is_empty() ? 0 : last_of(id_starts); }

  std::vector<ccolumns_inside::Path> paths;
  std::vector<ccolumns_inside::Column> all;
  ccolumns_inside::Dictionary types;
  ccolumns_inside::Growing<ccolumns_note> type_notes;
  uint32_t type_limit = UINT16_MAX;
  /// Dates that are not plain, as they were read before.
  ccolumns_inside::Dictionary dates;
  ccolumns_inside::Growing<ccolumns_span> date_spans;
  ccolumns_inside::Growing<uint16_t> event_types;
  ccolumns_inside::Growing<ccolumns_span> event_spans;
  /// The ends of the events, and of the id, of each case.
  ccolumns_inside::Growing<uint32_t> event_starts;
  ccolumns_inside::Growing<uint32_t> id_starts;
  ccolumns_inside::Growing<uint8_t> ids;
  ccolumns_inside::Growing<ccolumns_place> places;
  ccolumns_inside::Growing<uint8_t> traits;
  /// The path of each value that the case at hand is the first to have.
  ccolumns_inside::Growing<uint32_t> new_values;
  /// The path of each value of the case at hand that is in its column already.
  ccolumns_inside::Growing<uint32_t> settled;
  ccolumns_inside::Growing<ccolumns_inside::Waiting> waiting;
  cscan_arena text = {};
  ccolumns_date_reader read_date;
  /// The number of the last object that was read, for `Path::holder`.
  uint32_t last_object = 0;
  bool short_of_memory = false;

 private:
  static uint32_t last_of(const ccolumns_inside::Growing<uint32_t> &ends) {
    return ends[ends.count() - 1];
  }

  ccolumns_inside::Growing<uint8_t> key_bytes;
  ccolumns_inside::Dictionary keys;
  ccolumns_inside::Growing<uint32_t> path_of_key;
  ccolumns_inside::Growing<uint8_t> scratch;
};
