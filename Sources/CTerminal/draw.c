#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "screen.h"

// Cells to ncurses. It compares with what stands on the terminal and sends the difference.

// MARK: - Styles

/// Makes room for a style by its number.
static struct style *style_at(ct_screen *t, uint16_t number) {
  if (number >= t->style_count) {
    size_t count = (size_t)number + 16;
    struct style *grown = realloc(t->styles, count * sizeof *grown);
    if (grown == NULL) return NULL;
    memset(grown + t->style_count, 0, (count - t->style_count) * sizeof *grown);
    t->styles = grown;
    t->style_count = count;
  }
  return &t->styles[number];
}

/// A pair of colours; without the terminal's default colours, white on black stands for them.
static int pair_of(ct_screen *t, int foreground, int background) {
  if (t->colors == 0 || (foreground < 0 && background < 0)) return 0;
  if (!t->default_colors) {
    if (foreground < 0) foreground = COLOR_WHITE;
    if (background < 0) background = COLOR_BLACK;
  }
  int pair = alloc_pair(foreground, background);
  return pair < 0 ? 0 : pair;
}

void ct_set_style(ct_screen *t, uint16_t number, int foreground, int background, int attributes) {
  struct style *style = style_at(t, number);
  if (style == NULL) return;
  if (foreground >= t->colors) foreground = -1;
  if (background >= t->colors) background = -1;
  style->pair = pair_of(t, foreground, background);
  style->attributes = (attributes & ct_bold ? A_BOLD : 0) | (attributes & ct_italic ? A_ITALIC : 0) |
                      (attributes & ct_underline ? A_UNDERLINE : 0) |
                      (attributes & ct_reverse ? A_REVERSE : 0);
}

// MARK: - Cells

/// Whether glibc can draw the scalar in so many columns; a narrower one is followed by a blank.
static bool can_draw(uint32_t scalar, int width) {
  int drawn = wcwidth((wchar_t)scalar);
  return drawn > 0 && drawn <= width;
}

/// A combining mark that may follow a base. A joiner or a variation selector is left out: cut or
/// not joined by the terminal they corrupt the row.
static bool is_mark(uint32_t scalar) {
  return wcwidth((wchar_t)scalar) == 0 && scalar != 0 && scalar != 0x200D &&
         !(scalar >= 0xFE00 && scalar <= 0xFE0F) && !(scalar >= 0xE0000);
}

/// Makes ncurses' cell of ours; returns the columns it takes.
static int make_cell(ct_screen *t, const ct_cell *cell, cchar_t *made) {
  wchar_t text[CCHARW_MAX + 1] = {0};
  int count = 0, width = cell->width > 0 ? cell->width : 1;
  uint32_t base = cell->count > 0 ? cell->scalars[0] : ' ';
  if (can_draw(base, width)) {
    text[count++] = (wchar_t)base;
    for (int i = 1; i < cell->count && i < ct_most_scalars && count < CCHARW_MAX; i++) {
      if (is_mark(cell->scalars[i])) text[count++] = (wchar_t)cell->scalars[i];
    }
  } else {
    text[count++] = t->utf8 ? L'\uFFFD' : L'?';
  }
  struct style plain = {0};
  struct style *style = cell->style < t->style_count ? &t->styles[cell->style] : &plain;
  int pair = style->pair;
  setcchar(made, text, style->attributes, (short)(pair > 32767 ? 32767 : pair), &pair);
  int drawn = wcwidth(text[0]);
  return drawn > 0 ? drawn : 1;
}

void ct_put_row(ct_screen *t, int row, const ct_cell *cells, int count, bool whole) {
  cchar_t *made = malloc((size_t)(t->columns + 1) * sizeof *made);
  if (made == NULL) return;
  const ct_cell blank = {.scalars = {' '}, .count = 1, .width = 1};
  int column = 0, length = 0;
  for (int i = 0; column < t->columns; i++) {
    ct_cell cell = i < count ? cells[i] : blank;
    int end = column + (cell.width > 0 ? cell.width : 1);
    // A wide cell that would be cut by the edge becomes a blank.
    if (end > t->columns) {
      cell.scalars[0] = ' ';
      cell.count = 1;
      end = t->columns;
    }
    column += make_cell(t, &cell, &made[length++]);
    ct_cell rest = blank;
    rest.style = cell.style;
    while (column < end) column += make_cell(t, &rest, &made[length++]);
  }
  mvadd_wchnstr(row, 0, made, length);
  if (whole) wredrawln(stdscr, row, 1);
  free(made);
}

void ct_show(ct_screen *t, int column, int row, bool visible) {
  move(row < t->rows ? row : t->rows - 1, column < t->columns ? column : t->columns - 1);
  refresh();
  if (t->cursor != visible) curs_set(visible);
  t->cursor = visible;
}

void ct_repaint(ct_screen *t) {
  (void)t;
  clearok(curscr, TRUE);
}
