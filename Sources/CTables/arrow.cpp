#include "arrow.hpp"

#include <map>

namespace ctables_files {

namespace {

/// Rows as text, one batch after the other.
class ArrowRows : public Table {
public:
  ArrowRows(Input &input, const ArrowSchema &schema, uint64_t limit)
    : input_(input), schema_(schema), limit_(limit) {
    for (const ArrowBlock &block : schema.dictionaries) read_dictionary(block);
  }

  bool more(std::string &text) override {
    if (!has_header_) {
      has_header_ = true;
      for (size_t number = 0; number < schema_.columns.size(); number++) {
        row_.set(number, schema_.columns[number].name);
      }
      row_.finish(text);
    }
    while (next_row_ == rows_) {
      if (next_batch_ == schema_.batches.size()) return false;
      begin_batch();
    }
    size_t end = rows_ - next_row_ < rows_at_once ? rows_ : next_row_ + rows_at_once;
    for (; next_row_ < end; next_row_++) {
      for (size_t column = 0; column < values_.size(); column++) {
        cell_.clear();
        if (values_[column].append(cell_, next_row_)) row_.set(column, cell_);
      }
      row_.finish(text);
    }
    return true;
  }

private:
  static constexpr size_t rows_at_once = 1024;

  void read_dictionary(const ArrowBlock &block) {
    ArrowBatch batch(input_, block, limit_);
    for (const ArrowColumn &column : schema_.columns) {
      if (column.dictionary != batch.dictionary() || column.dictionary < 0) continue;
      // Writers of files write a dictionary that grows whole again, not in parts.
      if (batch.is_delta()) throw Failure{ctables_failure_unsupported, column.name};
      ArrowColumn plain = column;
      plain.dictionary = -1;
      plain.buffers = plain.layout == Layout::texts || plain.layout == Layout::large_texts ? 3 : 2;
      dictionaries_[column.dictionary] = std::make_shared<ArrowValues>(batch.take(plain));
      return;
    }
  }

  void begin_batch() {
    ArrowBatch batch(input_, schema_.batches[next_batch_++], limit_);
    values_.clear();
    for (const ArrowColumn &column : schema_.columns) {
      values_.push_back(batch.take(column));
      if (column.dictionary < 0) continue;
      auto found = dictionaries_.find(column.dictionary);
      if (found != dictionaries_.end()) values_.back().dictionary = found->second;
    }
    rows_ = schema_.columns.empty() ? 0 : batch.rows();
    next_row_ = 0;
  }

  Input &input_;
  const ArrowSchema &schema_;
  uint64_t limit_;
  std::map<int64_t, std::shared_ptr<const ArrowValues>> dictionaries_;
  std::vector<ArrowValues> values_;
  RowWriter row_;
  std::string cell_;
  size_t next_batch_ = 0, next_row_ = 0, rows_ = 0;
  bool has_header_ = false;
};

class ArrowFile : public Book {
public:
  ArrowFile(Input &input, uint64_t limit)
    : input_(input), limit_(limit), schema_(read_arrow_schema(input)) {
    entries_.push_back({"", false});
  }

  std::unique_ptr<Table> open(size_t) override {
    return std::make_unique<ArrowRows>(input_, schema_, limit_);
  }

private:
  Input &input_;
  uint64_t limit_;
  ArrowSchema schema_;
};

}  // namespace

std::unique_ptr<Book> open_arrow(Input &input, uint64_t limit) {
  return std::make_unique<ArrowFile>(input, limit);
}

}  // namespace ctables_files
