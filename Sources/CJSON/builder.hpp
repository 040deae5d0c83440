#pragma once
#include <vector>

#include "lexer.hpp"

// Writes the values that tokens spell to a tape, and refuses what RFC 8259 does not allow.

namespace cjson {

/// An object or an array that is open.
struct Frame {
  uint32_t node;
  uint32_t count;
  /// A set of hashes of the keys so far: a key that is not in it is new.
  uint64_t seen[4];
};

/// How a value ended.
enum class Outcome {
  done,
  refused,
  /// The tokens ran out.
  short_of_tokens,
};

/// Writes values to a tape.
class Builder {
 public:
  explicit Builder(cjson_limits limits) : limits(limits), frames(size_t(limits.depth) + 1) {}

  /// Chooses the text and the tokens to read from.
  void use(const uint8_t *bytes, const Window &window);
  /// Reads one value, from the token `at` on.
  Outcome value(cjson_tape *tape, uint32_t depth);
  /// Reads a key, which has to stand at the token `at`, and its colon.
  Outcome key(cjson_tape *tape);

  /// Whether tokens are left.
  bool more() const { return at < window.count; }
  /// The first byte of the token `at`, which has to be there.
  uint8_t peek() const { return text[window.tokens[at]]; }
  /// Where the token `at` stands in the whole text, or where the tokens end.
  uint32_t offset() const { return window.start + stop(at); }
  /// Where the token before `at`, a whole value's last one, ends.
  uint32_t end_of_last() const;

  /// The next token.
  uint32_t at = 0;
  /// Why the last value was refused.
  cjson_error error = {};

 private:
  struct Run;

  uint32_t stop(uint32_t token) const {
    return token < window.count ? window.tokens[token] : window.end - window.start;
  }
  Outcome refuse(cjson_code code, uint32_t offset, uint32_t expected = 0);
  Outcome wanting(uint32_t expected);
  bool scalar(cjson_tape *tape);
  bool string(cjson_tape *tape);
  bool unescape(cjson_tape *tape, cjson_node &node);
  bool literal(cjson_node &node, const char *word, uint32_t length, cjson_kind kind);
  bool number(cjson_node &node);
  /// Whether the key that was added last may stand in the object before.
  bool repeats_key(const cjson_tape *tape, const Frame &frame) const;

  cjson_limits limits;
  const uint8_t *text = nullptr;
  Window window;
  /// The next backslash from the last string on, counted from the start of the window.
  uint32_t backslash = 0;
  std::vector<Frame> frames;
};

}  // namespace cjson
