#include "interchange_values.h"

#include "compare_values.h"
#include "mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

bool interchange_block_counts(const Block *block, size_t side)
{
    return block->void_reason == NULL && block->sides[side].n_values > 0;
}

double interchange_value(const Result *result, const WorkloadResult *workload, const Block *block, size_t side,
                         Metric metric, size_t j)
{
    double loops = fmax(1.0, values_loops(result, workload, block));
    double unit = compare_is_count(metric) ? 1.0 : 1e-9;
    return values_reading(&block->sides[side], j, metric) / loops * unit;
}

double interchange_common_value(const Result *result, const WorkloadResult *workload, const Block *block, size_t side,
                                Metric metric, size_t j)
{
    for (size_t s = 0; s < result->n_sides; s++)
        if (block->sides[s].n_values > 0 && !(values_reading(&block->sides[s], j, metric) > 0.0))
            return NAN;
    return interchange_value(result, workload, block, side, metric, j);
}

char *interchange_date(const Result *result, const Block *block)
{
    struct tm utc = {0};
    if (result->created == NULL || strptime(result->created, "%Y-%m-%dT%H:%M:%SZ", &utc) == NULL)
        return NULL;
    time_t start = timegm(&utc);
    if (isfinite(block->start_s) && fabs(block->start_s) < 1e9)
        start += (time_t)block->start_s;
    char text[32];
    gmtime_r(&start, &utc);
    strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S", &utc);
    return mem_copy_text(text);
}

char *interchange_plain(const char *text)
{
    char *plain = mem_copy_text(text != NULL && *text != '\0' ? text : "unknown");
    for (char *at = plain; *at != '\0'; at++)
        if ((unsigned char)*at < 0x20 || *at == 0x7f)
            *at = ' ';
    size_t start = strspn(plain, " ");
    size_t end = strlen(plain);
    while (end > start && plain[end - 1] == ' ')
        end--;
    char *trimmed = end > start ? mem_copy_bytes(plain + start, end - start) : mem_copy_text("unknown");
    free(plain);
    return trimmed;
}
