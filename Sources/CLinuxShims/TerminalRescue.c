#define _GNU_SOURCE
#include "CLinuxShims.h"

#include <errno.h>
#include <pty.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

// What the handlers need, prepared beforehand: they may call nothing but async-signal-safe
// functions (man signal-safety).
static struct {
    atomic_int armed;
    atomic_int paused;
    atomic_uint pending;
    int terminal;
    int wake;
    size_t length;
    char bytes[512];
    struct termios modes;
} rescue;

static const int deadly[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGQUIT};
static const int noted[] = {SIGHUP, SIGTERM, SIGINT, SIGTSTP, SIGCONT};
static char alternate_stack[65536];

static void restore_terminal(void) {
    if (!atomic_exchange(&rescue.armed, 0)) return;
    ssize_t written = write(rescue.terminal, rescue.bytes, rescue.length);
    (void)written;
    tcsetattr(rescue.terminal, TCSANOW, &rescue.modes);
}

static void restore_and_die(int number) {
    restore_terminal();
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = SIG_DFL;
    sigaction(number, &action, NULL);
    raise(number);
}

static void die(int number) {
    // A ^\ for a child program reaches this process too.
    if (number == SIGQUIT && atomic_load(&rescue.paused)) return;
    restore_and_die(number);
}

static unsigned bit_of(int number) {
    switch (number) {
    case SIGHUP: return DESK_SIGNAL_HANGUP;
    case SIGTSTP: return DESK_SIGNAL_STOP;
    case SIGCONT: return DESK_SIGNAL_CONTINUE;
    default: return DESK_SIGNAL_TERMINATE;
    }
}

static void note(int number) {
    int kept = errno;
    if (atomic_load(&rescue.paused) && (number == SIGINT || number == SIGTSTP)) return;
    unsigned bit = bit_of(number);
    unsigned before = atomic_fetch_or(&rescue.pending, bit);
    // Asked again before the loop answered once: it hangs, so the wish is fulfilled here.
    if ((before & bit) && (bit & (DESK_SIGNAL_HANGUP | DESK_SIGNAL_TERMINATE))) {
        restore_and_die(number);
    }
    uint64_t one = 1;
    ssize_t written = write(rescue.wake, &one, sizeof one);
    (void)written;
    errno = kept;
}

static void install(const int *numbers, size_t count, void (*handler)(int), int flags) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    action.sa_flags = flags;
    // All others wait: SIGTTOU must not stop the process within tcsetattr.
    sigfillset(&action.sa_mask);
    for (size_t index = 0; index < count; index++) sigaction(numbers[index], &action, NULL);
}

int desk_rescue_arm(int terminal, int wake, const char *bytes, size_t length) {
    if (length > sizeof rescue.bytes) return -1;
    if (tcgetattr(terminal, &rescue.modes) != 0) return -1;
    memcpy(rescue.bytes, bytes, length);
    rescue.length = length;
    rescue.terminal = terminal;
    rescue.wake = wake;
    atomic_store(&rescue.pending, 0);
    atomic_store(&rescue.paused, 0);
    atomic_store(&rescue.armed, 1);
    stack_t stack = {.ss_sp = alternate_stack, .ss_size = sizeof alternate_stack};
    sigaltstack(&stack, NULL);
    install(deadly, sizeof deadly / sizeof *deadly, die, SA_ONSTACK);
    install(noted, sizeof noted / sizeof *noted, note, SA_ONSTACK | SA_RESTART);
    return 0;
}

void desk_rescue_disarm(void) {
    atomic_store(&rescue.armed, 0);
    install(deadly, sizeof deadly / sizeof *deadly, SIG_DFL, 0);
    install(noted, sizeof noted / sizeof *noted, SIG_DFL, 0);
}

void desk_rescue_pause(int is_away) {
    atomic_store(&rescue.paused, is_away);
    atomic_store(&rescue.armed, !is_away);
}

void desk_rescue_modes(void) { tcsetattr(rescue.terminal, TCSADRAIN, &rescue.modes); }

unsigned desk_rescue_take_signals(void) { return atomic_exchange(&rescue.pending, 0); }

void desk_stop_group(void) {
    int number = SIGTSTP;
    install(&number, 1, SIG_DFL, 0);
    kill(0, SIGTSTP);
    install(&number, 1, note, SA_ONSTACK | SA_RESTART);
}

int desk_window_size(int terminal, int *rows, int *columns) {
    struct winsize size;
    if (ioctl(terminal, TIOCGWINSZ, &size) != 0) return -1;
    *rows = size.ws_row;
    *columns = size.ws_col;
    return 0;
}

int desk_set_window_size(int terminal, int rows, int columns) {
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    return ioctl(terminal, TIOCSWINSZ, &size);
}

int desk_open_pty(int *controller, int *terminal) {
    return openpty(controller, terminal, NULL, NULL, NULL);
}
