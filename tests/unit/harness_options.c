/* The command line: what is taken, what is refused and with which words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "help.h"
#include "mem.h"
#include "options.h"
#include "options_table.h"
#include "options_value.h"

#include <stdlib.h>
#include <string.h>

enum { ARGS_MAX = 20 };

/* Parses a NULL-terminated list of arguments after the program's name. */
static int parse(Options *options, Error *error, ...)
{
    char *argv[ARGS_MAX] = {(char *)"framebench"};
    int argc = 1;
    va_list args;
    va_start(args, error);
    for (char *arg; (arg = va_arg(args, char *)) != NULL;)
        argv[argc++] = arg;
    va_end(args);
    return options_parse(options, argc, argv, error);
}

static void expect_refused(const char *expected, const char *first, const char *second, const char *third)
{
    Options options;
    Error error = ERROR_INIT;
    assert_int_equal(parse(&options, &error, first, second, third, NULL), -1);
    if (strstr(error.text, expected) == NULL)
        fail_msg("'%s' is not in '%s'", expected, error.text);
    options_free(&options);
}

static void test_defaults(void **state)
{
    (void)state;
    Options options;
    Error error = ERROR_INIT;
    assert_int_equal(parse(&options, &error, "run", NULL), 0);
    assert_int_equal(options.command, COMMAND_RUN);
    assert_int_equal(options.settings.values, 10);
    assert_int_equal(options.settings.warmups, 1);
    assert_int_equal(options.settings.rounds, 0);
    assert_true(options.settings.value_ms == 10.0);
    assert_true(options.settings.budget_s == 150.0);
    assert_null(options.a.argv);
    options_free(&options);
}

static void test_run_options(void **state)
{
    (void)state;
    Options options;
    Error error = ERROR_INIT;
    assert_int_equal(parse(&options, &error, "run", "--a", "old=/opt/py thon/x -E", "--b=new=py '-c d'", "--workloads",
                           "fib,closures", "--budget", "3m", "--seed", "0x10", "--values=4", "--out", "x.json", NULL),
                     0);
    assert_string_equal(options.a.name, "old");
    assert_string_equal(options.a.argv[0], "/opt/py");
    assert_string_equal(options.a.argv[2], "-E");
    assert_string_equal(options.b.argv[1], "-c d");
    assert_string_equal(options.only[1], "closures");
    assert_null(options.only[2]);
    assert_true(options.settings.budget_s == 180.0);
    assert_true(options.settings.seed == 16);
    assert_int_equal(options.settings.values, 4);
    assert_string_equal(options.out, "x.json");
    options_free(&options);
}

static void test_rounds_lift_the_default_budget(void **state)
{
    (void)state;
    Options options;
    Error error = ERROR_INIT;
    assert_int_equal(parse(&options, &error, "run", "--rounds", "5", NULL), 0);
    assert_true(options.settings.budget_s == 0.0);
    options_free(&options);
    assert_int_equal(parse(&options, &error, "run", "--rounds", "5", "--budget", "10s", NULL), 0);
    assert_true(options.settings.budget_s == 10.0);
    options_free(&options);
}

static void test_refusals(void **state)
{
    (void)state;
    expect_refused("say what to do", NULL, NULL, NULL);
    expect_refused("no such command", "bench", NULL, NULL);
    expect_refused("no option of run", "run", "--nonsense", NULL);
    expect_refused("no option of compare", "compare", "--a", "x=y");
    expect_refused("its value is missing", "run", "--budget", NULL);
    expect_refused("30s, 3m or 1h", "run", "--budget", "3 weeks");
    expect_refused("30s, 3m or 1h", "run", "--budget", "-3s");
    expect_refused("30s, 3m or 1h", "run", "--budget", "nan");
    expect_refused("even number", "run", "--values", "5");
    expect_refused("whole number", "run", "--values", "4x");
    expect_refused("whole number", "run", "--rounds", "99999999999999999999");
    expect_refused("whole number", "run", "--seed", "-1");
    expect_refused("NAME=COMMAND", "run", "--a", "python3");
    expect_refused("NAME=COMMAND", "run", "--a", "bad name=python3");
    expect_refused("command is missing", "run", "--a", "py=  ");
    expect_refused("quote is never closed", "run", "--b", "py='python3");
    expect_refused("takes no value", "run", "--quiet=1", NULL);
    expect_refused("table, markdown, csv, json or asciidoc", "compare", "--format", "xml");
    expect_refused("name at least one result file", "compare", NULL, NULL);
    expect_refused("is no option", "run", "stray", NULL);
    expect_refused("auto, always or never", "compare", "--color", "blue");
    expect_refused("give one of bash|zsh|fish", "completions", "csh", NULL);
    expect_refused("give bash|zsh|fish", "completions", NULL, NULL);
    expect_refused("one argument too many", "help", "run", "plot");
    expect_refused("no such command", "help", "nonsense", NULL);
}

