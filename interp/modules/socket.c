/* socket.c: the module _socket: the system calls with which socket.py is a client of a TCP server at an IPv4 address. */
#include "modules.h"

#include "bytes.h"
#include "exceptions.h"
#include "int.h"
#include "native.h"
#include "str.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>

#define METHOD_ARGS Value self, const Value *args, int nargs, Value kwnames
#define UNUSED_ARGS (void)self, (void)args, (void)nargs, (void)kwnames

static bool int_argument(Value v, int *out)
{
    int64_t wide;
    if (!value_is_int(v)) {
        raise_error(&exc_TypeError, "'%T' object cannot be interpreted as an integer", v);
        return false;
    }
    if (int_as_int64(v, &wide) < 0)
        return false;
    *out = (int)wide;
    return true;
}

/* open(family, type): a descriptor */
static Value socket_open(METHOD_ARGS)
{
    UNUSED_ARGS;
    int family, type;
    if (!int_argument(args[0], &family) || !int_argument(args[1], &type))
        return VALUE_NULL;
    int fd = socket(family, type | SOCK_CLOEXEC, 0);
    return fd < 0 ? raise_os_error(errno, NULL) : value_from_small_int(fd);
}

/* connect(descriptor, "127.0.0.1", port): 0, or the error's number */
static Value socket_connect(METHOD_ARGS)
{
    UNUSED_ARGS;
    int fd, port;
    const char *host = value_is_str(args[1]) ? str_utf8(args[1], NULL) : "";
    if (!host || !int_argument(args[0], &fd) || !int_argument(args[2], &port))
        return VALUE_NULL;
    struct sockaddr_in address;
    memset(&address, 0, sizeof address);
    address.sin_family = AF_INET;
    address.sin_port = htons((uint16_t)port);
    if (inet_pton(AF_INET, host, &address.sin_addr) != 1)
        return raise_error(&exc_OSError, "not an IPv4 address: %S", args[1]);
    int status;
    do
        status = connect(fd, (const struct sockaddr *)&address, sizeof address);
    while (status < 0 && errno == EINTR);
    return value_from_small_int(status < 0 ? errno : 0);
}

/* send(descriptor, data): how many bytes were taken */
static Value socket_send(METHOD_ARGS)
{
    UNUSED_ARGS;
    int fd;
    if (!int_argument(args[0], &fd))
        return VALUE_NULL;
    if (!value_is_bytes_like(args[1]))
        return raise_error(&exc_TypeError, "a bytes-like object is required, not '%T'", args[1]);
    ssize_t sent = send(fd, as_bytes(args[1])->data, (size_t)as_bytes(args[1])->length, MSG_NOSIGNAL);
    return sent < 0 ? raise_os_error(errno, NULL) : value_from_small_int(sent);
}

Value module_socket_init(void)
{
    static const NativeDef functions[] = {{"open", socket_open, 2, 2, 0}, {"connect", socket_connect, 3, 3, 0}, {"send", socket_send, 2, 2, 0}, {0}};
    return module_from_parts("_socket", functions, NULL, 0);
}
