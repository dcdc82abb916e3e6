"""Patterns that begin with ^ or \\A are looked for at the start only, however long the text; what only looks so is looked for everywhere."""
import re

PATTERNS = ["^", "^a", r"\Aa", "(^a)", "((^)a)", "(^a|b)", "(?:^|b)a", "(?:^)a", "(?:^)?a", "(^)*a", "(^a)+", "(?:^a)*", "^^a", "^a|b", "b|^a", "(?m)^a", r"(?m)\Aa", "(?m:^)a", "(?=^)a", "(?!^)a",
            "(?<=^)a", "(?<!^)a", "(?>^a)", "^$", "^a$", "^a*", "(?P<x>^a*)(?P=x)", "(a)?^b", "(a)?(?(1)^|b)a", "x*^a", "^(?:a|(b))*", r"^\b", "^.*b", "(?s)^.*b"]
TEXTS = ["", "a", "b", "aa", "ba", "ab", "b\na", "a\na", "\na", "aab\nb", "xa^a"]

for source in PATTERNS:
    for pattern in (re.compile(source), re.compile(source.encode())):
        for text in TEXTS:
            if isinstance(pattern.pattern, bytes):
                text = text.encode()
            print(pattern.pattern, text, [str(pattern.search(text, start, end)) for start, end in ((0, 99), (1, 99), (2, 3), (0, 1), (-1, 1), (3, 1))])
            print(pattern.findall(text), pattern.findall(text, 1), [each.span() for each in pattern.finditer(text)], pattern.split(text), pattern.split(text, 1), pattern.subn(text[:0] + text[1:], text), pattern.sub(text[:0], text, 1))
            scanner = pattern.scanner(text)
            print(scanner.search(), scanner.search(), scanner.match())

long = "ab" * 500000
for source in ("^b", r"\Ab", "^(?:b|c)"):
    pattern = re.compile(source)
    print(source, [pattern.search(long) for each in range(2000)].count(None), len(pattern.sub("", long)), pattern.findall(long), len(pattern.split(long)))
