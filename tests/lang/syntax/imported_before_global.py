# A name that is imported before its `global` or `nonlocal` is accepted; whatever else binds or uses it is not.
bindings = ("import x", "import x as y", "import y as x", "import x.z", "from m import x", "from m import z as x", "x = 1", "x", "for x in y: pass", "with a as x: pass",
            "del x", "x: int", "x += 1", "(x := 1)", "def x(): pass", "class x: pass", "[0 for x in y]", "lambda: x", "try: pass\n except A as x: pass",
            "match 1:\n  case x: pass", "x.a = 1", "import x, z; x", "import x; x = 2", "import x; import x")
for binding in bindings:
    for word in ("global", "nonlocal"):
        nested = "def o():\n x = 1\n def f():\n  " + binding.replace("\n", "\n ") + f"\n  {word} x\n"
        for text in (f"def f():\n {binding}\n {word} x\n", nested, f"class C:\n {binding}\n {word} x\n", binding.replace("\n ", "\n") + f"\n{word} x\n"):
            try:
                compile(text, "<text>", "exec")
                print(repr(text), "ok")
            except SyntaxError as e:
                print(repr(text), e.msg, e.lineno, e.offset, e.end_offset)


def late_global():
    import math as found
    global found
    return "found" in locals()


def outer():
    place = None

    def inner():
        from os import path as place
        nonlocal place
        return sorted(locals())

    return inner(), place.__name__, inner.__code__.co_freevars


print(late_global(), found.__name__, outer())


class Holder:
    import string as kept
    global kept


print(hasattr(Holder, "kept"), kept.__name__)
