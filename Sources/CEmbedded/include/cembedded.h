#pragma once
#include <stddef.h>

/// A file of the project that is part of the program.
typedef struct {
  /// What it is for: `sample`, `template`, `page`, `profile`, `schema`, `theme`.
  const char *kind;
  /// Its name in its folder.
  const char *name;
  /// Its bytes, without an end mark.
  const unsigned char *bytes;
  /// How many bytes.
  size_t length;
} cembedded_file;

/// How many files there are.
int cembedded_count(void);

/// The file at an index from 0, in the order of kinds and names.
const cembedded_file *cembedded_at(int index);
