#include "parquet.hpp"

namespace ctables_files {

// MARK: Packed numbers

PackedNumbers::PackedNumbers(Bytes bytes, unsigned width) : bytes_(bytes), width_(width) {
  if (width > 32) throw Failure{ctables_failure_damaged, ""};
}

void PackedNumbers::begin_run() {
  uint64_t head = bytes_.varint();
  is_packed_ = head & 1;
  bits_ = 0;
  bit_count_ = 0;
  if (is_packed_) {
    uint64_t groups = head >> 1;
    // A group is eight numbers; the bytes are checked as they are taken.
    if (groups > (uint64_t(1) << 40)) throw Failure{ctables_failure_damaged, ""};
    left_ = groups * 8;
  } else {
    left_ = head >> 1;
    value_ = 0;
    for (unsigned at = 0; at < (width_ + 7) / 8; at++) {
      value_ |= static_cast<uint32_t>(bytes_.number<uint8_t>()) << (8 * at);
    }
  }
}

uint32_t PackedNumbers::next() {
  // A run may have no numbers; each takes a byte of the page, so this ends.
  while (left_ == 0) begin_run();
  left_--;
  if (!is_packed_) return value_;
  while (bit_count_ < width_) {
    bits_ |= static_cast<uint64_t>(bytes_.number<uint8_t>()) << bit_count_;
    bit_count_ += 8;
  }
  uint32_t value = static_cast<uint32_t>(bits_ & ((uint64_t(1) << width_) - 1));
  bits_ >>= width_;
  bit_count_ -= width_;
  return value;
}

// MARK: Differences

std::vector<int64_t> delta_numbers(Bytes &bytes, size_t most) {
  uint64_t block = bytes.varint(), parts = bytes.varint(), count = bytes.varint();
  uint64_t value = static_cast<uint64_t>(bytes.zigzag());
  if (count > most || parts == 0 || block == 0 || block % parts != 0 || block > (1 << 20)) {
    throw Failure{ctables_failure_damaged, ""};
  }
  std::vector<int64_t> numbers;
  numbers.reserve(count);
  if (count > 0) numbers.push_back(static_cast<int64_t>(value));
  while (numbers.size() < count) {
    uint64_t smallest = static_cast<uint64_t>(bytes.zigzag());
    Bytes widths = bytes.take(parts);
    for (uint64_t part = 0; part < parts && numbers.size() < count; part++) {
      unsigned width = widths.data()[part];
      if (width > 64) throw Failure{ctables_failure_damaged, ""};
      uint64_t in_part = block / parts;
      Bytes packed = bytes.take((in_part * width + 7) / 8);
      size_t bit = 0;
      for (uint64_t at = 0; at < in_part && numbers.size() < count; at++) {
        uint64_t difference = 0;
        for (unsigned got = 0; got < width;) {
          unsigned offset = bit & 7, take = 8 - offset < width - got ? 8 - offset : width - got;
          uint64_t part_bits = (packed.data()[bit >> 3] >> offset) & ((1u << take) - 1);
          difference |= part_bits << got;
          got += take;
          bit += take;
        }
        // Differences wrap around, as the format says.
        value += smallest + difference;
        numbers.push_back(static_cast<int64_t>(value));
      }
    }
  }
  return numbers;
}

namespace {

// MARK: Values

/// A value of its stored bytes as text.
void append_stored(std::string &text, const ParquetColumn &column, const uint8_t *bytes,
                   size_t count) {
  switch (column.physical) {
  case Physical::boolean: append_boolean(text, bytes[0]); return;
  case Physical::int32: {
    int32_t value;
    memcpy(&value, bytes, 4);
    // An unsigned number of 32 bits is one of 64 bits without its sign.
    bool is_unsigned = column.type.kind == ValueKind::unsigned_integer;
    append_integer(
      text, column.type, is_unsigned ? static_cast<int64_t>(static_cast<uint32_t>(value)) : value);
    return;
  }
  case Physical::int64: {
    int64_t value;
    memcpy(&value, bytes, 8);
    append_integer(text, column.type, value);
    return;
  }
  case Physical::int96: {
    // Nanoseconds of the day, then the Julian day.
    uint64_t nanoseconds;
    uint32_t day;
    memcpy(&nanoseconds, bytes, 8);
    memcpy(&day, bytes + 8, 4);
    ColumnType type;
    type.kind = ValueKind::moment;
    int64_t days = static_cast<int64_t>(day) - 2440588;
    // Whole seconds: nanoseconds since 1970 would not fit beyond the year 2262.
    append_integer(
      text, type, days * 86400 + static_cast<int64_t>(nanoseconds / 1000000000 % 86400));
    return;
  }
  case Physical::real32: {
    float value;
    memcpy(&value, bytes, 4);
    append_real(text, value);
    return;
  }
  case Physical::real64: {
    double value;
    memcpy(&value, bytes, 8);
    append_real(text, value);
    return;
  }
  case Physical::bytes:
  case Physical::fixed_bytes:
    if (column.type.kind == ValueKind::decimal) {
      append_decimal(text, bytes, count, column.type.scale);
    } else if (column.type.kind == ValueKind::uuid && count == 16) {
      append_uuid(text, bytes);
    } else {
      text.append(reinterpret_cast<const char *>(bytes), count);
    }
  }
}

size_t width_of(const ParquetColumn &column) {
  switch (column.physical) {
  case Physical::int32:
  case Physical::real32: return 4;
  case Physical::int64:
  case Physical::real64: return 8;
  case Physical::int96: return 12;
  case Physical::fixed_bytes: return column.length;
  default: return 0;
  }
}

/// Values whose text has to be made. Texts of a batch stay where they are until it is done.
class MadeValues : public ParquetValues {
public:
  explicit MadeValues(const ParquetColumn &column) : column_(column) {}
  void clear() override { texts_.clear(); }

protected:
  CellText made(const uint8_t *bytes, size_t count) {
    texts_.emplace_back();
    append_stored(texts_.back(), column_, bytes, count);
    return {texts_.back().data(), texts_.back().size()};
  }

