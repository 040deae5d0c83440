#pragma once
#include <termios.h>

#include "cterminal.h"

// What the files of this target share.

/// Keeps how to give the terminal back: the bytes to write and the line settings, both known to
/// the guardian. `raw` are the settings while the screen is up. Starts traps and guardian once.
int ct_guard_begin(int tty, const ct_options *options);
/// Sets what is written to give the terminal back.
void ct_guard_set(const char *bytes, size_t count, const struct termios *cooked,
                  const struct termios *raw);
/// Says whether the screen is up: only then does anybody give it back.
void ct_guard_arm(void);
void ct_guard_disarm(void);
/// Ends the guardian and the traps.
void ct_guard_end(void);

/// Turns descriptor 2 into memory, and back with what was written there.
void ct_errors_hold(void);
void ct_errors_release(void);
/// Opens and closes the memory; hold and release do nothing without it.
void ct_errors_begin(void);
void ct_errors_end(void);
/// Copies what was held to where descriptor 2 was; safe in a signal handler and in the guardian.
void ct_errors_copy(void);
/// The two descriptors a guardian needs, -1 without.
void ct_errors_descriptors(int *held, int *real);

/// Blocks the signals and opens the descriptor they are read from; -1 on failure.
int ct_signals_begin(void);
void ct_signals_end(void);

/// Writes all of it, giving up after a second in which the terminal takes nothing.
void ct_write_all(int descriptor, const void *bytes, size_t count);
