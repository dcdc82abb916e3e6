/* exceptions.h: exception objects, and raising them from C. */
#ifndef INTERP_EXCEPTIONS_H
#define INTERP_EXCEPTIONS_H

#include "object.h"

typedef struct ExceptionObject {
    Object head;
    Attrs attrs;       /* offset 16, as Instance */
    Value args;        /* tuple */
    Value traceback;   /* Traceback or VALUE_NULL */
    Value context, cause; /* VALUE_NULL: none */
    bool suppress_context;
    Value value;       /* StopIteration.value, SystemExit.code, OSError.characters_written, SyntaxError.print_file_and_line; VALUE_NULL: none */
    Value fields[7];   /* SyntaxError: msg filename lineno offset text end_lineno end_offset; OSError: errno strerror filename; ImportError: msg name path; NameError/AttributeError: name obj */
} ExceptionObject;

#define EXCEPTION_TYPES(X) /* X(Name, Base) in definition order */ \
    X(Exception, BaseException) X(SystemExit, BaseException) X(KeyboardInterrupt, BaseException) X(GeneratorExit, BaseException) \
    X(StopIteration, Exception) X(StopAsyncIteration, Exception) X(ArithmeticError, Exception) X(FloatingPointError, ArithmeticError) \
    X(OverflowError, ArithmeticError) X(ZeroDivisionError, ArithmeticError) X(AssertionError, Exception) X(AttributeError, Exception) \
    X(BufferError, Exception) X(EOFError, Exception) X(ImportError, Exception) X(ModuleNotFoundError, ImportError) \
    X(LookupError, Exception) X(IndexError, LookupError) X(KeyError, LookupError) X(MemoryError, Exception) X(NameError, Exception) \
    X(UnboundLocalError, NameError) X(OSError, Exception) X(BlockingIOError, OSError) X(ChildProcessError, OSError) \
    X(ConnectionError, OSError) X(BrokenPipeError, ConnectionError) X(ConnectionAbortedError, ConnectionError) \
    X(ConnectionRefusedError, ConnectionError) X(ConnectionResetError, ConnectionError) X(FileExistsError, OSError) X(FileNotFoundError, OSError) \
    X(InterruptedError, OSError) X(IsADirectoryError, OSError) X(NotADirectoryError, OSError) X(PermissionError, OSError) \
    X(ProcessLookupError, OSError) X(TimeoutError, OSError) X(ReferenceError, Exception) X(RuntimeError, Exception) \
    X(NotImplementedError, RuntimeError) X(RecursionError, RuntimeError) X(SyntaxError, Exception) X(IndentationError, SyntaxError) \
    X(TabError, IndentationError) X(SystemError, Exception) X(TypeError, Exception) X(ValueError, Exception) X(UnicodeError, ValueError) \
    X(UnicodeDecodeError, UnicodeError) X(UnicodeEncodeError, UnicodeError) X(UnicodeTranslateError, UnicodeError) X(Warning, Exception) \
    X(UserWarning, Warning) X(DeprecationWarning, Warning) X(PendingDeprecationWarning, Warning) X(SyntaxWarning, Warning) \
    X(RuntimeWarning, Warning) X(FutureWarning, Warning) X(ImportWarning, Warning) X(UnicodeWarning, Warning) X(BytesWarning, Warning) \
    X(ResourceWarning, Warning) X(EncodingWarning, Warning)

extern Type exc_BaseException;
#define EXCEPTION_DECLARE(name, base) extern Type exc_##name;
EXCEPTION_TYPES(EXCEPTION_DECLARE)
#undef EXCEPTION_DECLARE

/* ---- raising. Each leaves the exception pending in the current ThreadState, chained to the one being handled (__context__). ---- */

/* printf-like plus: %V repr of Value, %S str of Value (borrowed), %T name of the type of a Value, %A the same of an argument (None's is None, 50 bytes at most), %Y Str *. Standard: %s %d %i %c %ld %zu %lld %g %%, %.200s.
 * Returns VALUE_NULL so that callers can `return raise_error(&exc_TypeError, …)`. */
Value raise_error(Type *type, const char *format, ...);
int raise_error_int(Type *type, const char *format, ...); /* the same, returns -1 */
Value raise_value(Type *type, Value argument);            /* type(argument), e.g. KeyError(key) */
Value raise_no_memory(void);                              /* the preallocated MemoryError */
void raise_object_steal(Value exception);                 /* an exception instance */
Value raise_os_error(int error_number, const char *filename /* may be NULL */); /* the errno-specific subclass */
Value raise_os_error_of_two(int error_number, const char *filename, const char *second /* each may be NULL */); /* "…: 'a' -> 'b'" */
Value raise_stop_iteration(Value value);                  /* StopIteration(value), VALUE_NULL or None: no argument */

#ifdef LINT /* static analysis of one file does not know what the functions of another return */
#define raise_error(...) (raise_error(__VA_ARGS__), VALUE_NULL)
#define raise_error_int(...) (raise_error_int(__VA_ARGS__), -1)
#define raise_value(...) (raise_value(__VA_ARGS__), VALUE_NULL)
#define raise_no_memory() (raise_no_memory(), VALUE_NULL)
#define raise_os_error(...) (raise_os_error(__VA_ARGS__), VALUE_NULL)
#define raise_os_error_of_two(...) (raise_os_error_of_two(__VA_ARGS__), VALUE_NULL)
#define raise_stop_iteration(...) (raise_stop_iteration(__VA_ARGS__), VALUE_NULL)
#endif

/* raised.__context__ = handled (VALUE_NULL: nothing), unless that makes a cycle: then the chain is cut where it would close. */
void exc_chain(Value raised, Value handled);

bool exc_pending(void);
bool exc_matches(const Type *type);         /* the pending one is an instance of type */
bool exc_given_matches(Value exception, Value type_or_tuple); /* isinstance rule of `except`; no error */
void exc_clear(void);
Value exc_take(void);                       /* the pending exception (owned), nothing pending afterwards; VALUE_NULL if none */
void exc_restore_steal(Value exception);    /* make it pending again as it was: no chaining. VALUE_NULL: nothing */
int exc_clear_if(const Type *type);         /* pending and matches: clear, 1; else 0 */
void exc_write_unraisable(Value context_object); /* the pending one goes to sys.unraisablehook, which shows it. modules/sys_hooks.c */

Value exc_new(Type *type, const Value *args, int nargs);
/* Print like CPython's default hook: chain, traceback with carets, notes. To stderr. */
void exc_print(Value exception);
void exc_print_other(Value v); /* sys.excepthook() was given what is no exception */
/* "message: object" or "Exception ignored in: object", the entries of the traceback, the exception. All but the exception may be VALUE_NULL. */
void exc_print_unraisable(Value exception, Value traceback, Value message, Value object);

int exceptions_init(void); /* -1: out of memory */
void exceptions_fini(void); /* lets go of where memory was short last */

#endif
