# Three sides: all alive in each block, the order a balanced permutation, each compared with the first; what one side
# cannot do, the others do without it.
. "$(dirname "$0")/lib.sh"
fake="$python $here/fake_interpreter.py"
expect_status 0 quick_run --side "c=$python" --rounds 8 --values 4 --out r.json
expect_in out "b against a (baseline)"
expect_in out "c against a (baseline)"
expect_json r.json '
assert [s["name"] for s in r["sides"]] == ["a", "b", "c"]
assert [(a["baseline"], a["candidate"]) for a in r["analysis"]] == [("a", "b"), ("a", "c")]
orders = set()
for w in r["workloads"]:
    for even, odd in zip(w["blocks"][::2], w["blocks"][1::2]):
        assert even["order"] == odd["order"][::-1] and sorted(even["order"]) == [0, 1, 2]
    for b in w["blocks"]:
        orders.add(tuple(b["order"]))
        assert len(b["sides"]) == 3 and all(len(s["cpu_ns"]) == 4 for s in b["sides"])
assert len(orders) > 2, orders
'
expect_status 0 "$FRAMEBENCH" compare --format csv r.json
[ "$(wc -l <out)" -eq 5 ] || fail "CSV of two comparisons of two workloads has not five lines"

# Only --side: the first of them is the baseline. A side that cannot start a workload is left out of it.
cat >w/picky.py <<'P'
import sys


def run(n):
    if "-B" in sys.orig_argv:
        raise ImportError("not with -B")
    return 7
P
cat >w/manifest.json <<'P'
{"version": 1, "workloads": [
  {"name": "fib", "file": "fib.py", "n": 10, "checksum": "55"},
  {"name": "picky", "file": "picky.py", "n": 1, "checksum": "7"}
]}
P
expect_status 0 nice "$FRAMEBENCH" run --runner "$root/harness/runner.py" --manifest w/manifest.json --value-ms 1 --values 4 \
    --side "one=$python" --side "two=$python -B" --side "three=$python" --rounds 6 --out p.json
expect_in err "workload picky goes on without a side: side two"
expect_in out "failed, and left out of the mean on both sides: picky (side two"
expect_json p.json '
w = {w["name"]: w for w in r["workloads"]}
assert w["picky"]["status"] == "ok" and "ImportError" in w["picky"]["side_errors"][1]
assert w["picky"]["side_errors"][::2] == [None, None]
assert all(b["sides"][1] is None and b["sides"][2] for b in w["picky"]["blocks"])
assert all(all(b["sides"]) for b in w["fib"]["blocks"])
verdicts = [{w["name"]: w["verdict"] for w in a["workloads"]}["picky"] for a in r["analysis"]]
assert verdicts[0] == "failed" and verdicts[1] != "failed", verdicts
'
expect_status 2 quick_run --side "a=$python" --out no.json
expect_in err "two sides are named a"
expect_status 2 "$FRAMEBENCH" run --side "a=$python" --out no.json
expect_in err "only one side, a"
no_process_left
