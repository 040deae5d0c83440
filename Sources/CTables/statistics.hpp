#pragma once
#include <readstat.h>

#include <string>

#include "ctables.h"

namespace ctables_files {

/// What a number of a statistics file is.
enum class StatisticsForm : uint8_t { number, days, seconds, milliseconds, time, months };

/// The form of a variable by its display format: `%td` and its like in Stata, `DATE11` and its like
/// in SPSS and SAS.
StatisticsForm form_of_format(ctables_kind kind, const char *format);

/// The text of a number in a form; the epoch is that of the kind of file.
std::string statistics_text(ctables_kind kind, StatisticsForm form, double value);

}  // namespace ctables_files
