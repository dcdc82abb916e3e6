#include "picture.h"

#include "escape.h"
#include "mem.h"
#include "place.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { GNUPLOT_MISSING = 127 };

/* Pixels of the lines around the plotting area. */
enum { TITLE_LINE = 26, SUBTITLE_LINE = 18, KEY_LINE = 42, AXIS_LINES = 66, SMALL_LINE = 15, EDGE = 12 };

/* Characters that fit into the width in the sizes used. */
enum { TITLE_COLUMNS = 84, SUBTITLE_COLUMNS = 112, SMALL_COLUMNS = 136 };

static const char theme_commands[] = "    dark = theme eq 'dark'\n"
                                     "    ground = dark ? '#0d1117' : '#ffffff'\n"
                                     "    ink = dark ? '#e6edf3' : '#111827'\n"
                                     "    muted = dark ? '#9aa4b2' : '#57606a'\n"
                                     "    rule = dark ? '#30363d' : '#dfe3e8'\n"
                                     "    faster = dark ? '#6cb6ff' : '#0a66b0'\n"
                                     "    slower = dark ? '#ff9e57' : '#c84e00'\n"
                                     "    unclear = dark ? '#9aa4b2' : '#6e7781'\n"
                                     "    series1 = dark ? '#9aa4b2' : '#6e7781'\n"
                                     "    series2 = dark ? '#6cb6ff' : '#0a66b0'\n"
                                     "    series3 = dark ? '#ff9e57' : '#c84e00'\n"
                                     "    series4 = dark ? '#4cc9a0' : '#00805b'\n"
                                     "    series5 = dark ? '#e29ac4' : '#a8487f'\n"
                                     "    series6 = dark ? '#e3c04f' : '#8a6a00'\n";

void picture_free(Picture *picture)
{
    Text *const texts[] = {&picture->title, &picture->subtitle, &picture->small_print, &picture->data,
                           &picture->setup, &picture->plots,    &picture->absent,      &picture->alt};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        text_free(texts[i]);
}

static void add_formatted(Text *text, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    char *bytes = mem_alloc((size_t)length + 1, 1);
    vsnprintf(bytes, (size_t)length + 1, format, args);
    text_add_bytes(text, bytes, (size_t)length);
    free(bytes);
}

bool picture_absent(Picture *picture, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    add_formatted(&picture->absent, format, args);
    va_end(args);
    return false;
}

void picture_data(Picture *picture, const char *name, const char *columns)
{
    text_add(&picture->data, "%s# %s\n# %s\n", picture->data.length > 0 ? "\n\n" : "", name, columns);
}

void picture_panel(Picture *picture)
{
    if (picture->plot_is_open)
        text_add(&picture->plots, "\n");
    picture->plot_is_open = false;
}

static void start_element(Picture *picture)
{
    text_add(&picture->plots, "%s", picture->plot_is_open ? ", \\\n             " : "        plot ");
    picture->plot_is_open = true;
}

void picture_element(Picture *picture, const char *set, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    start_element(picture);
    text_add(&picture->plots, "data index '%s' ", set);
    add_formatted(&picture->plots, format, args);
    va_end(args);
}

void picture_function(Picture *picture, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    start_element(picture);
    add_formatted(&picture->plots, format, args);
    va_end(args);
}

int picture_label_pixels(size_t columns)
{
    return 26 + (int)columns * 15 / 2;
}

/* ---- titles and small print ---- */

/* Breaks a paragraph at blanks into lines of so many columns; calls itself done when nothing is left. */
static char *take_line(const char **rest, size_t columns)
{
    const char *start = *rest;
    const char *end = start;
    const char *at = start;
    while (*at != '\0' && *at != '\n') {
        size_t word = strcspn(at, " \n");
        char *so_far = mem_copy_bytes(start, (size_t)(at + word - start));
        bool fits = text_columns(so_far) <= columns;
        free(so_far);
        if (!fits && end > start)
            break;
        at += word;
        end = at;
        while (*at == ' ')
            at++;
    }
    char *line = mem_copy_bytes(start, (size_t)(end - start));
    while (*at == ' ')
        at++;
    *rest = *at == '\n' ? at + 1 : at;
    return line;
}

