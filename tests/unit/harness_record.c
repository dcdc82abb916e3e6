/* Result files: what is written is read back unchanged; what is damaged is refused by name and place. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "harness_fixture.h"
#include "record.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char folder[] = "/tmp/framebench-record-XXXXXX";
static char path[sizeof folder + 20];

static int make_folder(void **state)
{
    (void)state;
    if (mkdtemp(folder) == NULL)
        return -1;
    snprintf(path, sizeof path, "%s/r.json", folder);
    return 0;
}

static int remove_folder(void **state)
{
    (void)state;
    unlink(path);
    return rmdir(folder);
}

static void write_bytes(const char *file, const char *bytes, size_t length)
{
    FILE *stream = fopen(file, "w");
    assert_non_null(stream);
    assert_int_equal(fwrite(bytes, 1, length, stream), length);
    assert_int_equal(fclose(stream), 0);
}

static char *read_bytes(const char *file, size_t *length)
{
    FILE *stream = fopen(file, "r");
    assert_non_null(stream);
    char *bytes = mem_alloc(1 << 20, 1);
    *length = fread(bytes, 1, 1 << 20, stream);
    fclose(stream);
    return bytes;
}

static void expect_refused(const char *content, size_t length, const char *expected)
{
    Result result = {0};
    Error error = ERROR_INIT;
    write_bytes(path, content, length);
    assert_int_equal(record_read(&result, path, &error), -1);
    if (strstr(error.text, expected) == NULL || strstr(error.text, path) == NULL)
        fail_msg("'%s' and the path are not both in '%s'", expected, error.text);
    result_free(&result);
}

static void test_round_trip(void **state)
{
    (void)state;
    Result written = {0};
    Result read = {0};
    Error error = ERROR_INIT;
    fixture_result(&written);
    assert_int_equal(record_write(&written, NULL, path, &error), 0);
    assert_int_equal(record_read(&read, path, &error), 0);
    assert_string_equal(read.created, written.created);
    assert_int_equal(read.settings.seed, 42);
    assert_string_equal(read.sides[SIDE_B].argv[1], "-v");
    assert_string_equal(facts_text(result_machine(&read), "host", ""), "testhost");
    assert_int_equal(facts_find(&read.sides[SIDE_A].facts, "build_id")->kind, FACT_ABSENT);
    assert_int_equal(read.n_workloads, 3);
    assert_true(read.workloads[2].control);
    assert_string_equal(read.events[0].reason, "no PMU");
    for (size_t b = 0; b < FIXTURE_BLOCKS; b++) {
        const Block *before = &written.workloads[1].blocks[b];
        const Block *after = &read.workloads[1].blocks[b];
        assert_memory_equal(after->order, before->order, 2);
        assert_true(isnan(after->steal_pct));
        for (size_t s = 0; s < 2; s++) {
            assert_memory_equal(after->sides[s].cpu_ns, before->sides[s].cpu_ns, FIXTURE_VALUES * sizeof(uint64_t));
            assert_memory_equal(after->sides[s].wall_ns, before->sides[s].wall_ns, FIXTURE_VALUES * sizeof(uint64_t));
            assert_null(after->sides[s].events[0].count);
            assert_memory_equal(after->sides[s].events[1].count, before->sides[s].events[1].count,
                                FIXTURE_VALUES * sizeof(uint64_t));
        }
    }
    /* A second writing of what was read is the same file. */
    size_t first_length;
    size_t second_length;
    char *first = read_bytes(path, &first_length);
    assert_int_equal(record_write(&read, NULL, path, &error), 0);
    char *second = read_bytes(path, &second_length);
    assert_int_equal(first_length, second_length);
    assert_memory_equal(first, second, first_length);
    free(first);
    free(second);
    result_free(&read);
    result_free(&written);
}

static void test_every_truncation_is_refused(void **state)
{
    (void)state;
    Result result = {0};
    Error error = ERROR_INIT;
    fixture_result(&result);
    assert_int_equal(record_write(&result, NULL, path, &error), 0);
    result_free(&result);
    size_t length;
    char *bytes = read_bytes(path, &length);
    for (size_t cut = 0; cut + 2 < length; cut += 1 + length / 200)
        expect_refused(bytes, cut, "line ");
    free(bytes);
}

static void test_garbage_is_refused(void **state)
{
    (void)state;
    expect_refused("", 0, "damaged or no JSON");
    expect_refused("\xff\xfe\x00garbage", 10, "damaged or no JSON");
    expect_refused("[]", 2, "format");
    expect_refused("{}", 2, "format");
    expect_refused("{\"format\":\"other\"}", 18, "no result file of framebench");
    static const char newer[] = "{\"format\":\"framebench-result\",\"version\":99}";
    expect_refused(newer, strlen(newer), "use a newer framebench");
    static const char empty[] = "{\"format\":\"framebench-result\",\"version\":2}";
    expect_refused(empty, strlen(empty), "field \"");
}

