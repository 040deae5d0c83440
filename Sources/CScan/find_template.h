// The search loop, once for each set of instructions. Before including: TARGET, the function
// attribute; NAME(part); WIDTH, bytes a vector; VECTOR; SPLAT(byte); LOAD(bytes); EQUAL(a, b);
// AND(a, b); OR(a, b); BITS(vector), one group of GROUP equal bits a byte, in order, in 64 bits.

/// The first place in `from ..< until` where the needle stands, or `until`.
TARGET static inline size_t NAME(next)(const uint8_t *text, size_t from, size_t until,
                                       const struct pattern *pattern) {
  const struct cscan_needle *needle = pattern->needle;
  const VECTOR first = SPLAT(needle->bytes[needle->first]);
  const VECTOR second = SPLAT(needle->bytes[needle->second]);
  const VECTOR third = SPLAT(needle->bytes[needle->third]);
  const uint8_t *one = text + needle->first, *two = text + needle->second;
  const uint8_t *three = text + needle->third;
  for (size_t p = from; p < until; p += 2 * WIDTH) {
    VECTOR low = AND(AND(EQUAL(LOAD(one + p), first), EQUAL(LOAD(two + p), second)),
                     EQUAL(LOAD(three + p), third));
    VECTOR high = AND(AND(EQUAL(LOAD(one + p + WIDTH), first), EQUAL(LOAD(two + p + WIDTH), second)),
                      EQUAL(LOAD(three + p + WIDTH), third));
    if (BITS(OR(low, high)) == 0) continue;
    for (size_t half = 0; half < 2 * WIDTH; half += WIDTH) {
      uint64_t found = BITS(half == 0 ? low : high);
      while (found != 0) {
        unsigned bit = (unsigned)__builtin_ctzll(found);
        size_t place = p + half + bit / GROUP;
        if (place >= until) return until;
        if (stands(text + place, pattern)) return place;
        found &= ~(GROUP_MASK << (bit / GROUP * GROUP));
      }
    }
  }
  return until;
}

TARGET static size_t NAME(find)(const struct cscan_text *text, const struct pattern *pattern,
                                struct range range, uint64_t *bits, size_t origin) {
  size_t from = range.from, c = range.first;
  while (from < range.until) {
    size_t place = NAME(next)(text->bytes, from, range.until, pattern);
    if (place >= range.until) break;
    c = case_at(text->starts, c, range.last, place);
    fetch_case(text, c + FETCH_AHEAD, range.last);
    set_bit(bits, origin + c);
    from = text->starts[c + 1] > place ? text->starts[c + 1] : place + 1;
  }
  return c;
}

#undef TARGET
#undef NAME
#undef WIDTH
#undef VECTOR
#undef SPLAT
#undef LOAD
#undef EQUAL
#undef AND
#undef OR
#undef BITS
#undef GROUP
#undef GROUP_MASK
