#include <cstring>

#include "reader.hpp"

// The elements of a long list, each as a record of its own, so that the list need not fit into a
// tree and one bad element hides no other.

using cjson::Outcome;

namespace {

/// Bytes of a list that are searched for tokens at once.
constexpr uint32_t stretch = 2 << 20;

uint32_t doubled(uint32_t size) { return size > UINT32_MAX / 2 ? UINT32_MAX : size * 2; }

}  // namespace

void cjson_reader::load_elements(uint32_t start, uint32_t size) {
  for (;; size = doubled(size)) {
    window_size = size;
    if (length - start <= size) {
      window_end = length;
      use(lexer.window(bytes, start, length));
      return;
    }
    // Line feeds stand outside strings, and so do most closing braces: good places for a cut.
    auto found = static_cast<const uint8_t *>(memrchr(bytes + start, '\n', size));
    if (!found) {
      found = static_cast<const uint8_t *>(memrchr(bytes + start, '}', size));
    }
    if (!found) {
      continue;
    }
    window_end = uint32_t(found - bytes) + 1;
    cjson::Window chosen = lexer.window(bytes, start, window_end);
    if (chosen.error.code == cjson_code_incomplete) {
      window_end = chosen.end;
      chosen.error = {};
    }
    if (chosen.count > 0 || chosen.error.code != cjson_code_none) {
      use(chosen);
      return;
    }
  }
}

bool cjson_reader::next_tokens() {
  while (!builder.more() && window.error.code == cjson_code_none && window_end < length) {
    load_elements(window_end, stretch);
  }
  return builder.more();
}

bool cjson_reader::load_more(uint32_t start) {
  if (window.error.code != cjson_code_none || window_end >= length) {
    return false;
  }
  bool again = start == window.start;
  if (again && window_size > limits.record) {
    builder.error = {cjson_code_record, 0, start, 0};
    return false;
  }
  load_elements(start, again ? doubled(window_size) : stretch);
  return true;
}

cjson_item cjson_reader::give_up(uint32_t start) {
  stage = Stage::end;
  gave_up = true;
  return refused(start, length);
}

cjson_item cjson_reader::give_up(uint32_t start, uint16_t expected) {
  bool more = builder.more();
  builder.error = {more ? cjson_code_expected : cjson_code_incomplete, expected,
                   builder.offset(), 0};
  return give_up(start);
}

cjson_item cjson_reader::element(const uint8_t *key, uint32_t key_length, cjson_tape *tape,
                                 cjson_tape *root) {
  list_key = key;
  list_key_length = key_length;
  cjson_tape_clear(tape);
  if (stage == Stage::before) {
    cjson_item item = enter(root);
    if (item.step == cjson_step_refused) {
      return item;
    }
  }
  switch (stage) {
    case Stage::root:
      return member(tape, root);
    case Stage::list:
      return list_element(tape, root);
    default:
      return {cjson_step_end, false, length, length, {}};
  }
}

cjson_item cjson_reader::enter(cjson_tape *root) {
  cjson_tape_clear(root);
  uint32_t start = window_end;
  if (!next_tokens()) {
    stage = Stage::end;
    bool lexical = window.error.code != cjson_code_none;
    return refused(start, length,
                   lexical ? window.error
                           : cjson_error{cjson_code_empty, CJSON_EXPECT_RECORD, length, 0});
  }
  uint8_t first = builder.peek();
  if (first != '[' && first != '{') {
    return give_up(builder.offset(), CJSON_EXPECT_RECORD);
  }
  in_object = first == '{';
  stage = in_object ? Stage::root : Stage::list;
  cjson_node node = {cjson_kind_object, CJSON_FLAG_REPEATS, 0, 0, 0, 0, builder.offset()};
  if (in_object && !cjson_tape_append(root, node)) {
    builder.error = {cjson_code_memory, 0, builder.offset(), 0};
    return give_up(builder.offset());
  }
  builder.at++;
  return {cjson_step_value, false, 0, 0, {}};
}

