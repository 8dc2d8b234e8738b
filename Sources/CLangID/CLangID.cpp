#include "CLangID.h"

#include <cstdio>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

extern "C" desk_language_guess desk_detect_language(const char *utf8, int length) {
    CLD2::Language languages[3];
    int percents[3];
    double scores[3];
    int textBytes = 0;
    bool isReliable = false;
    int valid = 0;
    CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    CLD2::ExtDetectLanguageSummaryCheckUTF8(
        utf8, length, true, &hints, 0, languages, percents, scores, nullptr, &textBytes,
        &isReliable, &valid);
    desk_language_guess guess = {};
    for (int i = 0; i < 3; i++) {
        guess.code[i] = CLD2::LanguageCode(languages[i]);
        guess.percent[i] = percents[i];
    }
    guess.is_reliable = isReliable;
    guess.text_bytes = textBytes;
    return guess;
}
