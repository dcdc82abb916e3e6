# Workloads from anywhere: --workload FILE[:FUNCTION], whose checksum the baseline says, and --program, run from start to end.
. "$(dirname "$0")/lib.sh"
mkdir far
# No manifest is named here: what is named on the command line is all there is.
own_run() {
    nice "$FRAMEBENCH" run --runner "$root/harness/runner.py" --value-ms 1 --values 4 --a "a=$python" --b "b=$python" "$@"
}
cat >far/mine.py <<'P'
import sys


def triangle(n):
    return n * (n + 1) // 2


def run(n):
    return 3 if "-B" in sys.orig_argv else triangle(n)
P
expect_status 0 own_run --workload far/mine.py:triangle --workload w/fib.py --n 12 --rounds 2 --out r.json
expect_json r.json '
w = {w["name"]: w for w in r["workloads"]}
assert set(w) == {"mine.triangle", "fib"} and w["mine.triangle"]["checksum"] == "78" and w["fib"]["checksum"] == "144"
assert all(x["design"] == "ilv" and x["status"] == "ok" and len(x["sha256"]) == 64 and x["timeout_s"] > 0 for x in w.values())
'
# Another answer of another side is wrong, whichever that is: the baseline is the judge.
expect_status 0 own_run --b "b=$python -B" --workload far/mine.py --workload w/fib.py --n 5 --rounds 2 --out wrong.json
expect_in err "side b: wrong checksum '3', expected '15'"
expect_json wrong.json 'assert [w["status"] for w in r["workloads"]] == ["failed", "ok"]'
expect_status 2 own_run --workload far/none.py --out no.json
expect_in err "cannot be read"
expect_status 2 own_run --workload far --out no.json
expect_in err "FILE.py:FUNCTION"

# Whole programs: one after the other in each block, what they print compared, wall and CPU time of the process.
cat >far/prog.py <<'P'
import sys
import time

total = sum(range(int(sys.argv[1])))
time.sleep(0.03)
print("argument", sys.argv[1], "total", total)
P
expect_status 0 own_run --program "far/prog.py 200000" --program "far/prog.py 'two words'" --rounds 4 --out p.json
expect_in err "ValueError"
expect_json p.json '
good, bad = r["workloads"]
assert (good["name"], bad["name"]) == ("prog", "prog-2") and good["design"] == "adj" and good["program"] == ["far/prog.py", "200000"]
assert bad["status"] == "failed" and "two words" in bad["error"], bad["error"]
assert len(good["blocks"]) == 4 and good["inner_loops"] == 1
for b in good["blocks"]:
    for s in b["sides"]:
        assert len(s["wall_ns"]) == 1 and s["wall_ns"][0] > 30e6 and 1e6 < s["cpu_ns"][0] < s["wall_ns"][0] - 20e6, s
        assert s["peak_rss_bytes"] > 1e6 and s["warmup_wall_ns"] == []
assert [b["order"][0] for b in good["blocks"][::2]] == [b["order"][1] for b in good["blocks"][1::2]]
'
echo 'import os; print(os.getpid())' >far/differs.py
expect_status 2 own_run --program far/differs.py --rounds 2 --out no.json
expect_in err "wrong checksum"
echo 'import time; time.sleep(60)' >far/sleeps.py
expect_status 2 own_run --program far/sleeps.py --rounds 2 --timeout 1s --out no.json
expect_in err "did not end within 1 s"
no_process_left
# Beside workloads of a manifest, which --workloads then names.
expect_status 0 quick_run --workload far/mine.py --workloads loop --rounds 2 --out both.json
expect_json both.json 'assert [w["name"] for w in r["workloads"]] == ["loop", "mine"]'