static void expect_words(const char *text, const char *const *expected)
{
    Error error = ERROR_INIT;
    char **words = options_split_words(text, &error);
    assert_non_null(words);
    size_t i = 0;
    for (; expected[i] != NULL; i++) {
        assert_non_null(words[i]);
        assert_string_equal(words[i], expected[i]);
    }
    assert_null(words[i]);
    options_free_words(words);
}

static void test_words(void **state)
{
    (void)state;
    expect_words("", (const char *const[]){NULL});
    expect_words("  a\tb ", (const char *const[]){"a", "b", NULL});
    expect_words("'a b' \"c d\"", (const char *const[]){"a b", "c d", NULL});
    expect_words("a'b'\"c\"d", (const char *const[]){"abcd", NULL});
    expect_words("'' x", (const char *const[]){"", "x", NULL});
    expect_words("a\\ b '\\' \"\\\"\" \"\\n\"", (const char *const[]){"a b", "\\", "\"", "\\n", NULL});
    expect_words("$HOME `id` *", (const char *const[]){"$HOME", "`id`", "*", NULL});
}

static void test_help(void **state)
{
    (void)state;
    Options options;
    Error error = ERROR_INIT;
    assert_int_equal(parse(&options, &error, "help", "plot", NULL), 0);
    assert_int_equal(options.command, COMMAND_HELP);
    assert_int_equal(options.help_topic, COMMAND_PLOT);
    options_free(&options);
    assert_int_equal(parse(&options, &error, "run", "--help", NULL), 0);
    assert_int_equal(options.help_topic, COMMAND_RUN);
    options_free(&options);
    for (unsigned topic = 0; topic < COMMAND_COUNT; topic++) {
        Text page = {0};
        help_page(&page, (Command)topic);
        for (const char *line = text_string(&page); *line != '\0'; line += strcspn(line, "\n") + 1)
            assert_in_range(strcspn(line, "\n"), 0, 80);
        text_free(&page);
    }
}

/* Roff writes - as \\-. */
static char *without_backslashes(const char *roff)
{
    char *plain = mem_copy_text(roff);
    char *to = plain;
    for (const char *from = plain; *from != '\0'; from++)
        if (*from != '\\')
            *to++ = *from;
    *to = '\0';
    return plain;
}

/* Every option of a command is in its help, its manual page and the completions. */
static void test_one_table(void **state)
{
    (void)state;
    for (unsigned topic = COMMAND_HELP + 1; topic < COMMAND_COUNT; topic++) {
        Text page = {0};
        Text man = {0};
        help_page(&page, (Command)topic);
        help_man(&man, (Command)topic);
        char *plain = without_backslashes(text_string(&man));
        assert_non_null(strstr(text_string(&page), "Examples:\n  "));
        for (size_t i = 0; i < options_count(); i++) {
            const OptionRow *row = options_row(i);
            if (!options_belongs(row, (Command)topic))
                continue;
            assert_non_null(strstr(text_string(&page), row->name));
            assert_non_null(strstr(plain, row->name));
        }
        free(plain);
        text_free(&page);
        text_free(&man);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_defaults),
        cmocka_unit_test(test_run_options),
        cmocka_unit_test(test_rounds_lift_the_default_budget),
        cmocka_unit_test(test_refusals),
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_help),
        cmocka_unit_test(test_one_table),
    };
    return cmocka_run_group_tests_name("harness options", tests, NULL, NULL);
}
