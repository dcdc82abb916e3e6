"""What a quantifier stands behind: blanks and comments may part it from its item, and so may a comment in brackets."""
import re

PATTERNS = ["(?x)a ?", "(?x)(a) *b", "(?x)(a) # first\n ? b", "(?x)(a # inner\n) # outer\n {2,3} $", "(?x)a\n\n+?b", "(?x) [ab] # set\n ++ c", "(?x: a {2} ) {2}",
            "a(?#none)*b", "(?x)a(?#one) # two\n (?#three) {2}", "(?x)a { 2}", "(?x)a{ 2}", "(?x)a {,2}b", "a{٢}", "x{*", "x{}+", "{2", "{,", "a|{x}+",
            "*", "(?x) *", "(?x)( # nothing\n +)", "(?x)a|  ?", "(?x)^ *", "(?x)a* *", "(?x)a* # twice\n ?", "(?x)a *?+", "a{2}{3}", "(?x)a{2} {3}", "{1}", "(|{1})", "(?#x)*",
            "(?x)a {3,2}", "(?=a)*a", "(?x)(?:a*) *", "\\b*", "\\A ?"]

for pattern in PATTERNS:
    try:
        compiled = re.compile(pattern)
    except re.error as error:
        print(repr(pattern), error)
    else:
        print(repr(pattern), [compiled.match(text) and compiled.match(text).group() for text in ("a", "aab", "aaaa", "b", "a{ 2}", "a 2", "abc", "x{{{", "x{}}", "{2", "{,", "{x}}")])
