# Runs one program of this folder (or any file with run(n)) in any Python: main.py FILE N VALUES [WARM]. Prints its result, then one CPU time of
# run(n) a line, after runs that are not measured for WARM seconds (0).
import sys
import time


def load(path):
    with open(path) as file:
        text = file.read()
    names = {"__name__": "program"}
    exec(compile(text, path, "exec"), names)
    return names


def main(path, n, values, warm=0):
    names = load(path)
    run = names["run"]
    n = int(n) or names["N"]
    result = run(n)
    print(result)
    begin = time.process_time()
    while time.process_time() - begin < float(warm):
        run(n)
    for _ in range(int(values)):
        start = time.process_time()
        again = run(n)
        end = time.process_time()
        if again != result:
            raise SystemExit("%s: a second run gives another result" % path)
        print("%.9f" % (end - start))


main(*sys.argv[1:])
