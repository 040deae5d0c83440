#pragma once
#include <lzma.h>
#include <stddef.h>
#include <stdint.h>
#include <zlib.h>
#include <zstd.h>

#include "ccompression.h"

/// Bytes of the file that are read at one go.
#define INPUT_SIZE (1 << 16)

/// A stream. `next` and `available` are the input that was read and not yet used; they always lie
/// within `input`.
struct ccompression {
  int descriptor;
  ccompression_kind kind;
  ccompression_failure failure;
  int error;
  /// Whether all text was given out.
  int has_ended;
  /// Whether the file was read to its end.
  int is_at_end;
  /// Whether the next byte begins a member, and how many members came before.
  int between_members;
  uint64_t members;
  /// How many bytes of the file were read.
  uint64_t offset;
  const uint8_t *next;
  size_t available;
  union {
    z_stream gzip;
    lzma_stream xz;
    struct {
      ZSTD_DStream *stream;
      /// Bytes of input that the next step takes at most.
      size_t step;
    } zstd;
  } decoder;
  uint8_t input[INPUT_SIZE];
};

/// Records the first failure; returns 0, as reading then does.
size_t ccompression_fail(ccompression *stream, ccompression_failure failure);
/// Reads more of the file if no input is left. Returns 1 if there is input, 0 at the end of the
/// file, -1 if it cannot be read.
int ccompression_fill(ccompression *stream);
/// Marks `count` bytes of the input as used.
void ccompression_use(ccompression *stream, size_t count);

// Each kind: begins (returns why it cannot), ends, and reads at least one byte of text unless the
// stream ends or fails. `count` is at least 1.

ccompression_failure gzip_begin(ccompression *stream);
void gzip_end(ccompression *stream);
size_t gzip_read(ccompression *stream, uint8_t *bytes, size_t count);

ccompression_failure xz_begin(ccompression *stream);
void xz_end(ccompression *stream);
size_t xz_read(ccompression *stream, uint8_t *bytes, size_t count);

ccompression_failure zstd_begin(ccompression *stream);
void zstd_end(ccompression *stream);
size_t zstd_read(ccompression *stream, uint8_t *bytes, size_t count);
