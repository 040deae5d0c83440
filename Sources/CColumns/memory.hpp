#pragma once
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "ccolumns.h"

namespace ccolumns_inside {

/// An array of plain values that grows at its end and is handed over without being copied.
template <typename Element>
class Growing {
 public:
  Growing() = default;
  Growing(const Growing &) = delete;
  Growing(Growing &&other) noexcept
      : memory(other.memory), size(other.size), capacity(other.capacity) {
    other.memory = nullptr;
    other.size = other.capacity = 0;
  }
  Growing &operator=(const Growing &) = delete;
  ~Growing() { free(memory); }

  size_t count() const { return size; }
  bool is_empty() const { return size == 0; }
  Element *data() { return memory; }
  const Element *data() const { return memory; }
  Element &operator[](size_t index) { return memory[index]; }
  const Element &operator[](size_t index) const { return memory[index]; }
  Element &last() { return memory[size - 1]; }

  /// Adds an element; false where there is no memory.
  [[gnu::always_inline]] bool add(Element element) {
    if (__builtin_expect(size == capacity, 0) && !reserve(1)) {
      return false;
    }
    memory[size++] = element;
    return true;
  }

  /// Adds elements; false where there is no memory.
  bool add(const Element *elements, size_t more) {
    if (size + more > capacity && !reserve(more)) {
      return false;
    }
    if (more > 0) {
      memcpy(memory + size, elements, more * sizeof(Element));
    }
    size += more;
    return true;
  }

  void drop_to(size_t count) { size = count; }
  void swap(Growing &other) {
    std::swap(memory, other.memory);
    std::swap(size, other.size);
    std::swap(capacity, other.capacity);
  }

  [[gnu::noinline]] bool reserve(size_t more) {
    size_t wanted = size + more;
    if (wanted <= capacity) {
      return true;
    }
    size_t larger = capacity < 16 ? 16 : capacity * 2;
    larger = larger < wanted ? wanted : larger;
    void *moved = realloc(memory, larger * sizeof(Element));
    if (!moved) {
      return false;
    }
    memory = static_cast<Element *>(moved);
    capacity = larger;
    return true;
  }

  /// Hands the memory over, as long as it is used, and is empty then.
  ccolumns_block take() {
    void *trimmed = realloc(memory, size > 0 ? size * sizeof(Element) : 1);
    ccolumns_block block = {trimmed ? trimmed : memory, size};
    memory = nullptr;
    size = capacity = 0;
    return block;
  }

 private:
  Element *memory = nullptr;
  size_t size = 0;
  size_t capacity = 0;
};

/// Whether two stretches of the same length are equal; for short ones cheaper than `memcmp`.
[[gnu::always_inline]] inline bool same(const uint8_t *left, const uint8_t *right,
                                        uint32_t length) {
  if (length >= 8) {
    uint64_t a, b;
    for (uint32_t at = 0; at + 8 < length; at += 8) {
      memcpy(&a, left + at, 8);
      memcpy(&b, right + at, 8);
      if (a != b) {
        return false;
      }
    }
    memcpy(&a, left + length - 8, 8);
    memcpy(&b, right + length - 8, 8);
    return a == b;
  }
  if (length >= 4) {
    uint32_t a, b, c, d;
    memcpy(&a, left, 4);
    memcpy(&b, right, 4);
    memcpy(&c, left + length - 4, 4);
    memcpy(&d, right + length - 4, 4);
    return a == b && c == d;
  }
  for (uint32_t at = 0; at < length; at++) {
    if (left[at] != right[at]) {
      return false;
    }
  }
  return true;
}

}  // namespace ccolumns_inside
