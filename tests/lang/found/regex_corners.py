"""Corners of regular expressions: letters of many forms, flags that may stand behind comments, look-behind with references, what is warned of."""
import copy
import pickle
import re
import warnings

classes = "Iiİı Kk\u212a Ssſ \xb5Μμ Åå\u212b Ǆǅǆ Ǉǈǉ Ǳǲǳ \u0345Ιι\u1fbe Ββϐ Θθϑϴ Σςσ Ωω\u2126 Ттᲄᲅ Ѣѣᲇ ᲈꙊꙋ Ṡṡẛ ẞß Éé ÿŸ ա ﬅﬆ ŉ ǰ \u0390\u1fd3 \u03b0\u1fe3".split()
for letters in classes:
    for a in letters:
        for b in letters:
            above, below = chr(ord(a) + 1), chr(ord(a) - 1)
            patterns = (a, f"[{a}]", f"[{a}-{a}]", f"[{a}-{above}]", f"[x{below}-{a}]", f"[^{a}]", f"[^{a}-{above}]", rf"({a})\1")
            row = [bool(re.match(p, b, flags)) for flags in (re.I, re.I | re.A) for p in patterns]
            row.append(bool(re.match(rf"({a})\1", a + b, re.I)))
            print(a, b, "".join("01"[x] for x in row))

warnings.simplefilter("always")
shown = []
warnings.showwarning = lambda message, category, *rest: shown.append((category.__name__, str(message)))
for pattern in (r"(?#c)(?i)a", r"(?i)(?x) a", r"(?x) (?i)a", r"a(?i)b", r"(?:(?i)a)", r"a|(?i)b", r"()(?i)", r"(?i)|(?x)a", r"\x1z", r"[\x1z]", r"\x", r"\u12g", r"[\U0001]",
                r"[\8]", r"[\9a]", r"\8", r"(a)(?<=\1)b", r"(a|bc)(?<=\1)b", r"(?<=(a)\1)b", r"(?<=(?P<n>a)(?P=n))b", r"(a(?<=\1)b)", r"(?P<n>a(?P=n))",
                r"(?:(a)|(x))b(?<=(?(2)x|c))c", r"(a)b(?<=(?(2)b|x))(c)", r"(a)b(?<=(?(1)bb|x))(c)", r"(a)b(?<=(?(1)b|x))(c)", r"(a)?(?(+1)b|c)", r"(a)?(?(-1)b|c)",
                r"(a)?(?( 1 )b|c)", r"(a)?(?(٢)b|c)", r"(a)?(?(٠)b|c)", r"(a)?(?(1_0)b|c)", r"(a)?(?(x)b|c)", r"(?(0)a)", r"[[a]", r"[^[a]", r"[a--b]", r"[a&&b]", r"[a~~b]",
                r"[a||b]", r"[--a]", r"[a-z--b]", r"[&&]", r"[]||]", r"[a\--b]", r"[\d--b]", r"[a-\d]", r"[b-a]", r"[a", r"[a-"):
    del shown[:]
    try:
        compiled = re.compile(pattern)
        print(repr(pattern), compiled.flags, compiled.groups, [m.span() for m in compiled.finditer("abc aabbc ABC[a]-&~|8")], shown)
    except re.error as e:
        print(repr(pattern), e, e.pos, shown)
for template in (r"\g<+1>", r"\g<1>", r"\g< 1>", r"\g<-1>", r"\g<1a>", r"\g<>", r"\g<x>", r"\g<n>", r"\g<2>", r"\g<1_0>", r"\g<٢>"):
    del shown[:]
    try:
        print(template, re.sub("(?P<n>a)", template, "bab"), shown)
    except (re.error, IndexError) as e:
        print(template, type(e).__name__, e, shown)
print(re.I | re.A, re.M | re.U | re.X, ~re.I, re.T, re.RegexFlag(0), re.RegexFlag(512 | 2), re.TEMPLATE)
for compiled in (re.compile("a(b)", re.I), re.compile(b"x"), re.compile("(?i)q")):
    print([pickle.loads(pickle.dumps(compiled, protocol)) == compiled for protocol in range(6)], copy.copy(compiled) is compiled, pickle.dumps(compiled, 0))
for p, t in ((r'[J-M]', '\u212a'), (r'[j-m]', '\u212a'), (r'[\u2129-\u212b]', 'K'), (r'[\u2129-\u212b]', 'k'), (r'[\u212a]', 'k'), (r'[\u017e-\u0180]', 's'),(r'[\u017e-\u0180]', 'S')):
    print(p, t, bool(re.match(p, t, re.I)))
for f in ((br'\w', re.UNICODE), (br'(?u)\w', 0), (r'(?u)\w', re.ASCII), (r'(?a)\w', re.UNICODE), (r'(?au)\w', 0), (b'(?L)', re.ASCII), (b'(?a)', re.LOCALE), ('(?L)', 0), (r'(?a:(?u:x))', 0)):
    try: print(re.compile(*f))
    except Exception as e: print(type(e).__name__, e)
warnings.simplefilter('error')
for f in ((rb'(?P<\xc2\xb5>a)',), (rb'(?P<a\xe9>a)(?P=a\xe9)',), ('(?P<µ>a)',), (b'(?P<\xb5>a)(?(\xb5)b)',)):
    try: print(re.compile(*f))
    except Warning as e: print(type(e).__name__, e)
    except Exception as e: print(type(e).__name__, e)
print([hex(i) for i in range(0x3000) if re.fullmatch('(?x)' + re.escape(chr(i)), chr(i)) is None])
