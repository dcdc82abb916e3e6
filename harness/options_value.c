#include "options_value.h"

#include "mem.h"
#include "options_table.h"
#include "text.h"

#include <ctype.h>
#include <errno.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* ---- words ---- */

void options_free_words(char **words)
{
    for (char **word = words; word != NULL && *word != NULL; word++)
        free(*word);
    free(words);
}

void options_push_word(char ***words, size_t *count, const char *word)
{
    *words = mem_resize(*words, *count + 2, sizeof **words);
    (*words)[(*count)++] = mem_copy_text(word);
    (*words)[*count] = NULL;
}

/* Reads one word starting at a non-blank; returns where it ended, or NULL at an open quote. */
static const char *read_word(const char *at, Text *word)
{
    char quote = '\0';
    for (; *at != '\0' && (quote != '\0' || !isspace((unsigned char)*at)); at++) {
        if (quote == '\0' && (*at == '\'' || *at == '"'))
            quote = *at;
        else if (quote != '\0' && *at == quote)
            quote = '\0';
        else if (*at == '\\' && quote == '"' && at[1] != '"' && at[1] != '\\')
            text_add_bytes(word, at, 1);
        else if (*at == '\\' && quote != '\'' && at[1] != '\0')
            text_add_bytes(word, ++at, 1);
        else
            text_add_bytes(word, at, 1);
    }
    return quote == '\0' ? at : NULL;
}

char **options_split_words(const char *text, Error *error)
{
    char **words = mem_alloc(1, sizeof *words);
    size_t count = 0;
    for (const char *at = text; *at != '\0';) {
        if (isspace((unsigned char)*at)) {
            at++;
            continue;
        }
        Text word = {0};
        const char *end = read_word(at, &word);
        if (end != NULL)
            options_push_word(&words, &count, text_string(&word));
        text_free(&word);
        if (end == NULL) {
            error_set(error, "a quote is never closed in: %s; close it, or put a backslash before it", text);
            options_free_words(words);
            return NULL;
        }
        at = end;
    }
    return words;
}

static char **split_commas(const char *text)
{
    char **words = mem_alloc(1, sizeof *words);
    size_t count = 0;
    char *copy = mem_copy_text(text);
    char *rest = copy;
    for (char *word = strsep(&rest, ","); word != NULL; word = strsep(&rest, ","))
        if (*word != '\0')
            options_push_word(&words, &count, word);
    free(copy);
    return words;
}

/* ---- plain values ---- */

int option_flag(const OptionRow *row, void *place, const char *value, Error *error)
{
    (void)row;
    (void)value;
    (void)error;
    *(bool *)place = true;
    return 0;
}

int option_text(const OptionRow *row, void *place, const char *value, Error *error)
{
    (void)row;
    (void)error;
    char **text = place;
    free(*text);
    *text = mem_copy_text(value);
    return 0;
}

int option_texts(const OptionRow *row, void *place, const char *value, Error *error)
{
    (void)row;
    (void)error;
    char ***list = place;
    size_t count = 0;
    while (*list != NULL && (*list)[count] != NULL)
        count++;
    options_push_word(list, &count, value);
    return 0;
}

int option_list(const OptionRow *row, void *place, const char *value, Error *error)
{
    (void)row;
    (void)error;
    char ***list = place;
    options_free_words(*list);
    *list = split_commas(strcmp(value, "none") == 0 ? "" : value);
    return 0;
}

/* ---- numbers ---- */

int option_unsigned(const OptionRow *row, void *place, const char *value, Error *error)
{
    char *end = NULL;
    errno = 0;
    long long number = strtoll(value, &end, 10);
    if (*value == '\0' || *end != '\0' || errno != 0 || (double)number < row->low || (double)number > row->high)
        return error_set(error, "%s %s: give a whole number from %.0f to %.0f", row->name, value, row->low, row->high);
    *(unsigned *)place = (unsigned)number;
    return 0;
}

int option_even(const OptionRow *row, void *place, const char *value, Error *error)
{
    if (option_unsigned(row, place, value, error) < 0)
        return -1;
    if (*(unsigned *)place % 2 != 0)
        return error_set(error, "%s %s: give an even number, so that each side goes first equally often", row->name,
                         value);
    return 0;
}

int option_number(const OptionRow *row, void *place, const char *value, Error *error)
{
    char *end = NULL;
    double number = strtod(value, &end);
    if (*value == '\0' || *end != '\0' || !isfinite(number) || number < row->low || number > row->high)
        return error_set(error, "%s %s: give a number from %g to %g", row->name, value, row->low, row->high);
    *(double *)place = number;
    return 0;
}

