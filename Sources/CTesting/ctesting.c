#include "ctesting.h"

#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <termios.h>
#include <unistd.h>

// MARK: - Starting

/// In the child, where only async-signal-safe calls are allowed.
static void become(int terminal, const cts_launch *launch) {
  setsid();
  ioctl(terminal, TIOCSCTTY, 0);
  for (int i = 0; i < 3; i++) dup2(terminal, i);
  for (int i = 1; i < NSIG; i++) signal(i, SIG_DFL);
  if (launch->ignores_hangup) signal(SIGHUP, SIG_IGN);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  for (int i = 0; i < 3; i++) {
    if (launch->closed & 1u << i) close(i);
  }
  if (launch->inherited_controller >= 0) fcntl(launch->inherited_controller, F_SETFD, 0);
}

bool cts_open_terminal(int columns, int rows, int *controller, int *terminal) {
  char name[64];
  // Closed in other children from the first moment: tests run side by side.
  *controller = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (*controller < 0 || grantpt(*controller) != 0 || unlockpt(*controller) != 0) return false;
  if (ptsname_r(*controller, name, sizeof name) != 0) return false;
  *terminal = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (*terminal < 0) return false;
  cts_resize(*controller, columns, rows);
  return true;
}

pid_t cts_start(const char *path, char *const arguments[], char *const environment[],
                const cts_launch *launch, int terminal) {
  pid_t child = fork();
  if (child == 0) {
    become(terminal, launch);
    execve(path, arguments, environment);
    _exit(127);
  }
  return child;
}

int cts_open_process(pid_t process) { return (int)syscall(SYS_pidfd_open, process, 0); }

void cts_resize(int controller, int columns, int rows) {
  struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
  ioctl(controller, TIOCSWINSZ, &size);
}

bool cts_same_settings(const void *left, const void *right) {
  const struct termios *a = left, *b = right;
  return a->c_iflag == b->c_iflag && a->c_oflag == b->c_oflag && a->c_cflag == b->c_cflag &&
         a->c_lflag == b->c_lflag && memcmp(a->c_cc, b->c_cc, NCCS) == 0;
}

// MARK: - Failing

static volatile int zero;
static volatile char *volatile nowhere;

/// Uses more stack at each call; the volatile array keeps the compiler from a loop.
static int overflow(int depth) {
  volatile char room[4096];
  room[0] = (char)depth;
  return overflow(depth + 1) + room[0];
}

/// Touches a page behind the end of its file.
static void touch_missing_page(void) {
  int file = memfd_create("empty", MFD_CLOEXEC);
  char *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  page[0] = 1;
}

static void *fail(void *argument) {
  switch (*(cts_fault *)argument) {
    case cts_fault_segv: nowhere[0] = 1; break;
    case cts_fault_bus: touch_missing_page(); break;
    case cts_fault_ill: __builtin_trap(); break;
    case cts_fault_trap: raise(SIGTRAP); break;
    case cts_fault_fpe: zero = 7 / zero; break;
    case cts_fault_abort: abort();
    case cts_fault_sys: raise(SIGSYS); break;
    case cts_fault_overflow: zero = overflow(0); break;
  }
  return NULL;
}

void cts_fail(cts_fault fault, bool other_thread) {
  pthread_t thread;
  if (other_thread && pthread_create(&thread, NULL, fail, &fault) == 0) {
    pthread_join(thread, NULL);
  } else {
    fail(&fault);
  }
}
