#include "statistics.hpp"

#include <cerrno>
#include <cmath>
#include <condition_variable>
#include <cstring>
#include <map>
#include <mutex>
#include <thread>

#include "tables.hpp"

// Files of Stata, SPSS and SAS, by ReadStat. ReadStat pushes values until the file ends, so it works
// on a thread of its own that waits while enough text is ready.

namespace ctables_files {

namespace {

/// Bytes of text that the parser hands over at once, and how many such parts wait at most.
const size_t part_bytes = 1 << 18;
const size_t most_parts = 4;

/// What is known of the columns before the first value.
struct Columns {
  struct Column {
    std::string name;
    std::string label_set;
    StatisticsForm form;
  };
  std::vector<Column> columns;
  /// The texts of coded values by the name of their set.
  std::map<std::string, std::map<double, std::string>> labels;
};

/// One run of ReadStat over the file.
class Parse {
public:
  Parse(Input &input, ctables_kind kind) : input_(input), kind_(kind) {
    parser_ = readstat_parser_init();
    if (!parser_) throw Failure{ctables_failure_memory, ""};
    readstat_set_open_handler(parser_, [](const char *, void *) { return 0; });
    readstat_set_close_handler(parser_, [](void *) { return 0; });
    readstat_set_seek_handler(parser_, seek);
    readstat_set_read_handler(parser_, read);
    readstat_set_io_ctx(parser_, this);
  }
  ~Parse() { readstat_parser_free(parser_); }
  Parse(const Parse &) = delete;
  Parse &operator=(const Parse &) = delete;

  readstat_parser_t *parser() { return parser_; }

  /// Runs to the end of the file, or until a handler aborts.
  readstat_error_t run(void *context) {
    switch (kind_) {
    case ctables_kind_stata: return readstat_parse_dta(parser_, "", context);
    case ctables_kind_spss: return readstat_parse_sav(parser_, "", context);
    case ctables_kind_spss_portable: return readstat_parse_por(parser_, "", context);
    case ctables_kind_sas: return readstat_parse_sas7bdat(parser_, "", context);
    default: return readstat_parse_xport(parser_, "", context);
    }
  }

  /// How an error of ReadStat is said.
  Failure failure(readstat_error_t code) const {
    if (error_ != 0) return {ctables_failure_unreadable, "", error_};
    switch (code) {
    case READSTAT_ERROR_MALLOC: return {ctables_failure_memory, ""};
    case READSTAT_ERROR_READ:
    case READSTAT_ERROR_SEEK: return {ctables_failure_cut, ""};
    case READSTAT_ERROR_UNSUPPORTED_CHARSET:
    case READSTAT_ERROR_UNSUPPORTED_COMPRESSION:
    case READSTAT_ERROR_UNSUPPORTED_FILE_FORMAT_VERSION:
      return {ctables_failure_unsupported, readstat_error_message(code)};
    default: return {ctables_failure_damaged, ""};
    }
  }

private:
  static readstat_off_t seek(readstat_off_t offset, readstat_io_flags_t whence, void *context) {
    auto *parse = static_cast<Parse *>(context);
    int64_t base = 0;
    if (whence == READSTAT_SEEK_CUR) base = static_cast<int64_t>(parse->at_);
    if (whence == READSTAT_SEEK_END) base = static_cast<int64_t>(parse->input_.size());
    int64_t target;
    if (__builtin_add_overflow(base, offset, &target) || target < 0
        || static_cast<uint64_t>(target) > parse->input_.size()) {
      return -1;
    }
    parse->at_ = static_cast<uint64_t>(target);
    return target;
  }

  static ssize_t read(void *bytes, size_t count, void *context) {
    auto *parse = static_cast<Parse *>(context);
    try {
      size_t got = parse->input_.read_at(parse->at_, bytes, count);
      parse->at_ += got;
      return static_cast<ssize_t>(got);
    } catch (Failure &failure) {
      parse->error_ = failure.error;
      return -1;
    }
  }

  Input &input_;
  ctables_kind kind_;
  readstat_parser_t *parser_ = nullptr;
  uint64_t at_ = 0;
  int error_ = 0;
};

/// Collects the columns and their labels; values are passed over.
class ColumnsParse {
public:
  ColumnsParse(Input &input, ctables_kind kind) : kind_(kind) {
    Parse parse(input, kind);
    readstat_set_variable_handler(parse.parser(), variable);
    readstat_set_value_label_handler(parse.parser(), label);
    // Labels of Stata stand behind the rows; those of others stand before them.
    if (kind != ctables_kind_stata) readstat_set_row_limit(parse.parser(), 1);
    readstat_error_t code = parse.run(this);
    if (failure.kind != ctables_failure_none) throw failure;
    if (code != READSTAT_OK) throw parse.failure(code);
  }

  Columns columns;
  Failure failure{ctables_failure_none, ""};

private:
  template <typename Work>
  int guarded(Work work) {
    try {
      work();
      return READSTAT_HANDLER_OK;
    } catch (...) {
      failure.kind = ctables_failure_memory;
      return READSTAT_HANDLER_ABORT;
    }
  }

  static int variable(int, readstat_variable_t *variable, const char *labels, void *context) {
    auto *self = static_cast<ColumnsParse *>(context);
    return self->guarded([&] {
      const char *format = readstat_variable_get_format(variable);
      self->columns.columns.push_back(
        {readstat_variable_get_name(variable), labels ? labels : "",
         form_of_format(self->kind_, format ? format : "")});
    });
  }

