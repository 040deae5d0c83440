#include <string.h>
#include <unistd.h>

#include "screen.h"

#include <term.h>

// The terminal's description, apart from the rest: term.h defines words like `columns`.

static char collected[512];
static size_t collected_count;

static int collect(int byte) {
  if (collected_count < sizeof collected) collected[collected_count++] = (char)byte;
  return byte;
}

/// Adds a capability without its padding; one that is absent adds nothing.
static void add(const char *capability) {
  if (capability != NULL && capability != (char *)-1) tputs(capability, 1, collect);
}

static void send(ct_screen *t) {
  ct_write_all(fileno(t->output), collected, collected_count);
  collected_count = 0;
}

bool ct_type_is_usable(const char *type, int descriptor) {
  int error;
  if (type == NULL || *type == 0 || setupterm(type, descriptor, &error) != OK) return false;
  bool usable = cursor_address != NULL && !hard_copy && !generic_type;
  del_curterm(cur_term);
  return usable;
}

bool ct_type_is_known(const char *type) {
  int error = 0;
  if (type == NULL || *type == 0) return false;
  // 1 is a terminal without a cursor; 0 and -1 are no description and no database.
  if (setupterm(type, STDOUT_FILENO, &error) != OK) return error == 1;
  del_curterm(cur_term);
  return true;
}

/// Terminals of the xterm family mark pastes, and ignore private modes they do not know.
bool ct_can_mark_pastes(void) {
  const char *marks = tigetstr("BE");
  return (marks != NULL && marks != (char *)-1) ||
         (enter_ca_mode != NULL && strstr(enter_ca_mode, "[?1049h") != NULL);
}

static void add_pastes(const ct_screen *t, const char *mode) {
  if (t->pastes) add(mode);
}

/// The last row and a new line: what a program prints next has a row of its own where the
/// terminal has one screen only.
static void add_last_row(const ct_screen *t) {
  add(exit_attribute_mode);
  add(tparm(cursor_address, t->rows - 1, 0));
  add("\r\n");
}

void ct_send_beginning(ct_screen *t) {
  add_pastes(t, "\033[?2004h");
  send(t);
}

void ct_send_end(ct_screen *t) {
  add_pastes(t, "\033[?2004l");
  add_last_row(t);
  send(t);
}

bool ct_copy(ct_screen *t, const char *base64) {
  const char *capability = tigetstr("Ms");
  if (!t->up || capability == NULL || capability == (char *)-1) return false;
  const char *sequence = tparm(capability, "c", base64);
  if (sequence == NULL) return false;
  ct_write_all(fileno(t->output), sequence, strlen(sequence));
  return true;
}

void ct_tell_guard(ct_screen *t) {
  add_pastes(t, "\033[?2004l");
  add(exit_alt_charset_mode);
  add(exit_insert_mode);
  add(orig_pair);
  add(keypad_local);
  add_last_row(t);
  if (t->alternate) add(exit_ca_mode);
  add(cursor_normal);
  ct_guard_set(collected, collected_count, &t->cooked, &t->raw);
  collected_count = 0;
}

void ct_send_modes(ct_screen *t) {
  add(orig_pair);
  add(keypad_local);
  add(cursor_normal);
  send(t);
}

void ct_forget_palette(void) {
  // The library has a copy of the description for itself, which only its text can be reached in:
  // coming back from a stop it sends the string of that copy.
  char *sequence = tigetstr("oc");
  if (sequence != NULL && sequence != (char *)-1) *sequence = 0;
  orig_colors = NULL;
}

const char *ct_key_sequence(ct_screen *t, const char *name) {
  (void)t;
  const char *sequence = tigetstr(name);
  return sequence == (char *)-1 ? NULL : sequence;
}
