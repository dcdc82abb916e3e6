# Text cleaning: methods of str on many short strings, translation tables by hand, palindromes, a Caesar cipher.
N = 250

LINE = "  The quick, brown Fox; jumps over 13 lazy dogs -- and naps!  "


def clean(line):
    line = line.strip().lower()
    for c in ",;-!":
        line = line.replace(c, " ")
    return line.split()


def caesar(text, shift):
    out = []
    for c in text:
        if c.isalpha():
            base = 65 if c.isupper() else 97
            out.append(chr((ord(c) - base + shift) % 26 + base))
        else:
            out.append(c)
    return "".join(out)


def is_palindrome(text):
    kept = [c.lower() for c in text if c.isalnum()]
    return kept == kept[::-1]


def run(n):
    total = 0
    for i in range(n):
        words = clean(LINE + str(i))
        total += len(words) + sum(len(w) for w in words if w.isalpha())
        total += caesar(LINE, i % 26).count("a")
        total += is_palindrome("A man, a plan, a canal: Panama")
        head, _, tail = LINE.partition(";")
        total += len(head.title()) + tail.rfind("d") + len("-".join(words).center(80, "*"))
    return total
