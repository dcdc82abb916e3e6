"""Filters decide about the compiler's warnings: ignored, shown always, or SyntaxErrors."""
import warnings

SOURCES = ["x is 1", "'a' ()", "[1] (2)", "assert (1, 2)", "'\\d'", "b'\\q'", "f'\\w{x}'", "1or 2", "0x1for x in y", "(1, 2) [3, 4]", "x = 1\n\nif x is not 'a': pass"]
for action in ("error", "always", "ignore", "default", "once"):
    for source in SOURCES:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter(action)
            try:
                compile(source, "place.py", "exec")
                result = "valid"
            except SyntaxError as error:
                result = error.msg, error.filename, error.lineno, error.offset, error.end_lineno, error.end_offset, error.text
        print(action, repr(source), result, [(w.category.__name__, str(w.message), w.filename, w.lineno) for w in caught])
with warnings.catch_warnings():
    warnings.filterwarnings("error", category=SyntaxWarning, module="place")
    try:
        exec(compile("x = 1\nx is 2", "place.py", "exec"))
    except SyntaxError as error:
        print(error)
