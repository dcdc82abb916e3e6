def view(data):
    return memoryview(data)


view(b"abc")
