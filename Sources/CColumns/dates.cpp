#include "ccolumns.h"

// Dates written in digits alone; a property test holds them to what `CalendarDate` says.

namespace {

constexpr uint16_t flag_interval = 1 << 1, flag_open_end = 1 << 3, flag_partial = 1 << 9,
                   flag_moment = 1 << 10;

struct Days {
  int32_t first;
  int32_t last;
  bool is_day;
};

/// The number that two digits make, or -1.
int pair(const uint8_t *at) {
  unsigned tens = unsigned(at[0]) - '0', ones = unsigned(at[1]) - '0';
  return tens <= 9 && ones <= 9 ? int(tens * 10 + ones) : -1;
}

int days_in_month(int month, int year) {
  bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 ? 28 + leap : 30 + ((month + (month >> 3)) & 1);
}

/// Days since 1970-01-01 in the proleptic Gregorian calendar, for years from 0.
int32_t day_number(int year, int month, int day) {
  // The year begins in March, so that the day that may be missing is its last; 400 are an era.
  int march_year = year - (month <= 2) + 400;
  int era = march_year / 400, year_of_era = march_year - era * 400;
  int march_month = month > 2 ? month - 3 : month + 9;
  int day_of_year = (153 * march_month + 2) / 5 + day - 1;
  int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return (era - 1) * 146097 + day_of_era - 719468;
}

bool read_days(const uint8_t *bytes, size_t length, Days &days) {
  if (length != 4 && length != 7 && length != 10) {
    return false;
  }
  int century = pair(bytes), of_century = pair(bytes + 2);
  if (century < 0 || of_century < 0) {
    return false;
  }
  int year = century * 100 + of_century, first = 1, last = 12;
  if (length > 4) {
    first = last = pair(bytes + 5);
    if (bytes[4] != '-' || first < 1 || first > 12) {
      return false;
    }
  }
  int in_month = days_in_month(last, year);
  days.is_day = length == 10;
  if (days.is_day) {
    int day = pair(bytes + 8);
    if (bytes[7] != '-' || day < 1 || day > in_month) {
      return false;
    }
    days.first = days.last = day_number(year, first, day);
  } else {
    days.first = day_number(year, first, 1);
    days.last = day_number(year, last, in_month);
  }
  return true;
}

/// Whether bytes are `Thh:mm:ss`, with a `Z` behind it or nothing.
bool is_clock(const uint8_t *bytes, size_t length) {
  if (length != 9 && !(length == 10 && bytes[9] == 'Z')) {
    return false;
  }
  int hour = pair(bytes + 1), minute = pair(bytes + 4), second = pair(bytes + 7);
  return bytes[0] == 'T' && bytes[3] == ':' && bytes[6] == ':' && hour >= 0 && hour < 24 &&
         minute >= 0 && minute < 60 && second >= 0 && second < 60;
}

}  // namespace

bool ccolumns_plain_date(const uint8_t *bytes, size_t length, ccolumns_span *span) {
  Days start, end;
  if (length <= 10) {
    if (read_days(bytes, length, start)) {
      *span = {start.first, start.last, uint16_t(start.is_day ? 0 : flag_partial)};
      return true;
    }
  }
  if (length < 7 || length > 21) {
    return false;
  }
  if (length >= 19 && bytes[10] == 'T') {
    bool good = read_days(bytes, 10, start) && is_clock(bytes + 10, length - 10);
    if (good) {
      *span = {start.first, start.last, flag_moment};
    }
    return good;
  }
  size_t slash = bytes[4] == '/' ? 4 : length > 7 && bytes[7] == '/' ? 7 : length > 10 && bytes[10] == '/' ? 10 : 0;
  if (slash == 0 || !read_days(bytes, slash, start)) {
    return false;
  }
  if (length == slash + 3 && bytes[slash + 1] == '.' && bytes[slash + 2] == '.') {
    uint16_t partial = start.is_day ? 0 : flag_partial;
    *span = {start.first, INT32_MAX, uint16_t(flag_interval | flag_open_end | partial)};
    return true;
  }
  if (!read_days(bytes + slash + 1, length - slash - 1, end) || start.first > end.last) {
    return false;
  }
  bool days = start.is_day && end.is_day;
  *span = {start.first, end.last, uint16_t(flag_interval | (days ? 0 : flag_partial))};
  return true;
}
