# += on a string in a loop, of a local and of an attribute.
N = 60000


class Buffer:
    pass


def run(n):
    text = ""
    for i in range(n):
        text += "ab"
    buffer = Buffer()
    buffer.text = ""
    for i in range(n // 10):
        buffer.text += "xyz"
    return len(text) + len(buffer.text)
