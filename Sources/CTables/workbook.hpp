#pragma once
#include "xml.hpp"

namespace ctables_files {

/// Texts of a workbook that cells share, one behind the other in one block.
class SharedTexts {
public:
  void begin() { starts_.push_back(bytes_.size()); }
  void append(const char *bytes, size_t count) { bytes_.append(bytes, count); }

  size_t count() const { return starts_.size(); }
  const char *bytes(size_t number) const { return bytes_.data() + starts_[number]; }
  size_t length(size_t number) const {
    size_t end = number + 1 < starts_.size() ? starts_[number + 1] : bytes_.size();
    return end - starts_[number];
  }

private:
  std::string bytes_;
  std::vector<size_t> starts_;
};

/// How a number of a worksheet is shown.
enum class NumberForm : uint8_t { plain, date, moment, time };

/// What the parts of a workbook say that its worksheets need.
struct WorkbookParts {
  SharedTexts texts;
  /// The form of each cell style.
  std::vector<NumberForm> styles;
  /// Whether days are counted from 1904, as old Macs did.
  bool counts_from_1904 = false;

  /// The text of a number in a style.
  std::string number(const std::string &written, size_t style) const;
};

/// The form of a number format: one of the built-in ones, or its code.
NumberForm built_in_form(unsigned number);
NumberForm form_of_code(const char *code);

/// Reads the shared texts and the styles of a workbook.
void read_shared_texts(Zip &zip, const Zip::Member &member, SharedTexts &texts);
void read_styles(Zip &zip, const Zip::Member &member, std::vector<NumberForm> &styles);

/// Opens a worksheet. The archive and the parts outlive it.
std::unique_ptr<Table> open_worksheet(
  Input &input, uint64_t limit, const std::string &member, const WorkbookParts &parts);

}  // namespace ctables_files
