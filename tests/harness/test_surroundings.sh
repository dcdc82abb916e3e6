# What a measured process sees: five descriptors, its environment, one CPU, an argv[0] of equal length on both sides.
. "$(dirname "$0")/lib.sh"
cat >w/fib.py <<'P'
import os
import sys

SEEN = os.environ["SEEN"]


def run(n):
    with open("/proc/self/cmdline", "rb") as f:
        argv0 = f.read().split(b"\0")[0]
    # The listing itself is one more descriptor.
    fds = sorted(int(fd) for fd in os.listdir("/proc/self/fd"))
    with open(SEEN + "." + str(os.getpid()), "w") as f:
        print(fds, len(os.sched_getaffinity(0)), len(argv0), len(os.environ["FRAMEBENCH_PAD"]),
              os.environ["PYTHONHASHSEED"], os.environ["PYTHONDONTWRITEBYTECODE"], file=f)
    print("a workload may print")
    return 55
P
ln -s "$("$python" -c 'import sys; print(sys.executable)')" a-much-longer-name-for-python
export SEEN=$work/seen
exec 9</dev/null
expect_status 0 quick_run --workloads fib --a "a=./a-much-longer-name-for-python" --rounds 4 --values 2 --quiet --out r.json
cat >check.py <<'P'
import glob, json
r = json.load(open("r.json"))
lines = [open(f).read().split("]") for f in glob.glob("seen.*")]
assert len(lines) >= 8, len(lines)
assert {fds for fds, _ in lines} == {"[0, 1, 2, 3, 4, 5"}, lines
rest = [other.split() for _, other in lines]
assert {x[0] for x in rest} == {"1"}, "not pinned"
assert len({x[1] for x in rest}) == 1, "argv[0] differs in length"
pads = {s["env_pad"] for w in r["workloads"] for b in w["blocks"] for s in b["sides"]}
assert pads <= {int(x[2]) for x in rest} and len(pads) > 4, "padding"
assert {x[4] for x in rest} == {"1"}
seeds = {b["hash_seed"] for w in r["workloads"] for b in w["blocks"]}
assert seeds <= {int(x[3]) for x in rest} and len(seeds) == 4, "hash seeds"
P
"$python" check.py || fail "a measured process saw something else"
[ ! -e w/__pycache__ ] || fail "measuring left __pycache__"
