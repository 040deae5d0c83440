#include <cstdlib>

#include "workbook.hpp"

// Worksheets: ECMA-376 part 1, section 18.3.

namespace ctables_files {

namespace {

/// The last row and column that a worksheet can have.
const uint64_t last_row = 1048576;
const size_t last_column = 16384;

/// The column of a reference such as `AB12`, counted from 0; `last_column` if there is none.
size_t column_of(const char *reference) {
  size_t column = 0;
  const char *at = reference;
  for (; (*at >= 'A' && *at <= 'Z') || (*at >= 'a' && *at <= 'z'); at++) {
    column = column * 26 + static_cast<size_t>((*at | 0x20) - 'a') + 1;
    if (column > last_column) return last_column;
  }
  return column == 0 ? last_column : column - 1;
}

/// Takes `_x000D_` and its like, which are characters that XML cannot hold, back into characters.
void unescape(std::string &text) {
  size_t at = 0;
  while ((at = text.find("_x", at)) != std::string::npos) {
    char *end;
    std::string digits = text.substr(at + 2, 4);
    unsigned long code = strtoul(digits.c_str(), &end, 16);
    bool is_escape = digits.size() == 4 && *end == 0 && at + 6 < text.size() && text[at + 6] == '_'
      && digits.find_first_not_of("0123456789abcdefABCDEF") == std::string::npos;
    // Only ASCII is escaped by programs that write workbooks; `_x005F_` is the underscore itself.
    if (is_escape && code > 0 && code < 0x80) text.replace(at, 7, 1, static_cast<char>(code));
    at += 1;
  }
}

class Worksheet : public Table, public XMLHandler {
public:
  Worksheet(
    Input &input, uint64_t limit, const std::string &member, const WorkbookParts &parts)
    : zip_(input, limit), parts_(parts) {
    const Zip::Member *found = zip_.find(member);
    if (!found) throw Failure{ctables_failure_damaged, member};
    name_ = found->name;
    xml_ = std::make_unique<XMLMember>(zip_, *found, *this);
  }

  bool more(std::string &text) override {
    bool goes_on = xml_->more();
    text.append(out_);
    out_.clear();
    return goes_on;
  }

private:
  enum class Kind : uint8_t { number, shared, inlined, formula, boolean, error, date };

  void begin(const char *name, const Attributes &attributes) override {
    if (strcmp(name, "c") == 0) {
      begin_cell(attributes);
    } else if (strcmp(name, "v") == 0 || strcmp(name, "t") == 0) {
      takes_text_ = is_in_cell_ && readings_ == 0;
    } else if (strcmp(name, "row") == 0) {
      begin_row(attributes);
    } else if (strcmp(name, "rPh") == 0) {
      readings_++;
    }
  }

  void end(const char *name) override {
    if (strcmp(name, "c") == 0) {
      end_cell();
    } else if (strcmp(name, "v") == 0 || strcmp(name, "t") == 0) {
      takes_text_ = false;
    } else if (strcmp(name, "row") == 0) {
      end_row();
    } else if (strcmp(name, "rPh") == 0) {
      readings_--;
    }
  }

  void text(const char *bytes, size_t count) override {
    if (takes_text_) value_.append(bytes, count);
  }

  // A row or a cell without a reference follows the one before.
  void begin_row(const Attributes &attributes) {
    row_++;
    if (const char *number = attributes["r"]) {
      uint64_t said = strtoull(number, nullptr, 10);
      // Rows that go back would be counted under other numbers than their own.
      if (said < row_ || said > last_row) throw Failure{ctables_failure_damaged, name_};
      row_ = said;
    }
    if (row_ > last_row) throw Failure{ctables_failure_damaged, name_};
    column_ = 0;
  }

  void begin_cell(const Attributes &attributes) {
    is_in_cell_ = true;
    value_.clear();
    if (const char *reference = attributes["r"]) column_ = column_of(reference);
    if (column_ >= last_column) throw Failure{ctables_failure_damaged, name_};
    const char *style = attributes["s"];
    style_ = style ? strtoul(style, nullptr, 10) : 0;
    const char *type = attributes["t"];
    kind_ = Kind::number;
    if (!type) return;
    if (strcmp(type, "s") == 0) kind_ = Kind::shared;
    if (strcmp(type, "inlineStr") == 0) kind_ = Kind::inlined;
    if (strcmp(type, "str") == 0) kind_ = Kind::formula;
    if (strcmp(type, "b") == 0) kind_ = Kind::boolean;
    if (strcmp(type, "e") == 0) kind_ = Kind::error;
    if (strcmp(type, "d") == 0) kind_ = Kind::date;
  }

  void end_cell() {
    is_in_cell_ = false;
    size_t column = column_++;
    if (value_.empty()) return;
    switch (kind_) {
    case Kind::number: row_writer_.set(column, parts_.number(value_, style_)); break;
    case Kind::shared: {
      char *end;
      unsigned long long number = strtoull(value_.c_str(), &end, 10);
      if (end == value_.c_str() || number >= parts_.texts.count()) {
        throw Failure{ctables_failure_damaged, name_};
      }
      set_text(column, parts_.texts.bytes(number), parts_.texts.length(number));
      break;
    }
    case Kind::boolean: row_writer_.set(column, value_ == "0" ? "FALSE" : "TRUE"); break;
    case Kind::inlined:
    case Kind::formula:
    case Kind::error:
    case Kind::date: set_text(column, value_.data(), value_.size());
    }
  }

  void set_text(size_t column, const char *bytes, size_t count) {
    if (!memchr(bytes, '_', count)) return row_writer_.set(column, bytes, count);
    std::string text(bytes, count);
    unescape(text);
    row_writer_.set(column, text);
  }

  /// Writes the row, and an empty line for each row before it that the file leaves out. Rows of
  /// styled empty cells cost nothing unless another row follows.
  void end_row() {
    if (!row_writer_.has_cells()) return;
    out_.append(static_cast<size_t>(row_ - written_ - 1), '\n');
    row_writer_.finish(out_);
    written_ = row_;
  }

  Zip zip_;
  const WorkbookParts &parts_;
  std::string name_;
  std::unique_ptr<XMLMember> xml_;
  RowWriter row_writer_;
  std::string out_;
  /// The row that is being read, and the last that was written, from 1.
  uint64_t row_ = 0;
  uint64_t written_ = 0;
  /// The column of the next cell, from 0.
  size_t column_ = 0;
  std::string value_;
  Kind kind_ = Kind::number;
  size_t style_ = 0;
  int readings_ = 0;
  bool is_in_cell_ = false;
  bool takes_text_ = false;
};

}  // namespace

std::unique_ptr<Table> open_worksheet(
  Input &input, uint64_t limit, const std::string &member, const WorkbookParts &parts) {
  return std::make_unique<Worksheet>(input, limit, member, parts);
}

}  // namespace ctables_files
