// inotify(7), pidfd_open(2) and posix_spawn's extensions: the Glibc module shows none of them.
#ifndef DESKHAND_FILES_AND_PROCESSES_H
#define DESKHAND_FILES_AND_PROCESSES_H
#include <spawn.h>
#include <sys/types.h>

/// A non-blocking inotify descriptor, or -1 with errno set.
int desk_inotify_open(void);

/// Watches a folder for files that were written and closed, or moved in; also for its own end.
int desk_inotify_watch_arrivals(int fd, const char *folder);

/// A descriptor that becomes readable when the process ends, or -1 with errno set.
int desk_pidfd_open(pid_t process);

/// posix_spawn_file_actions_addclosefrom_np(3): hidden from the Glibc module by _GNU_SOURCE.
int desk_spawn_close_from(posix_spawn_file_actions_t *actions, int first);

/// POSIX_SPAWN_SETSID: the flag is hidden from the Glibc module by _GNU_SOURCE.
short desk_spawn_new_session_flag(void);
#endif
