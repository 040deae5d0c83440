#pragma once
#include <stddef.h>
#include <stdint.h>

// Reads files that hold tables in a form other than text: Excel workbooks, statistics files and
// SQLite databases. Each table comes out as UTF-8 text with commas between its cells, one line a
// row, quoted as in RFC 4180, so that everything behind it reads a table in one way.
//
// Lines are counted as the file counts rows: an empty row of a worksheet is an empty line. Moments
// come out as `2025-04-01` or `2025-04-01 18:51:00`, as they are written and without a zone.
//
// A file of tables is used by one thread at a time. The descriptor stays the caller's, must be
// seekable, and is only read by position. No function throws or ends the program: what goes wrong,
// memory included, is a failure that `ctables_failed` names.

#ifdef __cplusplus
extern "C" {
#endif

/// The kinds of files.
typedef enum __attribute__((enum_extensibility(closed))) ctables_kind : uint8_t {
  /// Office Open XML: `.xlsx` and `.xlsm`.
  ctables_kind_workbook = 0,
  /// Stata: `.dta`.
  ctables_kind_stata = 1,
  /// SPSS: `.sav` and `.zsav`.
  ctables_kind_spss = 2,
  /// SPSS portable: `.por`.
  ctables_kind_spss_portable = 3,
  /// SAS: `.sas7bdat`.
  ctables_kind_sas = 4,
  /// SAS transport: `.xpt`.
  ctables_kind_sas_transport = 5,
  /// SQLite: each table and each view.
  ctables_kind_sqlite = 6,
  /// A zip archive: each member that is a file, as its own bytes.
  ctables_kind_zip = 7,
  /// Parquet.
  ctables_kind_parquet = 8,
  /// Arrow IPC, of which Feather version 2 is one: `.feather` and `.arrow`.
  ctables_kind_arrow = 9,
} ctables_kind;

/// Why a file or a table cannot be read, or ends too early.
typedef enum __attribute__((enum_extensibility(closed))) ctables_failure : uint8_t {
  ctables_failure_none = 0,
  /// It is not what its first bytes say, or its parts contradict each other.
  ctables_failure_damaged = 1,
  /// It ends too early.
  ctables_failure_cut = 2,
  /// The system could not read it; see `ctables_errno`.
  ctables_failure_unreadable = 3,
  /// No memory is left.
  ctables_failure_memory = 4,
  /// It is encrypted.
  ctables_failure_encrypted = 5,
  /// It holds more bytes than the limit allows.
  ctables_failure_too_large = 6,
  /// It uses something that is not supported, such as a compression method.
  ctables_failure_unsupported = 7,
  /// It declares XML entities, which are refused.
  ctables_failure_entities = 8,
} ctables_failure;

/// A file of tables.
typedef struct ctables ctables;

/// Opens a file of tables.
///
/// `limit` bounds the bytes that any part of the file may expand to. Returns null only if there is
/// no memory; otherwise ask `ctables_failed`.
ctables *ctables_open(int descriptor, ctables_kind kind, uint64_t limit);

/// Closes a file of tables; null is allowed.
void ctables_close(ctables *file);

/// The number of tables.
size_t ctables_count(const ctables *file);

/// The name of a table as the file gives it: UTF-8, NUL-terminated, valid until the file is closed.
/// `number` must be less than the count.
const char *ctables_name(const ctables *file, size_t number);

/// Whether a table is hidden from people who open the file. `number` must be less than the count.
int ctables_is_hidden(const ctables *file, size_t number);

/// Begins to read a table from its first row. Returns 0 if it cannot be read.
int ctables_select(ctables *file, size_t number);

/// Reads the next bytes of the selected table's text into `bytes`, which has room for `count`.
/// Returns the number of bytes read; fewer than `count` only at the end of the table or after a
/// failure.
size_t ctables_read(ctables *file, uint8_t *bytes, size_t count);

/// Why the file, or the selected table, cannot be read any further.
ctables_failure ctables_failed(const ctables *file);

/// The part of the file that failed, in the file's own words, such as the name of a member; UTF-8,
/// NUL-terminated, empty if not known. Valid until the next call.
const char *ctables_failed_part(const ctables *file);

/// The system's error number if the file could not be read.
int ctables_errno(const ctables *file);

/// The number of bytes of the file that were read so far; bytes read twice count twice.
uint64_t ctables_offset(const ctables *file);

/// Makes an empty file in memory that nothing else names. Returns its descriptor, which the caller
/// closes, or -1 with `errno` set.
int ctables_memory_file(void);

#ifdef __cplusplus
}
#endif
