#include "dictionary.hpp"

namespace ccolumns_inside {

uint32_t Dictionary::add(const uint8_t *key, uint32_t length, uint32_t hashed, size_t slot) {
  uint32_t number = count();
  if (bytes.count() + length > UINT32_MAX || !starts.reserve(2) || !hashes.reserve(1) ||
      !bytes.add(key, length)) {
    return CCOLUMNS_NONE;
  }
  if (starts.is_empty()) {
    starts.add(0);
  }
  starts.add(uint32_t(bytes.count()));
  hashes.add(hashed);
  slots[slot] = {hashed, number + 1, starts[number], length};
  return number;
}

void Dictionary::drop_last() {
  // No string that is still there was put behind this one's slot for its sake.
  uint32_t number = count() - 1;
  size_t mask = slots.count() - 1, slot = hashes[number] & mask;
  while (slots[slot].next != number + 1) {
    slot = (slot + 1) & mask;
  }
  slots[slot].next = 0;
  bytes.drop_to(starts[number]);
  starts.drop_to(number + 1);
  hashes.drop_to(number);
}

bool Dictionary::grow() {
  size_t size = slots.is_empty() ? 16 : slots.count() * 2;
  Growing<Slot> larger;
  if (!larger.reserve(size)) {
    return false;
  }
  if (seed == 0) {
    seed = seed_of(larger.data());
  }
  memset(larger.data(), 0, size * sizeof(Slot));
  for (uint32_t number = 0; number < count(); number++) {
    size_t slot = hashes[number] & (size - 1);
    while (larger[slot].next != 0) {
      slot = (slot + 1) & (size - 1);
    }
    uint32_t start = starts[number];
    larger[slot] = {hashes[number], number + 1, start, starts[number + 1] - start};
  }
  larger.drop_to(size);
  slots.swap(larger);
  return true;
}

}  // namespace ccolumns_inside
