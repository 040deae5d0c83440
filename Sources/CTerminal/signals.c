#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include "internal.h"

extern char **environ;

static int signals = -1;
static sigset_t blocked, before;

/// A signal that was ignored at the start, as by nohup, stays ignored: blocked it would be read.
static void add_unless_ignored(sigset_t *set, int signal) {
  struct sigaction now;
  if (sigaction(signal, NULL, &now) == 0 && now.sa_handler != SIG_IGN) sigaddset(set, signal);
}

int ct_signals_begin(void) {
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGWINCH);
  sigaddset(&blocked, SIGCONT);
  add_unless_ignored(&blocked, SIGTSTP);
  add_unless_ignored(&blocked, SIGTERM);
  add_unless_ignored(&blocked, SIGINT);
  add_unless_ignored(&blocked, SIGHUP);
  add_unless_ignored(&blocked, SIGQUIT);
  signals = signalfd(-1, &blocked, SFD_NONBLOCK | SFD_CLOEXEC);
  if (signals >= 0) pthread_sigmask(SIG_BLOCK, &blocked, &before);
  return signals;
}

void ct_signals_end(void) {
  if (signals < 0) return;
  close(signals);
  signals = -1;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

int ct_signals(void) { return signals; }

int ct_next_signal(void) {
  struct signalfd_siginfo info;
  ssize_t count;
  do {
    count = read(signals, &info, sizeof info);
  } while (count < 0 && errno == EINTR);
  return count == sizeof info ? (int)info.ssi_signo : 0;
}

/// Takes a blocked signal that waits, without acting on it.
static void forget(int signal) {
  sigset_t one;
  sigemptyset(&one);
  sigaddset(&one, signal);
  const struct timespec now = {0, 0};
  while (sigtimedwait(&one, NULL, &now) > 0) {
  }
}

void ct_stop(bool group) {
  if (!sigismember(&blocked, SIGTSTP)) return;
  struct sigaction usual = {.sa_handler = SIG_DFL}, old;
  sigaction(SIGTSTP, &usual, &old);
  if (group) {
    kill(0, SIGTSTP);
  } else {
    raise(SIGTSTP);
  }
  sigset_t stop, mask;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTSTP);
  pthread_sigmask(SIG_UNBLOCK, &stop, &mask);
  // Here the process stands still, unless its group is orphaned and nobody could continue it.
  pthread_sigmask(SIG_SETMASK, &mask, NULL);
  sigaction(SIGTSTP, &old, NULL);
  forget(SIGCONT);
}

void ct_die(int signal) {
  struct sigaction usual = {.sa_handler = SIG_DFL};
  sigaction(signal, &usual, NULL);
  sigset_t one;
  sigemptyset(&one);
  sigaddset(&one, signal);
  raise(signal);
  pthread_sigmask(SIG_UNBLOCK, &one, NULL);
  _exit(128 + signal);
}

int ct_run(char *const arguments[]) {
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setsigmask(&attributes, &before);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
  pid_t child;
  int error = posix_spawnp(&child, arguments[0], NULL, &attributes, arguments, environ);
  posix_spawnattr_destroy(&attributes);
  if (error != 0) {
    errno = error;
    return -1;
  }
  int status = 0;
  for (;;) {
    pid_t ended = waitpid(child, &status, WUNTRACED);
    if (ended < 0 && errno != EINTR) return -1;
    if (ended < 0) continue;
    if (!WIFSTOPPED(status)) break;
    // The child's stop is the whole job's: the shell waits for this process, too.
    ct_stop(false);
    kill(child, SIGCONT);
  }
  // Keys like ^C in the child reach the whole group; they were the child's.
  forget(SIGINT);
  forget(SIGQUIT);
  forget(SIGTSTP);
  forget(SIGCONT);
  return status;
}
