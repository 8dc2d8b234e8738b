// CLD2 speaks C++ only; this is the one C door to it. No logic of ours.
#ifndef DESKHAND_CLANGID_H
#define DESKHAND_CLANGID_H
#include <stdbool.h>
#ifdef __cplusplus
extern "C" {
#endif

/// Up to three languages CLD2 sees in UTF-8 text, best first: its codes ("zh", "de"; "un" for
/// unknown) and the share of the text each has, in per cent.
typedef struct {
    const char *code[3];
    int percent[3];
    bool is_reliable;
    int text_bytes;
} desk_language_guess;

desk_language_guess desk_detect_language(const char *utf8, int length);

#ifdef __cplusplus
}
#endif
#endif
