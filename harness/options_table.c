#include "options_table.h"

#include "layout.h"
#include "mem.h"

#include <stdlib.h>
#include <string.h>

enum {
    FOR_RUN = 1 << COMMAND_RUN,
    FOR_COMPARE = 1 << COMMAND_COMPARE,
    FOR_PLOT = 1 << COMMAND_PLOT,
    FOR_COUNTERS = 1 << COMMAND_COUNTERS,
    FOR_DOCTOR = 1 << COMMAND_DOCTOR,
    FOR_SELFTEST = 1 << COMMAND_SELFTEST,
    FOR_EXPORT = 1 << COMMAND_EXPORT,
    FOR_IMPORT = 1 << COMMAND_IMPORT,
    FOR_MERGE = 1 << COMMAND_MERGE,
    FOR_HISTORY = 1 << COMMAND_HISTORY,
    FOR_GATE = 1 << COMMAND_GATE,
    FOR_REPORT = 1 << COMMAND_REPORT,
    FOR_ALL = -1,
};

#define PLACE(member)   .place = offsetof(Options, member)
#define GIVEN(member)   .given = offsetof(Options, member)
#define RANGE(from, to) .low = (from), .high = (to)

/* In the order of the help. To add an option: a row here, and its field in Options. */
static const OptionRow rows[] = {
    {FOR_RUN, "--a", "'NAME=COMMAND ...'", option_side, PLACE(a),
     .help = "the baseline; default: interp-eager beside framebench"},
    {FOR_RUN, "--b", "'NAME=COMMAND ...'", option_side, PLACE(b),
     .help = "what is compared with it; default: interp-lazy beside framebench"},
    {FOR_RUN, "--side", "'NAME=COMMAND ...'", option_sides, PLACE(sides),
     .help = "one more side, any number of times; each is compared with the first in the order --a, --b, --side"},
    {FOR_SELFTEST, "--a", "'NAME=COMMAND ...'", option_side, PLACE(a),
     .help = "the interpreter of both sides; default: interp-lazy beside framebench"},
    {FOR_RUN, "--layouts", "K", option_unsigned, PLACE(settings.layouts), RANGE(1, LAYOUTS_MAX),
     .help = "run layout r mod K in round r; {layout} in a command stands for its number, 00 ...; the built pair's "
             "come from 'make layouts K=...'"},
    {FOR_RUN | FOR_SELFTEST, "--workloads", "NAME,...", option_list, PLACE(only), .help = "only these"},
    {FOR_RUN, "--workload", "FILE.py[:FUNCTION]", option_texts, PLACE(workloads),
     .help = "this one, from anywhere, any number of times; its function is run(n) unless named, and what the first "
             "side returns all must return"},
    {FOR_RUN, "--n", "N", option_unsigned, PLACE(n), RANGE(0, 2000000000),
     .help = "the n that --workload functions are given (default 1)"},
    {FOR_RUN, "--program", "'WORDS ...'", option_texts, PLACE(programs),
     .help = "a whole program, any number of times: its words follow each side's command, and all sides must print the "
             "same; run from start to end, one side after the other"},
    {FOR_RUN | FOR_SELFTEST, "--manifest", "FILE", option_text, PLACE(manifest),
     .help = "other workloads than workloads/manifest.json"},
    {FOR_RUN | FOR_SELFTEST, "--runner", "FILE", option_text, PLACE(runner),
     .help = "other runner than harness/runner.py"},
    {FOR_RUN | FOR_SELFTEST, "--budget", "TIME", option_budget, PLACE(settings.budget_s), GIVEN(has_budget),
     .help = "stop after 30s, 3m, 1h or none (default 150s)"},
    {FOR_RUN | FOR_SELFTEST, "--rounds", "N", option_unsigned, PLACE(settings.rounds), RANGE(1, 100000),
     .help = "exactly N blocks per workload, no other stopping rule"},
    {FOR_RUN | FOR_SELFTEST, "--target", "PCT", option_number, PLACE(settings.target_half_width_pct), GIVEN(has_target),
     RANGE(0.01, 100.0),
     .help = "precise enough at this half width of the interval (default 0.5, on a virtual machine 1)"},
    {FOR_RUN | FOR_SELFTEST, "--seed", "S", option_seed, PLACE(settings.seed), GIVEN(has_seed),
     .help = "repeat the order of an earlier run"},
    {FOR_RUN | FOR_SELFTEST, "--values", "N", option_even, PLACE(settings.values), GIVEN(has_values), RANGE(2, 1000),
     .help = "values per process and block, even (default 10; selftest: 6)"},
    {FOR_RUN | FOR_SELFTEST, "--value-ms", "MS", option_number, PLACE(settings.value_ms), RANGE(1.0, 1000.0),
     .help = "length of a value, 1 to 1000 (default 10)"},
    {FOR_RUN | FOR_SELFTEST, "--warmups", "N", option_unsigned, PLACE(settings.warmups), RANGE(0, 1000),
     .help = "values thrown away per process (default 1)"},
    {FOR_RUN | FOR_SELFTEST, "--timeout", "TIME", option_seconds, PLACE(settings.timeout_s), GIVEN(has_timeout),
     .help = "longest wait for any one answer (default 20s, with --program 10m)"},
    {FOR_RUN, "--memory", "SIZE", option_bytes, PLACE(settings.memory_limit_bytes),
     .help = "limit of each measured process, such as 500M or 2G (default none)"},
    {FOR_RUN, "--resume", "FILE", option_text, PLACE(resume),
     .help =
         "go on with a killed or interrupted run of your own: its journal or result; it runs the programs that FILE "
         "names; only --budget, --rounds and --target may be given anew"},
    {FOR_RUN, "--counters", "events|valgrind|all|none", option_choice, PLACE(counters),
     .help =
         "what is counted beside time: the kernel's events (default); exact instructions, branches, data references "
         "and simulated misses under Valgrind, for any interpreter; all; or none. Each but the last also takes the "
         "counts of our interpreters' stats builds (make VARIANT=stats)"},
    {FOR_RUN | FOR_SELFTEST | FOR_COUNTERS, "--events", "NAME,...", option_list, PLACE(events),
     .help = "counters by libpfm4 name instead of the default set; 'none' for none"},
    {FOR_COUNTERS, "--list", "PATTERN", option_text, PLACE(pattern),
     .help = "the events that libpfm4 knows by name or description"},
    {FOR_COUNTERS | FOR_DOCTOR, "--json", NULL, option_flag, PLACE(json), .help = "for programs"},
    {FOR_COMPARE, "--only", "NAME,...", option_list, PLACE(only),
     .help = "these workloads, or those with these tags; the mean is theirs"},
    {FOR_COMPARE, "--sort", "speedup|name|precision|file", option_choice, PLACE(sort),
     .help = "the order of the rows (default speedup, best first)"},
    {FOR_COMPARE, "--all-metrics", NULL, option_flag, PLACE(all_metrics),
     .help = "one dense block per workload: every metric with both sides, ratio, interval, mark"},
    {FOR_RUN | FOR_COMPARE, "--steps", NULL, option_flag, PLACE(steps),
     .help = "what each side adds to the one before, instead of each against the first"},
    {FOR_RUN | FOR_COMPARE, "--sweep", NULL, option_flag, PLACE(sweep),
     .help = "workloads by the parameter in their tag sweep:NAME=VALUE, and where the speedup crosses 1"},
    {FOR_COMPARE, "--format", "table|markdown|csv|json|asciidoc", option_choice, PLACE(format),
     .help = "how to print (default table)"},
    {FOR_GATE, "--max-regression", "PCT", option_percent, PLACE(margin_pct), GIVEN(has_margin), RANGE(0.0, 100.0),
     .help = "how much slower a workload may become (default 1%); with a single build of each side more, because of "
             "luck of code placement"},
    {FOR_GATE, "--max-mean-regression", "PCT", option_percent, PLACE(suite_margin_pct), RANGE(0.0, 100.0),
     .help = "the same of the geometric mean (default 0.5%)"},
    {FOR_GATE, "--limit", "NAME=PCT,...", option_list, PLACE(limits),
     .help = "how much other metrics may grow, such as instructions=0.5%; without --max-regression and --metric, "
             "only these are judged"},
    {FOR_GATE, "--strict", NULL, option_flag, PLACE(strict),
     .help = "what is inconclusive or underpowered fails too, with exit status 3"},
    {FOR_GATE, "--junit", "FILE", option_text, PLACE(junit), .help = "also write the verdicts as JUnit XML"},
    {FOR_GATE, "--github", NULL, option_flag, PLACE(github), .help = "also print GitHub annotations"},
    {FOR_COMPARE | FOR_PLOT | FOR_REPORT | FOR_GATE | FOR_HISTORY, "--metric", "NAME", option_text, PLACE(metric),
     .help = "cpu, wall, an event such as instructions, or an exact metric (default cpu)"},
    {FOR_RUN, "--out", "FILE.json|FOLDER", option_text, PLACE(out),
     .help = "where to (default results/<date>-<host>-<commit>.json)"},
    {FOR_SELFTEST, "--out", "FOLDER", option_text, PLACE(out), .help = "where the two results go (default results)"},
    {FOR_EXPORT, "--to", "pyperf|hyperfine|google-benchmark|benchstat|csv", option_choice, PLACE(export_format),
     .help = "the format (default pyperf)"},
    {FOR_EXPORT, "--out", "FILE|FOLDER", option_text, PLACE(out),
     .help = "of pyperf and google-benchmark the folder (default: beside the result file), of the others the file "
             "(default: standard output)"},
    {FOR_HISTORY, "--out", "FOLDER", option_text, PLACE(out), .help = "also draw the picture, there"},
    {FOR_IMPORT | FOR_MERGE, "--out", "FILE.json", option_text, PLACE(out),
     .help = "where to (default imported.json or merged.json)"},
    {FOR_EXPORT | FOR_IMPORT | FOR_MERGE, "--force", NULL, option_flag, PLACE(force),
     .help = "overwrite existing files"},
    {FOR_PLOT, "--out", "FOLDER", option_text, PLACE(out), .help = "where to (default: beside the result file)"},
    {FOR_REPORT, "--out", "FILE|FOLDER", option_text, PLACE(out), .help = "where to (default: beside the result file)"},
    {FOR_REPORT, "--markdown", NULL, option_flag, PLACE(markdown),
     .help = "for a pull-request comment, pictures as files"},
    {FOR_PLOT, "--terminal", NULL, option_flag, PLACE(terminal),
     .help = "draw forest and distributions as text here instead; writes no file"},
    {FOR_PLOT, "--only", "NAME,...", option_list, PLACE(only),
     .help = "only these pictures, such as forest; a wrong name lists all"},
    {FOR_RUN | FOR_SELFTEST, "--force", NULL, option_flag, PLACE(force), .help = "overwrite an existing result file"},
    {FOR_ALL, "--color", "auto|always|never", option_choice, PLACE(color),
     .help = "colours in the terminal (default auto: if it is one and NO_COLOR is not set)"},
    {FOR_ALL, "--quiet", NULL, option_flag, PLACE(quiet),
     .help = "say only what was asked for: no progress, no hints, of run and gate no table"},
    {FOR_ALL, "--verbose", NULL, option_flag, PLACE(verbose), .help = "also say what is being done, on standard error"},
    {FOR_ALL, "--help", NULL, NULL, .help = "this page"},
};

