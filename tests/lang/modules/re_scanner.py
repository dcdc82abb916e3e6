"""re.Scanner."""
import random
import re
from re import Scanner


def attempt(thunk):
    try:
        print(thunk())
    except Exception as e:
        print(type(e).__name__, e)


def token(kind):
    return lambda scanner, text: (kind, text, scanner.match.span(), scanner.match.lastindex)


language = Scanner([(r"[a-zA-Z_]\w*", token("name")), (r"\d+\.\d*", lambda scanner, text: float(text)), (r"\d+", lambda scanner, text: int(text)),
                    (r"[-+*/=()]", token("operator")), (r'"(?:[^"\\]|\\.)*"', token("text")), (r"\s+", None)])
for text in ("sum = 3*foo + 312.50 + bar", "", "a?b", "?", '"a\\"b" (x1-2.)', '1 "open', "naïve = 1", "\n\t7\n"):
    print(language.scan(text))
print(language.scanner, language.scanner.groups, language.scanner.flags, language.scanner.pattern, language.scanner.groupindex, len(language.lexicon), language.match.re is language.scanner)
print(Scanner, Scanner.__module__, sorted(vars(language)))

for text in ("ab é", "aA é", "aaAa b", "a\nb", "K\u212a"):
    for lexicon in ([(r"\w+", token(1)), (" ", None)], [("(?i)a+", 1), (" ", 2)], [("(?i:a+)", token(1)), (" ", "blank")], [("(?x) a  # the letter", 1), (r"(?x)\ ", 2)], [("(?s).+", token(1))],
                    [("(?m)^b", 1), ("a", 2), ("\n", None)], [("(?u:\\w+)", 1), (".", token(2))], [("(?a)a", 1)], [("[k]", 1)], [(r"a\b", 1), ("(?s:.)", 2)], [("a(?=.)|b", 1), ("(?<=a).", 2)]):
        for flags in (0, re.I, re.U, re.I | re.U, re.A, re.S, re.X | re.M):
            attempt(lambda: (lexicon[0][0], flags, Scanner(lexicon, flags).scan(text)))

# Groups inside of patterns share the numbers with the patterns.
grouped = Scanner([("a", 1), ("(b)(c)", lambda scanner, text: (scanner.match.groups(), scanner.match.lastindex, scanner.match.lastgroup))])
print(grouped.scan("abca"), grouped.scan("bcb"))
attempt(lambda: Scanner([("(a)(b)(c)", 1)]))
attempt(lambda: Scanner([("(?P<n>a)\\1", lambda scanner, text: (scanner.match.groupdict(), scanner.match.groups()))]).scan("aaa"))
attempt(lambda: Scanner([("a", 1), ("(?P<n>x)(?P=n)", 2)]).scan("axx"))

# Bytes, and both kinds, for the whole has no pattern.
for lexicon in ([(b"a", 1), (b"b", token(2))], [("a", 1), (b"c", 2)]):
    for text in ("abc", b"abc", bytearray(b"cab")):
        attempt(lambda: Scanner(lexicon).scan(text))
attempt(lambda: language.scan(5))
attempt(lambda: language.scan(None))

# An empty match ends it.
for lexicon in ([("", 1)], [("a*", token(1)), ("b", 2)], [("b|", 2), ("a", 1)]):
    for text in ("aab", "bb", "c"):
        print(Scanner(lexicon).scan(text))

for lexicon in ([("a(", 1)], [("a", 1), ("b)", 2)], [(1, 2)], [(re.compile("a"), 1)], [("a",)], [("a", 1, 2)], [], 5, ["ab", "xy"], [("(?(1)a)", 1)], [("*", 1)], [("[b-a]", 1)]):
    attempt(lambda: Scanner(lexicon).scan("ab"))
for flags in (re.L, re.A | re.U):
    attempt(lambda: Scanner([("a", 1)], flags).lexicon)
attempt(lambda: Scanner([(b"a", 1)], re.U))
attempt(lambda: Scanner([("(?a)a", 1)], re.U))


class Calculator:
    """What an action may do: keep state elsewhere, look at the scanner, raise."""
    depth = 0

    def opening(self, scanner, text):
        self.depth += 1
        return text * self.depth

    def closing(self, scanner, text):
        self.depth -= 1
        if self.depth < 0:
            raise ValueError(scanner.match.start())
        return None


for text in ("(())", "())"):
    calculator = Calculator()
    attempt(lambda: Scanner([(r"\(", calculator.opening), (r"\)", calculator.closing)]).scan(text))

random.seed(3)
pieces = ["a", "b+", "[ab]c", "a|bc", "(?:ab)*", "c{2,}", "a.?", "\\w\\d", " +", "(?!b).", "c(?<=bc)"]
for _ in range(300):
    lexicon = [(random.choice(pieces), random.choice([None, token(n), n])) for n in range(random.randrange(1, 5))]
    text = "".join(random.choice("abc 1") for _ in range(random.randrange(10)))
    attempt(lambda: ([phrase for phrase, _ in lexicon], text, Scanner(lexicon).scan(text)))
