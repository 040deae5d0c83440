#pragma once
#include <stddef.h>
#include <stdint.h>

// Streams of text out of compressed files: gzip by zlib, xz by liblzma, Zstandard by libzstd.
//
// A file may hold several members one behind the other; their texts are joined. Zeros may follow
// the last member of gzip (padding of tapes), and multiples of four zeros that of xz, as its
// standard says. All checksums are verified.

#ifdef __cplusplus
extern "C" {
#endif

/// How a file is compressed.
typedef enum __attribute__((enum_extensibility(closed))) ccompression_kind : uint8_t {
  ccompression_kind_gzip = 0,
  ccompression_kind_zstd = 1,
  ccompression_kind_xz = 2,
} ccompression_kind;

/// Why a stream ended too early.
typedef enum __attribute__((enum_extensibility(closed))) ccompression_failure : uint8_t {
  ccompression_failure_none = 0,
  /// The file is not compressed in this way, or a checksum does not agree.
  ccompression_failure_damaged = 1,
  /// The file ends before the stream does.
  ccompression_failure_cut = 2,
  /// The system could not read the file.
  ccompression_failure_unreadable = 3,
  /// There is not enough memory, or the file asks for more than
  /// CCOMPRESSION_MEMORY_BITS allow.
  ccompression_failure_memory = 4,
} ccompression_failure;

/// One stream takes at most two to the power of this in bytes of memory (1 GiB), whatever a file says
/// of itself. The highest usual levels of xz and zstd ask for 64 and 128 MiB.
#define CCOMPRESSION_MEMORY_BITS 30

/// A stream of text out of a compressed file. Not for several threads at once.
typedef struct ccompression ccompression;

/// Opens a stream that reads a file from its beginning. The descriptor stays the caller's and must
/// outlive the stream; its position is neither used nor changed. Returns NULL if there is no memory.
ccompression *ccompression_open(int descriptor, ccompression_kind kind);
/// Closes a stream; NULL is allowed.
void ccompression_close(ccompression *stream);
/// Reads at most `count` bytes of text; returns how many. 0 means that the stream has ended or
/// failed, or that `count` is 0.
size_t ccompression_read(ccompression *stream, uint8_t *bytes, size_t count);
/// Why the stream failed, if it did.
ccompression_failure ccompression_failed(const ccompression *stream);
/// How many bytes of the file have been used so far.
uint64_t ccompression_offset(const ccompression *stream);
/// The system's error number, if the file could not be read; else 0.
int ccompression_errno(const ccompression *stream);

#ifdef __cplusplus
}
#endif
