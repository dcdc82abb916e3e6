data = memoryview(bytes(range(6)))
print(data.cast("B", (6,)).tolist())
data.cast("B", (2, 3))
