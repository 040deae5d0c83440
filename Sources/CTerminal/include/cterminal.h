#pragma once
/// The version of ncurses in use, as text.
const char *ct_version(void);
