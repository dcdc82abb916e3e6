"text".encode("utf-16")
