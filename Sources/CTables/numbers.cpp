#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "workbook.hpp"

// Numbers of worksheets: which number formats are dates, and which moment a number is. Formats are
// those of ECMA-376 part 1, sections 18.8.30 and 18.8.31.

namespace ctables_files {

NumberForm built_in_form(unsigned number) {
  if (number >= 14 && number <= 17) return NumberForm::date;
  if (number >= 18 && number <= 21) return NumberForm::time;
  if (number == 22) return NumberForm::moment;
  // Dates of East Asian versions.
  if ((number >= 27 && number <= 31) || number == 36) return NumberForm::date;
  if (number >= 32 && number <= 35) return NumberForm::time;
  if (number >= 50 && number <= 58) return NumberForm::date;
  if (number == 45 || number == 47) return NumberForm::time;
  return NumberForm::plain;
}

NumberForm form_of_code(const char *code) {
  bool has_day = false, has_time = false, has_month = false;
  for (const char *at = code; *at && *at != ';'; at++) {
    switch (*at) {
    case '"':
      for (at++; *at && *at != '"';) at++;
      break;
    case '[':
      // Colours and conditions; times that run on, such as [h]:mm, are lengths and stay numbers.
      if (strchr("hHmMsS", at[1]) && at[1]) return NumberForm::plain;
      while (*at && *at != ']') at++;
      break;
    case '\\':
    case '_':
    case '*':
      if (at[1]) at++;
      break;
    case 'd': case 'D': case 'y': case 'Y': case 'b': case 'B': has_day = true; break;
    case 'h': case 'H': case 's': case 'S': has_time = true; break;
    case 'm': case 'M': has_month = true; break;
    case 'G': case 'g':
      // `General`; a `g` alone is a Japanese era.
      if (strncasecmp(at, "General", 7) == 0) return NumberForm::plain;
      has_day = true;
      break;
    default: break;
    }
    if (!*at) break;
  }
  if (has_day) return has_time ? NumberForm::moment : NumberForm::date;
  if (has_time) return NumberForm::time;
  return has_month ? NumberForm::date : NumberForm::plain;
}

/// The days from 1970-01-01 to day 0 of a calendar of Excel.
static const int64_t zero_1900 = -25569;
static const int64_t zero_1904 = -24107;

/// The days that a date can have: those of the years 1900 to 9999.
static const double last_serial = 2958466;

std::string WorkbookParts::number(const std::string &written, size_t style) const {
  char *end;
  double value = strtod(written.c_str(), &end);
  if (end == written.c_str()) return written;
  NumberForm form = style < styles.size() ? styles[style] : NumberForm::plain;
  bool is_day = form != NumberForm::plain && value >= 0 && value < last_serial;
  if (!is_day) {
    // Digits that fit a number are kept as they are written.
    bool is_short = written.size() <= 15;
    for (char byte : written) is_short = is_short && byte >= '0' && byte <= '9';
    return is_short ? written : number_text(value);
  }
  // To the second, for a second is not a whole fraction of a day.
  int64_t seconds = static_cast<int64_t>(std::floor(value * 86400 + 0.5));
  int64_t days = seconds / 86400, rest = seconds % 86400;
  if (days == 0 && !counts_from_1904) {
    if (form != NumberForm::time) return number_text(value);
    char text[16];
    snprintf(text, sizeof text, "%02d:%02d:%02d", static_cast<int>(rest / 3600),
             static_cast<int>(rest / 60 % 60), static_cast<int>(rest % 60));
    return text;
  }
  if (!counts_from_1904) {
    // Excel believes that 1900 was a leap year: day 60 does not exist, the days before it are one
    // further on.
    if (days == 60) return "1900-02-29";
    if (days < 60) days += 1;
  }
  int64_t zero = counts_from_1904 ? zero_1904 : zero_1900;
  return moment_text((days + zero) * 86400 + rest, rest != 0);
}

}  // namespace ctables_files
