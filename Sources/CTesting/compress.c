#include <lzma.h>
#include <stdlib.h>
#include <zlib.h>
#include <zstd.h>

#include "ctesting.h"

#define LEVEL 1

static bool gzip(const uint8_t *bytes, size_t count, uint8_t *room, size_t *size) {
  z_stream stream = {.next_in = (z_const Bytef *)bytes, .avail_in = (uInt)count};
  if (deflateInit2(&stream, LEVEL, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK) return false;
  stream.next_out = room;
  stream.avail_out = (uInt)*size;
  bool is_whole = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  *size = stream.total_out;
  deflateEnd(&stream);
  return is_whole;
}

static bool zstd(const uint8_t *bytes, size_t count, uint8_t *room, size_t *size) {
  ZSTD_CCtx *context = ZSTD_createCCtx();
  if (!context) return false;
  ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, LEVEL);
  ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
  *size = ZSTD_compress2(context, room, *size, bytes, count);
  ZSTD_freeCCtx(context);
  return !ZSTD_isError(*size);
}

static bool xz(const uint8_t *bytes, size_t count, uint8_t *room, size_t *size) {
  size_t done = 0;
  lzma_ret code = lzma_easy_buffer_encode(LEVEL - 1, LZMA_CHECK_CRC64, NULL, bytes, count, room,
                                          &done, *size);
  *size = done;
  return code == LZMA_OK;
}

uint8_t *cts_compress(cts_compression kind, const uint8_t *bytes, size_t count, size_t *size) {
  // More than any of the three adds to what does not compress, at these sizes.
  *size = count + count / 8 + 4096;
  uint8_t *room = malloc(*size);
  if (!room) return NULL;
  bool is_done = false;
  switch (kind) {
    case cts_compression_gzip: is_done = gzip(bytes, count, room, size); break;
    case cts_compression_zstd: is_done = zstd(bytes, count, room, size); break;
    case cts_compression_xz: is_done = xz(bytes, count, room, size); break;
  }
  if (is_done) return room;
  free(room);
  return NULL;
}
