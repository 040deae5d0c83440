#pragma once
#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

// What tests need of the system that Swift does not import.

/// How a program is started on a pseudo-terminal.
typedef struct {
  /// Descriptors 0 to 2 that are closed at its start, as bits.
  unsigned closed;
  /// Whether SIGHUP is ignored at its start, as nohup does.
  bool ignores_hangup;
  /// The other end of its terminal, which it inherits; -1 where it does not.
  int inherited_controller;
} cts_launch;

/// Opens a new pseudo-terminal; the two descriptors are the caller's. Whether it could.
bool cts_open_terminal(int columns, int rows, int *controller, int *terminal);
/// Starts a program as the leader of a session on a terminal; returns its process, or -1.
pid_t cts_start(const char *path, char *const arguments[], char *const environment[],
                const cts_launch *launch, int terminal);
/// A descriptor that is readable when the process has ended.
int cts_open_process(pid_t process);
/// Sets the size, which the terminal's programs are told.
void cts_resize(int controller, int columns, int rows);
/// Whether two terminals' line settings, in full, are the same; both in copies of termios.
bool cts_same_settings(const void *left, const void *right);

/// Ways a program can go down.
typedef enum __attribute__((enum_extensibility(closed))) {
  cts_fault_segv,
  cts_fault_bus,
  cts_fault_ill,
  cts_fault_trap,
  cts_fault_fpe,
  cts_fault_abort,
  cts_fault_sys,
  cts_fault_overflow,
} cts_fault;

/// Goes down, on this thread or another; does not return.
void cts_fail(cts_fault fault, bool other_thread);

/// How bytes are compressed.
typedef enum __attribute__((enum_extensibility(closed))) {
  cts_compression_gzip,
  cts_compression_zstd,
  cts_compression_xz,
} cts_compression;

/// Compresses bytes into one member at a low level. Returns memory that the caller frees and sets its
/// count; NULL if that fails.
uint8_t *cts_compress(cts_compression kind, const uint8_t *bytes, size_t count, size_t *size);
