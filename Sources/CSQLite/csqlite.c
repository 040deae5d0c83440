#include "csqlite.h"

int csqlite_bind_text(sqlite3_stmt *statement, int index, const char *text, int length) {
  return sqlite3_bind_text(statement, index, text, length, SQLITE_TRANSIENT);
}

int csqlite_keep_log_on_close(sqlite3 *database, bool keeps) {
  return sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, (int)keeps, (int *)0);
}

static int stop(void *unused) {
  (void)unused;
  return 1;
}

void csqlite_limit_steps(sqlite3 *database, int steps) {
  sqlite3_progress_handler(database, steps, stop, (void *)0);
}
