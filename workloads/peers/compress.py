# Lempel-Ziv-Welch and run lengths over text and bytes.
N = 3000


def compress(text):
    table = {chr(i): i for i in range(128)}
    word, codes = "", []
    for c in text:
        longer = word + c
        if longer in table:
            word = longer
        else:
            codes.append(table[word])
            table[longer] = len(table)
            word = c
    if word:
        codes.append(table[word])
    return codes


def expand(codes):
    table = [chr(i) for i in range(128)]
    word = table[codes[0]]
    out = [word]
    for code in codes[1:]:
        entry = table[code] if code < len(table) else word + word[0]
        out.append(entry)
        table.append(word + entry[0])
        word = entry
    return "".join(out)


def checksum(data):
    a, b = 1, 0
    for byte in data:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return b << 16 | a


def run_lengths(text):
    runs, i = [], 0
    while i < len(text):
        j = i
        while j < len(text) and text[j] == text[i]:
            j += 1
        runs.append((text[i], j - i))
        i = j
    return runs


def run(n):
    seed, letters = 3, []
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) & 0x7fffffff
        letters.append("abcd"[seed >> 13 & 3] * (1 + (seed >> 20 & 3)))
    text = "".join(letters)
    codes = compress(text)
    assert expand(codes) == text
    return len(codes) + checksum(text.encode()) + len(run_lengths(text))
