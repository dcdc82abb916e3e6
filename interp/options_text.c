/* options_text.c: what the interpreters say of themselves: usage, help, version. */
#include "options.h"

#include "modules/sys_info.h"

#include <stdio.h>

static const char help_options[] =
    "Runs a Python 3.11 program: a command, a module, a file, a folder with __main__.py, or standard input.\n"
    "Options, with the variables that do the same; letters may be joined (-Bs):\n"
    "  -b              str(bytes) and comparing bytes with str or int give a BytesWarning; -bb: raise it\n"
    "  -B              sys.dont_write_bytecode is True (nothing is ever cached); PYTHONDONTWRITEBYTECODE\n"
    "  -c COMMAND      run this text; ends the options\n"
    "  -E              ignore the variables PYTHON*\n"
    "  -h, -?, --help  this text; --help-env, --help-xoptions, --help-all\n"
    "  -I              isolated: -E, -P and -s\n"
    "  -m MODULE       run a module, or a package's __main__; ends the options\n"
    "  -O              no assert statements, __debug__ is False; -OO: no docstrings either; PYTHONOPTIMIZE\n"
    "  -P              no folder of the program in sys.path; PYTHONSAFEPATH\n"
    "  -R              hash seeds are random, whatever PYTHONHASHSEED says\n"
    "  -u              standard output and error are not buffered; PYTHONUNBUFFERED\n"
    "  -v              say on standard error what is imported; PYTHONVERBOSE\n"
    "  -V, --version   the version; twice: more of it\n"
    "  -W FILTER       action:message:category:module:line for warnings; PYTHONWARNINGS, several with commas between\n"
    "  -x              skip the first line of the file\n"
    "  -X NAME[=VALUE] see --help-xoptions\n"
    "  -               run standard input (as without a program)\n"
    "  --              ends the options\n"
    "  -d -q -s -S -t --check-hash-based-pycs MODE   accepted; there is nothing here that they could change. -i is refused\n"
    "Our own, anywhere among them:\n"
    "  --dis           print the program's bytecode instead of running it\n"
    "  --max-memory N  more bytes than N raise MemoryError; N may end in K, M or G\n"
    "  --max-steps N   the process ends with exit status 124 after N instructions of bytecode\n"
    "  --max-depth N   N calls inside each other raise RecursionError; sys.setrecursionlimit cannot go beyond\n"
#ifdef INTERP_STATS
    "  --stats[=json[:PATH]], --trace-materialize[=json[:PATH]|=folded[:PATH]]   see docs/FRAMES.md\n"
#else
    "  --stats and --trace-materialize are options of the counting build: make VARIANT=stats\n"
#endif
#ifdef INTERP_STRESS
    "  --stress=NAME[,NAME...]   see docs/FRAMES.md\n"
#endif
    ;

static const char help_environment[] =
    "Variables, none of them looked at with -E:\n"
    "  PYTHONPATH              folders with : between, in sys.path behind that of the program\n"
    "  PYTHONHASHSEED          \"random\", or an integer from 0 to 4294967295 for the same hashes of text in every run\n"
    "  PYTHONIOENCODING        ENCODING[:HANDLER] of the standard streams\n"
    "  PYTHONWARNINGS, PYTHONOPTIMIZE, PYTHONUNBUFFERED, PYTHONVERBOSE, PYTHONSAFEPATH,\n"
    "  PYTHONDONTWRITEBYTECODE, PYTHONNOUSERSITE, PYTHONDEBUG   as -W, -O, -u, -v, -P, -B, -s, -d\n"
    "  PYTHONDEVMODE, PYTHONUTF8, PYTHONINTMAXSTRDIGITS, PYTHONPROFILEIMPORTTIME, PYTHONNODEBUGRANGES,\n"
    "  PYTHONWARNDEFAULTENCODING, PYTHONPYCACHEPREFIX           as -X dev, utf8, int_max_str_digits, importtime, no_debug_ranges,\n"
    "                                                           warn_default_encoding, pycache_prefix\n";

static const char help_xoptions[] =
    "Options of -X; all that are given are in sys._xoptions:\n"
    "  dev                     -W default, and sys.flags.dev_mode\n"
    "  importtime              the time of every import, on standard error\n"
    "  int_max_str_digits=N    how long integers may be that become text or come from it; 0: as long as they like\n"
    "  no_debug_ranges         tracebacks without carets\n"
    "  pycache_prefix=PATH     sys.pycache_prefix\n"
    "  utf8[=0|1]              UTF-8 mode: undecodable bytes of standard input and output become surrogates in every locale\n"
    "  warn_default_encoding   EncodingWarning where open() is given no encoding\n"
    "  faulthandler, frozen_modules, showrefcount, and names that nobody knows, change nothing; tracemalloc is refused\n";

void options_show_usage(const char *program)
{
    fprintf(stderr, "usage: %s [option] ... [-c cmd | -m mod | file | -] [arg] ...\nTry '%s -h' for more information.\n", program, program);
}

void options_show_help(const char *program, int parts)
{
    if (parts & HELP_OPTIONS) {
        printf("usage: %s [option] ... [-c cmd | -m mod | file | -] [arg] ...\n", program);
        fputs(help_options, stdout);
    }
    if (parts & HELP_ENVIRONMENT)
        fputs(help_environment, stdout);
    if (parts & HELP_XOPTIONS)
        fputs(help_xoptions, stdout);
}

void options_show_version(bool with_build) { puts(with_build ? "Python " SYS_VERSION : "Python " SYS_VERSION_NUMBER); }
