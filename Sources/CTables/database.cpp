#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <climits>
#include <cstring>

#include "tables.hpp"

// SQLite databases. A database may come from anywhere: its schema is not trusted, what it computes
// is bounded, and nothing is written to it or beside it.

namespace ctables_files {

namespace {

/// Steps of SQLite's machine between two rows, beyond which a view is given up.
const int steps_per_check = 1 << 20;
const int most_checks = 4096;

/// The name of a table as SQL quotes it.
std::string quoted(const std::string &name) {
  std::string text = "\"";
  for (char byte : name) {
    if (byte == '"') text += '"';
    text += byte;
  }
  return text + "\"";
}

class Connection {
public:
  explicit Connection(const Input &input) {
    std::string own = "/proc/self/fd/" + std::to_string(input.descriptor());
    // With a log beside it the file alone is not the whole database; SQLite then needs its name.
    char target[PATH_MAX];
    ssize_t length = readlink(own.c_str(), target, sizeof target - 5);
    struct stat status;
    if (length > 0) {
      target[length] = 0;
      std::string log = std::string(target) + "-wal";
      if (stat(log.c_str(), &status) == 0 && status.st_size > 0
          && open(target, SQLITE_OPEN_READONLY)) {
        return;
      }
    }
    if (!open(("file:" + own + "?immutable=1").c_str(), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI)) {
      throw Failure{ctables_failure_damaged, ""};
    }
  }
  ~Connection() { sqlite3_close(database_); }
  Connection(const Connection &) = delete;
  Connection &operator=(const Connection &) = delete;

  sqlite3 *get() { return database_; }

  /// Begins to count the steps of the next row.
  void next_row() { checks_ = 0; }

  Failure failure(int code) const {
    switch (code & 0xFF) {
    case SQLITE_NOMEM: return {ctables_failure_memory, ""};
    case SQLITE_INTERRUPT:
    case SQLITE_TOOBIG: return {ctables_failure_too_large, ""};
    case SQLITE_IOERR: return {ctables_failure_cut, ""};
    default: return {ctables_failure_damaged, sqlite3_errmsg(database_)};
    }
  }

private:
  bool open(const char *name, int flags) {
    sqlite3_close(database_);
    database_ = nullptr;
    if (sqlite3_open_v2(name, &database_, flags, nullptr) != SQLITE_OK) return false;
    sqlite3_db_config(database_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(database_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_progress_handler(database_, steps_per_check, check, this);
    // Opening reads nothing yet; this does, and finds a file that is none.
    return sqlite3_exec(database_, "SELECT 1 FROM sqlite_schema", nullptr, nullptr, nullptr)
      == SQLITE_OK;
  }

  static int check(void *context) {
    return ++static_cast<Connection *>(context)->checks_ > most_checks;
  }

  sqlite3 *database_ = nullptr;
  int checks_ = 0;
};

class Statement {
public:
  Statement(Connection &connection, const std::string &sql) {
    int code = sqlite3_prepare_v2(connection.get(), sql.c_str(), -1, &statement_, nullptr);
    if (code != SQLITE_OK) throw connection.failure(code);
  }
  ~Statement() { sqlite3_finalize(statement_); }
  Statement(const Statement &) = delete;
  Statement &operator=(const Statement &) = delete;

  sqlite3_stmt *get() { return statement_; }

private:
  sqlite3_stmt *statement_ = nullptr;
};

class QueryRows : public Table {
public:
  QueryRows(const Input &input, const std::string &table, uint64_t limit)
    : connection_(input), statement_(connection_, "SELECT * FROM " + quoted(table)),
      limit_(limit) {}

  bool more(std::string &text) override {
    size_t before = text.size();
    int columns = sqlite3_column_count(statement_.get());
    if (!has_header_) {
      has_header_ = true;
      for (int column = 0; column < columns; column++) {
        const char *name = sqlite3_column_name(statement_.get(), column);
        if (!name) throw Failure{ctables_failure_memory, ""};
        row_.set(static_cast<size_t>(column), name, strlen(name));
      }
      row_.finish(text);
    }
    // Some rows at a time, for a call of each costs more than the row.
    while (text.size() - before < (1 << 16)) {
      connection_.next_row();
      int code = sqlite3_step(statement_.get());
      if (code == SQLITE_DONE) return false;
      if (code != SQLITE_ROW) throw connection_.failure(code);
      for (int column = 0; column < columns; column++) set(column);
      row_.finish(text);
    }
    written_ += text.size() - before;
    if (written_ > limit_) throw Failure{ctables_failure_too_large, ""};
    return true;
  }

private:
  void set(int column) {
    size_t number = static_cast<size_t>(column);
    switch (sqlite3_column_type(statement_.get(), column)) {
    case SQLITE_NULL: return;
    case SQLITE_FLOAT:
      row_.set(number, number_text(sqlite3_column_double(statement_.get(), column)));
      return;
    case SQLITE_BLOB: {
      std::string note =
        std::to_string(sqlite3_column_bytes(statement_.get(), column)) + " bytes";
      row_.set(number, note);
      return;
    }
    default: {
      auto *bytes =
        reinterpret_cast<const char *>(sqlite3_column_text(statement_.get(), column));
      if (!bytes) throw Failure{ctables_failure_memory, ""};
      row_.set(
        number, bytes, static_cast<size_t>(sqlite3_column_bytes(statement_.get(), column)));
    }
    }
  }

  Connection connection_;
  Statement statement_;
  uint64_t limit_;
  uint64_t written_ = 0;
  RowWriter row_;
  bool has_header_ = false;
};

class Database : public Book {
public:
  Database(const Input &input, uint64_t limit) : input_(input), limit_(limit) {
    Connection connection(input);
    Statement names(
      connection,
      "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')"
      " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid");
    int code;
    while ((code = sqlite3_step(names.get())) == SQLITE_ROW) {
      auto *name = reinterpret_cast<const char *>(sqlite3_column_text(names.get(), 0));
      if (name) entries_.push_back({name, false});
    }
    if (code != SQLITE_DONE) throw connection.failure(code);
  }

  std::unique_ptr<Table> open(size_t number) override {
    return std::make_unique<QueryRows>(input_, entries_[number].name, limit_);
  }

private:
  const Input &input_;
  uint64_t limit_;
};

}  // namespace

std::unique_ptr<Book> open_sqlite(Input &input, uint64_t limit) {
  return std::make_unique<Database>(input, limit);
}

}  // namespace ctables_files
