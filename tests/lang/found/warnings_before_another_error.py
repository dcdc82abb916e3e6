"""What the lexer warned of before an error of the grammar, and then found behind it: the warnings were freed while they were still listed."""
import warnings

SOURCES = ["a = 1if 2 else 3\nx y\nb = '''\n",          # a warning, an error, and the lexer's error behind it
           "x y\na = 1if 2 else 3\nb = '''\n",          # the warning between them
           "x y; b = 1or 2\n", "b = 1or 2; x y; c = 0x1for x in y\n", "a = 1if 2 else 3\nx y\n$\n", "a = 1if 2 else 3\nx y\n  b\n c\n"]

for action in ("always", "error", "ignore"):
    for source in SOURCES:
        with warnings.catch_warnings(record=True) as seen:
            warnings.simplefilter(action)
            try:
                compile(source, "found", "exec")
            except SyntaxError as error:
                print(action, error, error.lineno, [(str(each.message), each.lineno) for each in seen])