  const ParquetColumn &column_;

private:
  /// A list, for texts must not move while others are added.
  struct Texts {
    std::vector<std::unique_ptr<std::string>> all;
    size_t used = 0;
    void emplace_back() {
      if (used == all.size()) all.push_back(std::make_unique<std::string>());
      all[used++]->clear();
    }
    std::string &back() { return *all[used - 1]; }
    void clear() { used = 0; }
  } texts_;
};

class PlainValues : public MadeValues {
public:
  PlainValues(const ParquetColumn &column, Bytes bytes) : MadeValues(column), bytes_(bytes) {}

  CellText next() override {
    if (column_.physical == Physical::boolean) {
      if (bit_ == 0) byte_ = bytes_.number<uint8_t>();
      uint8_t value = (byte_ >> bit_) & 1;
      bit_ = (bit_ + 1) & 7;
      return made(&value, 1);
    }
    bool is_counted = column_.physical == Physical::bytes;
    Bytes value = bytes_.take(is_counted ? bytes_.number<uint32_t>() : width_of(column_));
    bool is_text = width_of(column_) == 0 || column_.physical == Physical::fixed_bytes;
    if (is_text && column_.type.kind == ValueKind::text) {
      return {reinterpret_cast<const char *>(value.data()), value.count()};
    }
    return made(value.data(), value.count());
  }

private:
  Bytes bytes_;
  uint8_t byte_ = 0;
  unsigned bit_ = 0;
};

class DictionaryValues : public ParquetValues {
public:
  DictionaryValues(Bytes bytes, const ParquetDictionary &dictionary) : dictionary_(dictionary) {
    unsigned width = bytes.count() > 0 ? bytes.number<uint8_t>() : 0;
    codes_ = PackedNumbers(bytes, width);
  }

