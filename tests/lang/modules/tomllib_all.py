"""tomllib: every kind of value, what may be declared where, and each error with its line and column."""
import decimal
import io
import pickle
import random
import tomllib

print(tomllib.__all__, tomllib.TOMLDecodeError, tomllib.TOMLDecodeError.__mro__, tomllib.TOMLDecodeError.__doc__, tomllib.load.__doc__, tomllib.loads.__doc__)


def show(*documents, **options):
    for document in documents:
        try:
            print(repr(document), "->", tomllib.loads(document, **options))
        except Exception as error:
            print(repr(document), "->", type(error).__name__, error, "| cause", repr(error.__cause__))


# A document with all kinds of statements
print(tomllib.loads('''
# comment é
title = "TOML \\u00e9 \\U0001F600"   # another
[owner]
name = 'C:\\literal'
"quoted key" . inner = 1
'single'."double".bare = [ 1, # one
  2,

  # two
  [ "a", 'b' ], { x = 1, y.z = 2.5 },
]
[owner.born]
at = 1979-05-27T07:32:00-08:00
[[products]]
[[products.parts]]
id = 1
[[products.parts]]
id = 2
[products.shop]
open = true
[[products]]
open = false
[products.shop]
'''))

# Keys
show("a=1", "a = 1\nb\t=\t2", "a.b.c=1", "a . b=1\na. c=2", "1234=1", "1.2=3", "-_-=1", '""=1', "''=1", '"a.b"=1', '"a\\tb"=1', "'''a'''=1", '"""a"""=1', "é=1", "=1", "a", "a=",
     "a.=1", "a..b=1", ".a=1", "a b=1", "a=1 b=2", "a\n=1", '"a\n"=1', "'a\n'=1", '"a', "'a", "a=1\ra=2", "a=1\r\nb=2\r\n")

# Numbers
show("a=0", "a=+0", "a=-0", "a=17", "a=+1_000", "a=-1_2_3", "a=00", "a=01", "a=1__0", "a=_1", "a=1_", "a=0x1F", "a=0xdead_BEEF", "a=0x", "a=0x_1", "a=+0x1", "a=0o17", "a=0o8", "a=0b101", "a=0b2", "a=0X1",
     "a=99999999999999999999999", "a=1.5", "a=-0.0", "a=1e3", "a=1E+3", "a=1.5e-3", "a=1_0.0_1e1_0", "a=1.", "a=.5", "a=1.e5", "a=1e", "a=1._5", "a=inf", "a=+inf", "a=-inf", "a=nan",
     "a=+nan", "a=-nan", "a=infinity", "a=Inf", "a=+", "a=true", "a=false", "a=True", "a=tru", "a=truely", "a=" + "9" * 4400)

# Dates and times
show("a=1979-05-27", "a=1979-05-27T07:32:00", "a=1979-05-27t07:32:00z", "a=1979-05-27 07:32:00.5Z", "a=1979-05-27T00:32:00.999999999+05:30", "a=1979-05-27 07:32:00.-01:00",
     "a=1979-05-27T07:32:00-00:30", "a=1979-05-27T07:32:00+00:00", "a=1979-05-27T07:32", "a=1979-05-27 ", "a=1979-05-27 #x", "a=1979-13-27", "a=1979-02-30", "a=0000-01-01", "\n a=1979-02-30T07:32:00", "a=1979-5-27",
     "a=07:32:00", "a=07:32:00.12345678", "a=07:32", "a=24:00:00", "a=07:60:00", "a=07:32:60", "a=1979-05-27T24:00:00", "a=1979-05-27T07:32:00+24:00", "a=12345-01-01")
zones = tomllib.loads("a=1979-05-27T07:32:00+01:00\nb=1980-05-27T07:32:00+01:00\nc=1980-05-27T07:32:00Z")
print(zones["a"].tzinfo is zones["b"].tzinfo, zones["c"].tzinfo)

