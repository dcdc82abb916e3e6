"""open: text and binary files."""
path = "/tmp/framebench-files-test.txt"


def attempt(function, *args, **kw):
    try:
        print(function(*args, **kw))
    except Exception as error:
        print(type(error).__name__, error)


with open(path, "w") as f:
    print(f.write("first\nsecond é€\nthird"), f.mode, f.closed, f.readable(), f.writable())
    f.writelines(["\n", "fourth\n"])
    print("printed", 5, file=f)
print(f.closed)
attempt(f.write, "x")
with open(path) as f:
    print(f.readline(), f.read(3), f.read(6), repr(f.read()), repr(f.read()))
print([line.rstrip() for line in open(path)], open(path).readlines(), open(path, encoding="utf-8").read().count("\n"))
with open(path, "a") as f:
    f.write("appended\r\nx\ry")
print(open(path).read().splitlines()[-3:], open(path, "rb").read()[-13:], type(open(path, "rb").readline()))
with open(path, "wb") as f:
    print(f.write(b"\x00\xff"), f.tell())
print(open(path, "rb").read())
attempt(open, "/nonexistent/file")
attempt(open, path, "q")
attempt(open, path, "rw")
attempt(open, path, "rtb")
attempt(open, path, "x")
attempt(open, path, 5)
attempt(open)
try:
    open("/nonexistent")
except FileNotFoundError as error:
    print(error.errno, error.filename, error.strerror)
