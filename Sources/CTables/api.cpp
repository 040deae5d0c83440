#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <new>

#include "columnar.hpp"

using namespace ctables_files;

// MARK: Input

Input::Input(int descriptor) : descriptor_(descriptor) {
  struct stat status;
  if (fstat(descriptor, &status) != 0) throw Failure{ctables_failure_unreadable, "", errno};
  size_ = status.st_size > 0 ? static_cast<uint64_t>(status.st_size) : 0;
}

size_t Input::read_at(uint64_t offset, void *bytes, size_t count) {
  size_t done = 0;
  while (done < count && offset + done < size_) {
    ssize_t got =
      pread(descriptor_, static_cast<char *>(bytes) + done, count - done,
            static_cast<off_t>(offset + done));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw Failure{ctables_failure_unreadable, "", errno};
    if (got == 0) break;
    done += static_cast<size_t>(got);
  }
  read_so_far_.fetch_add(done, std::memory_order_relaxed);
  return done;
}

// MARK: The C interface

struct ctables {
  std::unique_ptr<Input> input;
  std::unique_ptr<Book> book;
  std::unique_ptr<Table> table;
  Failure failure{ctables_failure_none, "", 0};
  /// Text that came out and was not taken yet, from `taken` on.
  std::string text;
  size_t taken = 0;
  bool has_ended = true;
};

/// Does a piece of work and keeps how it failed; returns whether it did not.
template <typename Work>
static bool guarded(ctables *file, Work work) {
  try {
    work();
    return true;
  } catch (Failure &failure) {
    file->failure = failure;
  } catch (std::bad_alloc &) {
    file->failure.kind = ctables_failure_memory;
  } catch (...) {
    // Lengths that lie, such as those of std::string beyond its maximum.
    file->failure.kind = ctables_failure_damaged;
  }
  file->table.reset();
  file->has_ended = true;
  return false;
}

ctables *ctables_open(int descriptor, ctables_kind kind, uint64_t limit) {
  ctables *file = new (std::nothrow) ctables;
  if (!file) return nullptr;
  guarded(file, [&] {
    file->input = std::make_unique<Input>(descriptor);
    switch (kind) {
    case ctables_kind_workbook: file->book = open_workbook(*file->input, limit); break;
    case ctables_kind_sqlite: file->book = open_sqlite(*file->input, limit); break;
    case ctables_kind_zip: file->book = open_archive(*file->input, limit); break;
    case ctables_kind_parquet: file->book = open_parquet(*file->input, limit); break;
    case ctables_kind_arrow: file->book = open_arrow(*file->input, limit); break;
    default: file->book = open_statistics(*file->input, kind, limit);
    }
  });
  return file;
}

void ctables_close(ctables *file) {
  if (!file) return;
  // A table reads through its book, a book through the input.
  file->table.reset();
  file->book.reset();
  delete file;
}

size_t ctables_count(const ctables *file) { return file->book ? file->book->entries().size() : 0; }

const char *ctables_name(const ctables *file, size_t number) {
  return file->book->entries()[number].name.c_str();
}

int ctables_is_hidden(const ctables *file, size_t number) {
  return file->book->entries()[number].hidden;
}

int ctables_select(ctables *file, size_t number) {
  file->text.clear();
  file->taken = 0;
  file->has_ended = true;
  if (number >= ctables_count(file)) return 0;
  file->failure = {ctables_failure_none, "", 0};
  return guarded(file, [&] {
    file->table.reset();
    file->table = file->book->open(number);
    file->has_ended = false;
  });
}

size_t ctables_read(ctables *file, uint8_t *bytes, size_t count) {
  size_t done = 0;
  while (done < count) {
    size_t ready = file->text.size() - file->taken;
    if (ready > 0) {
      size_t part = ready < count - done ? ready : count - done;
      memcpy(bytes + done, file->text.data() + file->taken, part);
      file->taken += part;
      done += part;
      continue;
    }
    if (file->has_ended) break;
    file->text.clear();
    file->taken = 0;
    // Rows that came out before a failure are kept in `text` and handed out.
    guarded(file, [&] { file->has_ended = !file->table->more(file->text); });
  }
  return done;
}

ctables_failure ctables_failed(const ctables *file) { return file->failure.kind; }

const char *ctables_failed_part(const ctables *file) { return file->failure.part.c_str(); }

int ctables_errno(const ctables *file) { return file->failure.error; }

uint64_t ctables_offset(const ctables *file) {
  return file->input ? file->input->read_so_far() : 0;
}

int ctables_memory_file(void) { return memfd_create("casebook", MFD_CLOEXEC); }