typedef struct Layout {
    int height; /* of the whole picture */
    int top;    /* pixels above the plotting area */
    int bottom; /* and below */
} Layout;

/* One label per line, `y` pixels from the top or, when negative, from the bottom. */
static void add_label(Text *script, const char *line, int number, int y, const Layout *layout, const char *style)
{
    char *short_line = escape_shorten(line, SMALL_COLUMNS + 8);
    text_add(script, "        set label %d ", number);
    escape_gnuplot(script, short_line);
    text_add(script, " at screen %.4f, screen %.4f left %s noenhanced\n", (double)EDGE / PICTURE_WIDTH,
             1.0 - (double)(y >= 0 ? y : layout->height + y) / layout->height, style);
    free(short_line);
}

static size_t count_lines(const char *paragraphs, size_t columns)
{
    size_t lines = 0;
    while (*paragraphs != '\0') {
        free(take_line(&paragraphs, columns));
        lines++;
    }
    return lines;
}

static Layout measure(const Picture *picture)
{
    int titles = TITLE_LINE * (int)count_lines(text_string(&picture->title), TITLE_COLUMNS) +
                 SUBTITLE_LINE * (int)count_lines(text_string(&picture->subtitle), SUBTITLE_COLUMNS);
    int small = SMALL_LINE * (int)count_lines(text_string(&picture->small_print), SMALL_COLUMNS);
    Layout layout = {.top = EDGE + titles + (picture->has_key ? KEY_LINE : 0) + picture->above + EDGE,
                     .bottom = AXIS_LINES + small + EDGE};
    layout.height = layout.top + picture->height + layout.bottom;
    return layout;
}

static void add_titles(Text *script, const Picture *picture, const Layout *layout)
{
    int number = 100;
    int y = EDGE;
    const char *rest = text_string(&picture->title);
    while (*rest != '\0') {
        char *line = take_line(&rest, TITLE_COLUMNS);
        add_label(script, line, number++, y + TITLE_LINE / 2, layout, "font ',15' textcolor rgb ink");
        y += TITLE_LINE;
        free(line);
    }
    rest = text_string(&picture->subtitle);
    while (*rest != '\0') {
        char *line = take_line(&rest, SUBTITLE_COLUMNS);
        add_label(script, line, number++, y + SUBTITLE_LINE / 2, layout, "font ',12' textcolor rgb muted");
        y += SUBTITLE_LINE;
        free(line);
    }
    int lines = (int)count_lines(text_string(&picture->small_print), SMALL_COLUMNS);
    rest = text_string(&picture->small_print);
    for (int i = 0; i < lines; i++) {
        char *line = take_line(&rest, SMALL_COLUMNS);
        add_label(script, line, number++, -(EDGE + SMALL_LINE * (lines - i) - SMALL_LINE / 2), layout,
                  "font ',10' textcolor rgb muted");
        free(line);
    }
}

/* ---- script ---- */

static void add_terminals(Text *script, const Layout *layout)
{
    text_add(script,
             "        if (kind eq 'svg') {\n"
             "            set terminal svg size %d,%d dynamic noenhanced font 'sans-serif,13' background rgb ground\n"
             "        } else {\n"
             "            set terminal pngcairo size %d,%d noenhanced font 'Sans,13' fontscale 1.5 linewidth 2 "
             "pointscale 2 background rgb ground\n"
             "        }\n"
             "        dot = kind eq 'svg' ? 0.62 : 1 # the SVG terminal draws marks larger\n"
             "        set output base . (dark ? '-dark.' : '.') . kind\n",
             PICTURE_WIDTH, layout->height, 2 * PICTURE_WIDTH, 2 * layout->height);
}

