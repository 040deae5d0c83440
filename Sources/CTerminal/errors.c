#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "internal.h"

// Descriptor 2 while the screen is up. All of it is safe in a signal handler, except begin and end.

static int held = -1, real = -1;
static volatile int holding;

/// The most that is copied out; a loop that writes for ever must not flood the terminal.
enum { most_copied = 64 * 1024 };

void ct_errors_begin(void) {
  // A file or a pipe spoils no screen.
  if (!isatty(2)) return;
  real = fcntl(2, F_DUPFD_CLOEXEC, 3);
  held = memfd_create("stderr", MFD_CLOEXEC);
}

void ct_errors_end(void) {
  if (held >= 0) close(held);
  if (real >= 0) close(real);
  held = real = -1;
}

void ct_errors_descriptors(int *held_here, int *real_here) {
  *held_here = held;
  *real_here = real;
}

void ct_errors_hold(void) {
  if (held < 0 || real < 0 || holding) return;
  // Appending, so that a child or thread that kept the descriptor overwrites nothing.
  fcntl(held, F_SETFL, O_APPEND);
  if (dup2(held, 2) >= 0) holding = 1;
}

void ct_errors_release(void) {
  if (!holding) return;
  dup2(real, 2);
  holding = 0;
  ct_errors_copy();
  if (ftruncate(held, 0) != 0) return;
}

void ct_errors_copy(void) {
  if (held < 0 || real < 0) return;
  uint8_t text[256];
  char visible[256 * 16];
  off_t end = lseek(held, 0, SEEK_END), at = 0;
  if (end > most_copied) {
    static const char note[] = "[...]\n";
    ct_write_all(real, note, sizeof note - 1);
    at = end - most_copied;
  }
  while (at < end) {
    ssize_t count = pread(held, text, sizeof text, at);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return;
    // A character cut by the end of the buffer is left for the next round.
    size_t whole = (size_t)count;
    if (at + count < end) {
      size_t back = whole;
      while (back > 0 && whole - back < 3 && (text[back - 1] & 0xC0) == 0x80) back--;
      if (back > 1 && text[back - 1] >= 0xC0) whole = back - 1;
    }
    ct_write_all(real, visible, ct_make_visible(text, whole, visible));
    at += (off_t)whole;
  }
}

// MARK: - Making visible

/// Decodes one scalar; returns its length, or 0 where the bytes are not UTF-8.
static size_t decode(const uint8_t *text, size_t count, uint32_t *scalar) {
  static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  size_t length = text[0] < 0xC2 ? 0 : text[0] < 0xE0 ? 2 : text[0] < 0xF0 ? 3 : text[0] < 0xF5 ? 4 : 0;
  if (length == 0 || length > count) return 0;
  uint32_t value = text[0] & (0x7Fu >> length);
  for (size_t i = 1; i < length; i++) {
    if ((text[i] & 0xC0) != 0x80) return 0;
    value = value << 6 | (text[i] & 0x3F);
  }
  if (value < least[length] || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) return 0;
  *scalar = value;
  return length;
}

/// Whether a scalar acts on a terminal or cannot be seen: C1, bidirectional and format controls,
/// fillers, variation selectors, tags, private use, noncharacters (Unicode 15).
static bool is_hidden(uint32_t s) {
  return (s >= 0x80 && s < 0xA0) || s == 0xAD || s == 0x34F || s == 0x61C ||
         (s >= 0x115F && s <= 0x1160) || (s >= 0x17B4 && s <= 0x17B5) ||
         (s >= 0x180B && s <= 0x180F) || (s >= 0x200B && s <= 0x200F) ||
         (s >= 0x2028 && s <= 0x202E) || (s >= 0x2060 && s <= 0x206F) || s == 0x3164 ||
         (s >= 0xFE00 && s <= 0xFE0F) || s == 0xFEFF || s == 0xFFA0 ||
         (s >= 0xFFF0 && s <= 0xFFFB) || (s >= 0xE000 && s < 0xF900) || s >= 0xE0000 ||
         (s & 0xFFFE) == 0xFFFE || (s >= 0xFDD0 && s <= 0xFDEF);
}

static size_t put_number(char *output, const char *start, uint32_t value, int least) {
  size_t count = 0;
  output[count++] = '<';
  while (*start) output[count++] = *start++;
  int digits = least;
  while (digits < 8 && value >> (4 * digits)) digits++;
  while (digits-- > 0) output[count++] = "0123456789ABCDEF"[value >> (4 * digits) & 15];
  output[count++] = '>';
  return count;
}

size_t ct_make_visible(const uint8_t *text, size_t count, char *output) {
  size_t made = 0;
  for (size_t at = 0; at < count;) {
    uint8_t byte = text[at];
    uint32_t scalar = 0;
    size_t length = 1;
    if (byte == '\n' || byte == '\t' || (byte >= 0x20 && byte < 0x7F)) {
      output[made++] = (char)byte;
    } else if (byte < 0x80) {
      output[made++] = '^';
      output[made++] = (char)(byte ^ 0x40);
    } else if ((length = decode(text + at, count - at, &scalar)) == 0) {
      length = 1;
      made += put_number(output + made, "", byte, 2);
    } else if (is_hidden(scalar)) {
      made += put_number(output + made, "U+", scalar, 4);
    } else {
      memcpy(output + made, text + at, length);
      made += length;
    }
    at += length;
  }
  return made;
}
