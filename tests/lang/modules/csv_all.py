"""csv: readers, writers, dialects, dictionaries, and their errors."""
import csv
import io
import random


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


def read(text, **options):
    lines = text.splitlines(True) if isinstance(text, str) else text
    try:
        r = csv.reader(lines, **options)
        print([row for row in r], r.line_num)
    except (csv.Error, ValueError, TypeError) as e:
        print(type(e).__name__, e)


for text in ("", "\n", "a,b\n", "a,b", 'a,"b,c",d\r\n', '"a""b",c\n', '"a\nb",c\n1,2\n', 'a"b,c\n', '"a"b,c\n', '"open\nnever', ",\n", ",,\n", '""\n', " a, b \n", "a\rb\n",
             '"a" ,b\n', "a,b\n\nc\n", "x" * 10 + "\n", '"",""\n'):
    print(repr(text))
    read(text)
    read(text, strict=True)
    read(text, skipinitialspace=True)
    read(text, quoting=csv.QUOTE_NONE)
    read(text, doublequote=False, escapechar="\\")
    read(text, delimiter=";", quotechar="'")
read("1,\"2\",3.5\n", quoting=csv.QUOTE_NONNUMERIC)
read("1,x\n", quoting=csv.QUOTE_NONNUMERIC)
read("a\\,b,c\\\nd\n", escapechar="\\")
read('"a\\"b",c\n', escapechar="\\")
read([b"a,b"])
read(["a,b\nc,d\n"])
read(["a,", "b", "\n"])


def write(rows, **options):
    out = io.StringIO()
    try:
        w = csv.writer(out, **options)
        for row in rows:
            n = w.writerow(row)
            print(n, end=" ")
    except (csv.Error, TypeError) as e:
        print(type(e).__name__, e, end=" ")
    print(repr(out.getvalue()))


rows = [[1, 2.5, None, "a,b", 'q"r', "line\nend", "", "plain", "  s "], [""], [], ["", ""], [None], ["a\\b", "x'y"], (x for x in "abc"), "str", [True, 1j, b"x"]]
for options in ({}, {"quoting": csv.QUOTE_ALL}, {"quoting": csv.QUOTE_NONNUMERIC}, {"quoting": csv.QUOTE_NONE, "escapechar": "\\"}, {"quoting": csv.QUOTE_NONE},
                {"delimiter": "\t", "lineterminator": "\n"}, {"doublequote": False, "escapechar": "\\"}, {"doublequote": False}, {"dialect": "unix"}, {"dialect": csv.excel_tab},
                {"quotechar": "'"}, {"lineterminator": "!"}):
    print(options if "dialect" not in options else "dialect")
    for row in rows:
        write([list(row) if not isinstance(row, (list, str)) else row], **options)
write([3])
attempt(csv.writer, 3)
for options in ({"delimiter": ""}, {"delimiter": "ab"}, {"delimiter": 3}, {"delimiter": None}, {"quotechar": "xx"}, {"quotechar": None}, {"quoting": 7}, {"quoting": "x"}, {"quotechar": None, "quoting": csv.QUOTE_NONE},
                {"lineterminator": None}, {"lineterminator": 3}, {"escapechar": 4}, {"dialect": "none"}, {"wrong": 1}):
    try:
        csv.reader([], **options)
        print(options, "fine")
    except Exception as e:
        print(options, type(e).__name__, e)
print(csv.list_dialects())
csv.register_dialect("mine", delimiter=":", quoting=csv.QUOTE_ALL)
d = csv.get_dialect("mine")
print(d.delimiter, d.quoting, d.doublequote, d.lineterminator, d.quotechar, d.escapechar, d.skipinitialspace, d.strict)
read("a:b\n", dialect="mine")
csv.unregister_dialect("mine")
attempt(csv.get_dialect, "mine")
attempt(csv.unregister_dialect, "mine")
attempt(csv.register_dialect, 3)


class Colon(csv.Dialect):
    delimiter = ":"
    quotechar = None
    quoting = csv.QUOTE_NONE
    lineterminator = "\n"


read("a:b,c\n", dialect=Colon)
read("a:b,c\n", dialect=Colon())


class Broken(csv.Dialect):
    delimiter = "::"


attempt(Broken)
print(csv.field_size_limit(), csv.field_size_limit(5), csv.field_size_limit())
read("abcdef,g\n")
read('"abcdef",g\n')
read("abcde,g\n")
csv.field_size_limit(131072)
r = csv.DictReader(io.StringIO("a,b,c\n1,2,3\n\n4,5\n6,7,8,9\n"), restkey="more", restval="none")
print(r.fieldnames, r.line_num)
for row in r:
    print(row, r.line_num)
print(list(csv.DictReader(["1;2"], fieldnames="xy", delimiter=";")), list(csv.DictReader([])))
out = io.StringIO()
w = csv.DictWriter(out, ["a", "b"], restval="-", lineterminator="\n")
print(w.writeheader(), w.writerow({"b": 2}), w.writerows([{"a": 1, "b": "x,y"}, {}]))
attempt(w.writerow, {"z": 1})
attempt(csv.DictWriter, out, "ab", extrasaction="what")
csv.DictWriter(out, ["a"], extrasaction="ignore").writerow({"a": 1, "q": 2})
print(repr(out.getvalue()))
r = random.Random(5)
same = 0
for _ in range(400):
    table = [["".join(r.choice('ab,"\'\n\r ;\\x') for _ in range(r.randrange(6))) for _ in range(r.randrange(1, 5))] for _ in range(3)]
    options = r.choice([{}, {"quoting": csv.QUOTE_ALL}, {"delimiter": ";"}, {"doublequote": False, "escapechar": "\\"}, {"quotechar": "'"}])
    out = io.StringIO(newline="")
    csv.writer(out, **options).writerows(table)
    back = list(csv.reader(io.StringIO(out.getvalue(), newline=""), **options))
    same += back == table
    if _ % 40 == 0:
        print(repr(out.getvalue()), back)
print(same)