# Strings
show('a=""', 'a="x"', 'a="\\b\\t\\n\\f\\r\\"\\\\"', 'a="\\u0041\\U00000042c"', 'a="\\x41"', 'a="\\e"', 'a="\\u12"', 'a="\\u12G4"', 'a="\\ud800"', 'a="\\uDFFF"', 'a="\\uD7FF\\uE000"',
     'a="\\U00110000"', 'a="\\UFFFFFFFF"', 'a="\\U0010FFFF"', 'a="x', 'a="x\\', 'a="x\\"', 'a="x\ny"', 'a="\t"', 'a="\x01"', 'a="\\n\x7f"', 'a="\r"', 'a="é\u2028"', 'a="x"y', 'a="\\ "', 'a="\\\n"',
     "a=''", "a='x\\'", "a='x", "a='\t\"'", "a='\n'", "a='\x1f'", "b=1\na='x\x00y\n'\n", "a='''", "a=''''''",
     'a=""""""', 'a="""x"""', 'a="""\nx"""', 'a="""\n\nx\r\ny"""', 'a="""a""b"""', 'a=""""a"""', 'a="""a""""', 'a="""a"""""', 'a="""a""""""', 'a="""a', 'a="""a""', 'a="""\\"""', 'a="""\\""""',
     'a="""x\\\n  \n  y"""', 'a="""x\\  \n y"""', 'a="""x\\  y"""', 'a="""x\\ ', 'a="""x\\', 'a="""x\\\t\n"""', 'a="""\x01"""', 'a="""\r"""', 'a="""\t\\u00e9"""', 'a="""\\z"""',
     "a='''x'''", "a='''\nx\n'''", "a='''a''b'''", "a='''a''''", "a='''a'''''", "a='''a''''''", "a='''a", "a='''\x0b'''", "a='''\\u0041\t'''")

# Arrays and tables in a line
show("a=[]", "a=[ ]", "a=[\n]", "a=[1]", "a=[1,]", "a=[1,2,\n3\n]", "a=[1 2]", "a=[1,,2]", "a=[,]", "a=[", "a=[1", "a=[1,", "a=[#x\n1#y\n,#z\n]", "a=[#\x01\n]", "a=[1#\x7f\n]", "a=[1,#\r\n]", "a=[1,#\rx]", "a=[#",
     "a=[[1],['x'],[]]", "a=[{},{b=1}]", "a={}", "a={ }", "a={b=1}", "a={b=1,c=2}", "a={ b . c = 1 , b . d = 2 }", "a={b=1,}", "a={,}", "a={b}", "a={b=}", "a={", "a={b=1", "a={b=1\n}", "a={\n}",
     "a={b=1 c=2}", "a={b=1,b=2}", "a={b={},b=2}", "a={b=[],b=2}", "a={b=1,b.c=2}", "a={b={},b.c=2}", "a={b=[{}],b.c=2}", "a={b.c={},b.c.d=1}", "a={b.c=1,b=2}", "a={b=[\n1,#x\n2]}", "a={b=1#x\n}")

# Statements: tables declared twice, values in the way
show("[a]", "[ a . 'b' ]\nc=1", "[a]\n[a.b]\n[a.b.c]", "[a.b.c]\n[a]\nd=1", "[a]\n[a]", "[a]\nb=1\n[a.b]", "a=1\n[a]", "a=1\n[a.b]", "a={}\n[a]", "a={}\n[a.b]", "a=[]\n[a]", "a=[{}]\n[a.b]",
     "[a", "[a\n]", "[]", "[a.]", "[a]]", "[a] b=1", "[a]#x", "[a]\x01", "[a b]", "[[a]]", "[[a]]\nb=1\n[[a]]\nb=2", "[[a]]\n[a.b]\n[[a]]\n[a.b]", "[[a]]\n[a.b]\n[a.b]", "[[a]]\n[a]", "[a]\n[[a]]",
     "[a.b]\n[[a]]", "a=1\n[[a]]", "a=[]\n[[a]]", "a={}\n[[a]]", "a={}\n[[a.b]]", "a=1\n[[a.b]]", "a=[{}]\n[[a.b]]", "[[a]", "[[a] ]", "[ [a]]", "[[a.b]]\n[a]\nc=1\n[[a.b]]", "[[a]]\n[[a.b]]\n[[a.b]]\n[[a]]\n[[a.b]]", "[[",
     "[[a.b]]\n[a.b.c]\nd=1\n[a.b.c]", "a=1\na=2", "a.b=1\na.b=2", "a.b=1\na=2", "a=1\na.b=2", "a={}\na.b=2", "a={b={}}\na.b.c=2", "a=[]\na.b=1", "a=[{}]\na.b=1", "[a]\nb.c=1\n[a.b]", "[a]\nb.c=1\n[a.b.d]",
     "[a]\nb.c.d=1\n[a.b.c]", "b.c=1\n[b]", "b.c=1\n[b.d]", "[a.b]\nc=1\n[a]\nb.d=1", "[a.b.c]\nd=1\n[a]\nb.e=1", "[a.b.c]\nd=1\n[a]\nb.c.e=1", "[[a.b]]\n[a]\nb.c=1", "[a]\nx.y=1\nx.z=2\n[a.x.w]", "[x]\n[[x.y]]\nz={}\n[x.y.z]",
     "[[x]]\ny={}\n[x.y.z]", "[t]\nk={}\nk.j=1", "[t]\nk.l={}\nk.l.m=1", "[a]\nb.c=1\nb.c=2", "[[a]]\nb.c=1\n[[a]]\nb.c=2\n[a.b]")

