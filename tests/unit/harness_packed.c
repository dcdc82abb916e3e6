/* Long arrays pass by the JSON tree, everything else through it, and errors are those of the whole text. */
#include "mem.h"
#include "packed.h"
#include "text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static Packed *open_text(const char *text, FILE **file)
{
    *file = fmemopen((void *)text, strlen(text), "r");
    assert_non_null(*file);
    return packed_new(*file);
}

/* What comes out is what jansson makes of the same text, references put back. */
static void expect_same(const char *text)
{
    FILE *file;
    json_error_t problem;
    json_error_t expected_problem;
    Packed *packed = open_text(text, &file);
    json_t *got = packed_load(packed, &problem);
    json_t *expected = json_loads(text, JSON_DISABLE_EOF_CHECK | JSON_REJECT_DUPLICATES, &expected_problem);
    if (expected == NULL) {
        assert_null(got);
        assert_int_equal(problem.line, expected_problem.line);
    } else if (!json_equal(got, expected)) {
        fail_msg("another tree than that of %s", text);
    }
    json_decref(got);
    json_decref(expected);
    packed_free(packed);
    fclose(file);
}

static void test_everything_else_passes(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "{\"a\": [1, 2, 3]}",
        "[[[]], {}, [1.5, 2], [-1], [1e3], [true, null]]",
        "{\"a [1,2\\\"]\": \"[1,2,3]\\\\\", \"b\": [\"]\", \"[\"]}",
        "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,-19]",
        "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,[19]]",
        "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17.5]",
        /* what jansson refuses, at the line where it does */
        "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,\n017]",
        "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,\n\n9223372036854775808]",
        "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,]",
        "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16 17]",
        "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17",
        "{\"a\": [1\n,2,\n3,4,5,6,7,8,9,10,11,12,13,14,15,16,17]\n, \"b\" 5}",
        "{\"a\": \"never closed [1,2,3",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        expect_same(texts[i]);
}

static void test_long_arrays_are_put_away(void **state)
{
    (void)state;
    enum { SIZE = 100000 };
    Text text = {0};
    text_add(&text, "{\"x\": [");
    for (int i = 0; i < SIZE; i++)
        text_add(&text, "%s%d", i > 0 ? " , " : "\n", i * 7);
    text_add(&text, "], \"limits\": [0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,9223372036854775807]}");
    FILE *file;
    json_error_t problem;
    Packed *packed = open_text(text_string(&text), &file);
    json_t *root = packed_load(packed, &problem);
    assert_non_null(root);
    size_t size = 0;
    assert_true(packed_is_array(packed, json_object_get(root, "x"), &size));
    assert_int_equal(size, SIZE);
    uint64_t *numbers = packed_take(packed, json_object_get(root, "x"));
    for (uint64_t i = 0; i < SIZE; i++)
        assert_int_equal(numbers[i], i * 7);
    free(numbers);
    numbers = packed_take(packed, json_object_get(root, "limits"));
    assert_int_equal(numbers[16], INT64_MAX);
    free(numbers);
    /* Once taken they are gone: nobody gets the same memory twice. */
    assert_true(packed_is_array(packed, json_object_get(root, "x"), &size));
    assert_int_equal(size, 0);
    json_decref(root);
    packed_free(packed);
    fclose(file);
    text_free(&text);
}

static void test_forged_references(void **state)
{
    (void)state;
    size_t size;
    FILE *file;
    json_error_t problem;
    Packed *packed = open_text("{\"numbers that were put away\": 0}", &file);
    json_t *root = packed_load(packed, &problem);
    assert_false(packed_is_array(packed, root, &size));
    assert_false(packed_is_array(NULL, root, &size));
    json_decref(root);
    packed_free(packed);
    fclose(file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_everything_else_passes),
        cmocka_unit_test(test_long_arrays_are_put_away),
        cmocka_unit_test(test_forged_references),
    };
    return cmocka_run_group_tests_name("harness packed", tests, NULL, NULL);
}
