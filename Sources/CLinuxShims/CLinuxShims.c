#define _GNU_SOURCE
#include "CLinuxShims.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

_Static_assert(sizeof(desk_peer) == sizeof(struct ucred), "desk_peer must be laid out as ucred");

int desk_eventfd(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

int desk_so_peercred(void) { return SO_PEERCRED; }

short desk_pollrdhup(void) { return POLLRDHUP; }
