/* What the terminal can show: whether it takes colours, how wide it is. The only place that knows escape sequences. */
#ifndef FRAMEBENCH_TERMINAL_H
#define FRAMEBENCH_TERMINAL_H

#include "options.h"

#include <stdbool.h>

/* What a colour means; the colours are told apart by every kind of eye, and never carry a meaning alone. */
typedef enum Tone {
    TONE_NONE,  /* back to normal */
    TONE_GOOD,  /* faster, available, fine: blue */
    TONE_BAD,   /* slower, missing, disturbing: orange */
    TONE_FAINT, /* beside the point: grey */
    TONE_STRONG /* headings: bold */
} Tone;

/* Decides once, at the start: --color, else NO_COLOR, else whether standard output is a terminal. */
void terminal_setup(ColorChoice choice);

/* The escape sequence that starts a tone; empty where colours are off. */
const char *terminal_tone(Tone tone);

/* Columns of the terminal on standard output; `fallback` where it is none. */
int terminal_columns(int fallback);

#endif