/* Replaces one spot of a good file by something wrong, and wants to see the field named. */
static void expect_field_refused(const char *good, size_t length, const char *from, const char *to,
                                 const char *expected)
{
    const char *spot = memmem(good, length, from, strlen(from));
    assert_non_null(spot);
    size_t before = (size_t)(spot - good);
    char *bad = mem_format("%.*s%s%s", (int)before, good, to, spot + strlen(from));
    expect_refused(bad, strlen(bad), expected);
    free(bad);
}

static void test_wrong_fields_are_named(void **state)
{
    (void)state;
    Result result = {0};
    Error error = ERROR_INIT;
    size_t length;
    fixture_result(&result);
    assert_int_equal(record_write(&result, NULL, path, &error), 0);
    result_free(&result);
    char *good = read_bytes(path, &length);
    expect_field_refused(good, length, "\"seed\": 42", "\"seed\": \"42\"", "\"seed\"");
    expect_field_refused(good, length, "\"order\": [0, 1]", "\"order\": [1, 1]", "block 0: field \"order\"");
    expect_field_refused(good, length, "\"name\": \"fib\"", "\"name\": 7", "workloads[0]: field \"name\"");
    expect_field_refused(good, length, "\"status\": \"ok\"", "\"status\": \"fine\"", "workload fib: field \"status\"");
    expect_field_refused(good, length, "\"cpu_ns\": [", "\"cpu_ns\": [1, ",
                         "side eager: field \"cpu_ns\": has 5 elements");
    expect_field_refused(good, length, "\"wall_ns\": [", "\"wall_ns\": [0, -3, ",
                         "must be an integer that is not negative");
    expect_field_refused(good, length, "\"sides\": [", "\"sides\": [3, ", "sides[0]: field \"name\"");
    free(good);
}

static void test_journal(void **state)
{
    (void)state;
    Result result = {0};
    Result read = {0};
    Error error = ERROR_INIT;
    Journal journal = JOURNAL_INIT;
    fixture_result(&result);
    size_t n_blocks[3];
    for (int w = 0; w < 3; w++) {
        n_blocks[w] = result.workloads[w].n_blocks;
        result.workloads[w].n_blocks = 0; /* as before the first round */
        result.workloads[w].status = WORKLOAD_PENDING;
    }
    assert_int_equal(record_journal_open(&journal, &result, path, &error), 0);
    for (int b = 0; b < 3; b++)
        assert_int_equal(record_journal_block(&journal, 0, &result.workloads[0].blocks[b], &result, &error), 0);
    assert_int_equal(record_journal_block(&journal, 2, &result.workloads[2].blocks[0], &result, &error), 0);
    char *journal_path = mem_copy_text(journal.path);

    Journal second = JOURNAL_INIT;
    Error refused = ERROR_INIT;
    assert_int_equal(record_journal_open(&second, &result, path, &refused), -1);
    assert_non_null(strstr(refused.text, "earlier run"));
    record_journal_close(&second, true);

    assert_int_equal(record_read(&read, journal_path, &error), 0);
    assert_int_equal(read.workloads[0].n_blocks, 3);
    assert_int_equal(read.workloads[1].n_blocks, 0);
    assert_int_equal(read.workloads[2].n_blocks, 1);
    assert_int_equal(read.state, RUN_STATE_INTERRUPTED);
    assert_int_equal(read.workloads[0].status, WORKLOAD_OK);
    result_free(&read);

    /* Killed while writing the last line: that line is dropped, the others stand. */
    size_t length;
    char *bytes = read_bytes(journal_path, &length);
    write_bytes(journal_path, bytes, length - 20);
    assert_int_equal(record_read(&read, journal_path, &error), 0);
    assert_int_equal(read.workloads[0].n_blocks, 3);
    assert_int_equal(read.workloads[2].n_blocks, 0);
    result_free(&read);
    free(bytes);

    record_journal_close(&journal, true);
    assert_int_equal(access(journal_path, F_OK), -1);
    free(journal_path);
    for (int w = 0; w < 3; w++)
        result.workloads[w].n_blocks = n_blocks[w];
    result_free(&result);
}

static void test_unwritable_place(void **state)
{
    (void)state;
    Result result = {0};
    Error error = ERROR_INIT;
    fixture_result(&result);
    assert_int_equal(record_write(&result, NULL, "/nonexistent/folder/r.json", &error), -1);
    assert_non_null(strstr(error.text, "--out"));
    result_free(&result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_round_trip),
        cmocka_unit_test(test_every_truncation_is_refused),
        cmocka_unit_test(test_garbage_is_refused),
        cmocka_unit_test(test_wrong_fields_are_named),
        cmocka_unit_test(test_journal),
        cmocka_unit_test(test_unwritable_place),
    };
    return cmocka_run_group_tests_name("harness record", tests, make_folder, remove_folder);
}
