# Word count: dictionaries of strings, sorting by a key.
N = 6000

SYLLABLES = ["ba", "ce", "di", "fo", "gu", "ka", "le", "mi", "no", "pu"]


def words(n):
    seed = 7
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) & 0x7fffffff
        yield SYLLABLES[seed >> 8 & 7] + SYLLABLES[(seed >> 12) % 10] + SYLLABLES[(seed >> 20) % 10]


def run(n):
    counts, first, by_letter = {}, {}, {}
    for i, word in enumerate(words(n)):
        counts[word] = counts.get(word, 0) + 1
        if word not in first:
            first[word] = i
        by_letter.setdefault(word[0], []).append(word)
    common = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    total = 0
    for rank, (word, count) in enumerate(common[:50]):
        total += rank * count + first[word] % 7
    return total + sum(len(group) for group in by_letter.values())
