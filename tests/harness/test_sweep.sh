# compare --sweep and run --sweep: workloads by the parameter in their tags, and the crossover. The result has a known
# one: the speedup is 24% less 0.6 points for each percent of materialized calls, so it crosses 1 at 40.
. "$(dirname "$0")/lib.sh"
"$python" "$here/make_result.py" sweep.json sweep
expect_status 0 "$FRAMEBENCH" compare --sweep --format json sweep.json
cp out sweeps.json
expect_status 0 "$FRAMEBENCH" compare --format json sweep.json
cp out table.json
"$python" - >said <<'P' || fail "the sweep is not what the values say"
import json
sweep, table = json.load(open("sweeps.json")), json.load(open("table.json"))
assert (sweep["parameter"], sweep["baseline"], sweep["candidate"]) == ("materialized calls, %", "eager", "lazy"), sweep
assert [p["x"] for p in sweep["points"]] == [0, 5, 10, 20, 30, 40, 50, 100], "75 is the one that failed"
rows = {row["name"]: row for row in table["workloads"]}
assert all(p["speedup"] == rows[p["workload"]]["speedup"] and p["ci"] == rows[p["workload"]]["ci"] for p in sweep["points"])
crossover = sweep["crossover"]
assert crossover["ci"][0] < 40 < crossover["ci"][1] and crossover["ci"][1] - crossover["ci"][0] < 4 and crossover["n_units"] == 23, crossover
print("crossover at %.1f [%.1f, %.1f], true 40" % (crossover["at"], *crossover["ci"]))
P
for format in table markdown asciidoc csv; do
    expect_status 0 "$FRAMEBENCH" compare --sweep --format $format sweep.json
    expect_in out "crossover at "
done
# Several parameters, values in any order, tags that are none, a parameter with two points.
"$python" - <<'P'
import json
result = json.load(open("sweep.json"))
tags = ["sweep:a=b=3", "sweep:a=b=1", "sweep:a=b=2", "sweep:two=1", "sweep:two=2", "sweep:=4", "sweep:x=", "sweep:x=1e999", "sweep:" + "n" * 80 + "=1",
        "sweep:c=-1", "sweep:c=0", "sweep:c=1"]
for workload, tag in zip(result["workloads"], tags):
    workload["tags"] = [tag]
for workload in result["workloads"][len(tags):]:
    workload["tags"] = []
json.dump(result, open("several.json", "w"))
P
expect_status 0 "$FRAMEBENCH" compare --sweep --format json several.json
"$python" -c '
import json
sweeps = json.load(open("out"))
assert [(s["parameter"], [p["x"] for p in s["points"]]) for s in sweeps] == [("a=b", [1, 2, 3]), ("c", [-1, 0, 1])], sweeps
' || fail "parameters and values are read wrongly"
# Estimates that pass 1 several times: an even number is no crossover, of an odd number the middle one is.
"$python" - <<'P'
import json
result = json.load(open("sweep.json"))
by_share = {tag.rsplit("=", 1)[1]: w for w in result["workloads"] for tag in w["tags"] if tag.startswith("sweep:")}
for w in result["workloads"]:
    w["tags"] = []
for x, share in enumerate(["100", "0", "50"]):
    by_share[share]["tags"].append("sweep:even=%d" % x)
for x, share in enumerate(["100", "0", "50", "5"]):
    by_share[share]["tags"].append("sweep:odd=%d" % x)
json.dump(result, open("wavy.json", "w"))
P
expect_status 0 "$FRAMEBENCH" compare --sweep --format json wavy.json
"$python" -c '
import json
even, odd = [s["crossover"] for s in json.load(open("out"))]
assert (even["crossings"], even["at"], even["possible"]) == (2, None, True) and 0 < even["ci"][0] < 1 < even["ci"][1] < 2, even
assert odd["crossings"] == 3 and 1 < odd["at"] < 2 and 0 < odd["ci"][0] < 1 and 2 < odd["ci"][1] < 3, odd
' || fail "several crossings are counted wrongly"
expect_status 0 "$FRAMEBENCH" compare --sweep wavy.json
expect_in out "no crossover from 0 to 2 (the estimates pass 1 2 times)"
"$python" "$here/make_result.py" plain.json
expect_status 0 "$FRAMEBENCH" compare --sweep plain.json
expect_in out "workloads are tagged sweep:NAME=VALUE"
expect_status 0 "$FRAMEBENCH" compare --sweep --metric instructions sweep.json
# The project's own sweeps, straight from a run, on CPython twice: five parameters.
expect_status 0 nice "$FRAMEBENCH" run --manifest "$root/workloads/sweep/manifest.json" --value-ms 1 --values 2 --rounds 1 --counters none \
    --a "a=$python" --b "b=$python" --sweep --out r.json
[ "$(grep -c '95% interval' out)" -eq 5 ] || fail "not five sweeps"
expect_in out "steps of f_back"
cat said
