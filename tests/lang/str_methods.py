# str methods, indexing and slicing, with their errors


def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__, e)


words = ["", "a", "abc", "Hello World", "  spaced\tout \n", "éclair", "日本語テキスト", "a😀b", "ßtraße", "ΑΣ ΟΔΟΣ Σ", "ﬁn", "x" * 70, "1²½٣", "\x1c\x85\u2028z"]
plain = ["capitalize", "casefold", "lower", "upper", "swapcase", "title", "isalnum", "isalpha", "isascii", "isdecimal", "isdigit",
         "isidentifier", "islower", "isnumeric", "isprintable", "isspace", "istitle", "isupper", "strip", "lstrip", "rstrip",
         "split", "rsplit", "splitlines", "expandtabs", "__len__"]
for w in words:
    for name in plain:
        print(name, repr(getattr(w, name)()))
    print(w.splitlines(True), w.splitlines(keepends=True))
    print(repr(w), ascii(w), w)

for w in words:
    for i in (0, 1, -1, 5, -100):
        show(lambda: w[i])
    for a in (None, 0, 1, -2, 100):
        for b in (None, 0, 2, -1):
            for c in (None, 1, 2, -1, -3):
                print(repr(w[a:b:c]), end=" ")
    print()

s = "one two  three,two;one"
for sub in ("one", "two", "", "zzz", ",", "e"):
    print(s.find(sub), s.rfind(sub), s.count(sub), s.startswith(sub), s.endswith(sub), sub in s)
    for a in (-5, 0, 3, 22, 30, None):
        for b in (-1, 0, 10, 40, None):
            print(s.find(sub, a, b), s.rfind(sub, a, b), s.count(sub, a, b), s.startswith(sub, a, b), s.endswith(sub, a, b), end="; ")
    print()
    show(s.index, sub)
    show(s.rindex, sub)
    show(s.split, sub)
    show(s.rsplit, sub)
    show(s.split, sub, 1)
    show(s.rsplit, sub, 1)
    show(s.partition, sub)
    show(s.rpartition, sub)
    show(s.replace, sub, "<>")
    show(s.replace, sub, "", 1)
    show(s.removeprefix, sub)
    show(s.removesuffix, sub)
    show(s.strip, sub)
print("  a b  c ".split(maxsplit=1), "  a b  c ".rsplit(maxsplit=1), "a,b,c".split(sep=",", maxsplit=1), " a ".split(None, 0), " a ".rsplit(None, 0))
print("aaa".replace("a", "aa", 2), "abc".replace("", "-"), "abc".replace("", "-", 2), "".replace("", "x"), "éa".replace("é", "日"), "".replace("", "x", 0))
print(s.startswith(("x", "one")), s.endswith(("two", "one")), s.startswith(()))
print("-".join(["a", "b", "c"]), "".join(("é", "日")), ", ".join(str(i) for i in range(4)), "x".join([]), "x".join("abc"))
for width in (0, 3, 4, 7, 8):
    for w in ("abc", "ab", "-12", "é"):
        print(repr(w.center(width)), repr(w.ljust(width, "*")), repr(w.rjust(width, "日")), repr(w.zfill(width)), repr(w.center(width, "é")))
print("a\tbc\td\n\te".expandtabs(4), "a\tb".expandtabs(tabsize=0), "01\t012\t0123".expandtabs())
table = str.maketrans("abc", "xyz", "d")
print(table, "aabbccdd".translate(table), "hello".translate({104: "H", 101: None, 108: 0x65e5}), str.maketrans({"a": 1, 98: "q"}))
print("abc" * 3, 0 * "abc", "é" * 2, "ab" * -1, "x" * True)
print("a" < "b", "a" < "aa", "é" > "z", "日" < "😀", "\uffff" < "\U00010000", "a" == "a", "a" != "b", "a" == 1, "abc" >= "abc")
print(max("hello"), sorted("hello"), list("日😀a"), [c for c in "xyz"], list(reversed("abc")))
print(str(), str(1), str("x"), str(b"abc", "ascii"), str(b"\xc3\xa9", encoding="utf-8"), str(b"x"), str(None), str(object="q"))
print(str.lower("ABC"), str.join("-", "ab"), "abc".__contains__("b"), "abc".__getitem__(1), "a".__add__("b"), "a".__mul__(3), "a".__eq__(1))
print(hash("abc") == hash("ab" + "c"), hash(""), {"a": 1}["a"], "a".__hash__() == hash("a"))

