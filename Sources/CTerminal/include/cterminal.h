#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// The terminal below Swift: ncurses, termios, signals and what gives the screen back.
// No type of ncurses appears here. One thread owns a screen; one screen is open at a time.

// MARK: Screen

/// An open terminal screen.
typedef struct ct_screen ct_screen;

/// Why a screen could not be opened.
typedef enum __attribute__((enum_extensibility(closed))) {
  ct_opened = 0,
  /// The terminal type is unset, unknown or cannot place a cursor.
  ct_no_type,
  /// The descriptors are not a terminal.
  ct_no_terminal,
  /// The terminal says it has more cells than ct_most_columns and ct_most_rows.
  ct_too_large,
  /// A system call failed; errno says how.
  ct_failed,
} ct_status;

/// The largest screen that is used.
enum { ct_most_columns = 2000, ct_most_rows = 1000, ct_most_scalars = 5 };

/// How to open a screen.
typedef struct {
  /// Descriptors of a terminal; they are duplicated and stay the caller's.
  int input, output;
  /// The terminfo name.
  const char *type;
  bool alternate_screen;
  /// Whether descriptor 2 is kept in memory while the screen is up.
  bool captures_errors;
  /// Whether a process is forked that gives the terminal back if this one is killed.
  bool guardian;
} ct_options;

/// Attributes of a style, as bits.
enum { ct_bold = 1, ct_italic = 2, ct_underline = 4, ct_reverse = 8 };

/// One cell to draw: a base scalar, its combining marks, and the number of its style.
typedef struct {
  uint32_t scalars[ct_most_scalars];
  uint8_t count;
  uint8_t width;
  uint16_t style;
} ct_cell;

/// Whether there is a description of a terminal type, whatever that terminal can do.
bool ct_type_is_known(const char *type);
/// Opens the screen; blocks the signals of ct_signals. Call before any thread is started.
ct_status ct_open(const ct_options *options, ct_screen **screen);
/// Gives the terminal back and frees the screen.
void ct_close(ct_screen *screen);
/// Gives the terminal back for a while.
void ct_leave(ct_screen *screen);
/// Takes the terminal again after ct_leave or a stop; the next ct_show repaints all.
void ct_enter(ct_screen *screen);

/// The descriptor keys are read from.
int ct_input(const ct_screen *screen);
/// The number of colours the terminal has; 0 for none.
int ct_colors(const ct_screen *screen);
/// Whether the locale's characters are UTF-8.
bool ct_is_utf8(const ct_screen *screen);
/// The escape sequence of a key by its terminfo name, or null; valid until the next call.
const char *ct_key_sequence(ct_screen *screen, const char *name);
/// The size in use.
void ct_size(const ct_screen *screen, int *columns, int *rows);
/// Asks the terminal its size and takes it, within the limits; whether it changed.
bool ct_update_size(ct_screen *screen);

/// Sets a style: colours are indices of the terminal's palette, -1 for its default.
void ct_set_style(ct_screen *screen, uint16_t style, int foreground, int background, int attributes);
/// Replaces a row by cells from the left; the rest becomes blank. `whole` sends every cell again.
void ct_put_row(ct_screen *screen, int row, const ct_cell *cells, int count, bool whole);
/// Sends what changed, and leaves the cursor at a place.
void ct_show(ct_screen *screen, int column, int row, bool visible);
/// Makes the next ct_show repaint all.
void ct_repaint(ct_screen *screen);
/// Sends a text in Base64 to the terminal's clipboard, where its description names one; whether.
bool ct_copy(ct_screen *screen, const char *base64);

// MARK: Signals

/// The descriptor signals are read from while a screen is open.
int ct_signals(void);
/// The next signal that waits, or 0.
int ct_next_signal(void);

// MARK: Signals without a screen

/// Collects SIGINT, SIGTERM and SIGHUP instead of being ended by them. Returns a descriptor that can
/// be read when one came, or -1 with errno set.
int ct_interrupts_begin(void);
/// Lets the signals do again what they did before.
void ct_interrupts_end(void);
/// The number of the signal that came first of those not taken yet; 0 if there is none.
int ct_next_interrupt(void);
/// Stops this process, or its whole group, as a terminal's stop key does; returns when continued.
void ct_stop(bool group);
/// Dies by a signal's default action.
__attribute__((noreturn)) void ct_die(int signal);
/// Runs a program with the signals a program expects and waits for it; its wait status, or -1.
int ct_run(char *const arguments[]);

// MARK: Descriptors

/// Opens /dev/null on those of the descriptors 0, 1 and 2 that are closed.
void ct_fill_descriptors(void);
/// Closes other ends of terminals that were inherited by accident.
void ct_close_controllers(void);
/// A descriptor that any thread can make readable, or -1.
int ct_make_wakeup(void);

// MARK: What stands on descriptor 2

/// Makes text harmless: control, invisible and invalid bytes are written visibly, newline and tab
/// stay. Writes at most 16 bytes for each of the input; returns how many.
size_t ct_make_visible(const uint8_t *text, size_t count, char *output);
