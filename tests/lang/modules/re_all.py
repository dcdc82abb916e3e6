import re

def attempt(thunk):
    try:
        print(repr(thunk()))
    except Exception as e:
        print(type(e).__name__, e)

CASES = [(r"a*b", "xaaab"), (r"(a|b)*c", "ababc"), (r"^(\w+)\s+(\w+)$", "hello world"), (r"a+?", "aaa"), (r"[^a-c]+", "abcxyz"), (r"(x?)(y*)z", "yyz"), (r"(a*)*", "aaab"), (r"(a*)+", "aaab"), (r"[\d.]+", "v3.14!"), (r"x|y|", "zzz"), (r"q+", "none"),
         (r"(ab?)+$", "abaab"), (r"(?P<y>\d{4})-(?P<m>\d\d)", "on 2026-11-25"), (r"\bfoo\b", "a foo b"), (r"(?i)HeLLo", "say hello"), (r"(?:ab){2,3}", "abababab"), (r"a{2}", "aaa"), (r"a{,2}b", "aaab"), (r"a{2,}?", "aaaa"), (r"(?=ab)a", "ab"), (r"a(?!b)", "abac"),
         (r"(?<=a)b", "cbab"), (r"(?<!a)b", "abcb"), (r"(a)(b)?", "ac"), (r"(\w)\1", "hello"), (r"(?P<q>['\"]).*?(?P=q)", "say 'hi' \"x\""), (r"[]a]+", "]a]"), (r"[a\-z]+", "a-z"), (r"\$\d+\.\d{2}", "cost $12.50"), (r".", "\n"), (r"(?s).", "\n"),
         (r"(?m)^b$", "a\nb\nc"), (r"^b", "a\nb"), (r"a$", "a\n"), (r"a\Z", "a\n"), (r"\Aa", "ba"), (r"(?x) a  b # comment", "ab"), (r"((a)|(b))+", "ab"), (r"(a(b)?)+", "aba"), (r"(?:(a)|b)*", "ab"), (r"\x41\u0042\n", "AB\n"), (r"[\w-]+@[\w.]+", "mail bob-x@ex.org now"),
         (r"(\d+)(?:px|em)", "12em 5px"), (r"a|ab|abc", "abc"), (r"(?:a|ab)(?:c|bcd)(d*)", "abcd"), (r"x*", ""), (r"(?>a+)b", "aaab"), (r"a++b", "aaab"), (r"(a)?(?(1)b|c)", "ab"), (r"(a)?(?(1)b|c)", "c"), (r"[^\s]+", "  word  "), (r"é+", "caféé"), (r"\w+", "naïve_1 x"),
         (r"(\()?\w+(?(1)\))", "(abc)"), (r"a.c", "a\nc abc"), (r"\.", "a.b"), (r"[.]", "ab."), (r"(?i)[a-z]+", "ABCdef1"), (r"(.*)(\d+)", "abc123"), (r"(.*?)(\d+)", "abc123"), (r"{", "a{b"), (r"a{1", "a{1"), (r"((a+)b)*c", "aabaabc"), (r"(a|b|c)*?d", "abcd")]
for pattern, text in CASES:
    for function in (re.search, re.match, re.fullmatch):
        m = function(pattern, text)
        print(pattern, function.__name__, m and (m.span(), m.groups(), m.lastindex, m.lastgroup, m.groupdict(), m.regs))
    print(re.findall(pattern, text), [m.span() for m in re.finditer(pattern, text)], re.split(pattern, text), re.sub(pattern, "<\\g<0>>", text), re.subn(pattern, "-", text, 1))
for bad in ("(a", "a)", "[ab", "*a", "a\\", "(?P<n>a)(?P<n>b)", "a**", "(?P<1>a)", "\\q", "[b-a]", "(?z)", "a{3,2}", "(?<=a*)b", "\\2", "(?P=x)", "(?P<a", "x(?i)", "(?#abc", "+", "a|*", "(?P>x)", "\\x1", "(?<n>a)"):
    attempt(lambda: re.compile(bad))
m = re.match(r"(?P<first>\w+) (?P<last>\w+)", "Ada Lovelace!")
print(m, m.group(), m.group(1, 2), m["first"], m[2], m.start("last"), m.end(), m.expand(r"\2, \g<first>"), m.re.pattern, m.string, m.pos, m.endpos, m.re.groups, dict(m.re.groupindex), bool(m))
attempt(lambda: m.group(3)); attempt(lambda: m["zz"])
p = re.compile(r"\d+", re.I | re.M)
print(p, p.flags, p.search("ab12cd", 3), p.match("ab12", 2), p.findall("1 22 333", 2), p.fullmatch("123"), re.compile("a"), re.compile("a") == re.compile("a"), re.I, re.I | re.S, repr(re.VERBOSE), p.search("12345", 1, 3))
print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world foo bar"), re.sub(r"\d", lambda m: str(int(m.group()) * 2), "a1b2c3"), re.sub("x*", "-", "abxd"), re.sub("", "-", "ab"), re.sub("a", r"\n\t\\", "bab"), re.sub("(a)(b)?", r"[\1\2]", "ab a"), re.sub("a", "b", "aaaa", count=2))
for bad in (lambda: re.sub("a", r"\1", "a"), lambda: re.sub("a", r"\q", "a"), lambda: re.sub("(a)", r"\g<x>", "a"), lambda: re.sub("a", "\\", "a"), lambda: re.match("a", b"a"), lambda: re.match(b"a", "a"), lambda: re.match("a", 5), lambda: re.compile(5)):
    attempt(bad)
print(re.split(r"\s*,\s*", "a , b,c ,d"), re.split(r"(-)", "a-b-c"), re.split("x*", "axbc"), re.split(",", "a,b,c", 1), re.split(r"\W+", "Words, words, words."), re.findall(r"(\w)(\d)?", "a1b"), re.findall("a|", "ba"))
print(re.escape("a.b*c[d] \n é_-"), re.escape(b"a.b"), re.findall(rb"\w+", b"ab \xe9 cd"), re.sub(rb"a", b"<\\g<0>>", b"bab"), re.search(rb"(?i)B", b"abc").group())
text = "The quick brown fox, 42 jumps over 7 lazy dogs; e-mail: x.y@z.org, tel +49 (30) 1234-56."
for pattern in (r"\w+", r"[A-Z]\w*", r"\d+", r"\b\w{4}\b", r"(\w+)@(\w+)\.(\w+)", r"\+?\d[\d ()-]+\d", r"[aeiou]{2,}", r"\S+\s*$", r"(?<=\s)[^\s]{3}(?=\s)", r"[^,;.]+"):
    print(re.findall(pattern, text))
def tokenize(code):
    spec = [("NUMBER", r"\d+(\.\d*)?"), ("ASSIGN", r":="), ("ID", r"[A-Za-z]+"), ("OP", r"[+\-*/]"), ("NEWLINE", r"\n"), ("SKIP", r"[ \t]+"), ("MISMATCH", r".")]
    for mo in re.finditer("|".join("(?P<%s>%s)" % pair for pair in spec), code):
        if mo.lastgroup != "SKIP":
            yield mo.lastgroup, mo.group(), mo.start()
print(list(tokenize("total := total + price * 1.5\nx := 3 ?")))
print(len(re.findall("a", "a" * 5000)), re.match(".*", "x" * 20000).end(), re.match("(?:a|b)*", "ab" * 50).end(), re.sub("[ab]+", "", "ab" * 3000 + "c"))
