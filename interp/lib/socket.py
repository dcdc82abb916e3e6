"""socket: a client of a TCP server: connect to an IPv4 address or localhost, send, receive."""
import os as _os
import _socket

AF_INET, SOCK_STREAM, SOCK_DGRAM = 2, 1, 2
SHUT_RD, SHUT_WR, SHUT_RDWR = 0, 1, 2
error = OSError


class gaierror(OSError):
    pass


class socket:
    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        self.family, self.type = AF_INET if family == -1 else family, SOCK_STREAM if type == -1 else type
        self._fd = _socket.open(self.family, self.type) if fileno is None else fileno

    def fileno(self):
        return self._fd

    def connect_ex(self, address):
        host, port = address
        if not 0 <= port <= 65535:
            raise OverflowError("connect_ex(): port must be 0-65535.")
        host = {"localhost": "127.0.0.1", "": "0.0.0.0"}.get(host, host)
        if not host.replace(".", "").isdigit():
            raise gaierror(-2, "Name or service not known")
        return _socket.connect(self._fd, host, port)

    def connect(self, address):
        number = self.connect_ex(address)
        if number:
            raise OSError(number, _os.strerror(number))

    def send(self, data, flags=0):
        return _socket.send(self._fd, data)

    def sendall(self, data, flags=0):
        while data:
            data = data[_socket.send(self._fd, data):]

    def recv(self, bufsize, flags=0):
        return _os.read(self._fd, bufsize)

    def close(self):
        fd, self._fd = self._fd, -1
        if fd >= 0:
            _os.close(fd)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()

    def __del__(self):
        self.close()


def create_connection(address, timeout=None, source_address=None):
    made = socket()
    try:
        made.connect(address)
    except BaseException:
        made.close()
        raise
    return made


def gethostname():
    return _os.uname().nodename
