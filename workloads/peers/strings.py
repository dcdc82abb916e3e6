# Strings built, searched, split, joined and formatted.
N = 1500


def run(n):
    parts = []
    for i in range(n):
        word = "item" + str(i)
        parts.append(word.upper() if i % 3 == 0 else word.replace("em", "erable"))
    text = " ".join(parts)
    total = 0
    for word in text.split():
        if word.startswith("ITEM"):
            total += len(word)
        elif word.endswith("7") or "33" in word:
            total += word.find("able")
        else:
            total += ord(word[-1])
    lines = []
    for i, word in enumerate(parts):
        lines.append(f"{i:05d}|{word:>14}|{i * 0.5:.2f}")
    table = "\n".join(lines)
    reversed_text = ""
    for c in text[:n]:
        reversed_text = c + reversed_text
    return total + len(table) + table.count("|") + reversed_text.count("e")
