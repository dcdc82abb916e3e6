# A str is compiled as it stands: no line about an encoding, no mark, and no newline at the end of an expression or a single statement.
for text in ("# coding: latin-1\n'é'", "# coding: none-such\n'é'", "# -*- coding: ascii -*-\n'ö€'", "\ufeff1", "\ufeff\ufeff1", " \ufeff1", "1 + \ufeff1", "\ufeff"):
    for source in (text, text.encode()):
        for mode in ("eval", "exec", "single"):
            try:
                code = compile(source, "<text>", mode)
                print(mode, ascii(source), ascii(eval(code)))
            except SyntaxError as e:
                print(mode, ascii(source), ascii((e.msg, e.lineno, e.offset, e.text)) if isinstance(source, str) else type(e).__name__)
import ast

print(ast.literal_eval("# coding: latin-1\n'é'"))

for text in ("a b", "x = = 1", "f(1=2)", "del f()", "1 +* 2", "a\nb c", "for x y: pass", "def f(a, a): pass; x y"):
    for end in ("", "\n"):
        try:
            compile(text + end, "<text>", "single")
        except SyntaxError as e:
            print(repr(text + end), e.msg, e.lineno, e.offset, repr(e.text))
