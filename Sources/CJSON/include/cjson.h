#pragma once
#include <stdbool.h>
#include <stdint.h>

// The shared tape of nodes, and a strict JSON reader that writes it.
// Offsets are 32 bits: a source is below 4 GiB.

#ifdef __cplusplus
extern "C" {
#endif

/// What a node is.
typedef enum __attribute__((enum_extensibility(closed))) cjson_kind : uint8_t {
  cjson_kind_object = 0,
  cjson_kind_array = 1,
  cjson_kind_string = 2,
  cjson_kind_number = 3,
  cjson_kind_true = 4,
  cjson_kind_false = 5,
  cjson_kind_null = 6,
} cjson_kind;

/// The text lies in the side buffer of the tape, not in the source.
#define CJSON_FLAG_SIDE 1
/// The text stood without quotes.
#define CJSON_FLAG_PLAIN 2
/// The object may hold a key twice; without the flag it does not.
#define CJSON_FLAG_REPEATS 4

/// One node of a tree in document order. An object's children are key, value, key, value ...
typedef struct cjson_node {
  cjson_kind kind;
  uint8_t flags;
  uint16_t reserved;
  /// Bytes of text; for an object its members, for an array its elements.
  uint32_t length;
  /// Where the text begins, in the source or in the side buffer.
  uint32_t text;
  /// The index of the node after this subtree.
  uint32_t next;
  /// Where the node stands in the source, in bytes.
  uint32_t position;
} cjson_node;

/// Growing memory for nodes and for text that the source does not hold as it is meant.
typedef struct cjson_tape {
  cjson_node *nodes;
  uint8_t *side;
  uint32_t count;
  uint32_t capacity;
  uint32_t side_count;
  uint32_t side_capacity;
  /// Whether any object has CJSON_FLAG_REPEATS.
  bool repeats;
} cjson_tape;

/// Frees the memory of a tape and leaves it empty.
void cjson_tape_free(cjson_tape *tape);
/// Empties a tape and keeps its memory.
void cjson_tape_clear(cjson_tape *tape);
/// Makes room for so many more nodes and bytes of text; false where there is none.
bool cjson_tape_reserve(cjson_tape *tape, uint32_t nodes, uint32_t bytes);
/// Adds a node; false where there is no room.
bool cjson_tape_append(cjson_tape *tape, cjson_node node);
/// Adds a node whose text is copied to the side buffer; false where there is no room.
bool cjson_tape_append_text(cjson_tape *tape, cjson_node node, const uint8_t *bytes,
                            uint32_t length);
/// Adds a copy of a finished subtree of the same tape; false where there is no room.
bool cjson_tape_append_copy(cjson_tape *tape, uint32_t first);
/// Marks the objects of a tape that hold a key twice.
void cjson_tape_mark_repeats(cjson_tape *tape);

/// Why a text was refused.
typedef enum __attribute__((enum_extensibility(closed))) cjson_code : uint8_t {
  cjson_code_none = 0,
  /// Something else stands there than `expected`.
  cjson_code_expected = 1,
  /// The text ends where `expected` should follow.
  cjson_code_incomplete = 2,
  /// A byte that is not UTF-8.
  cjson_code_utf8 = 3,
  /// A control character in a string.
  cjson_code_control = 4,
  /// A string, opened at `related`, that does not end on its line.
  cjson_code_unclosed_string = 5,
  /// An escape that JSON does not know.
  cjson_code_escape = 6,
  /// Half a surrogate pair.
  cjson_code_surrogate = 7,
  /// A number not written as JSON writes numbers.
  cjson_code_number = 8,
  /// More after the end of the value.
  cjson_code_trailing = 9,
  /// Deeper than the limit.
  cjson_code_depth = 10,
  /// More keys in one object than the limit.
  cjson_code_keys = 11,
  /// A record longer than the limit.
  cjson_code_record = 12,
  /// Nothing but blanks.
  cjson_code_empty = 13,
  /// No memory.
  cjson_code_memory = 14,
} cjson_code;

#define CJSON_EXPECT_VALUE 1
#define CJSON_EXPECT_KEY 2
#define CJSON_EXPECT_COLON 4
#define CJSON_EXPECT_COMMA 8
#define CJSON_EXPECT_OBJECT_END 16
#define CJSON_EXPECT_ARRAY_END 32
#define CJSON_EXPECT_QUOTE 64
#define CJSON_EXPECT_END 128
#define CJSON_EXPECT_RECORD 256

/// A refusal: the fact and its place.
typedef struct cjson_error {
  cjson_code code;
  uint16_t expected;
  uint32_t offset;
  /// For an unclosed string, where it opens.
  uint32_t related;
} cjson_error;

/// The limits that a reader keeps.
typedef struct cjson_limits {
  uint32_t depth;
  uint32_t keys;
  uint32_t record;
} cjson_limits;

/// What a step of a reader found.
typedef enum __attribute__((enum_extensibility(closed))) cjson_step : uint8_t {
  /// A value is on the tape.
  cjson_step_value = 0,
  /// A record was refused.
  cjson_step_refused = 1,
  /// The other members of the top object are on the root tape.
  cjson_step_root = 2,
  /// Nothing is left.
  cjson_step_end = 3,
} cjson_step;

/// A record of a text: its bytes, and why it was refused if it was.
typedef struct cjson_item {
  cjson_step step;
  /// The record follows another one on its line.
  bool shares_line;
  uint32_t start;
  uint32_t end;
  cjson_error error;
} cjson_item;

/// Reads one text after another; keeps its memory.
typedef struct cjson_reader cjson_reader;

/// Makes a reader, or nothing where there is no memory.
cjson_reader *cjson_reader_make(cjson_limits limits);
/// Frees a reader.
void cjson_reader_free(cjson_reader *reader);
/// Points the reader at a text, which must stay until the last step. No padding is needed.
void cjson_reader_open(cjson_reader *reader, const uint8_t *bytes, uint32_t length);
/// Reads the text as one value and nothing else.
cjson_item cjson_reader_document(cjson_reader *reader, cjson_tape *tape);
/// Reads the next line that is not blank, as a value.
cjson_item cjson_reader_line(cjson_reader *reader, cjson_tape *tape);
/// Reads the next element of the top array, or of the array that the top object has under `key`.
/// The other members of a top object gather on `root`, which is handed out before the end.
cjson_item cjson_reader_element(cjson_reader *reader, const uint8_t *key, uint32_t key_length,
                                cjson_tape *tape, cjson_tape *root);

/// Points the reader at a part of a text that is a list: `follows` says that it begins behind a
/// comma of the list, `goes_on` that it ends behind one.
void cjson_reader_open_part(cjson_reader *reader, const uint8_t *bytes, uint32_t length,
                            bool follows, bool goes_on);
/// Whether the reader left the rest of a list unread, because of an error between its elements.
bool cjson_reader_gave_up(const cjson_reader *reader);

/// How a look at the elements of a list ended.
typedef enum __attribute__((enum_extensibility(closed))) cjson_cut_state : uint8_t {
  /// The bytes end before the list does.
  cjson_cut_open = 0,
  cjson_cut_closed = 1,
  /// Something else stands between two elements than one comma.
  cjson_cut_irregular = 2,
} cjson_cut_state;

/// Where a list can be cut.
typedef struct cjson_cut {
  /// Behind the last comma that was reached, or the start.
  uint32_t end;
  /// The elements before it.
  uint32_t elements;
  cjson_cut_state state;
} cjson_cut;

/// Looks for the last comma between elements of a list, from inside the list on.
cjson_cut cjson_cut_list(const uint8_t *bytes, uint32_t start, uint32_t length);

/// Tokens of a text, for readers that need no tree: each place is a byte of `text`, and one more
/// says where the tokens end.
typedef struct cjson_tokens {
  const uint8_t *text;
  const uint32_t *places;
  uint32_t count;
  /// The token that the next record begins with.
  uint32_t at;
  /// Where `text` begins in the whole text, and how long that is.
  uint32_t start;
  uint32_t length;
} cjson_tokens;

/// Shows the tokens from the next record on: a line's, or an element's of a list that was begun.
/// False where the next record has to be read as a tree, and where there is none.
bool cjson_reader_peek(cjson_reader *reader, bool elements, cjson_tokens *tokens);
/// Passes over the record that was shown, up to the token `end`; false, with nothing done, where it
/// is longer than the limit or shares its line.
bool cjson_reader_take(cjson_reader *reader, bool elements, uint32_t end, uint32_t *first_byte,
                       uint32_t *end_byte);
/// Reads the escapes of a string into as many bytes at most; gives back how many, or -1.
int64_t cjson_unescape(const uint8_t *bytes, uint32_t length, uint8_t *out);
/// The first byte from `start` that is not UTF-8, or `length`.
uint32_t cjson_utf8_error(const uint8_t *bytes, uint32_t start, uint32_t length);

/// The version of simdjson this was built with, as text.
const char *cjson_version(void);
#ifdef __cplusplus
}
#endif