# What is between them
show("", " ", "\n\n", "#", "# x", "# x\n", "  # x\n\t\n a=1 # y\n", "#\x00", "#\t", "# x\x1f\n", "\n\n  # a\x7f", "a=1#\x08", "a=1 \x01", "\x01", "!", "\ufeffa=1", "a=1\n]", "a=1\n\n   ,", "\r", "\r\n#\r\n", "#\r", "a=1,", "a=1\x0c", "\f",
     "a=1\n\nb = .", "é\n", "a=1\né=2")

# parse_float
show("a=1.50\nb=inf\nc=-nan\nd=1_0e2\ne=1", parse_float=decimal.Decimal)
show("a=[1.5,{b=2.5}]", parse_float=str)
show("a=1.5", "a=1", parse_float=lambda text: [])
show("a=1.5", parse_float=lambda text: {})
show("a=1.5", parse_float=lambda text: 1 / 0)
show("a=1.5", "a=1", parse_float=None)

# Arguments
for call in (lambda: tomllib.loads(b"a=1"), lambda: tomllib.loads(1), lambda: tomllib.load(io.StringIO("a=1")), lambda: tomllib.load(io.BytesIO(b"a='\xff'")), lambda: tomllib.load("x"),
             lambda: tomllib.loads("a=1", float), lambda: tomllib.loads(s="a=1"), lambda: tomllib.loads(), lambda: tomllib.load(io.BytesIO(b"a=")), lambda: tomllib.load(io.BytesIO("é='é'".encode()))):
    try:
        print(call())
    except Exception as error:
        print(type(error), error)
print(tomllib.load(io.BytesIO("a='é'\r\nb=1.5".encode()), parse_float=str))
error = pickle.loads(pickle.dumps(tomllib.TOMLDecodeError("told")))
print(type(error), error.args)

# Chance
PIECES = ["a", "b", ".", "a.b", "=", "=1", "=1\n", "={}\n", "=[]\n", "={a=1}\n", "={b.a={}}\n", "=[{}]\n", "\n", "[", "]", "[a]\n", "[b]\n", "[[a]]\n", "[a.b]\n", "[[a.b]]\n", "[b.a]\n", "a.b=1\n", "b.a.c=1\n",
          "{", "}", ",", '"', "'", '"""', "'''", "\\", " ", "#", "1", "1.5", "1979-05-27", "07:32:00", "true", "\x01", '"x\\n"']
chance = random.Random(20)
results = {}
for turn in range(3000):
    document = "".join([chance.choice(PIECES) for each in range(chance.randrange(1, 9))])
    try:
        result = tomllib.loads(document)
    except tomllib.TOMLDecodeError as error:
        result = str(error)
    results[repr(document)] = result
    if turn % 10 == 0:
        print(repr(document), result)
text = repr(sorted(results.items(), key=lambda item: item[0]))
print(len(text), sum([number * ord(char) for number, char in enumerate(text)]) % 1000003)
