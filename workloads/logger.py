# sys._getframe as a logger uses it: find the first caller outside the logging code, note its function and line.

import sys


class Logger:
    def __init__(self):
        self.counts = {}

    def find_caller(self):
        frame = sys._getframe(2)
        while frame is not None and frame.f_code.co_name == "helper":
            frame = frame.f_back
        return frame.f_code.co_name

    def info(self, message):
        name = self.find_caller()
        self.counts[name] = self.counts.get(name, 0) + len(message)


def helper(log, message):
    log.info(message)


def read(log, i):
    helper(log, "read")
    return i + 1


def write(log, i):
    if i & 1:
        log.info("write")
    return i - 1


def run(n):
    log = Logger()
    total = 0
    for i in range(n):
        total += read(log, i)
        total += write(log, i)
    return total * 1000 + log.counts["read"] * 10 + log.counts["write"]
