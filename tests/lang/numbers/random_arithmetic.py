"""Pseudo-random operands through every operator, with the identities that must hold."""
state = 12345


def rand(bits):
    global state
    value = 0
    while bits > 0:
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        take = min(bits, 32)
        value = value << take | (state >> 32) & ((1 << take) - 1)
        bits -= take
    return value


def signed(bits):
    value = rand(bits)
    return -value if rand(1) else value


SIZES = [1, 3, 8, 30, 31, 32, 53, 60, 61, 62, 63, 64, 65, 90, 128, 200, 700]
for round_number in range(400):
    a = signed(SIZES[rand(16) % len(SIZES)])
    b = signed(SIZES[rand(16) % len(SIZES)])
    n = rand(8)
    print(a, b, n)
    print(a + b, a - b, a * b, a & b, a | b, a ^ b, ~a, -a, abs(b))
    print(a << n, a >> n, (a < b, a <= b, a == b, a != b, a > b, a >= b), hash(a), hash(b))
    print(a ** (n % 7), a.bit_length(), a.bit_count(), hex(a), oct(b), bin(a))
    if b:
        quotient, rest = divmod(a, b)
        assert (quotient, rest) == (a // b, a % b) and quotient * b + rest == a
        try:
            ratio = a / b
        except OverflowError as error:
            ratio = error
        print(quotient, rest, ratio, pow(a, n, b))
    try:
        x = float(a)
    except OverflowError as error:
        print(error)
    else:
        print(x, a == x, a < x, a <= x, int(x), hash(x) == hash(int(x)))
        y = float(rand(40)) / 2.0 ** rand(6)
        print(y, x + y, x - y, x * y, y == round(y, 3), round(y, 2), round(y), round(y, -2))
        if y:
            print(x / y, x // y, x % y, divmod(x, y))
    text = str(a)
    assert int(text) == a and int(hex(a), 16) == a and int(bin(a), 0) == a
    assert int.from_bytes(a.to_bytes(100, "little", signed=True), "little", signed=True) == a
