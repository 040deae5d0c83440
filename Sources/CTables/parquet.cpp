#include "parquet.hpp"

namespace ctables_files {

namespace {

/// Bytes of the head of a page, which may hold statistics; more are read if these do not hold it.
const size_t head_bytes = 1 << 12;
const size_t largest_head = 1 << 24;

/// Bytes of the largest page that is read, as it is and expanded.
const int64_t largest_page = 1 << 30;

/// Reads the values of one column in one row group, page by page.
class ColumnReader {
public:
  ColumnReader(Input &input, const ParquetColumn &column, const ParquetChunk &chunk)
    : input_(input), column_(column), chunk_(chunk), at_(chunk.first_page),
      end_(chunk.first_page + chunk.byte_count) {
    if (!chunk.is_supported) throw Failure{ctables_failure_unsupported, column.name};
    if (end_ < at_ || end_ > input.size()) throw Failure{ctables_failure_damaged, column.name};
  }

  /// Makes sure that a value is ready; returns how many are ready in the page.
  size_t ready() {
    while (left_ == 0) next_page();
    return left_;
  }

  /// The next value; `bytes` is null if there is none. Only if `ready` says so.
  CellText next() {
    left_--;
    if (column_.is_optional && levels_.next() == 0) return {};
    CellText text = values_->next();
    return text.bytes ? text : CellText{"", 0};
  }

  void clear() {
    if (values_) values_->clear();
  }

private:
  void next_page() {
    if (at_ >= end_) throw Failure{ctables_failure_damaged, column_.name};
    size_t head = 0;
    ParquetPage page = read_head(head);
    at_ += head;
    if (page.size > largest_page || page.expanded_size > largest_page) {
      throw Failure{ctables_failure_too_large, column_.name};
    }
    uint64_t size = static_cast<uint64_t>(page.size);
    if (size > end_ - at_) throw Failure{ctables_failure_damaged, column_.name};
    if (page.type == ParquetPage::index) {
      at_ += size;
      return;
    }
    std::vector<uint8_t> stored(size);
    if (input_.read_at(at_, stored.data(), size) != size) {
      throw Failure{ctables_failure_cut, column_.name};
    }
    at_ += size;
    Bytes bytes(stored.data(), stored.size());
    size_t expanded_size = static_cast<size_t>(page.expanded_size);
    switch (page.type) {
    case ParquetPage::dictionary:
      page_ = expanded(chunk_.codec, bytes, expanded_size);
      read_dictionary(static_cast<size_t>(page.values));
      return;
    case ParquetPage::data: {
      page_ = expanded(chunk_.codec, bytes, expanded_size);
      Bytes values(page_.data(), page_.size());
      if (column_.is_optional) {
        if (page.level_encoding != static_cast<int>(Encoding::rle)) {
          throw Failure{ctables_failure_unsupported, column_.name};
        }
        levels_ = PackedNumbers(values.take(values.number<uint32_t>()), 1);
      }
      begin(page, values);
      return;
    }
    case ParquetPage::data_v2: {
      // Levels stand before the values and are not compressed.
      uint64_t before = static_cast<uint64_t>(page.levels_size + page.repetitions_size);
      if (before > size || before > expanded_size) {
        throw Failure{ctables_failure_damaged, column_.name};
      }
      bytes.take(static_cast<size_t>(page.repetitions_size));
      Bytes levels = bytes.take(static_cast<size_t>(page.levels_size));
      level_bytes_.assign(levels.data(), levels.data() + levels.count());
      levels_ = PackedNumbers(Bytes(level_bytes_.data(), level_bytes_.size()), 1);
      page_ = expanded(page.is_compressed ? chunk_.codec : Codec::none, bytes,
                       expanded_size - before);
      begin(page, Bytes(page_.data(), page_.size()));
      return;
    }
    default: throw Failure{ctables_failure_damaged, column_.name};
    }
  }

  ParquetPage read_head(size_t &head) {
    for (size_t wanted = head_bytes;; wanted *= 8) {
      size_t room = wanted < end_ - at_ ? wanted : static_cast<size_t>(end_ - at_);
      std::vector<uint8_t> bytes(room);
      if (input_.read_at(at_, bytes.data(), room) != room) {
        throw Failure{ctables_failure_cut, column_.name};
      }
      try {
        return read_page_head(Bytes(bytes.data(), room), head);
      } catch (Failure &) {
        if (room < wanted || wanted >= largest_head) throw;
      }
    }
  }

