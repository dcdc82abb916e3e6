# What the harness costs: time between values, reading the counters, its own memory; and nothing of it is in the timed region.
. "$(dirname "$0")/lib.sh"
# The workload watches the clock itself: when each call began and ended, and how long it lasted by its own account.
cat >w/fib.py <<'P'
import atexit
import os
import time

calls = []


def run(n):
    start = end = time.perf_counter_ns()
    while end - start < 1000000:
        end = time.perf_counter_ns()
    calls.append((start, end))
    return 55


@atexit.register
def write():
    with open(os.environ["SEEN"] + "." + str(os.getpid()), "w") as f:
        for start, end in calls:
            print(start, end, file=f)
P
export SEEN=$work/seen
quick_run_background --workloads fib --value-ms 1.2 --values 100 --rounds 4 --events none --quiet --out none.json
pid=$!
peak=0
while kill -0 $pid 2>/dev/null; do
    now=$(awk '/^VmHWM/ { print $2 }' /proc/$pid/status 2>/dev/null)
    [ -n "$now" ] && peak=$now
    sleep 0.02
done
wait $pid || fail "exit status $?"
mkdir none && mv seen.* none
expect_status 0 quick_run --workloads fib --value-ms 1.2 --values 100 --rounds 4 --quiet --out all.json
mkdir all && mv seen.* all
cat >report.py <<'P'
import glob, json, statistics, sys


def gaps(folder):
    """Time from the end of a value to the start of the next, of whichever side, while a block lasts."""
    calls = sorted(tuple(map(int, line.split())) for name in glob.glob(folder + "/*") for line in open(name))
    return [b[0] - a[1] for a, b in zip(calls, calls[1:]) if b[0] - a[1] < 50e6]


def quartile_us(times):
    """The lower quartile: what it costs where nobody else had the CPU."""
    return statistics.quantiles(times, n=4)[0] / 1000


r = json.load(open("none.json"))
assert r["workloads"][0]["inner_loops"] == 1
walls = sorted(x for b in r["workloads"][0]["blocks"] for s in b["sides"] for x in s["wall_ns"])
calls = sorted(int(e) - int(s) for name in glob.glob("none/*") for s, e in (line.split() for line in open(name)))
extra_us = (walls[len(walls) // 4] - calls[len(calls) // 4]) / 1000
without_us = quartile_us(gaps("none"))
with_us = quartile_us(gaps("all"))
available = sum(e["available"] for e in json.load(open("all.json"))["events"])
peak_mb = int(sys.argv[1]) / 1024
print("between two values %.0f us, with %d counters %.0f us; in the timed region beside the call %.2f us; memory %.1f MB"
      % (without_us, available, with_us, extra_us, peak_mb))
assert 0 < without_us < 20000 and with_us < 30000, "too slow between values"
assert -50 < extra_us < 50, "harness work in the timed region"
assert 1 < peak_mb < 50, "the harness grows"
P
"$python" report.py "$peak" || fail "overhead"
