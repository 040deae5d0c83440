#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cjson.h"
#include "cscan_arena.h"

// The columns of one segment while they are being filled, and a reader that fills them straight
// from the tokens of JSON, without a tree, where a record is ordinary.

#ifdef __cplusplus
extern "C" {
#endif

/// What the format means by a key; the numbers are those of `KeyRole`.
typedef enum __attribute__((enum_extensibility(closed))) ccolumns_role : uint8_t {
  ccolumns_role_field = 0,
  ccolumns_role_casebook = 1,
  ccolumns_role_id = 2,
  ccolumns_role_events = 3,
  ccolumns_role_sources = 4,
  ccolumns_role_subject = 5,
  ccolumns_role_case_date = 6,
  ccolumns_role_event_date = 7,
  ccolumns_role_event_type = 8,
  ccolumns_role_event_source = 9,
  ccolumns_role_claims = 10,
  ccolumns_role_attachments = 11,
} ccolumns_role;

/// What kind of value an entry of a dictionary is; the numbers are those of `ScalarKind`.
typedef enum __attribute__((enum_extensibility(closed))) ccolumns_kind : uint8_t {
  ccolumns_kind_text = 0,
  ccolumns_kind_number = 1,
  ccolumns_kind_boolean = 2,
} ccolumns_kind;

/// The values are text that a bare word searches.
#define CCOLUMNS_SEARCHED 1
/// The format names the key.
#define CCOLUMNS_KNOWN 2
/// The values are prose: kept as stretches of text however short.
#define CCOLUMNS_PROSE 4
/// The field is one of events.
#define CCOLUMNS_EVENT 8
/// A problem has been noted about the key, which the format does not name: more only count.
#define CCOLUMNS_NOTED 16
/// Values other than those allowed are a problem.
#define CCOLUMNS_CLOSED 32
/// The values say who a person is and are left out.
#define CCOLUMNS_PERSONAL 64
/// The values are of a thing, such as a facility, whose name says no person.
#define CCOLUMNS_IMPERSONAL 128

/// Values longer than this many bytes seldom repeat: they are kept as stretches of text.
#define CCOLUMNS_LONGEST_VALUE 64
/// The first code that stands for a stretch of text.
#define CCOLUMNS_LONG_TEXT 0x80000000u
/// The path of everything that a case says outside its events, and of all that an event says.
#define CCOLUMNS_CASE 0
#define CCOLUMNS_EVENT_ROOT 1
/// No path, and no type.
#define CCOLUMNS_NONE 0xFFFFFFFFu

/// The days a date may mean, laid out as `DateSpan`.
typedef struct ccolumns_span {
  int32_t earliest;
  int32_t latest;
  uint16_t flags;
} ccolumns_span;

/// Where a case comes from, laid out as `Provenance`.
typedef struct ccolumns_place {
  uint32_t file;
  uint32_t line;
  uint64_t offset;
  uint32_t length;
  uint32_t ordinal;
} ccolumns_place;

/// What is known of a key or a type, and how often it was met.
typedef struct ccolumns_note {
  uint8_t flags;
  /// Sights that were only counted, not noted.
  uint32_t sights;
} ccolumns_note;

/// A key under a parent.
typedef struct ccolumns_path {
  uint32_t parent;
  ccolumns_role role;
  ccolumns_note note;
} ccolumns_path;

/// Reads a date the columns cannot read themselves; false where it is none.
typedef bool (*ccolumns_date_reader)(const uint8_t *bytes, uint32_t length, ccolumns_span *span);

/// The columns of a segment.
typedef struct ccolumns ccolumns;

/// Makes empty columns, or nothing where there is no memory.
ccolumns *ccolumns_make(ccolumns_date_reader reader);
/// Sets how many types there may be, at most 65,535: a type has 16 bits in its column.
void ccolumns_limit_types(ccolumns *columns, uint32_t limit);
/// Frees columns with all they hold.
void ccolumns_free(ccolumns *columns);

// MARK: Paths

/// The path of a key that follows another key of its parent, or begins the parent (`after` is then
/// the parent); none where it was never met.
uint32_t ccolumns_find_path(ccolumns *columns, uint32_t parent, uint32_t after,
                            const uint8_t *key, uint32_t length);
/// Adds a path that was never met.
uint32_t ccolumns_add_path(ccolumns *columns, uint32_t parent, const uint8_t *key,
                           uint32_t length, ccolumns_role role, uint8_t flags);
/// A path, which may be changed in place; valid until the next is added.
ccolumns_path *ccolumns_path_at(ccolumns *columns, uint32_t path);
/// How many paths there are.
uint32_t ccolumns_path_count(const ccolumns *columns);
/// Allows a value to a path, whose values are then a closed list.
void ccolumns_allow(ccolumns *columns, uint32_t path, const uint8_t *value, uint32_t length);

/// Whether a path has no closed list, or a value is on it.
bool ccolumns_allows(const ccolumns *columns, uint32_t path, const uint8_t *value,
                     uint32_t length);

// MARK: Filling

/// Adds a short value of a row, whose bytes stay where they are until `ccolumns_settle`. Rows ascend
/// within a path.
void ccolumns_add_value(ccolumns *columns, uint32_t path, uint32_t row, const uint8_t *value,
                        uint32_t length, ccolumns_kind kind);
/// Adds a text of a row to the folded text, where the path is searched, and to its column, as its
/// length and the path have it; false where there is no room. The bytes stay where they are until
/// `ccolumns_settle`.
bool ccolumns_add_text(ccolumns *columns, uint32_t path, uint32_t row, const uint8_t *text,
                       uint32_t length);
/// Adds an event; its type is a number of `ccolumns_type`.
void ccolumns_add_event(ccolumns *columns, uint32_t type, ccolumns_span span);
/// The number of a type, new where it was never met; CCOLUMNS_NONE beyond the limit of types, which
/// types that the vocabulary knows are not held to as long as 16 bits number them.
uint32_t ccolumns_type(ccolumns *columns, const uint8_t *name, uint32_t length, bool is_known);
/// What is known of a type: its flags are CCOLUMNS_KNOWN and CCOLUMNS_NOTED. It may be changed in
/// place; valid until the next type is added.
ccolumns_note *ccolumns_type_at(ccolumns *columns, uint32_t type);
/// How many types there are.
uint32_t ccolumns_type_count(const ccolumns *columns);
/// Adds bytes to the id of the case at hand.
void ccolumns_add_id(ccolumns *columns, const uint8_t *bytes, uint32_t length);
/// The id of the case at hand so far.
const uint8_t *ccolumns_current_id(const ccolumns *columns, uint32_t *length);
/// The folded text.
struct cscan_arena *ccolumns_text(ccolumns *columns);
/// How many cases and events there are, those of the case at hand counted.
uint32_t ccolumns_case_count(const ccolumns *columns);
uint32_t ccolumns_event_count(const ccolumns *columns);
/// Ends the case at hand, whose text has been ended.
void ccolumns_end_case(ccolumns *columns, ccolumns_place place, uint8_t traits);
/// Takes back all that was added since the last case ended, but for paths and types.
void ccolumns_take_back(ccolumns *columns);
/// Puts the values of the case at hand into their columns, before it ends; false where some memory
/// could not be had since the columns were made.
bool ccolumns_settle(ccolumns *columns);

// MARK: Reading JSON

/// What a run of the reader is about.
typedef struct ccolumns_work {
  uint32_t file;
  /// The byte of the file that the text begins with.
  uint64_t first_byte;
  uint32_t key_limit;
  /// Whether records are elements of an array, numbered from `ordinal`; else they are lines.
  bool elements;
  uint32_t ordinal;
  /// How far lines are counted, and the line there: in the beginning 0 and the text's first line.
  uint32_t counted_to;
  uint32_t line;
} ccolumns_work;

/// Reads records into the columns until one is out of the ordinary, or there is none.
///
/// What is out of the ordinary is everything that a problem would be noted about, and what is too
/// rare to be worth reading twice as fast. Nothing of that record is read then: the reader gives it
/// out next as a tree. Returns how many records were read.
uint32_t ccolumns_read(ccolumns *columns, cjson_reader *reader, ccolumns_work *work);

/// The line that the end of a text stands on; lines end with LF, CR or CRLF.
uint32_t ccolumns_last_line(const ccolumns_work *work, const uint8_t *bytes, uint32_t length);

/// The line ends in a stretch of a text of a length: LF, CR or CRLF.
uint32_t ccolumns_line_ends(const uint8_t *bytes, size_t start, size_t end, size_t length);

/// Moves a column, counted in Unicode scalars from 1, on from a byte to a later one; returns the
/// line ends in between. A CR ends its line at once; the LF behind it counts no column.
uint32_t ccolumns_advance(const uint8_t *bytes, size_t start, size_t end, size_t length,
                          uint32_t *column);

/// Reads `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, an interval of two of them or one that is open at its end,
/// or a day with `Thh:mm:ss` and perhaps `Z`; false for all else.
bool ccolumns_plain_date(const uint8_t *bytes, size_t length, ccolumns_span *span);

// MARK: Handing over

/// Memory of `malloc` with so many elements; whoever takes it frees it.
typedef struct ccolumns_block {
  void *memory;
  size_t count;
} ccolumns_block;

/// The parts of a filled column.
typedef struct ccolumns_column {
  ccolumns_block rows;
  ccolumns_block codes;
  ccolumns_block kinds;
  ccolumns_block value_bytes;
  ccolumns_block value_starts;
  ccolumns_block long_ranges;
} ccolumns_column;

/// The parts that are no columns.
typedef struct ccolumns_parts {
  ccolumns_block event_starts;
  ccolumns_block event_types;
  ccolumns_block event_spans;
  ccolumns_block id_bytes;
  ccolumns_block id_starts;
  ccolumns_block places;
  ccolumns_block traits;
  ccolumns_block type_bytes;
  ccolumns_block type_starts;
} ccolumns_parts;

/// Hands over the column of a path; without rows where no case has it.
ccolumns_column ccolumns_take_column(ccolumns *columns, uint32_t path);
/// Hands over all else but the text.
ccolumns_parts ccolumns_take_parts(ccolumns *columns);

// MARK: Repeated ids

/// Finds the cases whose id another had before, of all segments of a load.
typedef struct ccolumns_repeats ccolumns_repeats;

/// A case with the first that has its id; cases are counted over all that were added.
typedef struct ccolumns_repeat {
  uint32_t number;
  uint32_t first;
} ccolumns_repeat;

/// Makes an empty table, or nothing where there is no memory.
ccolumns_repeats *ccolumns_repeats_make(void);
/// Frees a table.
void ccolumns_repeats_free(ccolumns_repeats *repeats);
/// Adds cases with their ids, which have to stay where they are; false where there is no memory.
bool ccolumns_repeats_add(ccolumns_repeats *repeats, const uint8_t *ids, const uint32_t *starts,
                          uint32_t count);
/// What was found so far, in the order of the cases.
const ccolumns_repeat *ccolumns_repeats_found(const ccolumns_repeats *repeats, size_t *count);

#ifdef __cplusplus
}
#endif
