#include "parquet.hpp"
#include "thrift.hpp"

namespace ctables_files {

namespace {

/// Bytes of the largest description of a file that is read.
const uint64_t largest_footer = 256 << 20;

/// An element of the schema as it is written: a tree, each group before its members.
struct Element {
  std::string name;
  int physical = -1;
  int length = 0;
  int repetition = 0;
  int children = 0;
  int converted = -1;
  int scale = 0;
  /// The field of the union of logical types that is set, 0 if none.
  int logical = 0;
  int64_t unit = 0;
  bool is_signed = true;
};

/// The unit of a time: the number of the field that is set.
int64_t read_unit(Thrift &thrift) {
  int64_t unit = 1000;
  thrift.read_structure([&](int16_t id, Thrift::Type) {
    if (id == 2) unit = 1000000;
    if (id == 3) unit = 1000000000;
    return false;
  });
  return unit;
}

void read_logical(Thrift &thrift, Element &element) {
  thrift.read_structure([&](int16_t id, Thrift::Type type) {
    element.logical = id;
    if (type != Thrift::structure) return false;
    if (id == 5 || id == 7 || id == 8 || id == 10) {
      thrift.read_structure([&](int16_t part, Thrift::Type part_type) {
        if (id == 5 && part == 1) {
          element.scale = static_cast<int>(thrift.read_integer());
          return true;
        }
        if ((id == 7 || id == 8) && part == 2 && part_type == Thrift::structure) {
          element.unit = read_unit(thrift);
          return true;
        }
        if (id == 10 && part == 2) element.is_signed = part_type == Thrift::is_true;
        return false;
      });
      return true;
    }
    return false;
  });
}

Element read_element(Thrift &thrift) {
  Element element;
  thrift.read_structure([&](int16_t id, Thrift::Type type) {
    if (id == 4 && type == Thrift::binary) {
      element.name = thrift.read_text();
      return true;
    }
    if (id == 10 && type == Thrift::structure) {
      read_logical(thrift, element);
      return true;
    }
    if (type != Thrift::i32) return false;
    int value = static_cast<int>(thrift.read_integer());
    switch (id) {
    case 1: element.physical = value; break;
    case 2: element.length = value; break;
    case 3: element.repetition = value; break;
    case 5: element.children = value; break;
    case 6: element.converted = value; break;
    case 7: element.scale = value; break;
    default: break;
    }
    return true;
  });
  return element;
}

/// What a value is, by its logical type or, in older files, its converted type.
ColumnType type_of(const Element &element) {
  ColumnType type;
  switch (static_cast<Physical>(element.physical)) {
  case Physical::boolean: type.kind = ValueKind::boolean; break;
  case Physical::int32:
  case Physical::int64: type.kind = ValueKind::integer; break;
  case Physical::int96:
    type.kind = ValueKind::moment;
    type.unit = 1000000000;
    break;
  case Physical::real32:
  case Physical::real64: type.kind = ValueKind::real; break;
  default: type.kind = ValueKind::text;
  }
  type.scale = element.scale;
  if (element.unit > 0) type.unit = element.unit;
  // Numbers of `LogicalType` (a union) and, behind them, of `ConvertedType`.
  if (element.logical == 5 || element.converted == 5) type.kind = ValueKind::decimal;
  if (element.logical == 6 || element.converted == 6) type.kind = ValueKind::days;
  if (element.logical == 7 || element.converted == 7 || element.converted == 8) {
    type.kind = ValueKind::time;
  }
  if (element.logical == 8 || element.converted == 9 || element.converted == 10) {
    type.kind = ValueKind::moment;
  }
  if (element.unit == 0 && (element.converted == 7 || element.converted == 9)) type.unit = 1000;
  if (element.unit == 0 && (element.converted == 8 || element.converted == 10)) {
    type.unit = 1000000;
  }
  bool is_unsigned = (element.logical == 10 && !element.is_signed)
    || (element.converted >= 11 && element.converted <= 14);
  if (is_unsigned) type.kind = ValueKind::unsigned_integer;
  if (element.logical == 14) type.kind = ValueKind::uuid;
  return type;
}

/// The columns of a schema. A member of a group or a list is no column of its own: the group is
/// one, whose values are not shown.
std::vector<ParquetColumn> columns_of(const std::vector<Element> &elements) {
  std::vector<ParquetColumn> columns;
  size_t at = 1, chunk = 0;
  for (int child = 0; child < elements[0].children; child++) {
    if (at >= elements.size()) throw Failure{ctables_failure_damaged, ""};
    const Element &element = elements[at++];
    ParquetColumn column;
    column.name = element.name;
    column.chunk = chunk;
    if (element.children == 0 && element.repetition != 2) {
      if (element.physical < 0 || element.physical > 7 || element.length < 0) {
        throw Failure{ctables_failure_damaged, element.name};
      }
      column.physical = static_cast<Physical>(element.physical);
      column.length = static_cast<size_t>(element.length);
      if (column.physical == Physical::fixed_bytes && column.length == 0) {
        throw Failure{ctables_failure_damaged, element.name};
      }
      column.is_optional = element.repetition == 1;
      column.type = type_of(element);
      chunk++;
    } else {
      column.type.kind = ValueKind::nested;
      // Passes over all members, those of members included; each leaf has a chunk.
      int64_t left = element.children;
      if (left == 0) chunk++;
      while (left > 0) {
        if (at >= elements.size()) throw Failure{ctables_failure_damaged, element.name};
        if (elements[at].children < 0) throw Failure{ctables_failure_damaged, element.name};
        left += elements[at].children - 1;
        if (elements[at++].children == 0) chunk++;
      }
    }
    columns.push_back(std::move(column));
  }
  return columns;
}

ParquetChunk read_chunk(Thrift &thrift) {
  ParquetChunk chunk;
  int64_t codec = 0, data = -1, dictionary = -1, size = 0;
  bool is_elsewhere = false;
  thrift.read_structure([&](int16_t id, Thrift::Type type) {
    if (id == 1) is_elsewhere = true;
    if (id != 3 || type != Thrift::structure) return false;
    thrift.read_structure([&](int16_t part, Thrift::Type part_type) {
      if (part_type != Thrift::i32 && part_type != Thrift::i64) return false;
      int64_t value = thrift.read_integer();
      if (part == 4) codec = value;
      if (part == 7) size = value;
      if (part == 9) data = value;
      if (part == 11) dictionary = value;
      return true;
    });
    return true;
  });
  int64_t first = dictionary > 0 && dictionary < data ? dictionary : data;
  if (first < 0 || size < 0) throw Failure{ctables_failure_damaged, ""};
  chunk.first_page = static_cast<uint64_t>(first);
  chunk.byte_count = static_cast<uint64_t>(size);
  chunk.is_supported = !is_elsewhere;
  switch (codec) {
  case 0: chunk.codec = Codec::none; break;
  case 1: chunk.codec = Codec::snappy; break;
  case 2: chunk.codec = Codec::gzip; break;
  case 4: chunk.codec = Codec::brotli; break;
  case 5: chunk.codec = Codec::lz4_hadoop; break;
  case 6: chunk.codec = Codec::zstd; break;
  case 7: chunk.codec = Codec::lz4_raw; break;
  default: chunk.is_supported = false;
  }
  return chunk;
}

ParquetRowGroup read_group(Thrift &thrift) {
  ParquetRowGroup group;
  thrift.read_structure([&](int16_t id, Thrift::Type type) {
    if (id == 1 && type == Thrift::list) {
      thrift.read_list([&](Thrift::Type) { group.chunks.push_back(read_chunk(thrift)); });
      return true;
    }
    if (id == 3 && type == Thrift::i64) {
      group.rows = thrift.read_integer();
      return true;
    }
    return false;
  });
  if (group.rows < 0) throw Failure{ctables_failure_damaged, ""};
  return group;
}

}  // namespace

ParquetSchema read_parquet_schema(Input &input) {
  uint8_t end[8];
  if (input.size() < 12) throw Failure{ctables_failure_cut, ""};
  if (input.read_at(input.size() - 8, end, 8) != 8) throw Failure{ctables_failure_cut, ""};
  if (memcmp(end + 4, "PARE", 4) == 0) throw Failure{ctables_failure_encrypted, ""};
  if (memcmp(end + 4, "PAR1", 4) != 0) throw Failure{ctables_failure_cut, ""};
  uint32_t count;
  memcpy(&count, end, 4);
  if (count > input.size() - 12) throw Failure{ctables_failure_damaged, ""};
  if (count > largest_footer) throw Failure{ctables_failure_too_large, ""};
  std::vector<uint8_t> footer(count);
  if (input.read_at(input.size() - 8 - count, footer.data(), count) != count) {
    throw Failure{ctables_failure_cut, ""};
  }
  ParquetSchema schema;
  std::vector<Element> elements;
  bool is_encrypted = false;
  Thrift thrift(Bytes(footer.data(), count));
  thrift.read_structure([&](int16_t id, Thrift::Type type) {
    if (id == 8) is_encrypted = true;
    if (type != Thrift::list) return false;
    if (id == 2) {
      thrift.read_list([&](Thrift::Type) { elements.push_back(read_element(thrift)); });
      return true;
    }
    if (id == 4) {
      thrift.read_list([&](Thrift::Type) { schema.groups.push_back(read_group(thrift)); });
      return true;
    }
    return false;
  });
  if (is_encrypted) throw Failure{ctables_failure_encrypted, ""};
  if (elements.empty()) throw Failure{ctables_failure_damaged, ""};
  schema.columns = columns_of(elements);
  return schema;
}

ParquetPage read_page_head(Bytes bytes, size_t &taken) {
  ParquetPage page;
  Thrift thrift(bytes);
  thrift.read_structure([&](int16_t id, Thrift::Type type) {
    if (type == Thrift::i32) {
      int64_t value = thrift.read_integer();
      if (id == 1) page.type = static_cast<int>(value);
      if (id == 2) page.expanded_size = value;
      if (id == 3) page.size = value;
      return true;
    }
    if (type != Thrift::structure || (id != 5 && id != 7 && id != 8)) return false;
    // Data pages, dictionary pages and data pages of the second version number their parts
    // differently.
    thrift.read_structure([&](int16_t part, Thrift::Type part_type) {
      if (id == 8 && part == 7) page.is_compressed = part_type == Thrift::is_true;
      if (part_type != Thrift::i32) return false;
      int64_t value = thrift.read_integer();
      if (part == 1) page.values = value;
      if (part == (id == 8 ? 4 : 2)) page.encoding = static_cast<int>(value);
      if (id == 5 && part == 3) page.level_encoding = static_cast<int>(value);
      if (id == 8 && part == 5) page.levels_size = value;
      if (id == 8 && part == 6) page.repetitions_size = value;
      return true;
    });
    return true;
  });
  if (page.size < 0 || page.expanded_size < 0 || page.values < 0 || page.levels_size < 0
      || page.repetitions_size < 0) {
    throw Failure{ctables_failure_damaged, ""};
  }
  taken = bytes.count() - thrift.rest().count();
  return page;
}

}  // namespace ctables_files
