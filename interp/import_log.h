/* import_log.h: what -v and -X importtime say of every module that is loaded. */
#ifndef INTERP_IMPORT_LOG_H
#define INTERP_IMPORT_LOG_H

#include "object.h"

typedef struct ImportLog {
    int64_t begin_ns;
    int64_t above_ns; /* what the imports beside this one have taken, in the module that imports it */
} ImportLog;

ImportLog import_log_begin(void);
void import_log_end(const ImportLog *log, const char *name, Value file, bool loaded); /* an exception may be pending */

#endif
