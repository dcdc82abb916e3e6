# Reflected methods of builtin types, called by name; with operands they do not know they answer NotImplemented.
for value, names, others in (({1, 2}, ("__rand__", "__ror__", "__rxor__", "__rsub__"), ({2, 3}, frozenset({2}), [1])),
                             (frozenset({1, 2}), ("__rand__", "__ror__", "__rxor__", "__rsub__"), ({2, 3}, frozenset({2}), {1: 2})),
                             ({1: 2}, ("__ror__",), ({3: 4}, [1])), ("a", ("__rmod__",), ("<%s>", 3, b"%s")), (b"a", ("__rmod__",), (b"<%s>", 3, "%s")),
                             (bytearray(b"a"), ("__rmod__",), (bytearray(b"<%s>"), b"%s")), (3, ("__rsub__", "__rpow__", "__rand__"), (2, 2.5, "a"))):
    for name in names:
        for other in others:
            print(type(value).__name__, name, other, repr(getattr(type(value), name)(value, other)))


class Set(set):
    def __rsub__(self, other):
        return "Set.__rsub__"


class Text(str):
    def __rmod__(self, other):
        return "Text.__rmod__"


print({1} - Set({1}), Set({1}) - {1}, "%s" % Text("a"), [1].__class__.__name__, sorted({1} | Set({2})))
for left, right in ((1, {1}), ([1], {1}), (1, "a"), ({1}, {1: 2}), ({}, {1}), (b"%d", "a")):
    for operation in (lambda a, b: a - b, lambda a, b: a | b, lambda a, b: a % b):
        try:
            print(operation(left, right))
        except TypeError as error:
            print(error)
