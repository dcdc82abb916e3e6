# Long strings: repeated, sliced, searched, replaced, reversed, compared.
N = 40


def run(n):
    text = "abcdefghij" * 20000 + "needle"
    total = 0
    for i in range(n):
        total += text.find("needle") + text.count("j") + len(text[i::2]) + len(text[::-1])
        total += len(text.replace("cd", "-")) + (text == text[:-1] + "e") + len(text.split("a"))
    return total
