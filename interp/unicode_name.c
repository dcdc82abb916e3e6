/* unicode_name.c: names of code points. libunistring has the names that are listed one by one; here are those that follow rules
 * (ideographs by number, syllables by sound), and those of the controls, which Unicode gives as aliases only. */
#include "unicode_name.h"

#include <stdio.h>
#include <string.h>
#include <uniname.h>

/* Aliases of the code points from `first` on: names of one code point follow each other with a bar between. */
typedef struct ControlNames {
    uint32_t first;
    const char *names[33];
} ControlNames;

static const ControlNames controls[] = {
    {0x00, {"NULL|NUL", "START OF HEADING|SOH", "START OF TEXT|STX", "END OF TEXT|ETX", "END OF TRANSMISSION|EOT", "ENQUIRY|ENQ",
        "ACKNOWLEDGE|ACK", "ALERT|BEL", "BACKSPACE|BS", "CHARACTER TABULATION|HORIZONTAL TABULATION|HT|TAB",
        "LINE FEED|NEW LINE|END OF LINE|LF|NL|EOL", "LINE TABULATION|VERTICAL TABULATION|VT", "FORM FEED|FF", "CARRIAGE RETURN|CR",
        "SHIFT OUT|LOCKING-SHIFT ONE|SO", "SHIFT IN|LOCKING-SHIFT ZERO|SI", "DATA LINK ESCAPE|DLE", "DEVICE CONTROL ONE|DC1",
        "DEVICE CONTROL TWO|DC2", "DEVICE CONTROL THREE|DC3", "DEVICE CONTROL FOUR|DC4", "NEGATIVE ACKNOWLEDGE|NAK",
        "SYNCHRONOUS IDLE|SYN", "END OF TRANSMISSION BLOCK|ETB", "CANCEL|CAN", "END OF MEDIUM|EOM|EM", "SUBSTITUTE|SUB", "ESCAPE|ESC",
        "INFORMATION SEPARATOR FOUR|FILE SEPARATOR|FS", "INFORMATION SEPARATOR THREE|GROUP SEPARATOR|GS",
        "INFORMATION SEPARATOR TWO|RECORD SEPARATOR|RS", "INFORMATION SEPARATOR ONE|UNIT SEPARATOR|US"}},
    {0x7F, {"DELETE|DEL", "PADDING CHARACTER|PAD", "HIGH OCTET PRESET|HOP", "BREAK PERMITTED HERE|BPH", "NO BREAK HERE|NBH", "INDEX|IND",
        "NEXT LINE|NEL", "START OF SELECTED AREA|SSA", "END OF SELECTED AREA|ESA", "CHARACTER TABULATION SET|HORIZONTAL TABULATION SET|HTS",
        "CHARACTER TABULATION WITH JUSTIFICATION|HORIZONTAL TABULATION WITH JUSTIFICATION|HTJ",
        "LINE TABULATION SET|VERTICAL TABULATION SET|VTS", "PARTIAL LINE FORWARD|PARTIAL LINE DOWN|PLD",
        "PARTIAL LINE BACKWARD|PARTIAL LINE UP|PLU", "REVERSE LINE FEED|REVERSE INDEX|RI", "SINGLE SHIFT TWO|SINGLE-SHIFT-2|SS2",
        "SINGLE SHIFT THREE|SINGLE-SHIFT-3|SS3", "DEVICE CONTROL STRING|DCS", "PRIVATE USE ONE|PRIVATE USE-1|PU1",
        "PRIVATE USE TWO|PRIVATE USE-2|PU2", "SET TRANSMIT STATE|STS", "CANCEL CHARACTER|CCH", "MESSAGE WAITING|MW",
        "START OF GUARDED AREA|START OF PROTECTED AREA|SPA", "END OF GUARDED AREA|END OF PROTECTED AREA|EPA", "START OF STRING|SOS",
        "SINGLE GRAPHIC CHARACTER INTRODUCER|SGC", "SINGLE CHARACTER INTRODUCER|SCI", "CONTROL SEQUENCE INTRODUCER|CSI",
        "STRING TERMINATOR|ST", "OPERATING SYSTEM COMMAND|OSC", "PRIVACY MESSAGE|PM", "APPLICATION PROGRAM COMMAND|APC"}},
};

static const struct { uint32_t first, last; } ideographs[] = {{0x3400, 0x4DBF}, {0x4E00, 0x9FFF}, {0x20000, 0x2A6DF}, {0x2A700, 0x2B738},
    {0x2B740, 0x2B81D}, {0x2B820, 0x2CEA1}, {0x2CEB0, 0x2EBE0}, {0x30000, 0x3134A}};

