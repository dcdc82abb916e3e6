/* fuzz_harness_import.c: any bytes as another tool's file: a result that can be compared and exported, or an error. */
#include "compare.h"
#include "import.h"
#include "interchange.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Result result = {0};
    Text notes = {0};
    Error error = ERROR_INIT;
    int status = import_bytes_twice((const char *)data, size, &result, &notes, &error);
    if ((status < 0) != error_is_set(&error))
        abort();
    if (status == 0) {
        Text text = {0};
        Comparison comparison = compare_result(&result, 1, METRIC_WALL);
        if (!comparison.descriptive && comparison.suite.n_workloads > 0)
            abort();
        compare_free(&comparison);
        interchange_csv(&text, &result);
        json_decref(interchange_pyperf(&result, 1));
        text_free(&text);
    }
    text_free(&notes);
    result_free(&result);
    return 0;
}
