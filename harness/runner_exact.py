# What runs inside an interpreter whose work is counted, not timed: calls one workload a fixed number of times.
#
#     <command...> runner_exact.py <workload.py> <function> <n> <warm-ups> <loops>
#
# It reads no clock and talks to nobody, because either would make counts differ from run to run. Two runs that differ in
# <loops> alone differ by exactly that many calls. It stays in the smallest Python that is still Python.

import sys


def load(path, function):
    slash = path.rfind("/")
    sys.path.insert(0, path[:slash] if slash >= 0 else ".")
    return getattr(__import__(path[slash + 1:-3]), function)


def main():
    run = load(sys.argv[1], sys.argv[2])
    n = int(sys.argv[3])
    result = None
    for _ in range(int(sys.argv[4])):
        result = run(n)
    for _ in range(int(sys.argv[5])):
        result = run(n)
    print(result)


main()
