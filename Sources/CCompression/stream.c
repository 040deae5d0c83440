#include "stream.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/types.h>
#include <unistd.h>

// MARK: Input

size_t ccompression_fail(ccompression *stream, ccompression_failure failure) {
  if (stream->failure == ccompression_failure_none) stream->failure = failure;
  return 0;
}

int ccompression_fill(ccompression *stream) {
  if (stream->available > 0) return 1;
  while (!stream->is_at_end) {
    ssize_t got = pread(stream->descriptor, stream->input, INPUT_SIZE, (off_t)stream->offset);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      stream->error = errno;
      ccompression_fail(stream, ccompression_failure_unreadable);
      return -1;
    }
    stream->is_at_end = got == 0;
    stream->offset += (uint64_t)got;
    stream->next = stream->input;
    stream->available = (size_t)got;
    if (got > 0) return 1;
  }
  return 0;
}

void ccompression_use(ccompression *stream, size_t count) {
  stream->next += count;
  stream->available -= count;
}

// MARK: Streams

static ccompression_failure begin(ccompression *stream) {
  switch (stream->kind) {
    case ccompression_kind_gzip: return gzip_begin(stream);
    case ccompression_kind_zstd: return zstd_begin(stream);
    case ccompression_kind_xz: return xz_begin(stream);
  }
}

ccompression *ccompression_open(int descriptor, ccompression_kind kind) {
  ccompression *stream = calloc(1, sizeof *stream);
  if (!stream) return NULL;
  stream->descriptor = descriptor;
  stream->kind = kind;
  stream->between_members = 1;
  stream->next = stream->input;
  if (begin(stream) == ccompression_failure_none) return stream;
  // Beginning fails only for want of memory; nothing is left to end then.
  free(stream);
  return NULL;
}

void ccompression_close(ccompression *stream) {
  if (!stream) return;
  switch (stream->kind) {
    case ccompression_kind_gzip: gzip_end(stream); break;
    case ccompression_kind_zstd: zstd_end(stream); break;
    case ccompression_kind_xz: xz_end(stream); break;
  }
  free(stream);
}

size_t ccompression_read(ccompression *stream, uint8_t *bytes, size_t count) {
  if (stream->failure != ccompression_failure_none || stream->has_ended || count == 0) return 0;
  switch (stream->kind) {
    case ccompression_kind_gzip: return gzip_read(stream, bytes, count);
    case ccompression_kind_zstd: return zstd_read(stream, bytes, count);
    case ccompression_kind_xz: return xz_read(stream, bytes, count);
  }
}

ccompression_failure ccompression_failed(const ccompression *stream) { return stream->failure; }
int ccompression_errno(const ccompression *stream) { return stream->error; }

uint64_t ccompression_offset(const ccompression *stream) {
  return stream->offset - stream->available;
}
