# What a builtin method is called when its arguments are refused, and which of several faults is told.
class Text(str):
    pass


class Numbers(list):
    class Inner(dict):
        pass


def refused(call, *args, **keywords):
    try:
        print("taken:", call(*args, **keywords))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, "-", e)


def found_by_name():  # the type that has the method
    for call in (lambda: Text().join(), lambda: Text().join("a", "b"), lambda: Numbers().append(x=1), lambda: "".find(x=1),
                 lambda: Numbers().reverse(1), lambda: True.bit_length(1), lambda: None.__format__(), lambda: KeyError().add_note(),
                 lambda: int.mro(1), lambda: dict.fromkeys(), lambda: Numbers.Inner.fromkeys(x=1), lambda: b"".count(x=1)):
        refused(call)


def bound_before():  # the type of the object
    for method in (Text().join, Numbers().append, Numbers.Inner().keys, True.bit_length, None.__format__, [].__format__, KeyError().add_note,
                   int.mro, Numbers.Inner.fromkeys, str.maketrans, bytearray.maketrans, "".find, b"".rindex, bytearray().startswith):
        refused(method)
        refused(method, x=1)
        refused(method, 1, 2, 3, 4)
        refused(method, **{"key": 2})


found_by_name()
bound_before()

# None is no type's name where an argument of a kind is asked for.
for call in (lambda: "".replace("a", None), lambda: "".removeprefix(None), lambda: "a".encode(None), lambda: bytes("a", None), lambda: bytes.fromhex(None),
             lambda: str.maketrans("a", None), lambda: format(1, None), lambda: (1).__format__(None), lambda: object().__format__(None),
             lambda: open("x", None), lambda: compile("1", "", None), lambda: (1).to_bytes(1, None), lambda: type(None, (), {}),
             lambda: type("A", None, {}), lambda: type("A", (), None), lambda: float.__getformat__(None), lambda: super(None),
             lambda: type(found_by_name)(None, {}), lambda: type(found_by_name)(found_by_name.__code__, None), lambda: "".find(None),
             lambda: "".join([None]), lambda: "".split(1), lambda: [][None], lambda: UnicodeDecodeError(None, b"", 0, 0, "")):
    refused(call)


class LongNameOfATypeThatIsLongerThanFiftyBytesInAllThatItSays:
    pass


refused(lambda: "".removeprefix(LongNameOfATypeThatIsLongerThanFiftyBytesInAllThatItSays()))

# Places are read before what is looked for.
for name in ("find", "rfind", "index", "rindex", "count"):
    refused(getattr("abc", name), 1, "x")
    refused(getattr("abc", name), b"a", 0, [])
    refused(getattr("abc", name), None, None, None)

for method in ([].__mul__, "".__rmul__, bytearray().__imul__, [].__getitem__, [].__iadd__, (1).__mul__):
    refused(method)
    refused(method, 1, 2)

# SyntaxError's second argument tells a place: four to six values, of anything that can be iterated.
for args in (("m", "f"), ("m", 1), ("m", None), ("m", ()), ("m", ["f", 1, 2, "text"]), ("m", iter(("f", 1, 2, "text", 3, 4))), ("m", ("f", 1, 2, "text", 3)),
             ("m", range(7)), ("m", "abcd"), ("m", "f", 1)):
    try:
        e = SyntaxError(*args)
        print(e.msg, e.filename, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset)
    except TypeError as fault:
        print(args[1:], fault)
