#pragma once
#include <memory>

#include "cjson.h"

// The tokens of a stretch of text: where each begins.

namespace simdjson {
namespace internal {
class dom_parser_implementation;
}
}  // namespace simdjson

namespace cjson {

/// A stretch of a text and the places, counted from its start, where its tokens begin.
struct Window {
  uint32_t start = 0;
  /// Where the tokens end: the end of the stretch, or the first token that is no token.
  uint32_t end = 0;
  /// One more than `count`: the last one is where the tokens end.
  const uint32_t *tokens = nullptr;
  uint32_t count = 0;
  /// What stands at the end where that is not the end of the stretch.
  cjson_error error = {};
};

/// Finds tokens, and checks UTF-8 and the insides of strings.
class Lexer {
 public:
  Lexer();
  ~Lexer();
  /// Finds the tokens of bytes[start, end), all of them or, with an error, those before it.
  Window window(const uint8_t *bytes, uint32_t start, uint32_t end);
  /// As `window`, but answers false instead of looking for the place of an error.
  bool quick_window(const uint8_t *bytes, uint32_t start, uint32_t end, Window &window);

 private:
  Window slow_window(const uint8_t *bytes, uint32_t start, uint32_t end);
  bool reserve(uint32_t length);

  std::unique_ptr<simdjson::internal::dom_parser_implementation> stage;
  uint32_t capacity = 0;
};

}  // namespace cjson
