/* file.h: files of bytes: FileIO and, with a buffer, BufferedReader, BufferedWriter and BufferedRandom, over a descriptor. */
#ifndef INTERP_TYPES_FILE_H
#define INTERP_TYPES_FILE_H

#include "object.h"

/* All four types. Bytes read ahead and bytes not yet written share one buffer, of which at most one of the two is there at a time. */
typedef struct BinaryFile {
    Object head;
    int descriptor; /* -1: closed */
    bool readable, writable, appending, creating;
    bool keeps;   /* closing leaves the descriptor open (closefd=False) */
    int standard; /* 1, 2: written through the interpreter's own buffers (stdout_write, stderr_write), never read; else 0 */
    Value name;   /* as given to open */
    uint8_t *buffer;        /* raw memory; NULL until used, and always in a FileIO */
    int64_t begin, end;     /* read ahead: buffer[begin] to buffer[end - 1] */
    int64_t dirty;          /* not yet written: buffer[0] to buffer[dirty - 1] */
    struct BinaryFile *next, **link; /* all open ones, so that none is forgotten at the end */
} BinaryFile;

enum { FILE_BUFFER_SIZE = 8192 };

extern Type type_file_io, type_buffered_reader, type_buffered_writer, type_buffered_random;

static inline BinaryFile *as_binary_file(Value v) { return (BinaryFile *)(uintptr_t)v; }
bool value_is_binary_file(Value v);

/* How a file is to be opened: the letters of a mode. */
typedef struct FileMode {
    bool reading, writing, appending, creating, updating;
} FileMode;

Value binary_file_new(Type *type, int descriptor, Value name); /* open, without any permission yet */
/* Opens what `file` says, a path (str or bytes) or a descriptor; opener may be VALUE_NULL. type: one of the four. file_open.c */
Value binary_file_open(Type *type, Value file, FileMode mode, bool close_descriptor, Value opener);
/* A path as str or bytes, new reference: v itself or what its __fspath__ gives. Else TypeError, "<refusal>, not T". file_open.c */
Value file_path(Value v, const char *refusal);
int file_raise_with_name(int number, Value name); /* OSError of a file's name as it was given; -1. file_open.c */
Value binary_file_standard(int descriptor); /* the binary side of sys.stdin, sys.stdout, sys.stderr */

/* For text files. Errors as those of the methods. */
int64_t binary_file_read_some(BinaryFile *f, uint8_t *to, int64_t size); /* at most one read from the system; 0 at the end, -1 */
Value binary_file_read_all(BinaryFile *f);
int binary_file_write(BinaryFile *f, const void *data, int64_t size);

Value raise_unsupported(const char *text); /* io.UnsupportedOperation */
const char *file_mode_text(const BinaryFile *f); /* as FileIO.mode has it */

Value file_io_new(Type *type, const Value *args, int nargs, Value kwnames); /* FileIO(). file_open.c */
int file_types_init(void);
void files_finish(void); /* writes what is in the buffers of files that are still open */

#endif
