/* fuzz_core_compile.c: any bytes as source text, through lexer, parser, symbol table and compiler: a Code object or a pending exception.
 *
 * Linked with the core built by clang with -fsanitize=fuzzer-no-link,address,undefined (tests/fuzz/run does).
 */
#include "compile.h"
#include "exceptions.h"
#include "runtime.h"
#include "source.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { STACK_BYTES = 6 << 20 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static bool ready;
    if (!ready && runtime_init(STACK_BYTES) < 0)
        abort();
    ready = true;
    /* The first byte chooses what is compiled; printable, so that seeds are readable. */
    CompileMode mode = size > 0 && data[0] == '=' ? COMPILE_EVAL : COMPILE_MODULE;
    size_t skipped = mode == COMPILE_EVAL;
    Code *code = source_compile((const char *)data + skipped, size - skipped, "fuzz.py", (CompileOptions){.mode = mode});
    if ((code == NULL) != exc_pending())
        abort();
    if (code)
        object_release(code);
    exc_clear();
    return 0;
}
