#include <cmath>
#include <cstdio>
#include <cstring>
#include <strings.h>

#include "statistics.hpp"
#include "tables.hpp"

// Dates of statistics files. Stata counts from 1960-01-01 (Stata manual, "Datetime"), SAS as well
// ("About SAS Date, Time, and Datetime Values"), SPSS in seconds from 1582-10-14 ("Date and Time
// Formats" of the command syntax reference).

namespace ctables_files {

static const int64_t days_to_1960 = -3653;
static const int64_t days_to_1582 = -141428;

/// Whether a format is one of some names followed by a width, or by nothing.
static bool is_one_of(const char *format, std::initializer_list<const char *> names) {
  for (const char *name : names) {
    size_t count = strlen(name);
    if (strncasecmp(format, name, count) != 0) continue;
    char next = format[count];
    if (next == 0 || next == '.' || (next >= '0' && next <= '9')) return true;
  }
  return false;
}

StatisticsForm form_of_format(ctables_kind kind, const char *format) {
  if (kind == ctables_kind_stata) {
    // `%-td` is the same, aligned to the left.
    const char *at = format[0] == '%' ? format + 1 : format;
    if (*at == '-') at++;
    if (*at == 'd') return StatisticsForm::days;
    if (*at != 't') return StatisticsForm::number;
    switch (at[1]) {
    case 'd': return StatisticsForm::days;
    case 'c':
    case 'C': return StatisticsForm::milliseconds;
    case 'm': return StatisticsForm::months;
    default: return StatisticsForm::number;
    }
  }
  bool is_spss = kind == ctables_kind_spss || kind == ctables_kind_spss_portable;
  if (is_one_of(format, {"DATETIME", "YMDHMS", "E8601DT", "DATEAMPM", "MDYAMPM", "B8601DT",
                         "IS8601DT", "NLDATM", "TOD"})) {
    return StatisticsForm::seconds;
  }
  if (is_one_of(format, {"DATE", "ADATE", "EDATE", "SDATE", "JDATE", "MOYR", "QYR", "WKYR",
                         "YYMMDD", "MMDDYY", "DDMMYY", "YYMMDDD", "YYMMDDN", "YYMMDDS", "YYMMDDP",
                         "MMDDYYD", "MMDDYYN", "MMDDYYS", "DDMMYYD", "DDMMYYN", "DDMMYYS",
                         "DDMMYYP", "MMDDYYP", "E8601DA", "B8601DA", "IS8601DA", "NLDATE",
                         "WEEKDATE", "WORDDATE", "JULIAN", "MONYY", "DAY", "WEEKDATX", "WORDDATX"})
  ) {
    return is_spss ? StatisticsForm::seconds : StatisticsForm::days;
  }
  if (is_one_of(format, {"TIME", "HHMM", "MTIME", "E8601TM", "TIMEAMPM"})) {
    return StatisticsForm::time;
  }
  return StatisticsForm::number;
}

std::string statistics_text(ctables_kind kind, StatisticsForm form, double value) {
  if (form == StatisticsForm::number || !std::isfinite(value) || std::fabs(value) > 1e15) {
    return number_text(value);
  }
  bool is_spss = kind == ctables_kind_spss || kind == ctables_kind_spss_portable;
  int64_t epoch = (is_spss ? days_to_1582 : days_to_1960) * 86400;
  int64_t whole = static_cast<int64_t>(std::floor(value));
  char text[32];
  switch (form) {
  case StatisticsForm::days: {
    std::string day = moment_text(whole * 86400 + epoch, false);
    return day.empty() ? number_text(value) : day;
  }
  case StatisticsForm::seconds:
  case StatisticsForm::milliseconds: {
    double seconds = form == StatisticsForm::milliseconds ? value / 1000 : value;
    int64_t rounded = static_cast<int64_t>(std::floor(seconds + 0.5));
    std::string moment = moment_text(rounded + epoch, false);
    return moment.empty() ? number_text(value) : moment;
  }
  case StatisticsForm::time:
    if (whole < 0 || whole >= 360000) return number_text(value);
    snprintf(text, sizeof text, "%02d:%02d:%02d", static_cast<int>(whole / 3600),
             static_cast<int>(whole / 60 % 60), static_cast<int>(whole % 60));
    return text;
  case StatisticsForm::months: {
    int64_t month = 1960 * 12 + whole;
    if (month < 0 || month >= 120000) return number_text(value);
    snprintf(text, sizeof text, "%04d-%02d", static_cast<int>(month / 12),
             static_cast<int>(month % 12) + 1);
    return text;
  }
  case StatisticsForm::number: break;
  }
  return number_text(value);
}

}  // namespace ctables_files
