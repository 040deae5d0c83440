#include <zstd_errors.h>

#include "stream.h"

/// The least bytes of a member's header: its magic number and one byte (RFC 8878, section 3.1.1).
#define HEADER_SIZE 5

ccompression_failure zstd_begin(ccompression *stream) {
  ZSTD_DStream *decoder = ZSTD_createDStream();
  if (!decoder) return ccompression_failure_memory;
  ZSTD_DCtx_setParameter(decoder, ZSTD_d_windowLogMax, CCOMPRESSION_MEMORY_BITS);
  stream->decoder.zstd.stream = decoder;
  stream->decoder.zstd.step = HEADER_SIZE;
  return ccompression_failure_none;
}

void zstd_end(ccompression *stream) { ZSTD_freeDStream(stream->decoder.zstd.stream); }

static ccompression_failure failure(size_t code) {
  switch (ZSTD_getErrorCode(code)) {
    case ZSTD_error_memory_allocation:
    case ZSTD_error_frameParameter_windowTooLarge: return ccompression_failure_memory;
    default: return ccompression_failure_damaged;
  }
}

/// The input of the next step. No more is given than the decoder asks for, so that the offset of the
/// stream tells where a failure was met.
static ZSTD_inBuffer input(const ccompression *stream) {
  size_t step = stream->decoder.zstd.step;
  return (ZSTD_inBuffer){stream->next, step < stream->available ? step : stream->available, 0};
}

size_t zstd_read(ccompression *stream, uint8_t *bytes, size_t count) {
  ZSTD_outBuffer out = {bytes, count, 0};
  while (out.pos == 0) {
    int more = ccompression_fill(stream);
    if (more < 0) return 0;
    if (more == 0 && stream->between_members && stream->members > 0) {
      stream->has_ended = 1;
      return 0;
    }
    ZSTD_inBuffer in = input(stream);
    size_t code = ZSTD_decompressStream(stream->decoder.zstd.stream, &out, &in);
    ccompression_use(stream, in.pos);
    if (ZSTD_isError(code)) {
      ccompression_fail(stream, failure(code));
      break;
    }
    // 0: a member is whole, and all its text was given out.
    stream->between_members = code == 0;
    if (code == 0) stream->members++;
    stream->decoder.zstd.step = code == 0 ? HEADER_SIZE : code;
    if (more == 0 && out.pos == 0 && code > 0) {
      return ccompression_fail(stream, ccompression_failure_cut);
    }
  }
  return out.pos;
}
