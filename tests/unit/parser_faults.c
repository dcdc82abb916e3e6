/* parser_faults.c: each allocation of a parse fails in turn; every time the result must be a tree or a reported error.
 *
 *   parser_faults FILE...     built with -DMEM_FAULT and the address sanitizer, which finds what is not released
 */
#include "mem.h"
#include "parser.h"

#include <stdio.h>
#include <stdlib.h>

/* Returns how many allocations the parse made, 0 if it broke a rule. */
static long parse_with_faults(const char *path, const char *source, size_t length)
{
    for (int64_t fault = 1;; fault++) {
        int64_t hits = mem_fault_hits;
        AstModule *module;
        bool consistent;
        Arena arena;
        Diag diag;

        arena_init(&arena);
        diag_init(&diag);
        mem_fault_countdown = fault;
        module = parse_source(&arena, source, length, path, PARSE_EXEC, &diag);
        mem_fault_countdown = 0;
        consistent = (module == NULL) == diag_is_set(&diag) && !(module != NULL && mem_fault_hits > hits);
        diag_fini(&diag);
        arena_fini(&arena);
        if (!consistent) {
            printf("FAIL %s: allocation %lld\n", path, (long long)fault);
            return 0;
        }
        if (mem_fault_hits == hits)
            return (long)fault;
    }
}

int main(int argc, char **argv)
{
    static char source[1 << 22];
    int passed = 0;

    for (int i = 1; i < argc; i++) {
        FILE *file = fopen(argv[i], "rb");
        size_t length;

        if (file == NULL) {
            perror(argv[i]);
            return 2;
        }
        length = fread(source, 1, sizeof source, file);
        fclose(file);
        passed += parse_with_faults(argv[i], source, length) > 0;
    }
    printf("%d passed, %d failed\n", passed, argc - 1 - passed);
    return passed == argc - 1 ? 0 : 1;
}
