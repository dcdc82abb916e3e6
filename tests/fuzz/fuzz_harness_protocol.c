/* fuzz_harness_protocol.c: any bytes as what a runner answers: a hello and values, or an error. */
#include "child.h"

#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { PIPE_BYTES = 60000, TIMEOUT_S = 5 };

/* Values until the answers end, each as child_value promises. */
static void take_values(Child *child)
{
    for (;;) {
        Value value = {0};
        Error error = ERROR_INIT;
        int status = child_value(child, 10, 1, TIMEOUT_S, &value, &error);
        if ((status < 0) != error_is_set(&error) || (status == 0 && !value.checksum))
            abort();
        free(value.checksum);
        if (status < 0)
            return;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    int ends[2];
    Child child = CHILD_INIT;
    Error error = ERROR_INIT;
    if (size > PIPE_BYTES)
        return 0;
    if (pipe2(ends, O_CLOEXEC) < 0 || write(ends[1], data, size) != (ssize_t)size)
        abort();
    close(ends[1]);
    child.reply_fd = ends[0];
    child.command_fd = open("/dev/null", O_WRONLY | O_CLOEXEC);
    int status = child_read_hello(&child, TIMEOUT_S, &error);
    if ((status < 0) != error_is_set(&error) || (status == 0 && !child.version))
        abort();
    if (status == 0)
        take_values(&child);
    child_stop(&child);
    return 0;
}
