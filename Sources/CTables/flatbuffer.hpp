#pragma once
#include "columnar.hpp"

namespace ctables_files {

/// A buffer of FlatBuffers, read with checks: https://flatbuffers.dev/internals/
class FlatBuffer {
public:
  FlatBuffer(const uint8_t *data, size_t count) : data_(data), count_(count) {}

  /// A number at a position.
  template <typename Number>
  Number at(size_t position) const {
    if (position > count_ || count_ - position < sizeof(Number)) {
      throw Failure{ctables_failure_damaged, ""};
    }
    Number value;
    memcpy(&value, data_ + position, sizeof value);
    return value;
  }

  /// The position that an offset at a position points at.
  size_t follow(size_t position) const { return position + at<uint32_t>(position); }

  const char *text(size_t position, size_t count) const {
    if (position > count_ || count > count_ - position) throw Failure{ctables_failure_damaged, ""};
    return reinterpret_cast<const char *>(data_ + position);
  }

private:
  const uint8_t *data_;
  size_t count_;
};

/// A table of a buffer: fields by their number, each of which may be missing.
class FlatTable {
public:
  FlatTable(const FlatBuffer &buffer, size_t position) : buffer_(&buffer), position_(position) {
    int64_t table = static_cast<int64_t>(position) - buffer.at<int32_t>(position);
    if (table < 0) throw Failure{ctables_failure_damaged, ""};
    fields_ = static_cast<size_t>(table);
    size_ = buffer.at<uint16_t>(fields_);
  }

  /// The table at the root of a buffer.
  static FlatTable root(const FlatBuffer &buffer) { return {buffer, buffer.follow(0)}; }

  /// The position of a field, 0 if it is missing.
  size_t field(unsigned number) const {
    size_t entry = 4 + 2 * number;
    if (entry + 2 > size_) return 0;
    uint16_t offset = buffer_->at<uint16_t>(fields_ + entry);
    return offset ? position_ + offset : 0;
  }

  template <typename Number>
  Number number(unsigned field_number, Number missing) const {
    size_t place = field(field_number);
    return place ? buffer_->at<Number>(place) : missing;
  }

  bool has(unsigned number) const { return field(number) != 0; }

  FlatTable table(unsigned number) const {
    size_t place = field(number);
    if (!place) throw Failure{ctables_failure_damaged, ""};
    return {*buffer_, buffer_->follow(place)};
  }

  std::string text(unsigned number) const {
    size_t place = field(number);
    if (!place) return "";
    size_t start = buffer_->follow(place);
    uint32_t count = buffer_->at<uint32_t>(start);
    return std::string(buffer_->text(start + 4, count), count);
  }

  /// The number of elements of a vector, and where its first one is.
  size_t vector(unsigned number, size_t &first, size_t width) const {
    size_t place = field(number);
    if (!place) return 0;
    size_t start = buffer_->follow(place);
    size_t count = buffer_->at<uint32_t>(start);
    first = start + 4;
    // Checks that all elements are there.
    buffer_->text(first, count * width);
    return count;
  }

  /// The table of an element of a vector of tables.
  FlatTable element(size_t first, size_t number) const {
    return {*buffer_, buffer_->follow(first + 4 * number)};
  }

  const FlatBuffer &buffer() const { return *buffer_; }

private:
  const FlatBuffer *buffer_;
  size_t position_, fields_ = 0, size_ = 0;
};

}  // namespace ctables_files
