#pragma once
#include "columnar.hpp"

// Parquet files: https://parquet.apache.org/docs/file-format/ and `parquet.thrift` of its format.

namespace ctables_files {

/// How values are stored (`Type` of the format).
enum class Physical : uint8_t {
  boolean = 0,
  int32 = 1,
  int64 = 2,
  int96 = 3,
  real32 = 4,
  real64 = 5,
  bytes = 6,
  fixed_bytes = 7,
};

/// How values of a page are written (`Encoding` of the format).
enum class Encoding : uint8_t {
  plain = 0,
  plain_dictionary = 2,
  rle = 3,
  bit_packed = 4,
  delta_binary = 5,
  delta_length = 6,
  delta_bytes = 7,
  rle_dictionary = 8,
  split = 9,
};

/// A column of the schema that is a value of its own, not part of a list or a group.
struct ParquetColumn {
  std::string name;
  ColumnType type;
  Physical physical = Physical::bytes;
  /// Bytes of each value of `fixed_bytes`.
  size_t length = 0;
  bool is_optional = false;
  /// The number of its chunk in each row group.
  size_t chunk = 0;
};

/// The values of a column in a row group.
struct ParquetChunk {
  Codec codec = Codec::none;
  bool is_supported = true;
  uint64_t first_page = 0;
  uint64_t byte_count = 0;
};

struct ParquetRowGroup {
  int64_t rows = 0;
  std::vector<ParquetChunk> chunks;
};

struct ParquetSchema {
  std::vector<ParquetColumn> columns;
  std::vector<ParquetRowGroup> groups;
};

/// Reads what stands at the end of the file.
ParquetSchema read_parquet_schema(Input &input);

/// What the head of a page says.
struct ParquetPage {
  enum Type : int { data = 0, index = 1, dictionary = 2, data_v2 = 3 };

  int type = data;
  int64_t expanded_size = 0;
  int64_t size = 0;
  int64_t values = 0;
  int encoding = 0;
  int level_encoding = static_cast<int>(Encoding::rle);
  int64_t levels_size = 0;
  int64_t repetitions_size = 0;
  bool is_compressed = true;
};

/// Reads the head of a page; `taken` becomes its length.
ParquetPage read_page_head(Bytes bytes, size_t &taken);

/// Values of a page as text, one after the other.
class ParquetValues {
public:
  virtual ~ParquetValues() = default;
  /// The next value; valid until the next call of `clear`.
  virtual CellText next() = 0;
  /// Gives up the texts of the values before.
  virtual void clear() {}
};

/// Texts of the values of a dictionary.
struct ParquetDictionary {
  std::string bytes;
  std::vector<size_t> starts;
};

/// Reads the values of a page. The bytes, the column and the dictionary outlive it; the dictionary
/// is null if the chunk has none.
std::unique_ptr<ParquetValues> parquet_values(
  const ParquetColumn &column, Encoding encoding, Bytes bytes, size_t count,
  const ParquetDictionary *dictionary);

/// Numbers of a few bits each, in runs or packed (the hybrid encoding of the format).
class PackedNumbers {
public:
  PackedNumbers() = default;
  PackedNumbers(Bytes bytes, unsigned width);
  uint32_t next();

private:
  void begin_run();

  Bytes bytes_;
  unsigned width_ = 0;
  uint64_t left_ = 0;
  bool is_packed_ = false;
  uint32_t value_ = 0;
  /// Bits that were taken from the bytes and not used yet.
  uint64_t bits_ = 0;
  unsigned bit_count_ = 0;
};

/// Numbers that are written as differences (`DELTA_BINARY_PACKED`), all at once.
/// `bytes` is left behind them.
std::vector<int64_t> delta_numbers(Bytes &bytes, size_t most);

}  // namespace ctables_files
