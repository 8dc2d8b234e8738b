// The wide-character switches must stand before the first include of curses (man ncurses).
#ifndef DESKHAND_CNCURSES_SHIM_H
#define DESKHAND_CNCURSES_SHIM_H
#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#ifndef NCURSES_NOMACROS
#define NCURSES_NOMACROS 1
#endif
#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <term.h>
#include <wchar.h>

// The globals of curses are no values Swift 6 lets pass; these read them.
static inline WINDOW *desk_stdscr(void) { return stdscr; }
static inline WINDOW *desk_curscr(void) { return curscr; }
static inline int desk_lines(void) { return LINES; }
static inline int desk_columns(void) { return COLS; }
static inline int desk_colors(void) { return COLORS; }
static inline int desk_color_pairs(void) { return COLOR_PAIRS; }

/// Attribute macros are casts Swift does not see. Bits: 1 bold, 2 dim, 4 reverse, 8 underline.
static inline attr_t desk_attributes(uint8_t bits) {
    return ((bits & 1) ? A_BOLD : 0) | ((bits & 2) ? A_DIM : 0) | ((bits & 4) ? A_REVERSE : 0)
        | ((bits & 8) ? A_UNDERLINE : 0);
}

/// Mouse masks are computed by macros.
static inline mmask_t desk_mouse_mask(void) {
    return BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED;
}

/// 1 a press of the first button, 2 wheel up, 3 wheel down, 0 anything else.
static inline int desk_mouse_action(mmask_t state) {
    if (state & BUTTON1_PRESSED) return 1;
    if (state & BUTTON4_PRESSED) return 2;
    return (state & BUTTON5_PRESSED) ? 3 : 0;
}

int wcwidth(wchar_t character);

/// Glibc's module leaves wcwidth out; ncurses counts columns by it.
static inline int desk_wcwidth(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

/// Takes a locale and tells whether it speaks UTF-8. nl_langinfo's items are macros, and <locale.h>
/// of this module and of Glibc's are better not met in one file.
static inline int desk_use_locale(const char *name) {
    return setlocale(LC_ALL, name) && strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

/// newterm on descriptors; NULL when terminfo has no such entry. Streams are left open: closing
/// them would close the descriptors.
static inline SCREEN *desk_open_screen(const char *name, int input, int output) {
    FILE *source = fdopen(input, "r");
    FILE *sink = fdopen(output, "w");
    return source && sink ? newterm(name, sink, source) : NULL;
}
#endif