  CellText next() override {
    size_t code = codes_.next();
    if (code + 1 >= dictionary_.starts.size()) throw Failure{ctables_failure_damaged, ""};
    size_t start = dictionary_.starts[code];
    return {dictionary_.bytes.data() + start, dictionary_.starts[code + 1] - start};
  }

private:
  const ParquetDictionary &dictionary_;
  PackedNumbers codes_;
};

class BooleanRuns : public ParquetValues {
public:
  explicit BooleanRuns(Bytes bytes) {
    Bytes runs = bytes.take(bytes.number<uint32_t>());
    values_ = PackedNumbers(runs, 1);
  }
  CellText next() override {
    return values_.next() ? CellText{"TRUE", 4} : CellText{"FALSE", 5};
  }

private:
  PackedNumbers values_;
};

class DeltaIntegers : public MadeValues {
public:
  DeltaIntegers(const ParquetColumn &column, Bytes bytes, size_t count) : MadeValues(column) {
    numbers_ = delta_numbers(bytes, count);
  }
  CellText next() override {
    if (at_ >= numbers_.size()) throw Failure{ctables_failure_damaged, ""};
    int64_t value = numbers_[at_++];
    return made(reinterpret_cast<const uint8_t *>(&value), 8);
  }

private:
  std::vector<int64_t> numbers_;
  size_t at_ = 0;
};

/// Byte strings whose lengths, and perhaps whose common beginnings, are written before them.
class DeltaBytes : public MadeValues {
public:
  DeltaBytes(const ParquetColumn &column, Bytes bytes, size_t count, bool shares)
    : MadeValues(column) {
    if (shares) prefixes_ = delta_numbers(bytes, count);
    lengths_ = delta_numbers(bytes, count);
    bytes_ = bytes;
  }

  CellText next() override {
    if (at_ >= lengths_.size() || lengths_[at_] < 0) throw Failure{ctables_failure_damaged, ""};
    Bytes rest = bytes_.take(static_cast<size_t>(lengths_[at_]));
    size_t shared = 0;
    if (at_ < prefixes_.size()) {
      if (prefixes_[at_] < 0 || static_cast<size_t>(prefixes_[at_]) > value_.size()) {
        throw Failure{ctables_failure_damaged, ""};
      }
      shared = static_cast<size_t>(prefixes_[at_]);
    }
    at_++;
    value_.resize(shared);
    value_.append(reinterpret_cast<const char *>(rest.data()), rest.count());
    return made(reinterpret_cast<const uint8_t *>(value_.data()), value_.size());
  }

private:
  std::vector<int64_t> prefixes_, lengths_;
  Bytes bytes_;
  std::string value_;
  size_t at_ = 0;
};

/// Numbers whose first bytes stand together, then their second ones, and so on.
class SplitValues : public MadeValues {
public:
  SplitValues(const ParquetColumn &column, Bytes bytes)
    : MadeValues(column), bytes_(bytes), width_(width_of(column)) {
    if (width_ == 0 || width_ > 64) throw Failure{ctables_failure_damaged, ""};
    count_ = bytes.count() / width_;
  }
  CellText next() override {
    if (at_ >= count_) throw Failure{ctables_failure_damaged, ""};
    uint8_t value[64];
    for (size_t part = 0; part < width_; part++) value[part] = bytes_.data()[part * count_ + at_];
    at_++;
    return made(value, width_);
  }

private:
  Bytes bytes_;
  size_t width_, count_, at_ = 0;
};

}  // namespace

std::unique_ptr<ParquetValues> parquet_values(
  const ParquetColumn &column, Encoding encoding, Bytes bytes, size_t count,
  const ParquetDictionary *dictionary) {
  bool is_text = column.physical == Physical::bytes || column.physical == Physical::fixed_bytes;
  switch (encoding) {
  case Encoding::plain: return std::make_unique<PlainValues>(column, bytes);
  case Encoding::plain_dictionary:
  case Encoding::rle_dictionary:
    if (!dictionary) throw Failure{ctables_failure_damaged, column.name};
    return std::make_unique<DictionaryValues>(bytes, *dictionary);
  case Encoding::rle:
    if (column.physical != Physical::boolean) break;
    return std::make_unique<BooleanRuns>(bytes);
  case Encoding::delta_binary:
    if (column.physical != Physical::int32 && column.physical != Physical::int64) break;
    return std::make_unique<DeltaIntegers>(column, bytes, count);
  case Encoding::delta_length:
  case Encoding::delta_bytes:
    if (!is_text) break;
    return std::make_unique<DeltaBytes>(column, bytes, count, encoding == Encoding::delta_bytes);
  case Encoding::split: return std::make_unique<SplitValues>(column, bytes);
  case Encoding::bit_packed: break;
  }
  throw Failure{ctables_failure_unsupported, column.name};
}

}  // namespace ctables_files
