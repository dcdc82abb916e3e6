# Found by another implementation's tests: OSError's second file, __setstate__, a module's annotations, a zero byte as separator, := inside lambda.
error = OSError(2, "message", "from", None, "to")
print(error, repr(error), error.args, error.filename, error.filename2, OSError(2, "message", None, None, "to"), OSError(2, "message").filename2)
exception = Exception(1)
print(exception.__setstate__({"a": 5, "args": (2,)}), exception.a, exception.args, exception.__setstate__(None))
for state in (3, {1: 2}):
    try:
        exception.__setstate__(state)
    except TypeError as problem:
        print(problem)

module = type(__builtins__)("module")
print("__annotations__" in vars(module), module.__annotations__, "__annotations__" in vars(module))
module.__annotations__ = {"a": 1}
print(module.__annotations__)
del module.__annotations__
print(module.__annotations__)
del module.__annotations__
try:
    del module.__annotations__
except AttributeError as problem:
    print(problem)

print(repr(bytes([1, 2, 3]).hex("\0")), repr(bytearray([1, 2, 3]).hex(b"\0", 2)))
for call in (lambda: "a".encode(None), lambda: b"a".decode(errors=None), lambda: "a".encode(3)):
    try:
        print(call())
    except TypeError as problem:
        print(problem)
for source in ("[i for i in [lambda: (j := 0)]]", "[i for i in [(j := 1) for k in range(3)]]", "[i for i in (lambda: (j := 2))()]", "[i for i in range(5) if (j := i)]",
               "[(lambda: (j := 1)) for i in range(3)]"):
    try:
        compile(source, "source", "exec")
        print("fine", source)
    except SyntaxError as problem:
        print(source, problem.msg, problem.lineno, problem.offset)
