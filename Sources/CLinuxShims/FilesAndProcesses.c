#define _GNU_SOURCE
#include "desk_files_and_processes.h"

#include <sys/inotify.h>
#include <sys/syscall.h>
#include <unistd.h>

int desk_inotify_open(void) { return inotify_init1(IN_NONBLOCK | IN_CLOEXEC); }

int desk_inotify_watch_arrivals(int fd, const char *folder) {
    return inotify_add_watch(
        fd, folder, IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR);
}

int desk_pidfd_open(pid_t process) { return (int)syscall(SYS_pidfd_open, process, 0); }

int desk_spawn_close_from(posix_spawn_file_actions_t *actions, int first) {
    return posix_spawn_file_actions_addclosefrom_np(actions, first);
}

short desk_spawn_new_session_flag(void) { return POSIX_SPAWN_SETSID; }
