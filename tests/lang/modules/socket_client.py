"""socket: what a benchmark does that tells a listener on this machine, when nobody listens."""
import socket

with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as s:
    print(s.connect_ex(("127.0.0.1", 1)) != 0, s.fileno() >= 0)
print(s.fileno())
s = socket.socket()
try:
    s.connect(("localhost", 1))
except ConnectionRefusedError as e:
    print(type(e).__name__, e)
try:
    s.send("text")
except TypeError as e:
    print(e)
try:
    s.connect(("localhost", 70000))
except OverflowError as e:
    print(type(e).__name__)
s.close()
s.close()
try:
    socket.create_connection(("127.0.0.1", 1))
except OSError as e:
    print(e)
