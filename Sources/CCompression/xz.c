#include "stream.h"

ccompression_failure xz_begin(ccompression *stream) {
  // LZMA_STREAM_INIT is all zeros, as the stream is. The decoder joins members by itself.
  lzma_ret code =
      lzma_stream_decoder(&stream->decoder.xz, UINT64_C(1) << CCOMPRESSION_MEMORY_BITS,
                          LZMA_CONCATENATED);
  return code == LZMA_OK ? ccompression_failure_none : ccompression_failure_memory;
}

void xz_end(ccompression *stream) { lzma_end(&stream->decoder.xz); }

static ccompression_failure failure(lzma_ret code) {
  switch (code) {
    case LZMA_OK:
    case LZMA_STREAM_END: return ccompression_failure_none;
    // The decoder needs more input, but was told that the file has ended.
    case LZMA_BUF_ERROR: return ccompression_failure_cut;
    case LZMA_MEM_ERROR:
    case LZMA_MEMLIMIT_ERROR: return ccompression_failure_memory;
    default: return ccompression_failure_damaged;
  }
}

size_t xz_read(ccompression *stream, uint8_t *bytes, size_t count) {
  lzma_stream *decoder = &stream->decoder.xz;
  decoder->next_out = bytes;
  decoder->avail_out = count;
  while (decoder->avail_out == count && !stream->has_ended &&
         stream->failure == ccompression_failure_none) {
    int more = ccompression_fill(stream);
    if (more < 0) return 0;
    decoder->next_in = stream->next;
    decoder->avail_in = stream->available;
    lzma_ret code = lzma_code(decoder, more == 0 ? LZMA_FINISH : LZMA_RUN);
    ccompression_use(stream, stream->available - decoder->avail_in);
    stream->has_ended = code == LZMA_STREAM_END;
    ccompression_fail(stream, failure(code));
  }
  return count - decoder->avail_out;
}
