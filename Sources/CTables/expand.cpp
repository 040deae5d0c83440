#include <brotli/decode.h>
#include <lz4.h>
#include <lz4frame.h>
#include <snappy-c.h>
#include <zlib.h>
#include <zstd.h>

#include <climits>

#include "columnar.hpp"

namespace ctables_files {

static bool expand_gzip(Bytes block, std::vector<uint8_t> &bytes) {
  z_stream stream = {};
  // 15 bits of window; 32 finds out if the block is gzip or zlib.
  if (inflateInit2(&stream, 15 + 32) != Z_OK) throw Failure{ctables_failure_memory, ""};
  stream.next_in = const_cast<uint8_t *>(block.data());
  stream.avail_in = static_cast<uInt>(block.count());
  stream.next_out = bytes.data();
  stream.avail_out = static_cast<uInt>(bytes.size());
  int code = inflate(&stream, Z_FINISH);
  bool is_whole = code == Z_STREAM_END && stream.avail_out == 0;
  inflateEnd(&stream);
  return is_whole;
}

static bool expand_lz4_raw(Bytes block, uint8_t *bytes, size_t size) {
  if (block.count() > INT_MAX || size > INT_MAX) return false;
  int got = LZ4_decompress_safe(
    reinterpret_cast<const char *>(block.data()), reinterpret_cast<char *>(bytes),
    static_cast<int>(block.count()), static_cast<int>(size));
  return got >= 0 && static_cast<size_t>(got) == size;
}

/// The framing of Hadoop: the sizes of each part, expanded and compressed, the highest byte first.
static bool expand_lz4_hadoop(Bytes block, std::vector<uint8_t> &bytes) {
  size_t done = 0;
  while (block.count() >= 8) {
    size_t size = __builtin_bswap32(block.number<uint32_t>());
    size_t count = __builtin_bswap32(block.number<uint32_t>());
    if (count > block.count() || size > bytes.size() - done) return false;
    if (!expand_lz4_raw(block.take(count), bytes.data() + done, size)) return false;
    done += size;
  }
  return done == bytes.size() && block.count() == 0;
}

static bool expand_lz4_frame(Bytes block, std::vector<uint8_t> &bytes) {
  LZ4F_dctx *context = nullptr;
  if (LZ4F_isError(LZ4F_createDecompressionContext(&context, LZ4F_VERSION))) {
    throw Failure{ctables_failure_memory, ""};
  }
  size_t done = 0, result = 1;
  const uint8_t *from = block.data();
  size_t left = block.count();
  while (result != 0 && left > 0) {
    size_t room = bytes.size() - done, taken = left;
    result = LZ4F_decompress(context, bytes.data() + done, &room, from, &taken, nullptr);
    if (LZ4F_isError(result) || (room == 0 && taken == 0)) break;
    done += room;
    from += taken;
    left -= taken;
  }
  LZ4F_freeDecompressionContext(context);
  return result == 0 && done == bytes.size();
}

std::vector<uint8_t> expanded(Codec codec, Bytes block, size_t size) {
  std::vector<uint8_t> bytes(size);
  bool is_whole = false;
  size_t got = size;
  switch (codec) {
  case Codec::none:
    is_whole = block.count() == size;
    if (is_whole && size > 0) memcpy(bytes.data(), block.data(), size);
    break;
  case Codec::snappy:
    is_whole = snappy_uncompress(reinterpret_cast<const char *>(block.data()), block.count(),
                                 reinterpret_cast<char *>(bytes.data()), &got) == SNAPPY_OK
      && got == size;
    break;
  case Codec::gzip: is_whole = expand_gzip(block, bytes); break;
  case Codec::brotli:
    is_whole = BrotliDecoderDecompress(block.count(), block.data(), &got, bytes.data())
        == BROTLI_DECODER_RESULT_SUCCESS
      && got == size;
    break;
  case Codec::zstd:
    got = ZSTD_decompress(bytes.data(), size, block.data(), block.count());
    is_whole = !ZSTD_isError(got) && got == size;
    break;
  case Codec::lz4_raw: is_whole = expand_lz4_raw(block, bytes.data(), size); break;
  case Codec::lz4_hadoop:
    // Writers before 2021 used the framing of Hadoop or none under the same name.
    is_whole = expand_lz4_hadoop(block, bytes) || expand_lz4_raw(block, bytes.data(), size);
    break;
  case Codec::lz4_frame: is_whole = expand_lz4_frame(block, bytes); break;
  }
  if (!is_whole) throw Failure{ctables_failure_damaged, ""};
  return bytes;
}

}  // namespace ctables_files
