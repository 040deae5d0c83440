#include <new>

#include "dictionary.hpp"

// Hot: the id of every case of a load passes here, one segment at a time.

namespace ccolumns_inside {

/// The ids of some cases, which stay where they are.
struct Part {
  const uint8_t *ids;
  const uint32_t *starts;
  uint32_t first;
};

}  // namespace ccolumns_inside

using ccolumns_inside::Growing;
using ccolumns_inside::Part;

/// Open addressing with nothing but hashes and numbers of cases: the ids themselves are looked at
/// where two hashes are equal. The hash is in the upper half of a slot, the number and one more in
/// the lower.
struct ccolumns_repeats {
  bool add(const Part &part, uint32_t count);

  Growing<Part> parts;
  Growing<ccolumns_repeat> found;
  uint32_t cases = 0;

 private:
  /// Cases whose slots are fetched together.
  static constexpr uint32_t batch = 32;

  bool grow(size_t wanted);
  bool insert(const Part &part, uint32_t index, uint32_t hash);
  bool equals(uint32_t number, const uint8_t *id, uint32_t length) const;

  Growing<uint64_t> slots;
  uint64_t seed = 0;
};

bool ccolumns_repeats::add(const Part &part, uint32_t count) {
  if (count >= UINT32_MAX - cases || !parts.add(part) || !grow(size_t(cases) + count)) {
    return false;
  }
  for (uint32_t from = 0; from < count; from += batch) {
    uint32_t hashes[batch], until = count - from < batch ? count : from + batch;
    for (uint32_t index = from; index < until; index++) {
      uint32_t start = part.starts[index];
      hashes[index - from] =
          ccolumns_inside::hash_of(part.ids + start, part.starts[index + 1] - start, seed);
      __builtin_prefetch(&slots[hashes[index - from] & (slots.count() - 1)]);
    }
    for (uint32_t index = from; index < until; index++) {
      if (!insert(part, index, hashes[index - from])) {
        return false;
      }
    }
  }
  cases += count;
  return true;
}

/// Puts a case into the table, or notes that its id is there.
bool ccolumns_repeats::insert(const Part &part, uint32_t index, uint32_t hash) {
  size_t mask = slots.count() - 1, slot = hash & mask;
  for (; slots[slot] != 0; slot = (slot + 1) & mask) {
    uint32_t start = part.starts[index], number = uint32_t(slots[slot]) - 1;
    if (slots[slot] >> 32 == hash &&
        equals(number, part.ids + start, part.starts[index + 1] - start)) {
      return found.add({part.first + index, number});
    }
  }
  slots[slot] = uint64_t(hash) << 32 | (part.first + index + 1);
  return true;
}

bool ccolumns_repeats::equals(uint32_t number, const uint8_t *id, uint32_t length) const {
  size_t low = 0, high = parts.count();
  while (high - low > 1) {
    size_t middle = (low + high) / 2;
    (parts[middle].first <= number ? low : high) = middle;
  }
  const Part &part = parts[low];
  uint32_t index = number - part.first, start = part.starts[index];
  return part.starts[index + 1] - start == length &&
         ccolumns_inside::same(part.ids + start, id, length);
}

/// Makes room for so many cases, a third of the slots left free.
bool ccolumns_repeats::grow(size_t wanted) {
  size_t size = slots.is_empty() ? 1024 : slots.count();
  while (size / 3 * 2 < wanted) {
    size *= 2;
  }
  if (size == slots.count()) {
    return true;
  }
  Growing<uint64_t> larger;
  if (!larger.reserve(size)) {
    return false;
  }
  if (seed == 0) {
    seed = ccolumns_inside::seed_of(larger.data());
  }
  memset(larger.data(), 0, size * sizeof(uint64_t));
  larger.drop_to(size);
  for (size_t old = 0; old < slots.count(); old++) {
    if (slots[old] != 0) {
      size_t slot = (slots[old] >> 32) & (size - 1);
      while (larger[slot] != 0) {
        slot = (slot + 1) & (size - 1);
      }
      larger[slot] = slots[old];
    }
  }
  slots.swap(larger);
  return true;
}

ccolumns_repeats *ccolumns_repeats_make(void) { return new (std::nothrow) ccolumns_repeats(); }
void ccolumns_repeats_free(ccolumns_repeats *repeats) { delete repeats; }

bool ccolumns_repeats_add(ccolumns_repeats *repeats, const uint8_t *ids, const uint32_t *starts,
                          uint32_t count) {
  return repeats->add({ids, starts, repeats->cases}, count);
}

const ccolumns_repeat *ccolumns_repeats_found(const ccolumns_repeats *repeats, size_t *count) {
  *count = repeats->found.count();
  return repeats->found.data();
}
