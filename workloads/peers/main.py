# Runs one program of this folder (or any file with run(n)) in any Python: main.py FILE N VALUES. Prints its result, then one CPU time a line.
import sys
import time


def load(path):
    with open(path) as file:
        text = file.read()
    names = {"__name__": "program"}
    exec(compile(text, path, "exec"), names)
    return names


def main(path, n, values):
    names = load(path)
    run = names["run"]
    n = int(n) or names["N"]
    result = run(n)
    print(result)
    for _ in range(int(values)):
        start = time.process_time()
        again = run(n)
        end = time.process_time()
        if again != result:
            raise SystemExit("%s: a second run gives another result" % path)
        print("%.9f" % (end - start))


main(*sys.argv[1:])
