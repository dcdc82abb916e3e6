import io
import json
import string

def attempt(thunk):
    try:
        print(repr(thunk()))
    except Exception as e:
        print(type(e).__name__, e)

for value in (None, True, False, 0, -5, 2 ** 70, 1.5, -0.0, 1e100, 1e-7, "", "a\"b\\c\n\t\x01é€\U0001f600", [], {}, [1, [2, []]], {"a": {"b": [1, None]}}, (1, 2), {1: 2, 1.5: 3, None: 4, True: 5}, [float("inf"), -float("inf"), float("nan")], "\x7f\ud800"):
    print(json.dumps(value), json.dumps(value, indent=2), json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass"), json.dumps(value, separators=(",", ":")))
data = {"b": [1, 2, {"x": "y"}], "a": {"nested": True}, "c": "text"}
print(json.dumps(data, sort_keys=True), json.dumps(data, indent="\t", sort_keys=True), json.dumps(data, indent=0), json.dumps([1, 2], indent=1, separators=(" ; ", "=")))
for text in ("1", "-1", "0", "1.5", "1e5", "-1.5E-3", "[]", "{}", " [1 , 2 ] ", '{"a": 1, "b": [true, false, null]}', '"\\u00e9\\n\\ud83d\\ude00\\/"', "NaN", "[Infinity, -Infinity]", "123456789012345678901234567890", '{"a":{"b":{"c":[]}}}', '"\\ud83d"', '{"k": 1, "k": 2}', b'[1, "\xc3\xa9"]'):
    attempt(lambda: json.loads(text))
for text in ("", "[", "[1", "[1,", "[1,]", "[1 2]", "{", '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', "{1:2}", '"abc', '"\\x"', '"\\u12"', '"\\u12g4"', '"\n"', "tru", "1 2", "-", "01", "1.", ".5", "+1", "[1]]", "nul", "'a'", "\n\n  x", '"a\\', "[\n1,\n2 3]", "{'a': 1}", '["a" "b"]'):
    attempt(lambda: json.loads(text))
attempt(lambda: json.loads(5))
attempt(lambda: json.loads("\ufeff[]"))
for bad in (lambda: json.dumps({1, 2}), lambda: json.dumps({(1,): 2}), lambda: json.dumps(float("nan"), allow_nan=False), lambda: json.dumps(object), lambda: json.dumps(b"x"), lambda: json.dumps(len)):
    attempt(bad)
cyc = []; cyc.append(cyc)
attempt(lambda: json.dumps(cyc))
print(json.dumps({(1,): 2, "a": 1}, skipkeys=True), json.dumps({1, }, default=sorted), json.loads("[1.5, 2]", parse_float=str, parse_int=lambda s: s + "!"), json.loads('{"a": 1}', object_hook=lambda d: list(d.items())), json.loads('{"a": 1, "b": 2}', object_pairs_hook=list), json.loads("NaN", parse_constant=lambda c: c))
class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set):
            return sorted(o)
        return super().default(o)
print(json.dumps({"s": {3, 1}}, cls=Encoder), Encoder(indent=1).encode([1]), "".join(json.JSONEncoder().iterencode({"a": [1]})))
attempt(lambda: json.dumps(print, cls=Encoder))
print(json.JSONDecoder().raw_decode("[1] rest"), json.JSONDecoder().decode(" 5 "))
try:
    json.loads('{"a": [1,\n  oops]}')
except json.JSONDecodeError as e:
    print(e.msg, e.pos, e.lineno, e.colno, e.doc[:5], isinstance(e, ValueError))
buf = io.StringIO(); json.dump({"x": [1, 2]}, buf, indent=2); print(buf.getvalue()); buf.seek(0); print(json.load(buf))
class MyInt(int): pass
class MyStr(str): pass
class MyList(list): pass
class MyDict(dict): pass
print(json.dumps([MyInt(5), MyStr("s"), MyList([1]), MyDict(a=1)]))
deep = json.loads("[" * 100 + "]" * 100); print(str(deep).count("["))
print(json.loads(json.dumps(data)) == data)
# string
print(string.ascii_letters, string.digits, string.punctuation, string.hexdigits, repr(string.whitespace), len(string.printable), string.capwords("hello  wORLD x"))
t = string.Template("$who likes ${what}; $$5 $who")
print(t.substitute(who="tim", what="kung pao"), t.safe_substitute(who="x"), t.substitute({"who": 1, "what": 2}), t.is_valid(), t.get_identifiers())
attempt(lambda: t.substitute(who="x"))
attempt(lambda: string.Template("a $ b").substitute())
attempt(lambda: string.Template("line\n ${bad").substitute())
f = string.Formatter()
print(f.format("{0} {1!r:>5} {name.real} {lst[1]} {{x}}", 1, "a", name=5, lst=[1, 2]), f.format("{} {:{}}", 1, 2, 5))
attempt(lambda: f.format("{0} {}", 1, 2))
attempt(lambda: f.format("{x}"))


# Template classes with patterns of their own
import string


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as e:
        return type(e).__name__, str(e)


class Bag:
    def __getitem__(self, name):
        return "<%s>" % name


class Dotted(string.Template):
    idpattern = "[_a-z][_a-z0-9.]*"


class Braced(string.Template):
    braceidpattern = "@@[a-z]+@@"


class Percent(string.Template):
    delimiter = "%"


class OneCase(string.Template):
    flags = 0


class Own(string.Template):
    pattern = "(?P<escaped>&{2})|&(?P<named>[a-z]+)|&<(?P<braced>[a-z]+)>|(?P<invalid>&)"


class Unknown(string.Template):
    pattern = "(?P<badname>.*)|(?P<escaped>&&)|(?P<named>@a)|(?P<braced>@b)|(?P<invalid>@)"


for kind, text in ((string.Template, "$a ${b} $$ $A_1"), (Dotted, "$a.b ${c.d} $e"), (Braced, "${@@a@@} $b"), (Percent, "%a %{b} %% $c"), (OneCase, "$a $b"),
                   (Own, "&a &<b> &&"), (string.Template, "$a $"), (string.Template, "x\ny\n  ${a-b}"), (string.Template, "$\u017f $\u0131"), (Own, "&1"),
                   (OneCase, "$A"), (Unknown, "anything"), (Braced, "${@@a@} ${c}")):
    template = kind(text)
    print(kind.__name__, repr(text), attempt(template.substitute, Bag()), attempt(template.safe_substitute, a=1), attempt(template.substitute, {"a": 1}, b=2),
          attempt(template.is_valid), attempt(template.get_identifiers))
print(type(string.Template.pattern).__name__, Percent("").pattern is Percent.pattern, attempt(string.Template("$x").substitute, {}, 1))
