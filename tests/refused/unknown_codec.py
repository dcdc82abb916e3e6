"text".encode("cp1252")
