#pragma once
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "ctables.h"

// What the kinds of files share: the input, the tables, the rows of text. Failures are thrown as
// `Failure` and caught at the C interface in `api.cpp`, and nowhere else.

namespace ctables_files {

/// Why a file cannot be read.
struct Failure {
  ctables_failure kind;
  /// The part of the file, in its own words.
  std::string part;
  int error = 0;
};

/// A file that is read by position.
class Input {
public:
  explicit Input(int descriptor);

  int descriptor() const { return descriptor_; }
  /// Bytes of the file.
  uint64_t size() const { return size_; }
  /// Bytes that were read so far.
  uint64_t read_so_far() const { return read_so_far_.load(std::memory_order_relaxed); }

  /// Reads up to `count` bytes at an offset; fewer only at the end of the file.
  size_t read_at(uint64_t offset, void *bytes, size_t count);

private:
  int descriptor_;
  uint64_t size_ = 0;
  /// Read by the thread that shows progress while another one reads.
  std::atomic<uint64_t> read_so_far_{0};
};

/// A table that is read from its first row on.
class Table {
public:
  virtual ~Table() = default;

  /// Appends text to `text`; returns false at the end of the table. May append nothing.
  virtual bool more(std::string &text) = 0;
};

/// A file that holds tables.
class Book {
public:
  struct Entry {
    std::string name;
    bool hidden = false;
  };

  virtual ~Book() = default;

  /// The tables in the order of the file.
  const std::vector<Entry> &entries() const { return entries_; }
  /// Opens a table; `number` is less than the number of entries. The book outlives the table.
  virtual std::unique_ptr<Table> open(size_t number) = 0;

protected:
  std::vector<Entry> entries_;
};

/// Writes rows of cells as lines of text.
///
/// Cells are given in any order by their column. A row is as wide as the widest so far, so that a
/// row whose last cells are empty has as many cells as the header.
class RowWriter {
public:
  /// Sets a cell of the row. An empty cell is the same as one that is not set.
  void set(size_t column, const char *bytes, size_t count);
  void set(size_t column, const std::string &text) { set(column, text.data(), text.size()); }

  /// Whether any cell of the row is set.
  bool has_cells() const { return last_ > 0; }
  /// Appends the row to `text` and begins the next one.
  void finish(std::string &text);

private:
  struct Cell {
    size_t start = 0;
    size_t count = 0;
  };

  /// The bytes of the cells that are set, and where those of each column are.
  std::string bytes_;
  std::vector<Cell> cells_;
  /// One more than the last column that is set, in this row and in all.
  size_t last_ = 0;
  size_t width_ = 0;
};

/// Writes a number as people write it: no exponent for whole numbers below 10^15, at most 15
/// significant digits, as a spreadsheet shows it; empty if it is not finite.
std::string number_text(double value);

/// Writes a moment given in seconds since 1970-01-01, without a zone: the day alone if the time is
/// midnight and `with_time` is false. Empty if the year is outside 0 to 9999.
std::string moment_text(int64_t seconds, bool with_time);

/// The days from 1970-01-01 to a day of the Gregorian calendar.
int64_t days_since_1970(int64_t year, unsigned month, unsigned day);

std::unique_ptr<Book> open_workbook(Input &input, uint64_t limit);
std::unique_ptr<Book> open_statistics(Input &input, ctables_kind kind, uint64_t limit);
std::unique_ptr<Book> open_sqlite(Input &input, uint64_t limit);
std::unique_ptr<Book> open_archive(Input &input, uint64_t limit);

}  // namespace ctables_files
