"""ast: literal_eval only (in C, from the syntax tree, which is not Python objects here)."""
from _literal import evaluate as _evaluate


def literal_eval(node_or_string):
    if not isinstance(node_or_string, str):
        raise ValueError("malformed node or string: %r" % (node_or_string,))
    text = node_or_string.lstrip(" \t")
    if not text or "\0" in text:
        compile(text, "<unknown>", "eval")  # says what is wrong
    return _evaluate(text)


def __getattr__(name):
    raise AttributeError("module 'ast' has no attribute '%s': only literal_eval is supported here" % name)
