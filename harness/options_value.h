/* The kinds of values that options take: each parser checks a text and puts it into its place. */
#ifndef FRAMEBENCH_OPTIONS_VALUE_H
#define FRAMEBENCH_OPTIONS_VALUE_H

#include "error.h"
#include "options.h"

typedef struct OptionRow OptionRow;

/* `place` is the field of Options that the row names. */
typedef int OptionParser(const OptionRow *row, void *place, const char *value, Error *error);

OptionParser option_flag;     /* bool: set to true; takes no value */
OptionParser option_text;     /* char *, owned */
OptionParser option_texts;    /* char **, owned: one more, NULL-terminated */
OptionParser option_bytes;    /* uint64_t: 500M or 2G */
OptionParser option_list;     /* char **: words between commas, NULL-terminated; "none" is the empty list */
OptionParser option_unsigned; /* unsigned between the row's low and high */
OptionParser option_even;     /* the same, even */
OptionParser option_number;   /* double between the row's low and high */
OptionParser option_percent;  /* the same, with or without a per cent sign */
OptionParser option_seed;     /* uint64_t */
OptionParser option_seconds;  /* double: 30s, 3m or 1h */
OptionParser option_budget;   /* the same, or none: 0 */
OptionParser option_choice;   /* unsigned: the place among the row's a|b|c */
OptionParser option_word;     /* char *, owned: one of the row's a|b|c */
OptionParser option_side;     /* SideOption: NAME=COMMAND ... */
OptionParser option_sides;    /* SideOption *, followed by its count: one more */

/* Splits as a shell would split words: blanks separate; '…' is literal; "…" and \ quote; no expansion of any kind.
 * Returns a NULL-terminated array the caller frees with options_free_words, or NULL. */
char **options_split_words(const char *text, Error *error);
void options_push_word(char ***words, size_t *count, const char *word);
void options_free_words(char **words);

#endif
