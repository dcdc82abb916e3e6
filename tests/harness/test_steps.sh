# compare --steps: each side against the one before it, from their own pairs and not by dividing speedups; the same
# table after a run of several sides. What a step must be is computed here again, from the raw values.
. "$(dirname "$0")/lib.sh"
"$python" "$here/make_result.py" ladder.json ladder
expect_status 0 "$FRAMEBENCH" compare --steps --format json ladder.json
cp out steps.json
cat >check.py <<'P'
import json
import math
import statistics


def hodges_lehmann(x):
    return statistics.median((x[i] + x[j]) / 2 for i in range(len(x)) for j in range(i, len(x)))


result, steps = json.load(open("ladder.json")), json.load(open("steps.json"))
names = [side["name"] for side in result["sides"]]
pairs = list(zip(range(3), range(1, 4))) + [(0, 3)]
assert [(s["baseline"], s["candidate"]) for s in steps] == [(names[a], names[b]) for a, b in pairs]
checked = different = 0
for step, (a, b) in zip(steps, pairs):
    means = []
    for workload, row in zip(result["workloads"], step["workloads"]):
        assert workload["name"] == row["name"]
        blocks = [block for block in workload["blocks"] if not block["void_reason"]]
        if workload["status"] != "ok":
            assert row["log_ratio"] is None
            continue
        d = [hodges_lehmann([math.log(x / y) for x, y in zip(block["sides"][a]["cpu_ns"], block["sides"][b]["cpu_ns"])]) for block in blocks]
        assert abs(hodges_lehmann(d) - row["log_ratio"]) < 1e-9, (workload["name"], a, b)
        assert row["ci"][0] <= row["speedup"] <= row["ci"][1]
        checked += 1
        if not workload["control"]:
            means.append(row["log_ratio"])
    assert abs(math.exp(sum(means) / len(means)) - step["suite"]["geomean"]["speedup"]) < 1e-9
sums = [sum(steps[i]["workloads"][w]["log_ratio"] for i in range(3)) for w in range(5)]
assert any(sums[w] != steps[3]["workloads"][w]["log_ratio"] for w in range(5)), "the total is a sum, not measured"
print("%d steps as computed from the raw values" % checked)
P
"$python" check.py >said || fail "$(cat said)"
for format in table markdown asciidoc csv; do
    expect_status 0 "$FRAMEBENCH" compare --steps --format $format ladder.json
    expect_in out "geometric mean"
done
expect_status 0 "$FRAMEBENCH" compare --steps ladder.json
expect_in out "malloc > freelist > hybrid > lazy, cpu"
expect_in out "all steps, lazy against malloc: max"
awk 'length($0) > 79' out | grep . && fail "a line is wider than 79"
[ "$(grep -c '%.*\[.*\].*%.*\[.*\].*%.*\[' out)" -eq 18 ] || fail "not 17 workloads and the mean with three intervals each"
expect_status 0 "$FRAMEBENCH" compare --steps --metric instructions ladder.json
expect_in out "more or less than the column before"
expect_status 0 "$FRAMEBENCH" compare --steps --only fib,deep ladder.json

# A workload that a side cannot run still has the steps between the others.
"$python" - <<'P'
import json
result = json.load(open("ladder.json"))
workload = result["workloads"][0]
workload["side_errors"][1] = "side freelist: exited with status 1"
for block in workload["blocks"]:
    block["sides"][1] = None
json.dump(result, open("without.json", "w"))
P
expect_status 0 "$FRAMEBENCH" compare --steps without.json
grep -E '^deep +- +- +\+[0-9.]+% \[' out >/dev/null || fail "no steps between the other sides"

# Straight from a run: three sides of the same program, one table.
expect_status 0 quick_run --side "c=$python" --rounds 8 --steps --out r.json
expect_in out "what each step adds to the one before: a > b > c"
expect_not_in out "against a (baseline)"
cat said
