#pragma once
#include <curses.h>
#include <stdio.h>

#include "internal.h"

// A screen, for the files that use ncurses.

/// A style as ncurses wants it.
struct style {
  attr_t attributes;
  int pair;
};

struct ct_screen {
  SCREEN *screen;
  FILE *input, *output;
  int columns, rows;
  int colors;
  bool utf8, pastes, alternate, up;
  /// Whether the cursor is shown; -1 before it was set.
  int cursor;
  bool default_colors;
  struct style *styles;
  size_t style_count;
  struct termios cooked, raw;
};

/// Whether the type is known and can place a cursor on a screen.
bool ct_type_is_usable(const char *type, int descriptor);
/// Whether the terminal can say which text is pasted.
bool ct_can_mark_pastes(void);
/// Sends the modes ncurses knows nothing of; and takes them back, for the last row and a new line.
void ct_send_beginning(ct_screen *screen);
void ct_send_end(ct_screen *screen);
/// Tells the guard how this terminal is given back.
void ct_tell_guard(ct_screen *screen);
/// Sends what gives the terminal its usual colours, keys and cursor, where ncurses' end is dropped.
void ct_send_modes(ct_screen *screen);
/// Lets ncurses not reset the palette, which is never changed; it would be an OSC sequence.
void ct_forget_palette(void);
