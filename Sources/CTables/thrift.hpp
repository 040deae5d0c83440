#pragma once
#include "columnar.hpp"

namespace ctables_files {

/// Reads structures of the Thrift compact protocol.
///
/// https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md
class Thrift {
public:
  enum Type : uint8_t {
    stop = 0,
    is_true = 1,
    is_false = 2,
    byte = 3,
    i16 = 4,
    i32 = 5,
    i64 = 6,
    real = 7,
    binary = 8,
    list = 9,
    set = 10,
    map = 11,
    structure = 12,
  };

  explicit Thrift(Bytes bytes) : bytes_(bytes) {}

  /// The bytes behind what was read.
  Bytes rest() const { return bytes_; }

  /// Reads a structure: calls `field(id, type)` for each field, which reads its value or leaves
  /// it; returns whether it read it.
  template <typename Field>
  void read_structure(Field field) {
    Deeper deeper(depth_);
    int16_t id = 0;
    while (true) {
      uint8_t head = bytes_.number<uint8_t>();
      Type type = static_cast<Type>(head & 0x0F);
      if (type == stop) return;
      id = head >> 4 ? static_cast<int16_t>(id + (head >> 4)) : static_cast<int16_t>(bytes_.zigzag());
      if (!field(id, type)) skip(type);
    }
  }

  /// Reads a list: calls `element(type)` for each element, which must read it.
  template <typename Element>
  void read_list(Element element) {
    Deeper deeper(depth_);
    uint8_t head = bytes_.number<uint8_t>();
    uint64_t count = head >> 4;
    if (count == 15) count = bytes_.varint();
    // Each element takes at least a byte.
    if (count > bytes_.count()) throw Failure{ctables_failure_damaged, ""};
    for (uint64_t at = 0; at < count; at++) element(static_cast<Type>(head & 0x0F));
  }

  int64_t read_integer() { return bytes_.zigzag(); }
  int8_t read_byte() { return bytes_.number<int8_t>(); }
  std::string read_text() {
    Bytes text = bytes_.take(bytes_.varint());
    return std::string(reinterpret_cast<const char *>(text.data()), text.count());
  }

  /// Passes over a value.
  void skip(Type type) {
    switch (type) {
    case is_true:
    case is_false: return;
    case byte: bytes_.take(1); return;
    case i16:
    case i32:
    case i64: bytes_.varint(); return;
    case real: bytes_.take(8); return;
    case binary: bytes_.take(bytes_.varint()); return;
    case list:
    case set: read_list([this](Type element) { skip_element(element); }); return;
    case map: {
      Deeper deeper(depth_);
      uint64_t count = bytes_.varint();
      if (count == 0) return;
      if (count > bytes_.count()) throw Failure{ctables_failure_damaged, ""};
      uint8_t types = bytes_.number<uint8_t>();
      for (uint64_t at = 0; at < count; at++) {
        skip_element(static_cast<Type>(types >> 4));
        skip_element(static_cast<Type>(types & 0x0F));
      }
      return;
    }
    case structure: read_structure([](int16_t, Type) { return false; }); return;
    default: throw Failure{ctables_failure_damaged, ""};
    }
  }

private:
  /// Bounds structures inside structures, for they are read by calls inside calls.
  struct Deeper {
    int &depth;
    explicit Deeper(int &depth) : depth(depth) {
      if (++depth > 32) throw Failure{ctables_failure_damaged, ""};
    }
    ~Deeper() { depth--; }
  };

  /// In lists a truth value is a byte of its own.
  void skip_element(Type type) {
    if (type == is_true || type == is_false) {
      bytes_.take(1);
    } else {
      skip(type);
    }
  }

  Bytes bytes_;
  int depth_ = 0;
};

}  // namespace ctables_files