  static int label(
    const char *set, readstat_value_t value, const char *text, void *context) {
    auto *self = static_cast<ColumnsParse *>(context);
    return self->guarded([&] {
      bool is_number = readstat_value_type_class(value) == READSTAT_TYPE_CLASS_NUMERIC;
      if (!is_number || readstat_value_is_tagged_missing(value)) return;
      self->columns.labels[set][readstat_double_value(value)] = text;
    });
  }

  ctables_kind kind_;
};

/// Rows as text, made on a thread of their own.
class Rows : public Table {
public:
  Rows(Input &input, ctables_kind kind, const Columns &columns)
    : input_(input), kind_(kind), columns_(columns) {
    for (const Columns::Column &column : columns.columns) {
      auto found = columns.labels.find(column.label_set);
      labels_.push_back(found == columns.labels.end() ? nullptr : &found->second);
    }
    for (size_t number = 0; number < columns.columns.size(); number++) {
      row_.set(number, columns.columns[number].name);
    }
    row_.finish(text_);
    thread_ = std::thread([this] { parse(); });
  }

  ~Rows() override {
    {
      std::lock_guard<std::mutex> lock(mutex_);
      is_cancelled_ = true;
    }
    changed_.notify_all();
    thread_.join();
  }

  bool more(std::string &text) override {
    std::unique_lock<std::mutex> lock(mutex_);
    changed_.wait(lock, [this] { return !parts_.empty() || has_ended_; });
    if (parts_.empty()) {
      if (failure_.kind != ctables_failure_none) throw failure_;
      return false;
    }
    text.append(parts_.front());
    parts_.erase(parts_.begin());
    lock.unlock();
    changed_.notify_all();
    return true;
  }

private:
  // MARK: On the parser's thread

  void parse() {
    Failure failure{ctables_failure_none, ""};
    try {
      Parse parse(input_, kind_);
      // ReadStat makes the variables that it hands to values only if it is asked for them.
      readstat_set_variable_handler(
        parse.parser(), [](int, readstat_variable_t *, const char *, void *) { return 0; });
      readstat_set_value_handler(parse.parser(), value);
      readstat_error_t code = parse.run(this);
      if (own_failure_.kind != ctables_failure_none) {
        failure = own_failure_;
      } else if (code != READSTAT_OK && code != READSTAT_ERROR_USER_ABORT) {
        failure = parse.failure(code);
      }
      if (!text_.empty()) hand_over();
    } catch (Failure &thrown) {
      failure = thrown;
    } catch (...) {
      failure.kind = ctables_failure_memory;
    }
    {
      std::lock_guard<std::mutex> lock(mutex_);
      failure_ = failure;
      has_ended_ = true;
    }
    changed_.notify_all();
  }

  /// Hands the text over; waits while enough is ready. Returns whether to go on.
  bool hand_over() {
    std::unique_lock<std::mutex> lock(mutex_);
    changed_.wait(lock, [this] { return parts_.size() < most_parts || is_cancelled_; });
    if (is_cancelled_) return false;
    parts_.push_back(std::move(text_));
    text_.clear();
    lock.unlock();
    changed_.notify_all();
    return true;
  }

  static int value(
    int, readstat_variable_t *variable, readstat_value_t value, void *context) {
    auto *self = static_cast<Rows *>(context);
    try {
      return self->add(variable, value) ? READSTAT_HANDLER_OK : READSTAT_HANDLER_ABORT;
    } catch (...) {
      self->own_failure_.kind = ctables_failure_memory;
      return READSTAT_HANDLER_ABORT;
    }
  }

  bool add(readstat_variable_t *variable, readstat_value_t value) {
    size_t number = static_cast<size_t>(readstat_variable_get_index(variable));
    // More columns than the header named: the file contradicts itself.
    if (number >= columns_.columns.size()) {
      own_failure_.kind = ctables_failure_damaged;
      return false;
    }
    if (readstat_value_type_class(value) == READSTAT_TYPE_CLASS_STRING) {
      const char *text = readstat_string_value(value);
      if (text) row_.set(number, text, strlen(text));
    } else if (!readstat_value_is_system_missing(value) && !readstat_value_is_tagged_missing(value)) {
      row_.set(number, number_of(number, readstat_double_value(value)));
    }
    if (number + 1 < columns_.columns.size()) return true;
    row_.finish(text_);
    return text_.size() < part_bytes || hand_over();
  }

  std::string number_of(size_t column, double value) const {
    if (labels_[column]) {
      auto found = labels_[column]->find(value);
      if (found != labels_[column]->end()) return found->second;
    }
    return statistics_text(kind_, columns_.columns[column].form, value);
  }

  Input &input_;
  ctables_kind kind_;
  const Columns &columns_;
  std::vector<const std::map<double, std::string> *> labels_;
  RowWriter row_;
  std::string text_;
  Failure own_failure_{ctables_failure_none, ""};

  // Shared by both threads, under the lock.
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::string> parts_;
  Failure failure_{ctables_failure_none, ""};
  bool has_ended_ = false;
  bool is_cancelled_ = false;

  /// Last, so that all that it uses is there when it starts.
  std::thread thread_;
};

class StatisticsFile : public Book {
public:
  StatisticsFile(Input &input, ctables_kind kind) : input_(input), kind_(kind) {
    columns_ = ColumnsParse(input, kind).columns;
    if (!columns_.columns.empty()) entries_.push_back({"", false});
  }

  std::unique_ptr<Table> open(size_t) override {
    return std::make_unique<Rows>(input_, kind_, columns_);
  }

private:
  Input &input_;
  ctables_kind kind_;
  Columns columns_;
};

}  // namespace

std::unique_ptr<Book> open_statistics(Input &input, ctables_kind kind, uint64_t) {
  return std::make_unique<StatisticsFile>(input, kind);
}

}  // namespace ctables_files
