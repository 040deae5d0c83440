#include <cstdio>

#include "columnar.hpp"

namespace ctables_files {

static void append_fraction(std::string &text, int64_t parts, int64_t unit) {
  if (parts == 0) return;
  int digits = unit == 1000 ? 3 : unit == 1000000 ? 6 : 9;
  char fraction[16];
  snprintf(fraction, sizeof fraction, ".%0*lld", digits, static_cast<long long>(parts));
  size_t length = strlen(fraction);
  while (length > 2 && fraction[length - 1] == '0') length--;
  text.append(fraction, length);
}

void append_integer(std::string &text, const ColumnType &type, int64_t value) {
  switch (type.kind) {
  case ValueKind::boolean: return append_boolean(text, value != 0);
  case ValueKind::unsigned_integer:
    text += std::to_string(static_cast<uint64_t>(value));
    return;
  case ValueKind::days: {
    std::string day = value > -1000000 && value < 3000000 ? moment_text(value * 86400, false) : "";
    text += day.empty() ? std::to_string(value) : day;
    return;
  }
  case ValueKind::moment: {
    int64_t seconds = value / type.unit, parts = value % type.unit;
    if (parts < 0) {
      parts += type.unit;
      seconds -= 1;
    }
    std::string moment = moment_text(seconds, parts != 0);
    if (moment.empty()) {
      text += std::to_string(value);
      return;
    }
    text += moment;
    append_fraction(text, parts, type.unit);
    return;
  }
  case ValueKind::time: {
    int64_t seconds = value / type.unit, parts = value % type.unit;
    if (value < 0 || seconds >= 360000) {
      text += std::to_string(value);
      return;
    }
    char time[16];
    snprintf(time, sizeof time, "%02d:%02d:%02d", static_cast<int>(seconds / 3600),
             static_cast<int>(seconds / 60 % 60), static_cast<int>(seconds % 60));
    text += time;
    append_fraction(text, parts, type.unit);
    return;
  }
  case ValueKind::decimal: {
    uint8_t bytes[8];
    for (int at = 0; at < 8; at++) bytes[at] = static_cast<uint8_t>(value >> (56 - 8 * at));
    append_decimal(text, bytes, 8, type.scale);
    return;
  }
  default: text += std::to_string(value);
  }
}

void append_real(std::string &text, double value) { text += number_text(value); }

void append_boolean(std::string &text, bool value) { text += value ? "TRUE" : "FALSE"; }

void append_decimal(std::string &text, const uint8_t *bytes, size_t count, int scale) {
  if (count == 0 || count > 32 || scale < 0 || scale > 76) {
    throw Failure{ctables_failure_damaged, ""};
  }
  std::vector<uint8_t> magnitude(bytes, bytes + count);
  bool is_negative = magnitude[0] & 0x80;
  if (is_negative) {
    int carry = 1;
    for (size_t at = count; at-- > 0;) {
      int sum = static_cast<uint8_t>(~magnitude[at]) + carry;
      magnitude[at] = static_cast<uint8_t>(sum);
      carry = sum >> 8;
    }
  }
  // Digits from the last: divide by ten until nothing is left.
  std::string digits;
  bool is_zero;
  do {
    int rest = 0;
    is_zero = true;
    for (uint8_t &byte : magnitude) {
      int value = rest * 256 + byte;
      byte = static_cast<uint8_t>(value / 10);
      rest = value % 10;
      is_zero = is_zero && byte == 0;
    }
    digits += static_cast<char>('0' + rest);
  } while (!is_zero || digits.size() <= static_cast<size_t>(scale));
  std::string number(digits.rbegin(), digits.rend());
  if (scale > 0) {
    size_t point = number.size() - static_cast<size_t>(scale);
    number.insert(point, ".");
    while (number.back() == '0') number.pop_back();
    if (number.back() == '.') number.pop_back();
  }
  if (is_negative && number != "0") text += '-';
  text += number;
}

void append_uuid(std::string &text, const uint8_t *bytes) {
  char part[4];
  for (int at = 0; at < 16; at++) {
    if (at == 4 || at == 6 || at == 8 || at == 10) text += '-';
    snprintf(part, sizeof part, "%02x", bytes[at]);
    text += part;
  }
}

}  // namespace ctables_files
