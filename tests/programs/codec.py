# Compression in two steps: LZ77 finds repetitions in a window, canonical Huffman codes write what is left in as few bits as possible.
from collections import Counter, defaultdict
from heapq import heapify, heappop, heappush

WINDOW, SHORTEST, LONGEST = 4096, 4, 258


class BitWriter:
    def __init__(self):
        self.data = bytearray()
        self.bits = 0
        self.count = 0

    def write(self, value, width):
        self.bits |= value << self.count
        self.count += width
        while self.count >= 8:
            self.data.append(self.bits & 255)
            self.bits >>= 8
            self.count -= 8

    def finish(self):
        if self.count:
            self.data.append(self.bits & 255)
        return bytes(self.data)


class BitReader:
    def __init__(self, data):
        self.data = data
        self.at = 0

    def read(self, width=1):
        value = 0
        for place in range(width):
            byte = self.at >> 3
            if byte >= len(self.data):
                raise EOFError("compressed data ends too early")
            value |= (self.data[byte] >> (self.at & 7) & 1) << place
            self.at += 1
        return value


# ---- LZ77: a literal is a byte, a match is (length, distance) ----

def find_matches(data):
    places = defaultdict(list)
    at = 0
    while at < len(data):
        length, distance = longest(data, at, places[data[at:at + SHORTEST]])
        if length >= SHORTEST:
            yield length, distance
        else:
            yield data[at]
            length = 1
        for each in range(at, at + length):
            places[data[each:each + SHORTEST]].append(each)
        at += length


def longest(data, at, candidates):
    best, distance = 0, 0
    for start in reversed(candidates[-16:]):
        if at - start > WINDOW:
            break
        length = 0
        while length < LONGEST and at + length < len(data) and data[start + length] == data[at + length]:
            length += 1
        if length > best:
            best, distance = length, at - start
    return best, distance


# ---- Huffman ----

def code_lengths(counts):
    if len(counts) == 1:
        return {symbol: 1 for symbol in counts}
    heap = [(count, index, [symbol]) for index, (symbol, count) in enumerate(sorted(counts.items()))]
    heapify(heap)
    depth = Counter()
    serial = len(heap)
    while len(heap) > 1:
        first, second = heappop(heap), heappop(heap)
        merged = first[2] + second[2]
        depth.update(merged)
        heappush(heap, (first[0] + second[0], serial, merged))
        serial += 1
    return dict(depth)


def canonical(lengths):
    codes, code, before = {}, 0, 0
    for length, symbol in sorted((length, symbol) for symbol, length in lengths.items()):
        code <<= length - before
        codes[symbol] = (code, length)
        code += 1
        before = length
    return codes


def reversed_bits(code, length):
    result = 0
    for _ in range(length):
        result = result << 1 | code & 1
        code >>= 1
    return result


END = 256


def compress(data):
    items = list(find_matches(data))
    symbols = [item if isinstance(item, int) else 257 + item[0].bit_length() for item in items] + [END]
    lengths = code_lengths(Counter(symbols))
    codes = {symbol: (reversed_bits(*code), code[1]) for symbol, code in canonical(lengths).items()}
    out = BitWriter()
    out.write(len(lengths), 9)
    for symbol, length in sorted(lengths.items()):
        out.write(symbol, 9)
        out.write(length, 5)
    for item, symbol in zip(items + [None], symbols):
        out.write(*codes[symbol])
        if isinstance(item, tuple):
            out.write(item[0], 9)
            out.write(item[1], 13)
    return out.finish()


def decompress(data):
    source = BitReader(data)
    lengths = {}
    for _ in range(source.read(9)):
        symbol = source.read(9)
        lengths[symbol] = source.read(5)
    table = {code: symbol for symbol, code in canonical(lengths).items()}
    out = bytearray()
    while True:
        code = length = 0
        while (code, length) not in table:
            code = code << 1 | source.read()
            length += 1
            if length > 32:
                raise ValueError("no such code")
        symbol = table[code, length]
        if symbol == END:
            return bytes(out)
        if symbol < 256:
            out.append(symbol)
            continue
        size, distance = source.read(9), source.read(13)
        if distance > len(out) or distance == 0:
            raise ValueError("a match reaches too far back")
        for _ in range(size):
            out.append(out[-distance])


def samples():
    yield "empty", b""
    yield "one", b"a"
    yield "run", b"a" * 1000
    yield "text", b"the quick brown fox jumps over the lazy dog; " * 12 + b"the end of the quick brown story"
    yield "bytes", bytes((i * i * 7 + i // 3) & 255 for i in range(600))
    yield "numbers", ",".join(str(i * 37 % 1000) for i in range(300)).encode()


if __name__ == "__main__":
    for name, data in samples():
        packed = compress(data)
        print("%-8s %5d -> %5d" % (name, len(data), len(packed)), decompress(packed) == data, packed[:8].hex())
    print(sorted(code_lengths(Counter("abracadabra")).items()), sorted(canonical({"a": 1, "b": 3, "c": 3, "d": 2}).items()))
    packed = compress(b"hello hello hello")
    for broken in (packed[:-2], b"", b"\x00\x00"):
        try:
            print(decompress(broken))
        except (EOFError, ValueError) as error:
            print(type(error).__name__, error)
