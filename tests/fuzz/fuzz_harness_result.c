/* fuzz_harness_result.c: any bytes as a result file of ours, of either version, or a journal: a result that can be
 * compared, shown and exported, or an error. */
#include "compare.h"
#include "interchange.h"
#include "record.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[40];
    int file = memfd_create("result", MFD_CLOEXEC);
    if (file < 0 || write(file, data, size) != (ssize_t)size)
        abort();
    snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    Result result = {0};
    Error error = ERROR_INIT;
    int status = record_read(&result, path, &error);
    if ((status < 0) != error_is_set(&error))
        abort();
    for (size_t side = 1; status == 0 && side < result.n_sides; side++) {
        Text text = {0};
        Comparison comparison = compare_result(&result, side, METRIC_WALL);
        compare_free(&comparison);
        interchange_csv(&text, &result);
        json_decref(interchange_pyperf(&result, side));
        text_free(&text);
    }
    result_free(&result);
    close(file);
    return 0;
}
