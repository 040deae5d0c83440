#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "screen.h"

// MARK: - Opening and closing

/// The terminal's own size within the limits; what it does not know is the type's.
static void ask_size(ct_screen *t, int *columns, int *rows) {
  struct winsize size = {0};
  ioctl(fileno(t->output), TIOCGWINSZ, &size);
  *columns = size.ws_col > 0 ? size.ws_col : t->columns;
  *rows = size.ws_row > 0 ? size.ws_row : t->rows;
  if (*columns > ct_most_columns) *columns = ct_most_columns;
  if (*rows > ct_most_rows) *rows = ct_most_rows;
}

static bool is_too_large(int descriptor) {
  struct winsize size = {0};
  ioctl(descriptor, TIOCGWINSZ, &size);
  return size.ws_col > ct_most_columns || size.ws_row > ct_most_rows;
}

static FILE *duplicate(int descriptor, const char *mode) {
  int copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
  FILE *file = copy < 0 ? NULL : fdopen(copy, mode);
  if (file == NULL && copy >= 0) close(copy);
  return file;
}

/// Lets ncurses send to /dev/null: beginning, ending and coming back, it asks for the alternate
/// screen, and keeps a copy of its own of what asks for it.
static void drop(ct_screen *t, void (*sending)(void)) {
  int output = fileno(t->output);
  int copy = fcntl(output, F_DUPFD_CLOEXEC, 3), nothing = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (copy >= 0 && nothing >= 0) {
    dup3(nothing, output, O_CLOEXEC);
    sending();
    dup3(copy, output, O_CLOEXEC);
  }
  if (copy >= 0) close(copy);
  if (nothing >= 0) close(nothing);
}

static void begin_sending(void) {
  curs_set(0);
  curs_set(1);
}

static void come_back(void) { doupdate(); }

static void end(void) { endwin(); }

/// The end of ncurses, which also sets the modes of the terminal back, on the screen there is.
static void end_in_place(ct_screen *t) {
  drop(t, end);
  reset_shell_mode();
  ct_send_modes(t);
}

/// newterm with the actions of all signals as they were: ncurses' own handlers end the program.
static SCREEN *make_screen(ct_screen *t, const char *type) {
  static const int taken[] = {SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
  struct sigaction actions[4];
  for (int i = 0; i < 4; i++) sigaction(taken[i], NULL, &actions[i]);
  use_env(FALSE);
  use_tioctl(TRUE);
  SCREEN *screen = newterm(type, t->output, t->input);
  for (int i = 0; i < 4; i++) sigaction(taken[i], &actions[i], NULL);
  return screen;
}

static void set_modes(ct_screen *t) {
  raw();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  // Waiting keys must not hold back the picture.
  typeahead(-1);
  ct_forget_palette();
  t->colors = has_colors() && start_color() == OK ? COLORS : 0;
  t->default_colors = t->colors > 0 && use_default_colors() == OK;
}

static void free_screen(ct_screen *t) {
  if (t->input != NULL) fclose(t->input);
  if (t->output != NULL) fclose(t->output);
  free(t->styles);
  free(t);
}

static ct_status open_screen(ct_screen *t, const ct_options *options) {
  int output = fileno(t->output);
  if (tcgetattr(output, &t->cooked) != 0) return ct_no_terminal;
  t->utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
  t->alternate = options->alternate_screen;
  t->cursor = -1;
  if (ct_signals_begin() < 0) return ct_failed;
  if (ct_guard_begin(output, options) != 0) {
    ct_signals_end();
    return ct_failed;
  }
  t->screen = make_screen(t, options->type);
  if (t->screen == NULL) {
    ct_guard_end();
    ct_signals_end();
    return ct_no_type;
  }
  return ct_opened;
}

ct_status ct_open(const ct_options *options, ct_screen **result) {
  if (!isatty(options->input) || !isatty(options->output)) return ct_no_terminal;
  setlocale(LC_CTYPE, "");
  if (!ct_type_is_usable(options->type, options->output)) return ct_no_type;
  if (is_too_large(options->output)) return ct_too_large;
  ct_screen *t = calloc(1, sizeof *t);
  if (t == NULL) return ct_failed;
  t->input = duplicate(options->input, "r");
  t->output = duplicate(options->output, "w");
  ct_status status = ct_failed;
  if (t->input != NULL && t->output != NULL) status = open_screen(t, options);
  if (status != ct_opened) {
    int error = errno;
    free_screen(t);
    errno = error;
    return status;
  }
  t->pastes = ct_can_mark_pastes();
  if (!t->alternate) drop(t, begin_sending);
  set_modes(t);
  tcgetattr(fileno(t->output), &t->raw);
  t->columns = COLS;
  t->rows = LINES;
  ct_update_size(t);
  ct_tell_guard(t);
  t->up = true;
  ct_guard_arm();
  ct_errors_hold();
  ct_send_beginning(t);
  *result = t;
  return ct_opened;
}

void ct_leave(ct_screen *t) {
  if (!t->up) return;
  t->up = false;
  ct_send_end(t);
  if (t->alternate) {
    endwin();
  } else {
    end_in_place(t);
  }
  ct_guard_disarm();
  ct_errors_release();
}

void ct_enter(ct_screen *t) {
  // Stopped without warning, the screen was not left: then it is only drawn again.
  ct_errors_hold();
  if (!t->up) {
    tcgetattr(fileno(t->output), &t->cooked);
    def_shell_mode();
  }
  ct_tell_guard(t);
  ct_guard_arm();
  t->up = true;
  if (!t->alternate) drop(t, come_back);
  reset_prog_mode();
  // Leaving turned it off for good; ncurses would turn it on when it reads keys, which it does not.
  keypad(stdscr, TRUE);
  ct_send_beginning(t);
  ct_update_size(t);
  ct_repaint(t);
}

void ct_close(ct_screen *t) {
  ct_leave(t);
  delscreen(t->screen);
  ct_guard_end();
  ct_signals_end();
  free_screen(t);
}

// MARK: - Facts

int ct_input(const ct_screen *t) { return fileno(t->input); }

int ct_colors(const ct_screen *t) { return t->colors; }

bool ct_is_utf8(const ct_screen *t) { return t->utf8; }

void ct_size(const ct_screen *t, int *columns, int *rows) {
  *columns = t->columns;
  *rows = t->rows;
}

bool ct_update_size(ct_screen *t) {
  int columns, rows;
  ask_size(t, &columns, &rows);
  bool changed = columns != t->columns || rows != t->rows;
  t->columns = columns;
  t->rows = rows;
  if (LINES != rows || COLS != columns) resize_term(rows, columns);
  if (!changed || !t->up) return changed;
  ct_tell_guard(t);
  ct_repaint(t);
  return true;
}
