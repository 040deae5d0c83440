#include "arrow.hpp"

namespace ctables_files {

/// Numbers of the union `MessageHeader` of the format.
static const uint8_t dictionary_message = 2;
static const uint8_t batch_message = 3;

ArrowBatch::ArrowBatch(Input &input, const ArrowBlock &block, uint64_t limit) : limit_(limit) {
  if (block.head_size > input.size() || block.body_size > input.size()
      || block.offset > input.size() - block.head_size
      || block.offset + block.head_size > input.size() - block.body_size || block.head_size < 8) {
    throw Failure{ctables_failure_damaged, ""};
  }
  std::vector<uint8_t> head(block.head_size);
  body_.resize(block.body_size);
  if (input.read_at(block.offset, head.data(), head.size()) != head.size()
      || input.read_at(block.offset + block.head_size, body_.data(), body_.size())
        != body_.size()) {
    throw Failure{ctables_failure_cut, ""};
  }
  // Files written before 2020 have no mark before the length.
  Bytes prefix(head.data(), head.size());
  uint32_t count = prefix.number<uint32_t>();
  if (count == 0xFFFFFFFF) count = prefix.number<uint32_t>();
  Bytes content = prefix.take(count);
  FlatBuffer buffer(content.data(), content.count());
  FlatTable message = FlatTable::root(buffer);
  uint8_t kind = message.number<uint8_t>(1, 0);
  FlatTable batch = message.table(2);
  if (kind == dictionary_message) {
    dictionary_ = batch.number<int64_t>(0, 0);
    is_delta_ = batch.number<uint8_t>(2, 0) != 0;
    batch = batch.table(1);
  } else if (kind != batch_message) {
    throw Failure{ctables_failure_damaged, ""};
  }
  int64_t rows = batch.number<int64_t>(0, 0);
  if (rows < 0) throw Failure{ctables_failure_damaged, ""};
  rows_ = static_cast<size_t>(rows);
  size_t first = 0, nodes = batch.vector(1, first, 16);
  for (size_t at = 0; at < nodes; at++) {
    null_counts_.push_back(buffer.at<int64_t>(first + 16 * at + 8));
  }
  size_t parts = batch.vector(2, first, 16);
  for (size_t at = 0; at < parts; at++) {
    parts_.push_back(
      {buffer.at<int64_t>(first + 16 * at), buffer.at<int64_t>(first + 16 * at + 8)});
  }
  if (batch.has(3)) {
    FlatTable compression = batch.table(3);
    is_compressed_ = true;
    switch (compression.number<int8_t>(0, 0)) {
    case 0: codec_ = Codec::lz4_frame; break;
    case 1: codec_ = Codec::zstd; break;
    default: throw Failure{ctables_failure_unsupported, ""};
    }
  }
}

std::vector<uint8_t> ArrowBatch::buffer(size_t number) const {
  if (number >= parts_.size()) throw Failure{ctables_failure_damaged, ""};
  const Part &part = parts_[number];
  if (part.offset < 0 || part.size < 0 || static_cast<uint64_t>(part.offset) > body_.size()
      || static_cast<uint64_t>(part.size) > body_.size() - static_cast<uint64_t>(part.offset)) {
    throw Failure{ctables_failure_damaged, ""};
  }
  Bytes bytes(body_.data() + part.offset, static_cast<size_t>(part.size));
  if (is_compressed_ && part.size > 0) {
    int64_t size = bytes.number<int64_t>();
    // A buffer that would not get smaller is kept as it is.
    if (size != -1) {
      if (size < 0) throw Failure{ctables_failure_damaged, ""};
      if (static_cast<uint64_t>(size) > limit_) throw Failure{ctables_failure_too_large, ""};
      return expanded(codec_, bytes, static_cast<size_t>(size));
    }
  }
  return std::vector<uint8_t>(bytes.data(), bytes.data() + bytes.count());
}

ArrowValues ArrowBatch::take(const ArrowColumn &column) {
  ArrowValues values;
  values.column = column;
  values.count_ = rows_;
  if (next_node_ + column.nodes > null_counts_.size()) throw Failure{ctables_failure_damaged, ""};
  bool has_nulls = null_counts_[next_node_] != 0;
  size_t first = next_buffer_;
  next_node_ += column.nodes;
  next_buffer_ += column.buffers;
  if (column.layout == Layout::none || column.layout == Layout::nested) return values;
  if (has_nulls) values.validity_ = buffer(first);
  values.values_ = buffer(first + 1);
  // Checks here what is read without checks by row.
  uint64_t rows = rows_, needed = 0;
  if (rows >= uint64_t(1) << 40) throw Failure{ctables_failure_damaged, column.name};
  if (column.dictionary >= 0) {
    needed = rows * column.code_width;
  } else {
    switch (column.layout) {
    case Layout::bits: needed = (rows + 7) / 8; break;
    case Layout::fixed: needed = rows * column.width; break;
    case Layout::texts: needed = rows ? (rows + 1) * 4 : 0; break;
    case Layout::large_texts: needed = rows ? (rows + 1) * 8 : 0; break;
    default: break;
    }
    if (column.layout == Layout::texts || column.layout == Layout::large_texts) {
      values.texts_ = buffer(first + 2);
    }
  }
  if (values.values_.size() < needed
      || (!values.validity_.empty() && values.validity_.size() < (rows + 7) / 8)) {
    throw Failure{ctables_failure_damaged, column.name};
  }
  return values;
}

// MARK: Values

/// A whole number of some bytes.
static int64_t integer_at(const uint8_t *bytes, size_t width, bool is_signed) {
  uint64_t value = 0;
  memcpy(&value, bytes, width);
  if (is_signed && width < 8 && (bytes[width - 1] & 0x80)) value |= ~uint64_t(0) << (8 * width);
  return static_cast<int64_t>(value);
}

bool ArrowValues::append(std::string &text, size_t row) const {
  if (!validity_.empty() && !(validity_[row >> 3] >> (row & 7) & 1)) return false;
  if (column.dictionary < 0) return append_stored(text, row);
  int64_t code = integer_at(
    values_.data() + row * column.code_width, column.code_width, column.code_is_signed);
  if (!dictionary || code < 0 || static_cast<uint64_t>(code) >= dictionary->count()) {
    throw Failure{ctables_failure_damaged, column.name};
  }
  return dictionary->append(text, static_cast<size_t>(code));
}

bool ArrowValues::append_stored(std::string &text, size_t row) const {
  switch (column.layout) {
  case Layout::none: return false;
  case Layout::nested: text += "(list or group, not read)"; return true;
  case Layout::bits: append_boolean(text, values_[row >> 3] >> (row & 7) & 1); return true;
  case Layout::texts:
  case Layout::large_texts: {
    int64_t start, end;
    if (column.layout == Layout::texts) {
      start = integer_at(values_.data() + row * 4, 4, true);
      end = integer_at(values_.data() + row * 4 + 4, 4, true);
    } else {
      start = integer_at(values_.data() + row * 8, 8, true);
      end = integer_at(values_.data() + row * 8 + 8, 8, true);
    }
    if (start < 0 || end < start || static_cast<uint64_t>(end) > texts_.size()) {
      throw Failure{ctables_failure_damaged, column.name};
    }
    text.append(reinterpret_cast<const char *>(texts_.data() + start),
                static_cast<size_t>(end - start));
    return true;
  }
  case Layout::fixed: {
    const uint8_t *bytes = values_.data() + row * column.width;
    if (column.is_real) {
      float single;
      double value;
      if (column.width == 4) {
        memcpy(&single, bytes, 4);
        value = single;
      } else {
        memcpy(&value, bytes, 8);
      }
      append_real(text, value);
    } else if (column.type.kind == ValueKind::decimal) {
      // The lowest byte comes first here.
      uint8_t turned[32];
      for (size_t at = 0; at < column.width; at++) turned[at] = bytes[column.width - 1 - at];
      append_decimal(text, turned, column.width, column.type.scale);
    } else if (column.type.kind == ValueKind::text) {
      text.append(reinterpret_cast<const char *>(bytes), column.width);
    } else {
      append_integer(text, column.type, integer_at(bytes, column.width, column.is_signed));
    }
    return true;
  }
  }
  return false;
}

}  // namespace ctables_files
