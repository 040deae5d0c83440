#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include "internal.h"

enum { watched_count = 3 };
static const int watched[watched_count] = {SIGINT, SIGTERM, SIGHUP};
static struct sigaction before[watched_count];
static int ends[2] = {-1, -1};

/// Runs in whichever thread the system chooses; the pipe wakes the one that reads.
static void note(int signal) {
  int error = errno;
  unsigned char byte = (unsigned char)signal;
  // A pipe that is full already tells of a signal.
  ssize_t count = write(ends[1], &byte, 1);
  (void)count;
  errno = error;
}

int ct_interrupts_begin(void) {
  if (ends[0] >= 0) return ends[0];
  if (pipe2(ends, O_NONBLOCK | O_CLOEXEC) != 0) return -1;
  struct sigaction action = {.sa_handler = note, .sa_flags = SA_RESTART};
  sigfillset(&action.sa_mask);
  for (int i = 0; i < watched_count; i++) {
    sigaction(watched[i], NULL, &before[i]);
    // A signal that was ignored at the start, as by nohup, stays ignored.
    if (before[i].sa_handler != SIG_IGN) sigaction(watched[i], &action, NULL);
  }
  return ends[0];
}

void ct_interrupts_end(void) {
  if (ends[0] < 0) return;
  for (int i = 0; i < watched_count; i++) sigaction(watched[i], &before[i], NULL);
  close(ends[0]);
  close(ends[1]);
  ends[0] = ends[1] = -1;
}

int ct_next_interrupt(void) {
  unsigned char byte;
  ssize_t count;
  do {
    count = read(ends[0], &byte, 1);
  } while (count < 0 && errno == EINTR);
  return count == 1 ? byte : 0;
}
