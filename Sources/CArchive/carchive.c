#include "carchive.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>
#include <zlib.h>

#define INPUT (1 << 16)
#define GZIP_WINDOW (15 + 16)

struct carchive {
  int descriptor;
  carchive_kind kind;
  carchive_failure failure;
  int error;
  int has_ended;
  /// How much of the file was read.
  uint64_t offset;
  struct archive *archive;
  z_stream inflate;
  /// Whether the next byte begins a member of a gzip file, and whether one came before.
  int between_members;
  int members;
  uint8_t input[INPUT];
};

/// Reads more of the file; -1 where that fails.
static ssize_t read_input(carchive *stream) {
  for (;;) {
    ssize_t got = pread(stream->descriptor, stream->input, INPUT, (off_t)stream->offset);
    if (got < 0 && errno == EINTR) continue;
    if (got > 0) stream->offset += (uint64_t)got;
    if (got < 0) {
      stream->failure = carchive_failure_unreadable;
      stream->error = errno;
    }
    return got;
  }
}

// MARK: gzip

static size_t fail(carchive *stream, carchive_failure failure) {
  if (stream->failure == carchive_failure_none) stream->failure = failure;
  return 0;
}

/// Makes sure that there is input; 0 at the end of the file, -1 where it cannot be read.
static int has_input(carchive *stream) {
  if (stream->inflate.avail_in > 0) return 1;
  ssize_t got = read_input(stream);
  if (got <= 0) return got < 0 ? -1 : 0;
  stream->inflate.next_in = stream->input;
  stream->inflate.avail_in = (uInt)got;
  return 1;
}

/// Passes over the zeros that may fill a file up behind its last member.
static int skip_zeros(carchive *stream) {
  int more = has_input(stream);
  while (more == 1 && stream->members > 0 && *stream->inflate.next_in == 0) {
    stream->inflate.next_in++;
    stream->inflate.avail_in--;
    more = has_input(stream);
  }
  return more;
}

static size_t read_gzip(carchive *stream, uint8_t *bytes, size_t count) {
  z_stream *inflater = &stream->inflate;
  inflater->next_out = bytes;
  inflater->avail_out = (uInt)(count > INT32_MAX ? INT32_MAX : count);
  size_t room = inflater->avail_out;
  while (inflater->avail_out == room) {
    int more = stream->between_members ? skip_zeros(stream) : has_input(stream);
    if (more < 0) return 0;
    if (more == 0) {
      if (stream->between_members && stream->members > 0) {
        stream->has_ended = 1;
        return 0;
      }
      return fail(stream, carchive_failure_cut);
    }
    stream->between_members = 0;
    int code = inflate(inflater, Z_NO_FLUSH);
    if (code == Z_STREAM_END) {
      stream->members++;
      stream->between_members = 1;
      inflateReset(inflater);
    } else if (code == Z_MEM_ERROR) {
      return fail(stream, carchive_failure_memory);
    } else if (code != Z_OK && code != Z_BUF_ERROR) {
      fail(stream, carchive_failure_damaged);
      break;
    }
  }
  return room - inflater->avail_out;
}

// MARK: libarchive

static la_ssize_t give_input(struct archive *archive, void *context, const void **buffer) {
  (void)archive;
  carchive *stream = context;
  *buffer = stream->input;
  ssize_t got = read_input(stream);
  return got < 0 ? ARCHIVE_FATAL : got;
}

static carchive_failure open_archive(carchive *stream) {
  stream->archive = archive_read_new();
  if (!stream->archive) return carchive_failure_memory;
  if (stream->kind == carchive_kind_zstd) {
    archive_read_support_filter_zstd(stream->archive);
  } else {
    archive_read_support_filter_xz(stream->archive);
  }
  archive_read_support_format_raw(stream->archive);
  archive_read_support_format_empty(stream->archive);
  struct archive_entry *entry;
  int opened = archive_read_open(stream->archive, stream, NULL, give_input, NULL);
  int found = opened == ARCHIVE_OK ? archive_read_next_header(stream->archive, &entry) : opened;
  // Without a filter the file is not compressed at all.
  if (archive_filter_count(stream->archive) < 2) return carchive_failure_damaged;
  stream->has_ended = found == ARCHIVE_EOF;
  return found == ARCHIVE_OK || found == ARCHIVE_EOF ? carchive_failure_none
                                                     : carchive_failure_damaged;
}

static size_t read_archive(carchive *stream, uint8_t *bytes, size_t count) {
  la_ssize_t got = archive_read_data(stream->archive, bytes, count);
  if (got > 0) return (size_t)got;
  stream->has_ended = got == 0;
  if (got == 0) return 0;
  const char *words = archive_error_string(stream->archive);
  int is_cut = words && (strstr(words, "runcated") || strstr(words, "end of file"));
  return fail(stream, is_cut ? carchive_failure_cut : carchive_failure_damaged);
}

// MARK: Streams

carchive *carchive_open(int descriptor, carchive_kind kind) {
  carchive *stream = calloc(1, sizeof *stream);
  if (!stream) return NULL;
  stream->descriptor = descriptor;
  stream->kind = kind;
  stream->between_members = 1;
  carchive_failure failure;
  if (kind == carchive_kind_gzip) {
    failure = inflateInit2(&stream->inflate, GZIP_WINDOW) == Z_OK ? carchive_failure_none
                                                                  : carchive_failure_memory;
  } else {
    failure = open_archive(stream);
  }
  if (stream->failure == carchive_failure_none) stream->failure = failure;
  return stream;
}

void carchive_close(carchive *stream) {
  if (!stream) return;
  if (stream->kind == carchive_kind_gzip) {
    inflateEnd(&stream->inflate);
  } else {
    archive_read_free(stream->archive);
  }
  free(stream);
}

size_t carchive_read(carchive *stream, uint8_t *bytes, size_t count) {
  if (stream->failure != carchive_failure_none || stream->has_ended || count == 0) return 0;
  return stream->kind == carchive_kind_gzip ? read_gzip(stream, bytes, count)
                                            : read_archive(stream, bytes, count);
}

carchive_failure carchive_failed(const carchive *stream) { return stream->failure; }
int carchive_errno(const carchive *stream) { return stream->error; }

uint64_t carchive_offset(const carchive *stream) {
  return stream->offset - (stream->kind == carchive_kind_gzip ? stream->inflate.avail_in : 0);
}
