#include "arrow.hpp"

namespace ctables_files {

namespace {

/// Bytes of the largest description of a file that is read.
const uint64_t largest_footer = 256 << 20;

/// Numbers of the union `Type` of the format.
enum ArrowType : uint8_t {
  null_type = 1,
  integer = 2,
  real = 3,
  binary = 4,
  utf8 = 5,
  boolean = 6,
  decimal = 7,
  date = 8,
  time = 9,
  timestamp = 10,
  fixed_binary = 15,
  duration = 18,
  large_binary = 19,
  large_utf8 = 20,
};

/// Parts of a second of a unit of the format.
int64_t unit_of(int16_t unit) {
  static const int64_t units[] = {1, 1000, 1000000, 1000000000};
  if (unit < 0 || unit > 3) throw Failure{ctables_failure_damaged, ""};
  return units[unit];
}

void set_fixed(ArrowColumn &column, ValueKind kind, size_t bits) {
  if (bits != 8 && bits != 16 && bits != 32 && bits != 64) {
    throw Failure{ctables_failure_damaged, column.name};
  }
  column.layout = Layout::fixed;
  column.type.kind = kind;
  column.width = bits / 8;
}

/// Counts the nodes and buffers of a field that is not shown, and of its members.
///
/// - Returns false if they cannot be known, such as those of a view.
bool count_nested(const FlatTable &field, ArrowColumn &column, int depth) {
  if (depth > 32) throw Failure{ctables_failure_damaged, ""};
  size_t first = 0, members = field.vector(5, first, 4);
  for (size_t number = 0; number < members; number++) {
    FlatTable member = field.element(first, number);
    uint8_t type = member.number<uint8_t>(2, 0);
    column.nodes++;
    if (type == null_type) {
    } else if (type == binary || type == utf8 || type == large_binary || type == large_utf8) {
      column.buffers += member.has(4) ? 2 : 3;
    } else if (type == 13 || type == 16) {
      column.buffers += 1;  // groups and lists of a fixed length
    } else if (type == 14 || type >= 22) {
      return false;  // unions and views
    } else {
      column.buffers += 2;
    }
    if (!count_nested(member, column, depth + 1)) return false;
  }
  return true;
}

ArrowColumn column_of(const FlatTable &field) {
  ArrowColumn column;
  column.name = field.text(0);
  uint8_t type = field.number<uint8_t>(2, 0);
  FlatTable detail = field.table(3);
  switch (type) {
  case null_type:
    column.layout = Layout::none;
    column.buffers = 0;
    break;
  case integer:
    column.is_signed = detail.number<uint8_t>(1, 0) != 0;
    set_fixed(column, column.is_signed ? ValueKind::integer : ValueKind::unsigned_integer,
              static_cast<size_t>(detail.number<int32_t>(0, 0)));
    break;
  case real: {
    int16_t precision = detail.number<int16_t>(0, 0);
    if (precision != 1 && precision != 2) throw Failure{ctables_failure_unsupported, column.name};
    set_fixed(column, ValueKind::real, precision == 1 ? 32 : 64);
    column.is_real = true;
    break;
  }
  case binary:
  case utf8:
  case large_binary:
  case large_utf8:
    column.layout = type == binary || type == utf8 ? Layout::texts : Layout::large_texts;
    column.buffers = 3;
    break;
  case boolean:
    column.layout = Layout::bits;
    column.type.kind = ValueKind::boolean;
    break;
  case decimal: {
    int32_t width = detail.number<int32_t>(2, 128);
    if (width <= 0 || width > 256 || width % 8 != 0) {
      throw Failure{ctables_failure_damaged, column.name};
    }
    column.layout = Layout::fixed;
    column.type.kind = ValueKind::decimal;
    column.type.scale = detail.number<int32_t>(1, 0);
    column.width = static_cast<size_t>(width / 8);
    break;
  }
  case date: {
    // Days, or milliseconds by default.
    bool is_days = detail.number<int16_t>(0, 1) == 0;
    set_fixed(column, is_days ? ValueKind::days : ValueKind::moment, is_days ? 32 : 64);
    column.type.unit = 1000;
    break;
  }
  case time:
    set_fixed(column, ValueKind::time, static_cast<size_t>(detail.number<int32_t>(1, 32)));
    column.type.unit = unit_of(detail.number<int16_t>(0, 1));
    break;
  case timestamp:
    set_fixed(column, ValueKind::moment, 64);
    column.type.unit = unit_of(detail.number<int16_t>(0, 0));
    break;
  case duration: set_fixed(column, ValueKind::integer, 64); break;
  case fixed_binary: {
    int32_t width = detail.number<int32_t>(0, 0);
    if (width <= 0 || width > 1 << 20) throw Failure{ctables_failure_damaged, column.name};
    column.layout = Layout::fixed;
    column.width = static_cast<size_t>(width);
    break;
  }
  case 12: // a list
  case 13: // a group
  case 16: // a list of a fixed length
  case 17: // a map
  case 21: // a large list
    column.layout = Layout::nested;
    column.type.kind = ValueKind::nested;
    column.buffers = type == 13 || type == 16 ? 1 : 2;
    if (!count_nested(field, column, 0)) throw Failure{ctables_failure_unsupported, column.name};
    break;
  default: throw Failure{ctables_failure_unsupported, column.name};
  }
  if (field.has(4)) {
    FlatTable dictionary = field.table(4);
    column.dictionary = dictionary.number<int64_t>(0, 0);
    if (column.dictionary < 0) throw Failure{ctables_failure_damaged, column.name};
    column.buffers = 2;
    if (dictionary.has(1)) {
      FlatTable code = dictionary.table(1);
      int32_t bits = code.number<int32_t>(0, 32);
      if (bits != 8 && bits != 16 && bits != 32 && bits != 64) {
        throw Failure{ctables_failure_damaged, column.name};
      }
      column.code_width = static_cast<size_t>(bits / 8);
      column.code_is_signed = code.number<uint8_t>(1, 0) != 0;
    }
  }
  return column;
}

/// Blocks of a footer: structures of 24 bytes.
std::vector<ArrowBlock> blocks_of(const FlatTable &footer, unsigned number) {
  std::vector<ArrowBlock> blocks;
  size_t first = 0, count = footer.vector(number, first, 24);
  for (size_t at = 0; at < count; at++) {
    size_t place = first + 24 * at;
    int64_t offset = footer.buffer().at<int64_t>(place);
    int32_t head = footer.buffer().at<int32_t>(place + 8);
    int64_t body = footer.buffer().at<int64_t>(place + 16);
    if (offset < 0 || head < 0 || body < 0) throw Failure{ctables_failure_damaged, ""};
    blocks.push_back({static_cast<uint64_t>(offset), static_cast<uint64_t>(head),
                      static_cast<uint64_t>(body)});
  }
  return blocks;
}

}  // namespace

ArrowSchema read_arrow_schema(Input &input) {
  uint8_t end[10];
  if (input.size() < 18 || input.read_at(input.size() - 10, end, 10) != 10
      || memcmp(end + 4, "ARROW1", 6) != 0) {
    throw Failure{ctables_failure_cut, ""};
  }
  int32_t count;
  memcpy(&count, end, 4);
  if (count <= 0 || static_cast<uint64_t>(count) > input.size() - 18) {
    throw Failure{ctables_failure_damaged, ""};
  }
  if (static_cast<uint64_t>(count) > largest_footer) throw Failure{ctables_failure_too_large, ""};
  std::vector<uint8_t> bytes(static_cast<size_t>(count));
  if (input.read_at(input.size() - 10 - bytes.size(), bytes.data(), bytes.size())
      != bytes.size()) {
    throw Failure{ctables_failure_cut, ""};
  }
  FlatBuffer buffer(bytes.data(), bytes.size());
  FlatTable footer = FlatTable::root(buffer);
  FlatTable written = footer.table(1);
  // Numbers with the highest byte first.
  if (written.number<int16_t>(0, 0) != 0) throw Failure{ctables_failure_unsupported, ""};
  ArrowSchema schema;
  size_t first = 0, fields = written.vector(1, first, 4);
  for (size_t number = 0; number < fields; number++) {
    schema.columns.push_back(column_of(written.element(first, number)));
  }
  schema.dictionaries = blocks_of(footer, 2);
  schema.batches = blocks_of(footer, 3);
  return schema;
}

}  // namespace ctables_files
