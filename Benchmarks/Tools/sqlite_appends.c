// Raw SQLite beside the consult log: rows of BYTES bytes, BATCH to a transaction, WAL with
// synchronous=FULL. Prints rows per second.
//
//   sqlite_appends FILE ROWS BATCH BYTES
#define _GNU_SOURCE
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>
#include <time.h>

static sqlite3 *database;

static void check(int code, int wanted) {
  if (code == wanted) return;
  fprintf(stderr, "sqlite_appends: %s\n", sqlite3_errmsg(database));
  exit(1);
}

static void run(const char *sql) {
  check(sqlite3_exec(database, sql, NULL, NULL, NULL), SQLITE_OK);
}

int main(int argc, char **argv) {
  if (argc != 5) return 2;
  int rows = atoi(argv[2]), batch = atoi(argv[3]), bytes = atoi(argv[4]);
  if (rows < 1 || batch < 1 || bytes < 1) return 2;
  check(sqlite3_open(argv[1], &database), SQLITE_OK);
  run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000;"
      "CREATE TABLE entry (position INTEGER PRIMARY KEY AUTOINCREMENT, bytes BLOB NOT NULL)");
  sqlite3_stmt *insert;
  check(sqlite3_prepare_v2(database, "INSERT INTO entry (bytes) VALUES (?)", -1, &insert, NULL),
        SQLITE_OK);
  unsigned char *entry = malloc((size_t)bytes);
  if (getrandom(entry, (size_t)(bytes < 256 ? bytes : 256), 0) < 0) return 1;
  struct timespec start, end;
  clock_gettime(CLOCK_MONOTONIC, &start);
  for (int done = 0; done < rows;) {
    run("BEGIN IMMEDIATE");
    for (int i = 0; i < batch && done < rows; i++, done++) {
      check(sqlite3_bind_blob(insert, 1, entry, bytes, SQLITE_STATIC), SQLITE_OK);
      check(sqlite3_step(insert), SQLITE_DONE);
      sqlite3_reset(insert);
    }
    run("COMMIT");
  }
  clock_gettime(CLOCK_MONOTONIC, &end);
  double seconds = (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) / 1e9;
  printf("%.0f\n", rows / seconds);
  return 0;
}