int option_percent(const OptionRow *row, void *place, const char *value, Error *error)
{
    size_t length = strlen(value);
    char *number = mem_copy_bytes(value, length > 1 && value[length - 1] == '%' ? length - 1 : length);
    int status = option_number(row, place, number, error);
    free(number);
    return status;
}

int option_seed(const OptionRow *row, void *place, const char *value, Error *error)
{
    char *end = NULL;
    errno = 0;
    unsigned long long seed = strtoull(value, &end, 0);
    if (!isdigit((unsigned char)*value) || *end != '\0' || errno != 0)
        return error_set(error, "%s %s: give a whole number from 0 to 2^64-1", row->name, value);
    *(uint64_t *)place = seed;
    return 0;
}

int option_seconds(const OptionRow *row, void *place, const char *value, Error *error)
{
    char *end = NULL;
    double number = strtod(value, &end);
    double unit = strcmp(end, "h") == 0 ? 3600.0 : strcmp(end, "m") == 0 ? 60.0 : 1.0;
    bool known = *end == '\0' || strcmp(end, "h") == 0 || strcmp(end, "m") == 0 || strcmp(end, "s") == 0;
    if (end == value || !known || !isfinite(number) || number <= 0.0)
        return error_set(error, "%s %s: give a time such as 30s, 3m or 1h", row->name, value);
    *(double *)place = number * unit;
    return 0;
}

int option_bytes(const OptionRow *row, void *place, const char *value, Error *error)
{
    char *end = NULL;
    double number = strtod(value, &end);
    double unit = strcmp(end, "G") == 0 ? 1e9 : strcmp(end, "M") == 0 ? 1e6 : 0.0;
    if (end == value || unit == 0.0 || !isfinite(number) || number * unit < 1e6 || number > 1e6)
        return error_set(error, "%s %s: give a size such as 500M or 2G", row->name, value);
    *(uint64_t *)place = (uint64_t)(number * unit);
    return 0;
}

int option_budget(const OptionRow *row, void *place, const char *value, Error *error)
{
    *(double *)place = 0.0;
    return strcmp(value, "none") == 0 ? 0 : option_seconds(row, place, value, error);
}

/* ---- choices ---- */

/* Where the value stands among the row's choices, or -1 with a message that lists them. */
static int find_choice(const OptionRow *row, const char *value, Error *error)
{
    char **choices = options_choices(row->argument);
    Text list = {0};
    int found = -1;
    for (int i = 0; choices[i] != NULL; i++) {
        if (strcmp(choices[i], value) == 0)
            found = i;
        text_add(&list, "%s%s", i == 0 ? "" : choices[i + 1] == NULL ? " or " : ", ", choices[i]);
    }
    if (found < 0)
        error_set(error, "%s %s: give %s", row->name, value, text_string(&list));
    text_free(&list);
    options_free_words(choices);
    return found;
}

int option_choice(const OptionRow *row, void *place, const char *value, Error *error)
{
    int found = find_choice(row, value, error);
    if (found >= 0)
        *(unsigned *)place = (unsigned)found;
    return found < 0 ? -1 : 0;
}

int option_word(const OptionRow *row, void *place, const char *value, Error *error)
{
    return find_choice(row, value, error) < 0 ? -1 : option_text(row, place, value, error);
}

/* ---- sides ---- */

int option_side(const OptionRow *row, void *place, const char *value, Error *error)
{
    SideOption *side = place;
    const char *equals = strchr(value, '=');
    size_t length = equals != NULL ? (size_t)(equals - value) : 0;
    bool plain = length > 0;
    for (size_t i = 0; i < length; i++)
        plain = plain && (isalnum((unsigned char)value[i]) || strchr("._+-", value[i]) != NULL);
    if (!plain)
        return error_set(
            error, "%s '%s': write NAME=COMMAND, with a name of letters, digits and ._+- such as %s 'py=python3 -B'",
            row->name, value, row->name);
    options_free_words(side->argv);
    free(side->name);
    side->name = mem_copy_bytes(value, length);
    side->argv = options_split_words(equals + 1, error);
    if (side->argv == NULL)
        return error_context(error, "%s", row->name);
    if (side->argv[0] == NULL)
        return error_set(error, "%s '%s': the command is missing after the equals sign", row->name, value);
    return 0;
}

int option_sides(const OptionRow *row, void *place, const char *value, Error *error)
{
    Options *options = (Options *)(void *)((char *)place - offsetof(Options, sides));
    options->sides = mem_resize(options->sides, options->n_sides + 1, sizeof *options->sides);
    options->sides[options->n_sides] = (SideOption){0};
    return option_side(row, &options->sides[options->n_sides++], value, error);
}
