#include <cmath>
#include <cstdio>
#include <cstring>

#include "tables.hpp"

namespace ctables_files {

// MARK: Rows

void RowWriter::set(size_t column, const char *bytes, size_t count) {
  if (count == 0) return;
  if (column >= cells_.size()) cells_.resize(column + 1);
  cells_[column] = {bytes_.size(), count};
  bytes_.append(bytes, count);
  if (column >= last_) last_ = column + 1;
}

/// Whether a cell must stand in quotes. A blank at either end is kept by quotes, too.
static bool needs_quotes(const char *bytes, size_t count) {
  if (bytes[0] == ' ' || bytes[count - 1] == ' ') return true;
  for (size_t at = 0; at < count; at++) {
    char byte = bytes[at];
    if (byte == ',' || byte == '"' || byte == '\n' || byte == '\r') return true;
  }
  return false;
}

void RowWriter::finish(std::string &text) {
  if (last_ > width_) width_ = last_;
  for (size_t column = 0; column < width_ && last_ > 0; column++) {
    if (column > 0) text += ',';
    if (column >= last_) continue;
    Cell &cell = cells_[column];
    if (cell.count == 0) continue;
    const char *bytes = bytes_.data() + cell.start;
    if (needs_quotes(bytes, cell.count)) {
      text += '"';
      for (size_t at = 0; at < cell.count; at++) {
        if (bytes[at] == '"') text += '"';
        text += bytes[at];
      }
      text += '"';
    } else {
      text.append(bytes, cell.count);
    }
    cell.count = 0;
  }
  text += '\n';
  bytes_.clear();
  last_ = 0;
}

// MARK: Values

std::string number_text(double value) {
  if (!std::isfinite(value)) return "";
  char text[40];
  if (value == std::floor(value) && std::fabs(value) < 1e15) {
    snprintf(text, sizeof text, "%.0f", value == 0 ? 0.0 : value);
  } else {
    snprintf(text, sizeof text, "%.15g", value);
  }
  return text;
}

/// The day of a count of days since 1970-01-01, by Howard Hinnant's algorithm for the Gregorian
/// calendar (chrono-Compatible Low-Level Date Algorithms, `civil_from_days`).
static void day_of(int64_t days, int64_t &year, unsigned &month, unsigned &day) {
  days += 719468;
  int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  unsigned of_era = static_cast<unsigned>(days - era * 146097);
  unsigned year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  unsigned of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  unsigned shifted = (5 * of_year + 2) / 153;
  day = of_year - (153 * shifted + 2) / 5 + 1;
  month = shifted < 10 ? shifted + 3 : shifted - 9;
  year = static_cast<int64_t>(year_of_era) + era * 400 + (month <= 2 ? 1 : 0);
}

int64_t days_since_1970(int64_t year, unsigned month, unsigned day) {
  year -= month <= 2;
  int64_t era = (year >= 0 ? year : year - 399) / 400;
  unsigned year_of_era = static_cast<unsigned>(year - era * 400);
  unsigned of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  unsigned of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + of_year;
  return era * 146097 + static_cast<int64_t>(of_era) - 719468;
}

std::string moment_text(int64_t seconds, bool with_time) {
  int64_t days = seconds / 86400;
  int64_t rest = seconds % 86400;
  if (rest < 0) {
    rest += 86400;
    days -= 1;
  }
  // Days of years 0 to 9999; beyond them the arithmetic could overflow.
  if (days < -719528 || days > 2932896) return "";
  int64_t year;
  unsigned month, day;
  day_of(days, year, month, day);
  char text[48];
  int count = snprintf(
    text, sizeof text, "%04d-%02u-%02u", static_cast<int>(year), month, day);
  if (with_time || rest != 0) {
    snprintf(
      text + count, sizeof text - static_cast<size_t>(count), " %02d:%02d:%02d",
      static_cast<int>(rest / 3600), static_cast<int>(rest / 60 % 60), static_cast<int>(rest % 60));
  }
  return text;
}

}  // namespace ctables_files
