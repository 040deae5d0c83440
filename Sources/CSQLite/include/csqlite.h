#pragma once
#include <sqlite3.h>
#include <stdbool.h>

// SQLite, and the parts of its interface that Swift cannot call: variadic functions, and pointers
// that are numbers.

/// Binds a copy of a UTF-8 text to a parameter, from 1. Returns a result code of SQLite.
int csqlite_bind_text(sqlite3_stmt *statement, int index, const char *text, int length);

/// Sets whether closing the last connection leaves the write-ahead log as it is, instead of moving
/// it into the database. Returns a result code of SQLite.
int csqlite_keep_log_on_close(sqlite3 *database, bool keeps);

/// Interrupts every statement that takes more than about `steps` steps of SQLite's virtual machine;
/// 0 for no limit.
void csqlite_limit_steps(sqlite3 *database, int steps);
