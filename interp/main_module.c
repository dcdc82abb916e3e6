#include "main_module.h"

#include "abstract.h"
#include "attr.h"
#include "builtins.h"
#include "eval.h"
#include "exceptions.h"
#include "import.h"
#include "mem.h"
#include "modules/modules.h"
#include "modules/sys_options.h"
#include "names.h"
#include "options.h"
#include "source.h"
#include "types/codec.h"
#include "types/dict.h"
#include "types/list.h"
#include "types/module.h"
#include "types/str.h"
#include "types/tuple.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* What the program is: its code, and what its module says of itself. */
typedef struct Program {
    Code *code;
    Value file;    /* __file__; VALUE_NULL: none */
    Value package; /* __package__; VALUE_NULL: None */
    Value name;    /* in its __spec__; VALUE_NULL: no __spec__ */
} Program;

/* ---- paths ---- */

static bool is_folder(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

/* As CPython names the main program in tracebacks and __file__: absolute, everything else kept. false: too long. */
static bool absolute_path(const char *path, char result[PATH_MAX])
{
    if (path[0] == '/' || !getcwd(result, PATH_MAX - 1))
        result[0] = '\0';
    size_t length = strlen(result);
    if (strcmp(path, ".") == 0)
        return true;
    int more = snprintf(result + length, PATH_MAX - length, "%s%s", length ? "/" : "", path);
    return more >= 0 && (size_t)more < PATH_MAX - length;
}

static void say(const char *format, ...) __attribute__((format(printf, 1, 2)));
static void say(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fprintf(stderr, "%s: ", options.program);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
}

int main_module_check(void)
{
    char path[PATH_MAX];
    if (options.kind == RUN_STDIN && isatty(STDIN_FILENO)) {
        say("there is no interactive mode: give a file, -c command or -m module; -h tells more");
        return 2;
    }
    if (options.kind != RUN_FILE)
        return 0;
    if (!absolute_path(options.run, path)) {
        say("can't open file '%s': [Errno %d] %s", options.run, ENAMETOOLONG, strerror(ENAMETOOLONG));
        return 2;
    }
    if (access(path, R_OK) < 0) {
        say("can't open file '%s': [Errno %d] %s", path, errno, strerror(errno));
        return 2;
    }
    char main_file[PATH_MAX + 16];
    if (is_folder(path) && snprintf(main_file, sizeof main_file, "%s/__main__.py", path) > 0 && access(main_file, R_OK) < 0) {
        say("can't find '__main__' module in '%s'", path);
        return 1;
    }
    return 0;
}

/* ---- sys ---- */

/* sys.path[0]: the folder the program's file is really in; the program's folder itself; the current one for -m, and '' for -c, which means the same. */
static Value first_folder(void)
{
    char path[PATH_MAX] = "", real[PATH_MAX];
    if (options.kind == RUN_MODULE && !getcwd(path, sizeof path)) {
        path[0] = '\0';
    } else if (options.kind == RUN_FILE && absolute_path(options.run, path) && !is_folder(path)) {
        char *slash = realpath(path, real) ? strrchr(real, '/') : NULL;
        size_t length = slash ? (size_t)(slash - real) : 0;
        return codec_from_system(real, slash && length == 0 ? 1 : length);
    }
    return codec_from_system(path, strlen(path));
}

int main_module_prepare(void)
{
    Value filters = sys_get(name_warnoptions);
    if (filters && value_is_list(filters) && as_list(filters)->length) {
        Value module = import_module(name_warnings, NULL, VALUE_NULL, 0);
        if (!module)
            return -1;
        value_release(module);
    }
    if (options.safe_path && !(options.kind == RUN_FILE && is_folder(options.run)))
        return 0;
    Value folder = first_folder(), list = sys_get(name_path);
    int status = folder && list ? list_insert(as_list(list), 0, folder) : -1;
    value_release_null(folder);
    return status;
}

/* ---- code ---- */

static Code *compile_stdin(Program *program)
{
    char *text;
    size_t length;
    if (!(program->file = str_from_cstr("<stdin>")) || source_read_stream(stdin, "<stdin>", &text, &length) < 0)
        return NULL;
    Code *code = source_compile_module(text, length, "<stdin>");
    mem_free_raw(text);
    return code;
}

/* -x: without the first line, but with its end, so that the lines behind keep their numbers. */
static Code *compile_file(const char *path)
{
    char *text;
    size_t length;
    if (source_read_file(path, &text, &length) < 0)
        return NULL;
    const char *end = options.skip_first_line ? memchr(text, '\n', length) : text;
    size_t skipped = end ? (size_t)(end - text) : length;
    Code *code = source_compile_module(text + skipped, length - skipped, path);
    mem_free_raw(text);
    return code;
}

static Code *compile_path(Program *program)
{
    char path[PATH_MAX], file[PATH_MAX + 16];
    if (!absolute_path(options.run, path)) {
        raise_os_error(ENAMETOOLONG, options.run);
        return NULL;
    }
    bool folder = is_folder(path);
    size_t length = strlen(path);
    snprintf(file, sizeof file, "%s%s%s", path, !folder || (length && path[length - 1] == '/') ? "" : "/", folder ? "__main__.py" : "");
    if (folder) {
        if (!(program->package = str_from_cstr("")))
            return NULL;
        program->name = value_retain(value_of(name___main__));
    }
    program->file = codec_from_system(file, strlen(file));
    return program->file ? compile_file(file) : NULL;
}

/* sys.argv[0] becomes the module's file. */
static Code *compile_named_module(Program *program)
{
    Value text = codec_from_system(options.run, strlen(options.run));
    Code *code = text ? import_main_code(as_str(text), &program->name, &program->file, &program->package) : NULL;
    Value argv = sys_get(name_argv);
    if (code && argv && value_is_list(argv) && as_list(argv)->length)
        value_set_steal(&as_list(argv)->items[0], value_retain(program->file));
    value_release_null(text);
    return code;
}

static Code *compile_program(Program *program)
{
    switch (options.kind) {
    case RUN_COMMAND: return source_compile_module(options.run, strlen(options.run), "<string>");
    case RUN_MODULE: return compile_named_module(program);
    case RUN_FILE: return compile_path(program);
    default: return compile_stdin(program);
    }
}

/* ---- running ---- */

/* The names of __main__, in CPython's order. */
static int fill_globals(Value module, const Program *program)
{
    if (program->package && dict_set_str(module_dict(module), name___package__, program->package) < 0)
        return -1;
    if (program->name && module_set(module, "__spec__", import_make_spec(program->name, program->file)) < 0)
        return -1;
    if (module_set(module, "__annotations__", dict_new()) < 0 || dict_set_str(module_dict(module), name___builtins__, builtins_module) < 0)
        return -1;
    if (!program->file)
        return 0;
    return dict_set_str(module_dict(module), name___file__, program->file) < 0 || module_set(module, "__cached__", VALUE_NONE) < 0 ? -1 : 0;
}

static int run_as_main(const Program *program)
{
    Value module = module_new("__main__");
    int status = module ? dict_set(as_dict(import_get_modules()), value_of(name___main__), module) : -1;
    if (status == 0)
        status = fill_globals(module, program);
    Value result = status == 0 ? eval_code(program->code, module_dict(module), VALUE_NULL) : VALUE_NULL;
    value_release_null(result);
    value_release_null(module);
    return result ? 0 : -1;
}

static int print_disassembly(const Code *code)
{
    Value text = code_disassemble(code);
    if (!text)
        return -1;
    size_t length;
    const char *utf8 = str_utf8(text, &length);
    int status = utf8 ? stdout_write(utf8, length) : -1;
    value_release(text);
    return status;
}

int main_module_run(void)
{
    Program program = {0};
    program.code = compile_program(&program);
    int status = !program.code ? -1 : options.disassemble ? print_disassembly(program.code) : run_as_main(&program);
    object_release_null(program.code);
    value_release_null(program.file);
    value_release_null(program.package);
    value_release_null(program.name);
    return status;
}
