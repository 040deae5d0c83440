#include "columns.hpp"

#include <new>

#include "cscan_work.h"

using ccolumns_inside::Column;
using ccolumns_inside::Growing;
using ccolumns_inside::Path;
using ccolumns_inside::same;
using ccolumns_inside::Waiting;

uint32_t ccolumns::find_path(uint32_t parent, uint32_t after, const uint8_t *key,
                             uint32_t length) {
  uint32_t *following = paths[after].following;
  for (size_t place = 0; place < 3 && following[place] != CCOLUMNS_NONE; place++) {
    uint32_t guess = following[place];
    const Path &path = paths[guess];
    if (path.key_length == length && path.shared.parent == parent &&
        same(key_bytes.data() + path.key, key, length)) {
      return guess;
    }
  }
  // The same key under another parent is another path: both are looked up together.
  scratch.drop_to(0);
  scratch.add(reinterpret_cast<const uint8_t *>(&parent), sizeof parent);
  scratch.add(key, length);
  uint32_t number = keys.find(scratch.data(), uint32_t(scratch.count()), 0);
  if (number == CCOLUMNS_NONE) {
    return CCOLUMNS_NONE;
  }
  uint32_t path = path_of_key[number];
  memmove(following + 1, following, 2 * sizeof *following);
  following[0] = path;
  return path;
}

uint32_t ccolumns::add_path(uint32_t parent, const uint8_t *key, uint32_t length,
                            ccolumns_role role, uint8_t flags) {
  Path path;
  path.shared = {parent, role, {flags, 0}};
  path.key = uint32_t(key_bytes.count());
  path.key_length = length;
  key_bytes.add(key, length);
  uint32_t index = uint32_t(paths.size());
  if (index > CCOLUMNS_EVENT_ROOT) {
    scratch.drop_to(0);
    scratch.add(reinterpret_cast<const uint8_t *>(&parent), sizeof parent);
    scratch.add(key, length);
    keys.number(scratch.data(), uint32_t(scratch.count()), 0);
    path_of_key.add(index);
  }
  paths.push_back(std::move(path));
  all.emplace_back();
  return index;
}

void ccolumns::settle() {
  for (size_t index = 0; index < waiting.count(); index++) {
    const Waiting &value = waiting[index];
    if (value.value) {
      all[value.path].values.fetch(value.hash);
    }
  }
  for (size_t index = 0; index < waiting.count(); index++) {
    const Waiting &value = waiting[index];
    short_of_memory |= !settled.add(value.path);
    if (value.value) {
      uint32_t code =
          all[value.path].values.number_of(value.value, value.length, value.hash);
      add_code(value.path, value.row, code, value.kind);
    } else {
      add_long(value.path, value.row, value.length, value.hash);
    }
  }
  waiting.drop_to(0);
}

void ccolumns::take_back() {
  cscan_count_work(settled.count() + new_values.count() + 1);
  waiting.drop_to(0);
  uint32_t events = events_before();
  for (size_t index = 0; index < settled.count(); index++) {
    uint32_t path = settled[index];
    Column &column = all[path];
    uint32_t first = paths[path].shared.note.flags & CCOLUMNS_EVENT ? events : row();
    size_t count = column.rows.count(), longs = column.long_ranges.count();
    while (count > 0 && column.rows[count - 1] >= first) {
      count--;
      longs -= column.codes[count] >= CCOLUMNS_LONG_TEXT ? 2 : 0;
    }
    column.rows.drop_to(count);
    column.codes.drop_to(count);
    column.long_ranges.drop_to(longs);
  }
  for (size_t index = new_values.count(); index > 0; index--) {
    Column &column = all[new_values[index - 1]];
    column.values.drop_last();
    column.kinds.drop_to(column.values.count());
  }
  new_values.drop_to(0);
  settled.drop_to(0);
  event_types.drop_to(events);
  event_spans.drop_to(events);
  ids.drop_to(ids_before());
  cscan_arena_drop_case(&text);
}

// MARK: The interface in C

namespace {

/// The ends of parts with a 0 before them.
ccolumns_block starts_of(const Growing<uint32_t> &ends) {
  Growing<uint32_t> starts;
  if (starts.reserve(ends.count() + 1)) {
    starts.add(0);
    starts.add(ends.data(), ends.count());
  }
  return starts.take();
}

}  // namespace

