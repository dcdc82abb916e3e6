# Generators that are made and resumed so many times before they end.


def count(k):
    for i in range(k):
        yield i


def drain(n, k):
    total = 0
    for i in range(n):
        for value in count(k):
            total += value
    return total


def resumes_1(n):
    return drain(n, 1)


def resumes_2(n):
    return drain(n, 2)


def resumes_5(n):
    return drain(n, 5)


def resumes_20(n):
    return drain(n, 20)


def resumes_100(n):
    return drain(n, 100)


def resumes_1000(n):
    return drain(n, 1000)
