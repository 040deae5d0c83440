#pragma once
#include "memory.hpp"

namespace ccolumns_inside {

[[gnu::always_inline]] inline uint64_t mix(uint64_t state) {
  unsigned __int128 wide = (unsigned __int128)state * 0xD6E8FEB86659FD93;
  return uint64_t(wide) ^ uint64_t(wide >> 64);
}

[[gnu::always_inline]] inline uint32_t hash_of(const uint8_t *key, uint32_t length, uint64_t seed) {
  uint64_t state = seed + length, word = 0;
  uint32_t at = 0;
  for (; at + 8 < length; at += 8) {
    memcpy(&word, key + at, 8);
    state = mix(state ^ word);
  }
  if (length >= 8) {
    memcpy(&word, key + length - 8, 8);
  } else if (length >= 4) {
    uint32_t head, tail;
    memcpy(&head, key, 4);
    memcpy(&tail, key + length - 4, 4);
    word = uint64_t(head) << 32 | tail;
  } else if (length > 0) {
    word = uint64_t(key[0]) << 16 | uint64_t(key[length / 2]) << 8 | key[length - 1];
  }
  state = mix(state ^ word);
  return uint32_t(state ^ state >> 32);
}

/// A seed that nobody can know before: an address of this run.
inline uint64_t seed_of(const void *memory) {
  return uint64_t(uintptr_t(memory)) * 0x9E3779B97F4A7C15 | 1;
}

/// Distinct byte strings with numbers in the order they were first met.
///
/// Open addressing over one block of bytes. Strings of different salts, 0 to 3, are different. The
/// hash is seeded by an address, so that nobody can choose strings that all meet in one place.
class Dictionary {
 public:
  uint32_t count() const { return uint32_t(hashes.count()); }

  /// The number of a string, or `CCOLUMNS_NONE` where it was never met.
  uint32_t find(const uint8_t *key, uint32_t length, uint32_t salt) const {
    return slots.is_empty() ? CCOLUMNS_NONE : look_up(key, length, hash(key, length, salt)).number;
  }

  /// The number of a string, new where it was never met; `CCOLUMNS_NONE` where there is no memory.
  uint32_t number(const uint8_t *key, uint32_t length, uint32_t salt) {
    uint32_t hashed;
    return begin(key, length, salt, hashed) ? number_of(key, length, hashed) : CCOLUMNS_NONE;
  }

  // `number` in steps, so that the memory of many strings is fetched at once.

  /// The hash of a string, whose slot is asked for; false where there is no memory.
  [[gnu::always_inline]] bool begin(const uint8_t *key, uint32_t length, uint32_t salt,
                                    uint32_t &hashed) {
    if (__builtin_expect(slots.is_empty(), 0) && !grow()) {
      return false;
    }
    hashed = hash(key, length, salt);
    __builtin_prefetch(&slots[hashed & (slots.count() - 1)]);
    return true;
  }

  /// Asks for the string that stands in the first slot of a hash.
  [[gnu::always_inline]] void fetch(uint32_t hashed) const {
    __builtin_prefetch(bytes.data() + slots[hashed & (slots.count() - 1)].start);
  }

  /// The number of a string with its hash.
  [[gnu::always_inline]] uint32_t number_of(const uint8_t *key, uint32_t length,
                                            uint32_t hashed) {
    if (__builtin_expect(count() * 2 >= slots.count(), 0) && !grow()) {
      return CCOLUMNS_NONE;
    }
    Place place = look_up(key, length, hashed);
    return place.number != CCOLUMNS_NONE ? place.number : add(key, length, hashed, place.slot);
  }

  /// Forgets the string that was met first last.
  void drop_last();

  ccolumns_block take_bytes() { return bytes.take(); }
  ccolumns_block take_starts() {
    if (starts.is_empty()) {
      starts.add(0);
    }
    return starts.take();
  }

 private:
  struct Place {
    uint32_t number;
    size_t slot;
  };
  struct Slot {
    uint32_t hash;
    /// The number of the string and one more; 0 where the slot is empty.
    uint32_t next;
    /// Where the string stands, to spare a look at `starts`.
    uint32_t start;
    uint32_t length;
  };

  [[gnu::always_inline]] Place look_up(const uint8_t *key, uint32_t length,
                                       uint32_t hashed) const {
    size_t mask = slots.count() - 1, slot = hashed & mask;
    for (; slots[slot].next != 0; slot = (slot + 1) & mask) {
      const Slot &found = slots[slot];
      if (found.hash == hashed && found.length == length &&
          same(bytes.data() + found.start, key, length)) {
        return {found.next - 1, slot};
      }
    }
    return {CCOLUMNS_NONE, slot};
  }

  [[gnu::always_inline]] uint32_t hash(const uint8_t *key, uint32_t length, uint32_t salt) const {
    return (hash_of(key, length, seed) & 0x3FFFFFFF) | salt << 30;
  }

  uint32_t add(const uint8_t *key, uint32_t length, uint32_t hashed, size_t slot);
  bool grow();

  Growing<uint8_t> bytes;
  Growing<uint32_t> starts;
  Growing<uint32_t> hashes;
  Growing<Slot> slots;
  uint64_t seed = 0;
};

}  // namespace ccolumns_inside