static const CommandRow commands[] = {
#define COMMAND(id, name, ...) [COMMAND_##id] = {#name, __VA_ARGS__},
#include "commands.def"
#undef COMMAND
};

const CommandRow *options_command(Command command)
{
    return &commands[command];
}

size_t options_count(void)
{
    return sizeof rows / sizeof *rows;
}

const OptionRow *options_row(size_t index)
{
    return &rows[index];
}

bool options_belongs(const OptionRow *row, Command command)
{
    return (row->commands & (1u << command)) != 0;
}

/* Choices are lower-case words: FILE.json|FOLDER is none. */
static bool is_choice(char c)
{
    return (c >= 'a' && c <= 'z') || c == '-' || c == '|';
}

char **options_choices(const char *argument)
{
    char **words = NULL;
    size_t count = 0;
    bool plain = argument != NULL && strchr(argument, '|') != NULL;
    for (const char *at = argument; plain && *at != '\0'; at++)
        plain = is_choice(*at);
    char *copy = mem_copy_text(plain ? argument : "");
    char *rest = copy;
    words = mem_alloc(1, sizeof *words);
    for (char *word = strsep(&rest, "|"); word != NULL && *word != '\0'; word = strsep(&rest, "|"))
        options_push_word(&words, &count, word);
    free(copy);
    return words;
}