cjson_item cjson_reader::member(cjson_tape *tape, cjson_tape *root) {
  for (;;) {
    if (!next_tokens() || (member_before && builder.peek() != ',' && builder.peek() != '}')) {
      return give_up(builder.offset(), member_before
                                           ? CJSON_EXPECT_COMMA | CJSON_EXPECT_OBJECT_END
                                           : CJSON_EXPECT_KEY | CJSON_EXPECT_OBJECT_END);
    }
    if (builder.peek() == '}') {
      builder.at++;
      root->nodes[0].next = root->count;
      root->repeats = root->repeats || root->nodes[0].length > 1;
      return finish(cjson_step_root);
    }
    builder.at += member_before;
    if (!next_tokens()) {
      return give_up(builder.offset(), CJSON_EXPECT_KEY);
    }
    uint32_t start = builder.offset(), count = root->count;
    Outcome outcome;
    bool is_list = false;
    do {
      root->count = count;
      outcome = builder.key(root);
      if (outcome == Outcome::done && builder.more()) {
        const cjson_node &name = root->nodes[count];
        auto text = (name.flags & CJSON_FLAG_SIDE ? root->side : bytes) + name.text;
        is_list = builder.peek() == '[' && name.length == list_key_length &&
                  memcmp(text, list_key, name.length) == 0;
      }
      if (outcome == Outcome::done && !is_list) {
        outcome = builder.value(root, 1);
      }
    } while (outcome == Outcome::short_of_tokens && load_more(start));
    if (outcome == Outcome::done && ++root->nodes[0].length > limits.keys) {
      builder.error = {cjson_code_keys, 0, start, 0};
      outcome = Outcome::refused;
    }
    if (outcome != Outcome::done) {
      return give_up(start);
    }
    member_before = true;
    if (is_list) {
      cjson_node list = {cjson_kind_array, 0, 0, 0, 0, 0, builder.offset()};
      cjson_tape_append(root, list);
      builder.at++;
      stage = Stage::list;
      element_before = false;
      return list_element(tape, root);
    }
  }
}

cjson_item cjson_reader::list_element(cjson_tape *tape, cjson_tape *root) {
  bool any = next_tokens();
  if (any && builder.peek() == ']' && !follows) {
    return after_list(tape, root);
  }
  if (element_before && (!any || builder.peek() != ',')) {
    return give_up(builder.offset(), CJSON_EXPECT_COMMA | CJSON_EXPECT_ARRAY_END);
  }
  builder.at += element_before;
  element_before = true;
  follows = false;
  if (!next_tokens()) {
    if (goes_on && window.error.code == cjson_code_none) {
      stage = Stage::end;
      return {cjson_step_end, false, length, length, {}};
    }
    return give_up(builder.offset(), CJSON_EXPECT_VALUE);
  }
  uint32_t start = builder.offset();
  for (;;) {
    uint32_t token = builder.at;
    cjson_tape_clear(tape);
    Outcome outcome = builder.value(tape, in_object ? 2 : 1);
    uint32_t end = builder.end_of_last();
    bool too_long = outcome == Outcome::done && end - start > limits.record;
    if (too_long) {
      builder.error = {cjson_code_record, 0, start, 0};
    }
    if (outcome == Outcome::done && !too_long) {
      return {cjson_step_value, false, start, end, {}};
    }
    cjson_error error = builder.error;
    if (too_long || (outcome == Outcome::refused && skip_element(token))) {
      end = builder.end_of_last();
      return refused(start, end < start ? start : end, error);
    }
    if (!load_more(start)) {
      return give_up(start);
    }
  }
}

bool cjson_reader::skip_element(uint32_t token) {
  uint32_t depth = 0, seen = builder.at;
  for (builder.at = token; builder.more(); builder.at++) {
    uint8_t byte = builder.peek();
    if (depth == 0 && (byte == ',' || byte == ']') && (byte == ']' || builder.at > token)) {
      return true;
    }
    if (byte == '{' || byte == '[') {
      depth++;
    } else if (byte == '}' || byte == ']') {
      if (depth == 0) {
        break;
      }
      depth--;
    }
  }
  builder.at = seen;
  return false;
}

cjson_item cjson_reader::after_list(cjson_tape *tape, cjson_tape *root) {
  builder.at++;
  if (in_object) {
    stage = Stage::root;
    return member(tape, root);
  }
  return finish(cjson_step_end);
}

cjson_item cjson_reader::finish(cjson_step step) {
  stage = Stage::end;
  if (next_tokens()) {
    return refused(builder.offset(), length,
                   {cjson_code_trailing, CJSON_EXPECT_END, builder.offset(), 0});
  }
  if (window.error.code != cjson_code_none) {
    return refused(window.error.offset, length, window.error);
  }
  return {step, false, length, length, {}};
}
