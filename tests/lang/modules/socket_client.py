"""socket: what a benchmark does that tells a listener on this machine, when nobody listens."""
import socket

with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as s:
    print(s.connect_ex(("127.0.0.1", 1)))
s = socket.socket()
for attempt in (lambda: s.connect(("localhost", 1)), lambda: s.send("text"), lambda: s.send(b"text"), lambda: s.sendall(b"text"),
                lambda: s.recv(10), lambda: s.connect(("localhost", 70000)), lambda: socket.create_connection(("127.0.0.1", 1))):
    try:
        attempt()
    except (OSError, TypeError) as e:
        print(type(e).__name__, e)
    except OverflowError as e:
        print(type(e).__name__)
s.close()
s.close()
for attempt in (lambda: s.connect_ex(("127.0.0.1", 1)), lambda: s.send(b"text"), lambda: s.recv(1)):
    try:
        print(attempt())
    except OSError as e:
        print(type(e).__name__, e)
print(socket.timeout is TimeoutError, socket.error is OSError, issubclass(socket.herror, OSError), socket.gaierror.__bases__)
