#pragma once
#include <stdbool.h>
#include <stdint.h>

// The events of libyaml with places in bytes.

/// What an event is.
typedef enum __attribute__((enum_extensibility(closed))) cyaml_kind : uint8_t {
  cyaml_kind_end = 0,
  cyaml_kind_document_start = 1,
  cyaml_kind_document_end = 2,
  cyaml_kind_alias = 3,
  cyaml_kind_scalar = 4,
  cyaml_kind_sequence_start = 5,
  cyaml_kind_sequence_end = 6,
  cyaml_kind_mapping_start = 7,
  cyaml_kind_mapping_end = 8,
  cyaml_kind_failure = 9,
} cyaml_kind;

/// One event; its pointers are valid until the next one.
typedef struct cyaml_event {
  cyaml_kind kind;
  /// The scalar stood without quotes and is not a block.
  bool plain;
  /// The bytes of the event in the source.
  uint32_t start;
  uint32_t end;
  /// The text of a scalar, or the name of an alias.
  const uint8_t *text;
  uint32_t length;
  /// The anchor of the node, or nothing.
  const char *anchor;
  /// The tag of the node, resolved, or nothing.
  const char *tag;
} cyaml_event;

/// Why a stream was refused.
typedef struct cyaml_failure {
  /// libyaml's words for what is wrong, or nothing.
  const char *problem;
  /// libyaml's words for what it was reading, or nothing.
  const char *context;
  /// The place of what is wrong, in bytes.
  uint32_t offset;
  /// The place where what it was reading began, in bytes.
  uint32_t context_offset;
  /// The bytes themselves are at fault: not UTF-8, or a control character.
  bool bytes;
  /// No memory was left.
  bool memory;
} cyaml_failure;

/// Reads one stream of YAML.
typedef struct cyaml_parser cyaml_parser;

/// Begins with the byte `start` of a UTF-8 text without a byte order mark; nothing without memory.
/// The text has to stay until the parser is freed.
cyaml_parser *cyaml_open(const uint8_t *bytes, uint32_t start, uint32_t length);
/// Frees a parser.
void cyaml_close(cyaml_parser *parser);
/// Reads the next event. After the end and after a failure there is none.
cyaml_event cyaml_next(cyaml_parser *parser);
/// What went wrong, after an event of kind failure.
cyaml_failure cyaml_problem(cyaml_parser *parser);

/// The version of libyaml in use, as text.
const char *cyaml_version(void);
