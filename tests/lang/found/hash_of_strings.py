"""hash() of str and bytes is SipHash-1-3 keyed by PYTHONHASHSEED as in CPython, so sets of strings have its order, too."""
for n in range(41):
    print(n, hash(bytes(range(n))), hash("x" * n), hash("é" * n), hash("Ā" * n), hash("\U0001f600" * n), hash(bytearray(b"a" * n).decode()))
print({"apple", "pear", "plum", "fig", "quince"}, set("hello world"), {0, "y", 3, "x", b"z", ("a", "b")}, frozenset("the quick brown fox jumps over the lazy dog".split()))
print(hash(("a", ("b", 1))), hash(frozenset("abc")), {str(i) for i in range(30)}, set(map(chr, range(90, 130))))
