#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "internal.h"

void ct_fill_descriptors(void) {
  for (int descriptor = 0; descriptor <= 2; descriptor++) {
    if (fcntl(descriptor, F_GETFD) >= 0) continue;
    // The lowest free number is this one, for those below are open. Writing to it fails, so that
    // output which nobody can get is noticed.
    open("/dev/null", O_RDONLY);
  }
}

void ct_close_controllers(void) {
  for (int descriptor = 3; descriptor < 256; descriptor++) {
    int number;
    if (ioctl(descriptor, TIOCGPTN, &number) == 0) close(descriptor);
  }
}

int ct_make_wakeup(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }

void ct_write_all(int descriptor, const void *bytes, size_t count) {
  const char *next = bytes;
  while (count > 0) {
    struct pollfd ready = {.fd = descriptor, .events = POLLOUT};
    int polled = poll(&ready, 1, 1000);
    if (polled < 0 && errno == EINTR) continue;
    if (polled <= 0) return;
    ssize_t written = write(descriptor, next, count);
    if (written < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (written <= 0) return;
    next += written;
    count -= (size_t)written;
  }
}
