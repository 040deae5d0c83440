#pragma once
#include "flatbuffer.hpp"

// Arrow IPC files: https://arrow.apache.org/docs/format/Columnar.html, `Message.fbs`, `Schema.fbs`
// and `File.fbs` of its format.

namespace ctables_files {

/// How values of a column lie in their buffers.
enum class Layout : uint8_t { none, bits, fixed, texts, large_texts, nested };

/// A column that is a value of its own.
struct ArrowColumn {
  std::string name;
  ColumnType type;
  Layout layout = Layout::none;
  /// Bytes of each fixed value.
  size_t width = 0;
  bool is_signed = true;
  bool is_real = false;
  /// The dictionary that codes of this column point into; negative if it has none.
  int64_t dictionary = -1;
  /// Bytes of a code, and whether it has a sign.
  size_t code_width = 4;
  bool code_is_signed = true;
  /// Nodes and buffers of the column in a batch.
  size_t nodes = 1;
  size_t buffers = 2;
};

/// Where a batch stands in the file.
struct ArrowBlock {
  uint64_t offset = 0;
  uint64_t head_size = 0;
  uint64_t body_size = 0;
};

struct ArrowSchema {
  std::vector<ArrowColumn> columns;
  std::vector<ArrowBlock> dictionaries;
  std::vector<ArrowBlock> batches;
};

/// Reads what stands at the end of the file.
ArrowSchema read_arrow_schema(Input &input);

/// Values of a column in a batch. They keep the bytes that they need.
class ArrowValues {
public:
  ArrowValues() = default;

  /// Appends the text of a value; returns false if there is none. `row` is less than the number of
  /// rows of the batch.
  bool append(std::string &text, size_t row) const;
  /// Whether the text of a value is at least there; for the dictionary of another column.
  size_t count() const { return count_; }

  ArrowColumn column;
  /// The values that codes point at.
  std::shared_ptr<const ArrowValues> dictionary;

private:
  friend class ArrowBatch;

  bool append_stored(std::string &text, size_t row) const;

  size_t count_ = 0;
  /// Which values there are, one bit each, the values or the ends of texts, and the texts. Empty
  /// for what a column does not have.
  std::vector<uint8_t> validity_, values_, texts_;
};

/// A batch of rows, or of the values of a dictionary.
class ArrowBatch {
public:
  /// Reads a batch. `limit` bounds the bytes of each buffer.
  ArrowBatch(Input &input, const ArrowBlock &block, uint64_t limit);

  size_t rows() const { return rows_; }
  /// The dictionary that this batch holds; negative if it holds rows.
  int64_t dictionary() const { return dictionary_; }
  /// Whether it adds to a dictionary instead of replacing it.
  bool is_delta() const { return is_delta_; }
  /// Takes the values of the next column.
  ArrowValues take(const ArrowColumn &column);

private:
  std::vector<uint8_t> buffer(size_t number) const;

  struct Part {
    int64_t offset = 0;
    int64_t size = 0;
  };

  uint64_t limit_;
  size_t rows_ = 0;
  int64_t dictionary_ = -1;
  bool is_delta_ = false;
  bool is_compressed_ = false;
  Codec codec_ = Codec::none;
  std::vector<int64_t> null_counts_;
  std::vector<Part> parts_;
  std::vector<uint8_t> body_;
  size_t next_node_ = 0, next_buffer_ = 0;
};

}  // namespace ctables_files
