#pragma once
#include <cstring>

#include "tables.hpp"

// What files of columns share: bytes that are read with checks, values, expansion.

namespace ctables_files {

/// A range of bytes that is read from the front. Reading beyond its end throws.
class Bytes {
public:
  Bytes() = default;
  Bytes(const uint8_t *data, size_t count) : data_(data), count_(count) {}

  const uint8_t *data() const { return data_; }
  size_t count() const { return count_; }

  /// Takes `count` bytes from the front.
  Bytes take(size_t count) {
    if (count > count_) throw Failure{ctables_failure_damaged, ""};
    Bytes part(data_, count);
    data_ += count;
    count_ -= count;
    return part;
  }

  /// Takes a little-endian number from the front.
  template <typename Number>
  Number number() {
    Number value;
    memcpy(&value, take(sizeof value).data(), sizeof value);
    return value;
  }

  /// Takes a number of seven bits a byte, the lowest first (ULEB128).
  uint64_t varint() {
    uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      uint8_t byte = number<uint8_t>();
      value |= static_cast<uint64_t>(byte & 0x7F) << shift;
      if (!(byte & 0x80)) return value;
    }
    throw Failure{ctables_failure_damaged, ""};
  }

  /// A number whose sign is its lowest bit.
  int64_t zigzag() {
    uint64_t value = varint();
    return static_cast<int64_t>(value >> 1) ^ -static_cast<int64_t>(value & 1);
  }

private:
  const uint8_t *data_ = nullptr;
  size_t count_ = 0;
};

/// What a value of a column is.
enum class ValueKind : uint8_t {
  text,
  boolean,
  integer,
  unsigned_integer,
  real,
  decimal,
  days,
  moment,
  time,
  uuid,
  /// Values that are not shown, such as lists.
  nested,
};

/// The type of a column.
struct ColumnType {
  ValueKind kind = ValueKind::text;
  /// Parts of a second of a moment or a time: 1, 10^3, 10^6 or 10^9.
  int64_t unit = 1;
  /// Digits behind the point of a decimal.
  int scale = 0;
};

/// Appends the text of a value.
void append_integer(std::string &text, const ColumnType &type, int64_t value);
void append_real(std::string &text, double value);
void append_boolean(std::string &text, bool value);
/// A decimal number in two's complement, the highest byte first, of any length up to 32 bytes.
void append_decimal(std::string &text, const uint8_t *bytes, size_t count, int scale);
/// A UUID of 16 bytes.
void append_uuid(std::string &text, const uint8_t *bytes);

/// What compresses a block.
enum class Codec : uint8_t { none, snappy, gzip, brotli, lz4_raw, lz4_frame, lz4_hadoop, zstd };

/// Expands a block to exactly `size` bytes. `size` has been checked against a limit.
std::vector<uint8_t> expanded(Codec codec, Bytes block, size_t size);

/// A value of a column in a batch of rows.
struct CellText {
  const char *bytes = nullptr;
  size_t count = 0;
};

std::unique_ptr<Book> open_parquet(Input &input, uint64_t limit);
std::unique_ptr<Book> open_arrow(Input &input, uint64_t limit);

}  // namespace ctables_files
