"""shlex, html and its entities."""
import html
import html.entities
import io
import random
import shlex


def attempt(thunk):
    try:
        print(thunk())
    except Exception as e:
        print(type(e).__name__, e)


random.seed(5)
for text in ("a b 'c d' \"e f\"", "x\\ y \"a\\\"b\" '\\'", "a#b # c\nd", "foo;bar&&baz || (x)>y", "''", "\"\" x ''", "a''b\"c\"", "é ü", "~/a *.py --x=1", "'", "\\", "\"a\\", "a\nb\n\nc", "$'x' `y` {z}", "", " ", "1 \t 2\r\n3"):
    for options in ({}, {"comments": True}, {"posix": False}, {"posix": False, "comments": True}):
        attempt(lambda: shlex.split(text, **options))
    for options in ({}, {"posix": True}, {"punctuation_chars": True}, {"punctuation_chars": "|", "posix": True}):
        attempt(lambda: list(shlex.shlex(text, **options)))
for _ in range(400):
    text = "".join(random.choice("ab '\"\\#;|&\n-~=é") for _ in range(random.randrange(1, 14)))
    for posix in (False, True):
        attempt(lambda: (text, shlex.split(text, random.random() < .5, posix)))
        lexer = shlex.shlex(text, "file", posix=posix, punctuation_chars=random.random() < .5)
        lexer.whitespace_split = random.random() < .3
        attempt(lambda: (list(lexer), lexer.lineno, lexer.error_leader(), lexer.state))
lexer = shlex.shlex("a b include c", "main")
lexer.source = "include"
lexer.sourcehook = lambda name: (name, io.StringIO("x y"))
lexer.push_token("pushed")
print(list(lexer), lexer.infile, lexer.error_leader("other", 7), lexer.punctuation_chars, lexer.eof, lexer.pushback, lexer.filestack)
words = ["a", "b c", "", "it's", "$HOME", "x=1", "é", "a\nb", "--opt", "@%+=:,./-", '"']
print(shlex.join(words), shlex.split(shlex.join(words)) == words, [shlex.quote(each) for each in words])

print(html.escape("<a href=\"x\">it's & more</a>"), html.escape("<\"'&>", quote=False), html.escape("<'", False))
for text in ("&lt;&gt;&amp;&quot;&#39;&#x27;", "&notit; &not &notin; &notx", "&#0; &#13; &#128;&#x80;&#x9f;&#129; &#xD800; &#x110000; &#1; &#xfffe; &#x7f; &#11;", "&#x; &#; & &; &unknown; &unknown", "&copy &copy; &copyx &AElig", "&#65 &#65x &#X41;B",
             "&CounterClockwiseContourIntegral;", "no references", "", "&amp;lt;", "&acE; &NotEqualTilde;", "&" + "a" * 40 + ";", "&#99999999999999999999;", "&#9;&#10;&#12;&#xfdd0;&#x1ffff;&#xffff"):
    print(ascii(html.unescape(text)))
for number in range(300):
    print(end=ascii(html.unescape("&#%d;" % number)))
print()
print(len(html.entities.html5), sorted(html.entities.html5.items()) == sorted(dict(html.entities.html5).items()))
print(ascii(sorted(html.entities.html5.items())))
print(ascii([html.entities.name2codepoint, html.entities.codepoint2name, html.entities.entitydefs]))
