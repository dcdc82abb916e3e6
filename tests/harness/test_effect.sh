# Side B does exactly twice the work of side A: the speedup is a half, and the interval says so.
. "$(dirname "$0")/lib.sh"
cat >w/fib.py <<'P'
import os

TIMES = int(os.environ.get("TIMES", "1"))


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def run(n):
    for _ in range(TIMES):
        result = fib(n)
    return result
P
real=$("$python" -c 'import sys; print(sys.executable)')
expect_status 0 quick_run --a "a=env TIMES=1 $real" --b "b=env TIMES=2 $real" --workloads fib --rounds 10 --value-ms 3 --out r.json
expect_json r.json '
w = r["analysis"][0]["workloads"][0]
assert 0.42 < w["speedup"] < 0.58, w["speedup"]
assert w["ci"][1] < 0.8, w["ci"]
# On a busy machine wall time may contradict CPU time, and then there is rightly no verdict.
assert w["verdict"] == "slower" or "metric_disagreement" in w["flags"], w["verdict"]
'
