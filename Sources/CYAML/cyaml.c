#include "cyaml.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

struct cyaml_parser {
  yaml_parser_t yaml;
  yaml_event_t event;
  const uint8_t *bytes;
  uint32_t start;
  uint32_t length;
  /// A character and the byte it begins at: libyaml counts characters.
  size_t character;
  uint32_t byte;
};

cyaml_parser *cyaml_open(const uint8_t *bytes, uint32_t start, uint32_t length) {
  cyaml_parser *parser = calloc(1, sizeof(cyaml_parser));
  if (!parser) {
    return NULL;
  }
  if (!yaml_parser_initialize(&parser->yaml)) {
    free(parser);
    return NULL;
  }
  parser->bytes = bytes;
  parser->start = start;
  parser->length = length;
  parser->byte = start;
  yaml_parser_set_encoding(&parser->yaml, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&parser->yaml, bytes + start, length - start);
  return parser;
}

void cyaml_close(cyaml_parser *parser) {
  yaml_event_delete(&parser->event);
  yaml_parser_delete(&parser->yaml);
  free(parser);
}

static int continues(uint8_t byte) { return (byte & 0xC0) == 0x80; }

/// The byte that a character begins at; quick for places near the last one.
static uint32_t byte_of(cyaml_parser *parser, size_t character) {
  while (parser->character < character && parser->byte < parser->length) {
    parser->byte++;
    while (parser->byte < parser->length && continues(parser->bytes[parser->byte])) {
      parser->byte++;
    }
    parser->character++;
  }
  while (parser->character > character && parser->byte > parser->start) {
    parser->byte--;
    while (parser->byte > parser->start && continues(parser->bytes[parser->byte])) {
      parser->byte--;
    }
    parser->character--;
  }
  return parser->byte;
}

static const char *chars(const yaml_char_t *text) { return (const char *)text; }

static void set_name(cyaml_event *out, const yaml_char_t *text) {
  out->text = text;
  out->length = (uint32_t)strlen(chars(text));
}

static void fill(cyaml_event *out, const yaml_event_t *in) {
  switch (in->type) {
    case YAML_DOCUMENT_START_EVENT:
      out->kind = cyaml_kind_document_start;
      break;
    case YAML_DOCUMENT_END_EVENT:
      out->kind = cyaml_kind_document_end;
      break;
    case YAML_ALIAS_EVENT:
      out->kind = cyaml_kind_alias;
      set_name(out, in->data.alias.anchor);
      break;
    case YAML_SCALAR_EVENT:
      out->kind = cyaml_kind_scalar;
      out->plain = in->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
      out->text = in->data.scalar.value;
      out->length = (uint32_t)in->data.scalar.length;
      out->anchor = chars(in->data.scalar.anchor);
      out->tag = chars(in->data.scalar.tag);
      break;
    case YAML_SEQUENCE_START_EVENT:
      out->kind = cyaml_kind_sequence_start;
      out->anchor = chars(in->data.sequence_start.anchor);
      out->tag = chars(in->data.sequence_start.tag);
      break;
    case YAML_MAPPING_START_EVENT:
      out->kind = cyaml_kind_mapping_start;
      out->anchor = chars(in->data.mapping_start.anchor);
      out->tag = chars(in->data.mapping_start.tag);
      break;
    case YAML_SEQUENCE_END_EVENT:
      out->kind = cyaml_kind_sequence_end;
      break;
    case YAML_MAPPING_END_EVENT:
      out->kind = cyaml_kind_mapping_end;
      break;
    default:
      out->kind = cyaml_kind_end;
      break;
  }
}

cyaml_event cyaml_next(cyaml_parser *parser) {
  cyaml_event out = {.kind = cyaml_kind_failure};
  do {
    yaml_event_delete(&parser->event);
    if (!yaml_parser_parse(&parser->yaml, &parser->event)) {
      return out;
    }
  } while (parser->event.type == YAML_STREAM_START_EVENT);
  fill(&out, &parser->event);
  out.start = byte_of(parser, parser->event.start_mark.index);
  out.end = byte_of(parser, parser->event.end_mark.index);
  return out;
}

cyaml_failure cyaml_problem(cyaml_parser *parser) {
  const yaml_parser_t *yaml = &parser->yaml;
  cyaml_failure failure = {.problem = yaml->problem, .context = yaml->context};
  failure.memory = yaml->error == YAML_MEMORY_ERROR;
  failure.bytes = yaml->error == YAML_READER_ERROR;
  failure.offset = failure.bytes ? parser->start + (uint32_t)yaml->problem_offset
                                 : byte_of(parser, yaml->problem_mark.index);
  failure.context_offset = byte_of(parser, yaml->context_mark.index);
  return failure;
}

const char *cyaml_version(void) { return yaml_get_version_string(); }
