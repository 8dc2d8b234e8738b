// What Swift's Glibc module does not show. Accessors only, no logic; each says why it exists.
#ifndef DESKHAND_CLINUXSHIMS_H
#define DESKHAND_CLINUXSHIMS_H
#include <stddef.h>
#include <stdint.h>

#include "desk_files_and_processes.h"

// The functions stand in C files, not here: this header must read every system type exactly as the
// Glibc module does, so it can define no feature switch such as _GNU_SOURCE.

/// eventfd(2) with its close-on-exec and non-blocking flags, macros that Glibc's module leaves out.
int desk_eventfd(void);

/// The kernel's `struct ucred` (unix(7)): the Glibc module hides it behind _GNU_SOURCE.
typedef struct {
    int32_t pid;
    uint32_t uid;
    uint32_t gid;
} desk_peer;

/// SO_PEERCRED as getsockopt(2) takes it.
int desk_so_peercred(void);

/// POLLRDHUP as poll(2) takes it: the other side will write no more.
short desk_pollrdhup(void);

// Rescue of the terminal. A Swift trap runs no `defer`, so the terminal is put right by a signal
// handler, and handlers need C: they may touch only what was prepared for them.

/// Bits of `desk_rescue_take_signals`.
#define DESK_SIGNAL_HANGUP 1u
#define DESK_SIGNAL_TERMINATE 2u
#define DESK_SIGNAL_STOP 4u
#define DESK_SIGNAL_CONTINUE 8u

/// Remembers the terminal's modes and the bytes (at most 512) that undo what the program switches
/// on, and handles signals: ILL TRAP SEGV BUS FPE ABRT QUIT restore the terminal and go on to kill
/// the process; HUP TERM INT TSTP CONT are noted and wake `wake`, an eventfd. -1 when refused.
int desk_rescue_arm(int terminal, int wake, const char *bytes, size_t length);
/// Gives all those signals their default action back.
void desk_rescue_disarm(void);
/// 1 while another program has the terminal: nothing to restore, and its ^C and ^Z are not ours.
void desk_rescue_pause(int is_away);
/// Puts the modes back that `desk_rescue_arm` found.
void desk_rescue_modes(void);
/// The signals noted since the last call.
unsigned desk_rescue_take_signals(void);
/// Stops the process group as ^Z does; returns once it was continued.
void desk_stop_group(void);
/// The terminal's size by TIOCGWINSZ, a variadic call Swift cannot make. -1 with errno set.
int desk_window_size(int terminal, int *rows, int *columns);
/// Sets the size by TIOCSWINSZ. -1 with errno set.
int desk_set_window_size(int terminal, int rows, int columns);
/// openpty(3), which the Glibc module leaves out. -1 with errno set.
int desk_open_pty(int *controller, int *terminal);
#endif
