"""StringIO's kinds of newlines, positions behind what was translated, states of memory files for copy and pickle."""
import copy
import io
import pickle


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as e:
        return type(e).__name__, str(e)


for newline in (None, "", "\n", "\r", "\r\n"):
    file = io.StringIO("a\nb\r\nc\rd", newline=newline)
    print(ascii(newline), [ascii(line) for line in file], ascii(file.getvalue()), ascii(file.newlines))
    file.seek(0)
    print(ascii(file.read(2)), ascii(file.readline(1)), ascii(file.readline()), ascii(file.read()))
    file = io.StringIO(newline=newline)
    print(file.write("x\r"), file.write("\ny\n"), ascii(file.getvalue()), ascii(file.newlines), file.tell(), file.line_buffering)
    file.seek(0)
    print(list(map(ascii, file.readlines())))
    for protocol in range(2, 6):
        again = pickle.loads(pickle.dumps(file, protocol))
        print(ascii(again.getvalue()), again.tell(), ascii(again.__getstate__()))
    file.mark = 1
    print(ascii(file.__getstate__()), copy.deepcopy(file).mark, copy.copy(file).mark)
print(attempt(io.StringIO, newline=b"\n"), attempt(io.StringIO, newline="x"), attempt(io.StringIO, newline=1), attempt(io.StringIO, b""))

text, data = io.StringIO("1234567890"), io.BytesIO(b"1234567890")
for file, nothing, something in ((text, "", "x"), (data, b"", b"x")):
    file.seek(12)
    print(file.write(nothing), ascii(file.getvalue()), file.write(something), ascii(file.getvalue()))
    print(attempt(file.detach), attempt(file.fileno), ascii(file.__getstate__()))
    for state in (1, ("a", "b", "c", "d"), (1, 2, 3, 4), ("x", "\n", 1, 4), ("x", "\n", -1, None), ("x", "\n", 1, {"y": 2}), (b"x", "a", 4), (b"x", -1, 4),
                  (b"x", 1, 4), (b"x", 1, {"y": 2})):
        print(state, attempt(file.__setstate__, state))
    print(file.__dict__, ascii(file.getvalue()), file.tell())

into, data = bytearray(5), io.BytesIO(b"abcdefgh")
print(data.readinto(into), into, data.readinto1(into), into, data.readinto(into), attempt(data.readinto, b"x"), attempt(data.readinto, 1))
data.close()
for name in ("readinto", "__getstate__", "detach", "fileno", "__setstate__"):
    print(name, attempt(getattr(data, name), *([bytearray(2)] if name in ("readinto", "__setstate__") else [])))
for protocol in range(6):
    print(attempt(pickle.dumps, io.BytesIO(b"ab"), protocol))


class Own(io.StringIO):
    def __init__(self, *args):
        super().__init__(*args)
        self.mark = 3


again = copy.copy(Own("abc"))
print(again.getvalue(), again.mark, type(again).__name__)

for content in (b"ab\rcd\ref", b"ab\r\ncd\r\nef", b"ab\r\rcd", "\xe9\r\xfc\rx".encode(), b"ab\r"):
    for read in (lambda: file.readline(), lambda: file.read(1)):
        file = io.TextIOWrapper(io.BytesIO(content), encoding="utf-8")
        piece = read()
        while piece:
            position = file.tell()
            rest = file.read()
            file.seek(position)
            print(ascii(piece), ascii(rest), file.read() == rest)
            file.seek(position)
            piece = read()

nothing = io.TextIOWrapper.__new__(io.TextIOWrapper)
print(attempt(nothing.read), attempt(repr, nothing))
for kind in (type(len), type(iter([])), int, type(re_iterator := iter(()))):
    print(attempt(object.__new__, kind), attempt(kind.__new__, kind) if kind is not int else "")
