#pragma once
#include "builder.hpp"

/// Reads records out of one text, a window of tokens at a time.
struct cjson_reader {
  explicit cjson_reader(cjson_limits limits) : limits(limits), builder(limits) {}

  void open(const uint8_t *text, uint32_t count);
  void open_part(const uint8_t *text, uint32_t count, bool follows, bool goes_on);
  cjson_item document(cjson_tape *tape);
  cjson_item line(cjson_tape *tape);
  cjson_item element(const uint8_t *key, uint32_t key_length, cjson_tape *tape, cjson_tape *root);
  bool peek(bool elements, cjson_tokens &tokens);
  bool take(bool elements, uint32_t end, uint32_t &first_byte, uint32_t &end_byte);
  /// The rest of a list was left unread.
  bool gave_up = false;

 private:
  /// How far the elements of the text have been read.
  enum class Stage { before, root, list, end };

  /// What the last value was refused for, with the error of the window where tokens ran out.
  cjson_item refused(uint32_t start, uint32_t end);
  cjson_item refused(uint32_t start, uint32_t end, cjson_error error);
  void use(const cjson::Window &chosen);

  void next_lines();
  uint32_t line_end(uint32_t from) const;
  cjson_item good_line(cjson_tape *tape);
  cjson_item single_line(cjson_tape *tape);

  bool peek_line();
  bool peek_element(uint32_t &at);
  bool stands_alone(uint32_t start, uint32_t end) const;
  bool next_tokens();
  void load_elements(uint32_t start, uint32_t size);
  bool load_more(uint32_t start);
  cjson_item enter(cjson_tape *root);
  cjson_item member(cjson_tape *tape, cjson_tape *root);
  cjson_item list_element(cjson_tape *tape, cjson_tape *root);
  cjson_item after_list(cjson_tape *tape, cjson_tape *root);
  cjson_item finish(cjson_step step);
  bool skip_element(uint32_t token);
  cjson_item give_up(uint32_t start);
  cjson_item give_up(uint32_t start, uint16_t expected);

  cjson_limits limits;
  cjson::Lexer lexer;
  cjson::Builder builder;
  const uint8_t *bytes = nullptr;
  uint32_t length = 0;
  cjson::Window window;
  /// Where the next window begins.
  uint32_t window_end = 0;
  /// How long a window of elements was asked to be.
  uint32_t window_size = 0;
  /// The window has a CR that is no part of a line end CRLF.
  bool lone_return = false;
  /// Up to here each window is one line, since the stretch has a line that is refused.
  uint32_t single_until = 0;
  /// The next record stands behind another on its line.
  bool shares_line = false;
  Stage stage = Stage::before;
  /// The key that the list has in a top object.
  const uint8_t *list_key = nullptr;
  uint32_t list_key_length = 0;
  /// The list stands in an object.
  bool in_object = false;
  /// A member or an element came before.
  bool member_before = false;
  bool element_before = false;
  /// The text begins behind a comma of the list, or ends behind one.
  bool follows = false;
  bool goes_on = false;
};
