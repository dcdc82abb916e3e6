part = memoryview(b"abc")[1:]
print(b"".join([b"x", part]))
b"abc".find(part)