errors = [lambda: "a" + 1, lambda: "a" * "b", lambda: "a" * 1.5, lambda: "a"[1], lambda: s["x"], lambda: s[1.0], lambda: 1 in "a",
          lambda: "a".join(1), lambda: "a".join([1]), lambda: "a".join(["x", None]), lambda: "a".find(1), lambda: "a".split(1),
          lambda: "a".split(""), lambda: "a".partition(""), lambda: "a".partition(1), lambda: "a".index("b"), lambda: "a".strip(1),
          lambda: "a".replace("a", 1), lambda: "a".replace(1, "a"), lambda: "a".startswith(1), lambda: "a".startswith((1,)),
          lambda: "a".center(3, "xx"), lambda: "a".center(3, 5), lambda: "a".center("x"), lambda: "a".count("a", "b"),
          lambda: "a".zfill("x"), lambda: str.maketrans(1), lambda: str.maketrans("a", "bc"), lambda: str.maketrans({"ab": 1}),
          lambda: "a".translate(5), lambda: "a".removeprefix(1), lambda: "a".removesuffix(1), lambda: str("a", "b"), lambda: str(1, "b"),
          lambda: str(b"a", 1), lambda: "a" < 1, lambda: "a" - "b", lambda: "a".format_map(), lambda: "a".upper(1), lambda: "a".replace("a"),
          lambda: "a".find(), lambda: "a".split(foo=1), lambda: "a" * (1 << 70), lambda: "a".nothing, lambda: "a".__getitem__(),
          lambda: "a".translate({97: 1.5}), lambda: "a".translate({97: -1}), lambda: "a"[::0], lambda: -"a", lambda: "a".expandtabs("x"),
          lambda: 1 + "a", lambda: None + "a", lambda: "a".isalpha(x=1), lambda: "a".encode("nope"), lambda: "a".splitlines(1, 2)]
for e in errors:
    show(e)


class S(str):
    def __str__(self):
        return "S!"

    def shout(self):
        return self.upper() + "!"


x = S("abc")
x.extra = 5
print(x, repr(x), x.shout(), x.extra, type(x[0]), type(x + "d"), type(x.upper()), type(x[:]), x == "abc", {x: 1}["abc"], len(x), type(str(x)))
print(type(x.strip()), isinstance(x, str), x.join(["1", S("2")]), "%s" % x, f"{x}", "{}".format(x), "-".join([x, x]), type("".join([x])))


class R:
    def __radd__(self, other):
        return "radd " + other

    def __rmul__(self, other):
        return "rmul " + other

    def __index__(self):
        return 2

    def __str__(self):
        return "an R"


print("x" + R(), "abc"[R()], "x".zfill(R()), str(R()))
s = ""
for i in range(1000):
    s += str(i)
t = s
s += "é"
s += "日"
print(len(s), len(t), s[-3:], t[-3:], s == t + "é日")
s = "ab"
s += s
print(s, "a" "b" 'c')
for text in ("a" * 40 + "b", "aaaaaaaaab" * 5, "xyz" * 30, "needle in haystack " * 4, "abABzZ@[`{" * 3):
    for sub in ("ab", "aaab", "b", "zx", "needle i", "ack n", "q", "a" * 11, "Z@"):
        print(text.find(sub), text.count(sub), sub in text, text.replace(sub, "_"), text.replace(sub, "longer", 2), text.replace(sub, ""))
    print(text.lower(), text.upper())
print(repr("aa".replace("aa", "")), repr("ab".replace("a", "")), repr("aa".replace("aa", "b")), "%s%d%s" % ("a", 5, 7), "%d" % True, "{}{}".format(5, -7))


class E(str):
    def __new__(cls, v, extra):
        self = super().__new__(cls, v)
        self.extra = extra
        return self

    def __eq__(self, other):
        return str.__eq__(self, other)

    def __hash__(self):
        return str.__hash__(self)


e = E("k", 3)
print(e, e.extra, {e: 1}["k"], {"k": 2}[e], len(e), hash(e) == hash("k"), sorted([E("b", 1), E("a", 2)]), "k" in {e})


class H:
    def __hash__(self):
        return -1


print(hash(H()), str(UnicodeTranslateError("abc", 0, 2, "why")), isinstance(UnicodeDecodeError("utf-8", b"x", 0, 1, "r"), ValueError))
