# Mutual recursion: Hofstadter's female and male sequences call each other.


def female(n):
    if n == 0:
        return 1
    return n - male(female(n - 1))


def male(n):
    if n == 0:
        return 0
    return n - female(male(n - 1))


def run(n):
    return female(n) * 1000 + male(n)
