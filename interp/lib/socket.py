"""socket: there is no network. Programs that tell a listener when they are done run on, as where nobody listens: every connection is refused."""
from _functools import _as_builtin
import errno as _errno
import os as _os

AF_INET, SOCK_STREAM, SOCK_DGRAM = 2, 1, 2
SHUT_RD, SHUT_WR, SHUT_RDWR = 0, 1, 2
error = OSError
timeout = TimeoutError


class herror(OSError):
    pass


class gaierror(OSError):
    pass


class socket:
    def __init__(self, family=-1, type=-1, proto=-1):
        self.family, self.type = AF_INET if family == -1 else family, SOCK_STREAM if type == -1 else type
        self._closed = False

    def _fail(self, number):
        raise OSError(number, _os.strerror(number))

    def connect_ex(self, address):
        host, port = address
        if not 0 <= port <= 65535:
            raise OverflowError("connect_ex(): port must be 0-65535.")
        if host not in ("localhost", "") and not host.replace(".", "").isdigit():
            raise gaierror(-2, "Name or service not known")
        return _errno.EBADF if self._closed else _errno.ECONNREFUSED

    def connect(self, address):
        self._fail(self.connect_ex(address))

    def send(self, data, flags=0):
        if not isinstance(data, (bytes, bytearray)):
            raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
        self._fail(_errno.EBADF if self._closed else _errno.EPIPE)

    sendall = send

    def recv(self, bufsize, flags=0):
        self._fail(_errno.EBADF if self._closed else _errno.ENOTCONN)

    def settimeout(self, value):
        pass

    def close(self):
        self._closed = True

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()


def create_connection(address, timeout=None, source_address=None):
    with socket() as made:
        made.connect(address)


@_as_builtin
def gethostname():
    return _os.uname().nodename
