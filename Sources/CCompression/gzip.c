#include <limits.h>

#include "stream.h"

/// The largest window (15 bits), in a gzip wrapper (16).
#define WINDOW_BITS (15 + 16)

ccompression_failure gzip_begin(ccompression *stream) {
  return inflateInit2(&stream->decoder.gzip, WINDOW_BITS) == Z_OK ? ccompression_failure_none
                                                                  : ccompression_failure_memory;
}

void gzip_end(ccompression *stream) { inflateEnd(&stream->decoder.gzip); }

/// Passes over the zeros that may follow a member; returns what `ccompression_fill` does.
static int skip_zeros(ccompression *stream) {
  int more = ccompression_fill(stream);
  while (more == 1 && stream->members > 0 && *stream->next == 0) {
    ccompression_use(stream, 1);
    more = ccompression_fill(stream);
  }
  return more;
}

size_t gzip_read(ccompression *stream, uint8_t *bytes, size_t count) {
  z_stream *inflater = &stream->decoder.gzip;
  size_t room = count > INT_MAX ? INT_MAX : count;
  inflater->next_out = bytes;
  inflater->avail_out = (uInt)room;
  while (inflater->avail_out == room) {
    int more = stream->between_members ? skip_zeros(stream) : ccompression_fill(stream);
    if (more < 0) return 0;
    if (more == 0) {
      stream->has_ended = stream->between_members && stream->members > 0;
      return stream->has_ended ? 0 : ccompression_fail(stream, ccompression_failure_cut);
    }
    stream->between_members = 0;
    inflater->next_in = (z_const Bytef *)stream->next;
    inflater->avail_in = (uInt)stream->available;
    int code = inflate(inflater, Z_NO_FLUSH);
    ccompression_use(stream, stream->available - inflater->avail_in);
    if (code == Z_STREAM_END) {
      stream->members++;
      stream->between_members = 1;
      inflateReset(inflater);
    } else if (code == Z_MEM_ERROR) {
      ccompression_fail(stream, ccompression_failure_memory);
      break;
    } else if (code != Z_OK && code != Z_BUF_ERROR) {
      ccompression_fail(stream, ccompression_failure_damaged);
      break;
    }
  }
  return room - inflater->avail_out;
}
