#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "internal.h"

// Gives the terminal back when the program ends without closing the screen: by a trap (handlers
// here), by exit() (a handler at exit), or killed (the guardian, a process of its own).
// All that runs in a handler or in the guardian is async-signal-safe.

/// How to give the terminal back, in memory shared with the guardian.
struct restore {
  atomic_int armed;
  size_t count;
  char bytes[512];
  struct termios cooked, raw;
};

static struct restore *shared;
static int terminal = -1;
static int lifeline = -1;
static pid_t guardian = -1;

static const int traps[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGSYS};
enum { trap_count = sizeof traps / sizeof traps[0] };
static struct sigaction before[trap_count];
static bool traps_set;

static void give_back(void) {
  if (shared == NULL || !atomic_load(&shared->armed)) return;
  ct_write_all(terminal, shared->bytes, shared->count);
  tcsetattr(terminal, TCSANOW, &shared->cooked);
  // Only now: killed before this line, the guardian does it again, which is harmless.
  atomic_store(&shared->armed, 0);
}

/// Lets the guardian go, which has nothing to do.
static void end_guardian(void) {
  if (lifeline >= 0) close(lifeline);
  lifeline = -1;
  while (guardian > 0 && waitpid(guardian, NULL, 0) < 0 && errno == EINTR) {
  }
  guardian = -1;
}

static void at_exit(void) {
  give_back();
  ct_errors_release();
  end_guardian();
}

// MARK: - Traps

static void on_trap(int signal, siginfo_t *info, void *context) {
  int saved = errno;
  give_back();
  ct_errors_release();
  errno = saved;
  int index = 0;
  while (index < trap_count - 1 && traps[index] != signal) index++;
  const struct sigaction *old = &before[index];
  sigaction(signal, old, NULL);
  if (old->sa_flags & SA_SIGINFO) {
    old->sa_sigaction(signal, info, context);
  } else if (old->sa_handler != SIG_DFL && old->sa_handler != SIG_IGN) {
    old->sa_handler(signal);
  } else if (info->si_code <= 0) {
    // Sent, not caused by an instruction that would trap again after the return.
    raise(signal);
  }
}

/// A stack for handlers, so that an overflow of this thread's own can be handled.
static void add_signal_stack(void) {
  static char stack[64 * 1024];
  stack_t now;
  if (sigaltstack(NULL, &now) == 0 && (now.ss_flags & SS_DISABLE)) {
    stack_t own = {.ss_sp = stack, .ss_size = sizeof stack};
    sigaltstack(&own, NULL);
  }
}

static void set_traps(void) {
  if (traps_set) return;
  add_signal_stack();
  struct sigaction action = {.sa_sigaction = on_trap, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigfillset(&action.sa_mask);
  for (int i = 0; i < trap_count; i++) {
    // A fault inside the handler must kill, not wait.
    for (int j = 0; j < trap_count; j++) sigdelset(&action.sa_mask, traps[j]);
    sigaction(traps[i], &action, &before[i]);
  }
  traps_set = true;
}

static void unset_traps(void) {
  if (!traps_set) return;
  for (int i = 0; i < trap_count; i++) sigaction(traps[i], &before[i], NULL);
  traps_set = false;
}

// MARK: - Guardian

static bool same_settings(const struct termios *left, const struct termios *right) {
  return left->c_iflag == right->c_iflag && left->c_oflag == right->c_oflag &&
         left->c_lflag == right->c_lflag && memcmp(left->c_cc, right->c_cc, NCCS) == 0;
}

/// Closes every descriptor but some, so that the guardian keeps nobody's pipe open.
static void close_others(const int *kept, int count) {
  int limit = (int)sysconf(_SC_OPEN_MAX);
  if (limit < 0 || limit > 65536) limit = 65536;
  unsigned next = 0;
  for (;;) {
    unsigned lowest = ~0u;
    for (int i = 0; i < count; i++) {
      if (kept[i] >= 0 && (unsigned)kept[i] >= next && (unsigned)kept[i] < lowest) {
        lowest = (unsigned)kept[i];
      }
    }
    unsigned last = lowest == ~0u ? ~0u : lowest - 1;
    if (lowest != next && close_range(next, last, 0) != 0) {
      for (unsigned one = next; one <= last && one < (unsigned)limit; one++) close((int)one);
    }
    if (lowest == ~0u) return;
    next = lowest + 1;
  }
}

__attribute__((noreturn)) static void watch(int end) {
  sigset_t all;
  sigfillset(&all);
  sigprocmask(SIG_SETMASK, &all, NULL);
  // In a session of its own no signal to the program's group, session or terminal reaches it.
  setsid();
  prctl(PR_SET_NAME, "terminal-guard");
  int held, real;
  ct_errors_descriptors(&held, &real);
  const int kept[] = {terminal, end, held, real};
  close_others(kept, 4);
  if (chdir("/") != 0) errno = 0;
  char byte;
  while (read(end, &byte, 1) < 0 && errno == EINTR) {
  }
  if (atomic_load(&shared->armed)) {
    struct termios now;
    ct_write_all(terminal, shared->bytes, shared->count);
    // A shell that was faster has settings of its own by now.
    if (tcgetattr(terminal, &now) == 0 && same_settings(&now, &shared->raw)) {
      tcsetattr(terminal, TCSANOW, &shared->cooked);
    }
    ct_errors_copy();
  }
  _exit(0);
}

static int start_guardian(void) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return -1;
  guardian = fork();
  if (guardian == 0) {
    close(ends[1]);
    watch(ends[0]);
  }
  close(ends[0]);
  if (guardian < 0) {
    close(ends[1]);
    return -1;
  }
  lifeline = ends[1];
  return 0;
}

// MARK: - Beginning and end

int ct_guard_begin(int tty, const ct_options *options) {
  terminal = tty;
  if (shared == NULL) {
    void *memory = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS,
                        -1, 0);
    if (memory == MAP_FAILED) return -1;
    shared = memory;
    atexit(at_exit);
  }
  if (options->captures_errors) ct_errors_begin();
  if (options->guardian && start_guardian() != 0) {
    ct_errors_end();
    return -1;
  }
  set_traps();
  return 0;
}

void ct_guard_set(const char *bytes, size_t count, const struct termios *cooked,
                  const struct termios *raw) {
  if (count > sizeof shared->bytes) return;
  memcpy(shared->bytes, bytes, count);
  shared->count = count;
  shared->cooked = *cooked;
  shared->raw = *raw;
}

void ct_guard_arm(void) { atomic_store(&shared->armed, 1); }

void ct_guard_disarm(void) { atomic_store(&shared->armed, 0); }

void ct_guard_end(void) {
  ct_guard_disarm();
  unset_traps();
  ct_errors_end();
  end_guardian();
}