ccolumns *ccolumns_make(ccolumns_date_reader reader) { return new (std::nothrow) ccolumns(reader); }
void ccolumns_free(ccolumns *columns) { delete columns; }
void ccolumns_limit_types(ccolumns *columns, uint32_t limit) { columns->type_limit = limit; }

uint32_t ccolumns_find_path(ccolumns *columns, uint32_t parent, uint32_t after,
                            const uint8_t *key, uint32_t length) {
  return columns->find_path(parent, after, key, length);
}

uint32_t ccolumns_add_path(ccolumns *columns, uint32_t parent, const uint8_t *key,
                           uint32_t length, ccolumns_role role, uint8_t flags) {
  return columns->add_path(parent, key, length, role, flags);
}

ccolumns_path *ccolumns_path_at(ccolumns *columns, uint32_t path) {
  return &columns->paths[path].shared;
}

uint32_t ccolumns_path_count(const ccolumns *columns) { return uint32_t(columns->paths.size()); }

void ccolumns_allow(ccolumns *columns, uint32_t path, const uint8_t *value, uint32_t length) {
  Path &target = columns->paths[path];
  if (!target.allowed) {
    target.allowed = std::make_unique<ccolumns_inside::Dictionary>();
  }
  target.allowed->number(value, length, 0);
  target.shared.note.flags |= CCOLUMNS_CLOSED;
}

bool ccolumns_allows(const ccolumns *columns, uint32_t path, const uint8_t *value,
                     uint32_t length) {
  const Path &target = columns->paths[path];
  return !target.allowed || target.allowed->find(value, length, 0) != CCOLUMNS_NONE;
}

void ccolumns_add_value(ccolumns *columns, uint32_t path, uint32_t row, const uint8_t *value,
                        uint32_t length, ccolumns_kind kind) {
  columns->put_value(path, row, value, length, kind);
}

bool ccolumns_add_text(ccolumns *columns, uint32_t path, uint32_t row, const uint8_t *text,
                       uint32_t length) {
  return columns->put_text(path, row, text, length);
}

void ccolumns_add_event(ccolumns *columns, uint32_t type, ccolumns_span span) {
  columns->add_event(type, span);
}

uint32_t ccolumns_type(ccolumns *columns, const uint8_t *name, uint32_t length, bool is_known) {
  uint32_t number = columns->types.find(name, length, 0);
  if (number != CCOLUMNS_NONE || columns->types.count() >= (is_known ? UINT16_MAX : columns->type_limit)) {
    return number;
  }
  number = columns->types.number(name, length, 0);
  if (number == columns->type_notes.count()) {
    columns->type_notes.add({0, 0});
  }
  return number;
}

ccolumns_note *ccolumns_type_at(ccolumns *columns, uint32_t type) {
  return &columns->type_notes[type];
}

uint32_t ccolumns_type_count(const ccolumns *columns) { return columns->types.count(); }

void ccolumns_add_id(ccolumns *columns, const uint8_t *bytes, uint32_t length) {
  columns->short_of_memory |= !columns->ids.add(bytes, length);
}

const uint8_t *ccolumns_current_id(const ccolumns *columns, uint32_t *length) {
  uint32_t start = columns->ids_before();
  *length = uint32_t(columns->ids.count()) - start;
  return columns->ids.data() + start;
}

cscan_arena *ccolumns_text(ccolumns *columns) { return &columns->text; }
uint32_t ccolumns_case_count(const ccolumns *columns) { return columns->row(); }

uint32_t ccolumns_event_count(const ccolumns *columns) {
  return uint32_t(columns->event_types.count());
}

void ccolumns_end_case(ccolumns *columns, ccolumns_place place, uint8_t traits) {
  columns->end_case(place, traits);
}

void ccolumns_take_back(ccolumns *columns) { columns->take_back(); }

bool ccolumns_settle(ccolumns *columns) {
  columns->settle();
  return !columns->short_of_memory;
}


ccolumns_column ccolumns_take_column(ccolumns *columns, uint32_t path) {
  Column &column = columns->all[path];
  return {column.rows.take(),         column.codes.take(),
          column.kinds.take(),        column.values.take_bytes(),
          column.values.take_starts(), column.long_ranges.take()};
}

ccolumns_parts ccolumns_take_parts(ccolumns *columns) {
  return {starts_of(columns->event_starts), columns->event_types.take(),
          columns->event_spans.take(),      columns->ids.take(),
          starts_of(columns->id_starts),    columns->places.take(),
          columns->traits.take(),           columns->types.take_bytes(),
          columns->types.take_starts()};
}