  void begin(const ParquetPage &page, Bytes values) {
    left_ = static_cast<size_t>(page.values);
    values_ = parquet_values(
      column_, static_cast<Encoding>(page.encoding), values, left_,
      has_dictionary_ ? &dictionary_ : nullptr);
  }

  void read_dictionary(size_t count) {
    auto values = parquet_values(
      column_, Encoding::plain, Bytes(page_.data(), page_.size()), count, nullptr);
    dictionary_ = {};
    dictionary_.starts.push_back(0);
    for (size_t number = 0; number < count; number++) {
      CellText text = values->next();
      dictionary_.bytes.append(text.bytes, text.count);
      dictionary_.starts.push_back(dictionary_.bytes.size());
      values->clear();
    }
    has_dictionary_ = true;
  }

  Input &input_;
  const ParquetColumn &column_;
  const ParquetChunk &chunk_;
  uint64_t at_, end_;
  /// The page, from which the values are read, and its levels if they stand apart.
  std::vector<uint8_t> page_, level_bytes_;
  ParquetDictionary dictionary_;
  bool has_dictionary_ = false;
  PackedNumbers levels_;
  std::unique_ptr<ParquetValues> values_;
  size_t left_ = 0;
};

/// Rows as text, one row group after the other.
class ParquetRows : public Table {
public:
  ParquetRows(Input &input, const ParquetSchema &schema) : input_(input), schema_(schema) {}

  bool more(std::string &text) override {
    if (!has_header_) {
      has_header_ = true;
      for (size_t number = 0; number < schema_.columns.size(); number++) {
        row_.set(number, schema_.columns[number].name);
      }
      row_.finish(text);
    }
    while (left_ == 0) {
      if (group_ == schema_.groups.size()) return false;
      begin_group();
    }
    // As many rows as the pages of all columns hold, so that no text outlives its page.
    size_t count = static_cast<uint64_t>(left_) < rows_at_once ? static_cast<size_t>(left_) : rows_at_once;
    for (auto &reader : readers_) {
      if (!reader) continue;
      size_t ready = reader->ready();
      if (ready < count) count = ready;
    }
    size_t width = readers_.size();
    cells_.assign(count * width, {});
    for (size_t column = 0; column < width; column++) {
      for (size_t number = 0; number < count; number++) {
        cells_[number * width + column] =
          readers_[column] ? readers_[column]->next() : CellText{not_read, sizeof not_read - 1};
      }
    }
    for (size_t number = 0; number < count; number++) {
      for (size_t column = 0; column < width; column++) {
        const CellText &cell = cells_[number * width + column];
        if (cell.bytes) row_.set(column, cell.bytes, cell.count);
      }
      row_.finish(text);
    }
    for (auto &reader : readers_) {
      if (reader) reader->clear();
    }
    left_ -= static_cast<int64_t>(count);
    return true;
  }

private:
  static constexpr size_t rows_at_once = 1024;
  static constexpr char not_read[] = "(list or group, not read)";

  void begin_group() {
    const ParquetRowGroup &group = schema_.groups[group_++];
    left_ = group.rows;
    readers_.clear();
    for (const ParquetColumn &column : schema_.columns) {
      readers_.emplace_back();
      if (column.type.kind == ValueKind::nested) continue;
      if (column.chunk >= group.chunks.size()) throw Failure{ctables_failure_damaged, column.name};
      readers_.back() =
        std::make_unique<ColumnReader>(input_, column, group.chunks[column.chunk]);
    }
    if (schema_.columns.empty()) left_ = 0;
  }

  Input &input_;
  const ParquetSchema &schema_;
  std::vector<std::unique_ptr<ColumnReader>> readers_;
  std::vector<CellText> cells_;
  RowWriter row_;
  size_t group_ = 0;
  int64_t left_ = 0;
  bool has_header_ = false;
};

class ParquetFile : public Book {
public:
  explicit ParquetFile(Input &input) : input_(input), schema_(read_parquet_schema(input)) {
    entries_.push_back({"", false});
  }

  std::unique_ptr<Table> open(size_t) override {
    return std::make_unique<ParquetRows>(input_, schema_);
  }

private:
  Input &input_;
  ParquetSchema schema_;
};

}  // namespace

std::unique_ptr<Book> open_parquet(Input &input, uint64_t) {
  return std::make_unique<ParquetFile>(input);
}

}  // namespace ctables_files
