#include "cterminal.h"

#include <curses.h>

const char *ct_version(void) { return curses_version(); }
