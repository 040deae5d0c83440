#pragma once
#include <stddef.h>
#include <stdint.h>

// Streams of compressed files: gzip by zlib, for libarchive does not check its sums; Zstandard and
// xz by libarchive.

#ifdef __cplusplus
extern "C" {
#endif

/// How a file is compressed.
typedef enum __attribute__((enum_extensibility(closed))) carchive_kind : uint8_t {
  carchive_kind_gzip = 0,
  carchive_kind_zstd = 1,
  carchive_kind_xz = 2,
} carchive_kind;

/// Why a stream ended before its time.
typedef enum __attribute__((enum_extensibility(closed))) carchive_failure : uint8_t {
  carchive_failure_none = 0,
  /// What was read is no such stream, or its sums do not agree.
  carchive_failure_damaged = 1,
  /// The file ends before the stream does.
  carchive_failure_cut = 2,
  /// The system could not read the file.
  carchive_failure_unreadable = 3,
  carchive_failure_memory = 4,
} carchive_failure;

/// A stream of bytes out of a compressed file.
typedef struct carchive carchive;

/// Opens a stream on a descriptor, which stays the caller's; nothing where there is no memory.
carchive *carchive_open(int descriptor, carchive_kind kind);
/// Closes a stream.
void carchive_close(carchive *stream);
/// Reads the next bytes; 0 where the stream has ended, or has failed.
size_t carchive_read(carchive *stream, uint8_t *bytes, size_t count);
/// Why the stream failed, if it did.
carchive_failure carchive_failed(const carchive *stream);
/// About which byte of the file the stream has come to.
uint64_t carchive_offset(const carchive *stream);
/// The number of the system's error, where the file could not be read.
int carchive_errno(const carchive *stream);

#ifdef __cplusplus
}
#endif