static void add_axes(Text *script, const Picture *picture, const Layout *layout)
{
    text_add(script,
             "        set border 1 linecolor rgb muted\n"
             "        set tics nomirror out scale 0.5 textcolor rgb ink noenhanced\n"
             "        set xlabel textcolor rgb ink\n"
             "        set ylabel textcolor rgb ink\n"
             "        set grid xtics linecolor rgb rule linewidth 1 linetype 1\n"
             "        set lmargin at screen %.5f\n"
             "        set rmargin at screen %.5f\n"
             "        set tmargin at screen %.5f\n"
             "        set bmargin at screen %.5f\n",
             (double)picture->left / PICTURE_WIDTH, 1.0 - (double)picture->right / PICTURE_WIDTH,
             1.0 - (double)layout->top / layout->height, (double)layout->bottom / layout->height);
    if (picture->has_key)
        text_add(script,
                 "        set key at screen %.5f, screen %.5f left top horizontal Left reverse maxcols 6 samplen 1.5 "
                 "width -1 textcolor rgb ink noenhanced font ',12'\n",
                 0.004, 1.0 - (double)(layout->top - KEY_LINE - EDGE + 4) / layout->height);
    else
        text_add(script, "        unset key\n");
}

/* The number of panels decides whether the picture is one plot or several. */
static void write_script(Text *script, const Picture *picture, const char *base)
{
    Layout layout = measure(picture);
    bool several = strstr(text_string(&picture->setup), "set multiplot") != NULL;
    text_add(script,
             "# Draw it again, from any folder: gnuplot %s-%s.gp\n"
             "here = 0\nif (exists('ARG0')) { do for [i = 1:strlen(ARG0)] { if (ARG0[i:i] eq '/') { here = i } } }\n"
             "base = (here > 0 ? ARG0[1:here] : '') . ",
             base, picture->name);
    char *stem = mem_format("%s-%s", base, picture->name);
    escape_gnuplot(script, stem);
    free(stem);
    text_add(script,
             "\ndata = base . '.tsv'\nset encoding utf8\n"
             "top = %.5f; bottom = %.5f; height = %d.0\n"
             "do for [theme in 'light dark'] {\n%s    do for [kind in 'svg png'] {\n        reset\n"
             "        set datafile separator \"\\t\"\n",
             1.0 - (double)layout.top / layout.height, (double)layout.bottom / layout.height, layout.height,
             theme_commands);
    add_terminals(script, &layout);
    add_axes(script, picture, &layout);
    add_titles(script, picture, &layout);
    text_add_bytes(script, text_string(&picture->setup), picture->setup.length);
    text_add_bytes(script, text_string(&picture->plots), picture->plots.length);
    text_add(script, "\n%s        unset output\n    }\n}\n", several ? "        unset multiplot\n" : "");
}

/* ---- files and gnuplot ---- */

static int run_gnuplot(const char *folder, const char *base, const char *name, bool *drawn, Error *error)
{
    char *script = mem_format("./%s-%s.gp", base, name);
    pid_t pid = fork();
    if (pid == 0) {
        if (chdir(folder) != 0)
            _exit(1);
        execlp("gnuplot", "gnuplot", script, (char *)NULL);
        _exit(GNUPLOT_MISSING);
    }
    int ended = 0;
    int status = 0;
    if (pid < 0)
        status =
            error_set(error, "cannot start gnuplot: %s; end other programs, or raise 'ulimit -u'", strerror(errno));
    else
        while (waitpid(pid, &ended, 0) < 0 && errno == EINTR)
            ;
    *drawn = pid > 0 && WIFEXITED(ended) && WEXITSTATUS(ended) == 0;
    if (status == 0 && !*drawn && !(WIFEXITED(ended) && WEXITSTATUS(ended) == GNUPLOT_MISSING))
        status = error_set(error, "gnuplot failed on %s/%s; run it by hand to see why", folder, script + 2);
    free(script);
    return status;
}

int picture_write(Picture *picture, const char *folder, const char *base, bool *drawn, Error *error)
{
    Text script = {0};
    *drawn = false;
    picture_panel(picture);
    write_script(&script, picture, base);
    char *data_path = mem_format("%s/%s-%s.tsv", folder, base, picture->name);
    char *script_path = mem_format("%s/%s-%s.gp", folder, base, picture->name);
    int status = place_write(data_path, &picture->data, error);
    if (status == 0)
        status = place_write(script_path, &script, error);
    if (status == 0)
        status = run_gnuplot(folder, base, picture->name, drawn, error);
    free(data_path);
    free(script_path);
    text_free(&script);
    return status;
}