enum { SYLLABLE_FIRST = 0xAC00, SYLLABLE_LEADS = 19, SYLLABLE_VOWELS = 21, SYLLABLE_TAILS = 28 };
static const char *const leads[SYLLABLE_LEADS] = {"G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"};
static const char *const vowels[SYLLABLE_VOWELS] = {"A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO",
    "WE", "WI", "YU", "EU", "YI", "I"};
static const char *const tails[SYLLABLE_TAILS] = {"", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M",
    "B", "BS", "S", "SS", "NG", "J", "C", "K", "T", "P", "H"};

static char upper(char c) { return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c; }

static int32_t control_by_name(const char *name, size_t length)
{
    for (size_t t = 0; t < sizeof controls / sizeof *controls; t++) {
        for (int i = 0; i < 33 && controls[t].names[i] != NULL; i++) {
            for (const char *at = controls[t].names[i]; at != NULL; at = strchr(at, '|') ? strchr(at, '|') + 1 : NULL) {
                size_t word = strcspn(at, "|");
                if (word == length && memcmp(at, name, length) == 0)
                    return (int32_t)controls[t].first + i;
            }
        }
    }
    return -1;
}

static bool is_ideograph(uint32_t point)
{
    for (size_t i = 0; i < sizeof ideographs / sizeof *ideographs; i++) {
        if (point >= ideographs[i].first && point <= ideographs[i].last)
            return true;
    }
    return false;
}

/* The digits of CJK UNIFIED IDEOGRAPH-4E00: four or five, capitals. */
static int32_t ideograph_by_digits(const char *digits)
{
    static const char hex[] = "0123456789ABCDEF";
    size_t length = strspn(digits, hex);
    uint32_t point = 0;
    if ((length != 4 && length != 5) || digits[length] != '\0')
        return -1;
    for (size_t i = 0; i < length; i++)
        point = point << 4 | (uint32_t)(strchr(hex, digits[i]) - hex);
    return is_ideograph(point) ? (int32_t)point : -1;
}

/* Number of the longest of `count` words that `*at` begins with, which moves behind it; -1: none. */
static int longest_word(const char **at, const char *const *words, int count)
{
    int best = -1;
    size_t best_length = 0;
    for (int i = 0; i < count; i++) {
        size_t length = strlen(words[i]);
        if ((best < 0 || length > best_length) && strncmp(*at, words[i], length) == 0) {
            best = i;
            best_length = length;
        }
    }
    *at += best_length;
    return best;
}

static int32_t syllable_by_sound(const char *sound)
{
    int lead = longest_word(&sound, leads, SYLLABLE_LEADS);
    int vowel = longest_word(&sound, vowels, SYLLABLE_VOWELS);
    int tail = longest_word(&sound, tails, SYLLABLE_TAILS);
    if (lead < 0 || vowel < 0 || tail < 0 || *sound != '\0')
        return -1;
    return SYLLABLE_FIRST + (lead * SYLLABLE_VOWELS + vowel) * SYLLABLE_TAILS + tail;
}

static const char ideograph[] = "CJK UNIFIED IDEOGRAPH-", syllable[] = "HANGUL SYLLABLE ";

bool unicode_name(uint32_t point, char name[UNICODE_NAME_LONGEST + 1])
{
    uint32_t number = point - SYLLABLE_FIRST;
    if (number < SYLLABLE_LEADS * SYLLABLE_VOWELS * SYLLABLE_TAILS) {
        sprintf(name, "%s%s%s%s", syllable, leads[number / (SYLLABLE_VOWELS * SYLLABLE_TAILS)], vowels[number / SYLLABLE_TAILS % SYLLABLE_VOWELS],
                tails[number % SYLLABLE_TAILS]);
        return true;
    }
    if (is_ideograph(point)) {
        sprintf(name, "%s%X", ideograph, (unsigned)point);
        return true;
    }
    return unicode_character_name(point, name) != NULL;
}

int32_t unicode_by_name(const char *name, size_t length)
{
    char copy[UNICODE_NAME_LONGEST + 1];
    if (length == 0 || length > UNICODE_NAME_LONGEST || memchr(name, '\0', length) != NULL)
        return -1;
    memcpy(copy, name, length);
    copy[length] = '\0';
    /* The two rules want capitals; all other names may be written in small letters. */
    if (strncmp(copy, ideograph, sizeof ideograph - 1) == 0)
        return ideograph_by_digits(copy + sizeof ideograph - 1);
    if (strncmp(copy, syllable, sizeof syllable - 1) == 0)
        return syllable_by_sound(copy + sizeof syllable - 1);
    for (size_t i = 0; i < length; i++)
        copy[i] = upper(copy[i]);
    if (strncmp(copy, syllable, sizeof syllable - 1) == 0)
        return -1;
    int32_t control = control_by_name(copy, length);
    if (control >= 0)
        return control;
    ucs4_t point = unicode_name_character(copy);
    return point == UNINAME_INVALID ? -1 : (int32_t)point;
}
