# export and import: what other tools' readers demand, round trips that keep the means, and files that are broken.
. "$(dirname "$0")/lib.sh"
expect_status 0 quick_run --rounds 6 --values 4 --quiet --out r.json
expect_status 0 "$FRAMEBENCH" export --to pyperf r.json --out x
expect_status 2 "$FRAMEBENCH" export --to pyperf r.json --out x
expect_in err "--force"
expect_status 0 "$FRAMEBENCH" export --to google-benchmark r.json --out x
expect_status 0 "$FRAMEBENCH" export --to hyperfine r.json --out x/h.json
expect_status 0 "$FRAMEBENCH" export --to benchstat r.json --out x/b.txt
expect_status 0 "$FRAMEBENCH" export --to csv r.json --out x/v.csv
# pyperf is no Debian package of this release; this is what its reader checks (_bench.py, _metadata.py), as rules.
cat >check.py <<'P'
import csv, json, math, re, statistics
r = json.load(open("r.json"))
for s, side in enumerate("ab"):
    f = json.load(open("x/r-%s.pyperf.json" % side))
    assert f["version"] == "1.0" and f["benchmarks"]
    names = set()
    for b in f["benchmarks"]:
        meta = {**f["metadata"], **b["metadata"]}
        assert meta["name"] not in names and meta["unit"] in ("second", "integer")
        names.add(meta["name"])
        for run in b["runs"]:
            assert run["values"] and all(isinstance(v, (int, float)) and v > 0 for v in run["values"])
            assert all(type(w[0]) is int and w[0] >= 1 and w[1] >= 0 for w in run.get("warmups", []))
            for key, value in {**meta, **run["metadata"]}.items():
                assert isinstance(value, (int, float)) or (value == value.strip() != "" and "\n" not in value), key
            assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", run["metadata"]["date"])
    for w in r["workloads"]:
        values = [x / w["inner_loops"] / 1e9 for b in w["blocks"] if not b["void_reason"] for x in b["sides"][s]["wall_ns"]]
        b, = [b for b in f["benchmarks"] if b["metadata"]["name"] == w["name"]]
        assert math.isclose(statistics.mean(values), statistics.mean(v for run in b["runs"] for v in run["values"]), rel_tol=1e-12)
        g = [e for e in json.load(open("x/r-%s.gbench.json" % side))["benchmarks"] if e["name"] == w["name"]]
        assert math.isclose(statistics.mean(values), statistics.mean(e["real_time"] for e in g) / 1e9, rel_tol=1e-12)
    assert len(values) * 2 == sum(len(x["runs"]) * 4 for x in f["benchmarks"] if x["metadata"]["unit"] == "second")
rows = list(csv.DictReader(open("x/v.csv")))
assert len([x for x in rows if x["warmup"] == "0"]) == sum(len(s["wall_ns"]) for w in r["workloads"] for b in w["blocks"] for s in b["sides"])
P
"$python" check.py || fail "exports"
expect_in x/b.txt "BenchmarkFib"
# Back again, gzipped too.
gzip -k x/r-b.pyperf.json
expect_status 0 "$FRAMEBENCH" import x/r-a.pyperf.json x/r-b.pyperf.json.gz --out i.json
expect_status 0 "$FRAMEBENCH" compare i.json
expect_in out "descr."
expect_status 2 "$FRAMEBENCH" gate i.json
expect_in err "not interleaved"
expect_status 0 "$FRAMEBENCH" import x/r-a.gbench.json x/r-b.gbench.json --out g.json
expect_status 0 "$FRAMEBENCH" import x/h.json --out h.json
expect_status 0 "$FRAMEBENCH" compare h.json
# pyperf's counters come back as events: the same counts per call, in the blocks they belong to.
cat >counts.py <<'P'
import json, math
old, new = json.load(open("r.json")), json.load(open("i.json"))
assert "task-clock" in [e["name"] for e in new["events"]], new["events"]
for a, b in zip(old["analysis"][0]["workloads"], new["analysis"][0]["workloads"]):
    for arm in ("a_per_call", "b_per_call"):
        before, after = a["counters"]["task-clock"][arm], b["counters"]["task-clock"][arm]
        assert math.isclose(before, after, rel_tol=1e-6), (a["name"], before, after)
P
"$python" counts.py || fail "counters of pyperf"
expect_status 0 "$FRAMEBENCH" compare --metric task-clock i.json
expect_in out "descr."
cat >c.json <<'J'
{"version": "1.0", "benchmarks": [
 {"metadata": {"name": "t:cycles:u", "unit": "integer"}, "runs": [{"values": [3000, 3003]}, {"values": [3001]}]},
 {"metadata": {"name": "t"}, "runs": [{"values": [0.02, 0.021]}, {"values": [0.02, 0.022]}]},
 {"metadata": {"name": "u:cycles", "unit": "integer"}, "runs": [{"values": [5]}]}]}
J
cp c.json d.json
expect_status 0 "$FRAMEBENCH" import c.json d.json --out cd.json
expect_in err "u:cycles is left out"
expect_json cd.json 'w, = r["workloads"]; s = [b["sides"][1]["counters"] for b in w["blocks"]]; f = w["inner_loops"]; assert s == [{"cycles:u": {"count": [3000 * f, 3003 * f], "overhead": None}}, {}], s'
# A real pyperf, where there is one, says the same about the files that were written for it.
if "$python" -c 'import pyperf' 2>/dev/null; then
    expect_status 0 "$python" -m pyperf compare_to x/r-a.pyperf.json x/r-b.pyperf.json
    expect_status 0 "$python" -m pyperf check x/r-a.pyperf.json
fi
# Without CPU time an entry of Google Benchmark has no cpu_time, never another number in its place.
expect_status 0 "$FRAMEBENCH" export --to google-benchmark h.json --out xh
expect_json xh/h-a.gbench.json 'assert r["benchmarks"] and all("cpu_time" not in e and e["real_time"] > 0 for e in r["benchmarks"])'
expect_json x/r-a.gbench.json 'assert r["benchmarks"] and all(e["cpu_time"] > 0 for e in r["benchmarks"])'
expect_status 0 "$FRAMEBENCH" import xh/h-a.gbench.json xh/h-b.gbench.json --out g2.json
# hyperfine, Google Benchmark, benchstat and CSV keep every value.
cat >trips.py <<'P'
import csv, json, math, re
r = json.load(open("r.json"))
def times(result, s, key="wall_ns"):
    return {w["name"]: [x / w["inner_loops"] for b in w["blocks"] if not b["void_reason"] for x in b["sides"][s][key]] for w in result["workloads"]}
def same(x, y):
    assert x.keys() == y.keys() and all(len(x[k]) == len(y[k]) and all(map(lambda a, b: math.isclose(a, b, rel_tol=1e-8), x[k], y[k])) for k in x), (x, y)
for s in 0, 1:
    same(times(r, s), times(json.load(open("g.json")), s))
    same(times(r, s, "cpu_ns"), times(json.load(open("g.json")), s, "cpu_ns"))
    same(times(r, s), times(json.load(open("h.json")), s))
    same(times(r, s), times(json.load(open("g2.json")), s))
    same(times(r, s), times(json.load(open("i.json")), s))
    text, go = open("x/b.txt").read().split("side: ")[s + 1], {}
    for name, ns in re.findall(r"^Benchmark(\S+)\t\d+\t(\S+) ns/op", text, re.M):
        go.setdefault(name.lower(), []).append(float(ns))
    same(times(r, s), go)
    rows = {}
    for row in csv.DictReader(open("x/v.csv")):
        if row["side"] == "ab"[s] and row["warmup"] == "0":
            rows.setdefault(row["workload"], []).append(int(row["wall_ns"]) / int(row["loops"]))
    same(times(r, s), rows)
P
"$python" trips.py || fail "round trips"
# Every older or odder form that has to be taken.
cat >v5.json <<'J'
{"version": 5, "common_metadata": {"hostname": "h"}, "benchmarks": [{"common_metadata": {"name": "t", "inner_loops": 10},
 "runs": [{"warmups": [[4, 0.8]]}, {"samples": [0.02, 0.021], "warmups": [[4, 0.8]]}]}]}
J
cp v5.json w5.json
expect_status 0 "$FRAMEBENCH" import v5.json w5.json --out o5.json
sed 's/"version": 5/"version": 6/; s/common_metadata/metadata/g; s/samples/values/' v5.json >v6.json
cp v6.json w6.json
expect_status 0 "$FRAMEBENCH" import v6.json w6.json --out o6.json
expect_json o6.json 'w = r["workloads"][0]; s = w["blocks"][0]["sides"][0]; assert s["warmup_wall_ns"][0] == s["wall_ns"][0], s'
expect_json o5.json 'w = r["workloads"][0]; s = w["blocks"][0]["sides"][0]; assert s["warmup_wall_ns"][0] == s["wall_ns"][0], s'
printf '{"context":{"json_schema_version":1},"benchmarks":[{"name":"t","real_time":NaN,"cpu_time":1,"time_unit":"ms"},{"name":"t","real_time":2,"cpu_time":-Infinity,"time_unit":"ms"}]}' >nan.json
cp nan.json nan2.json
expect_status 0 "$FRAMEBENCH" import nan.json nan2.json --out n.json
expect_in err "is left out"
# Broken files: one line that names file and field; never a crash.
refuse() {
    printf '%s' "$1" >bad.json
    expect_status 2 "$FRAMEBENCH" import bad.json v5.json --out never.json
    expect_in err "bad.json: "
    expect_in err "$2"
    [ "$(wc -l <err)" -eq 1 ] || fail "an error is more than one line"
}
refuse '{"version": "1.0", "benchmarks": [' 'line 1, column'
refuse '' 'line 1'
refuse '{"version": "1.1", "benchmarks": [1]}' 'field "version"'
refuse '{"version": 1.0, "benchmarks": [1]}' 'field "version"'
refuse '{"version": "1.0", "benchmarks": []}' 'field "benchmarks"'
refuse '{"version": "1.0", "benchmarks": [{"runs": []}]}' 'benchmarks[0]: field "runs"'
refuse '{"version": "1.0", "benchmarks": [{"metadata": {"name": "t"}, "runs": [{"values": [1, "x"]}]}]}' 'benchmarks[0]: runs[0]: field "values", element 1'
refuse '{"version": "1.0", "benchmarks": [{"metadata": {"name": "t"}, "runs": [{"values": [1e300]}]}]}' 'element 0'
refuse '{"version": "1.0", "benchmarks": [{"metadata": {"name": "t"}, "runs": [{"values": [-1]}]}]}' 'element 0'
refuse '{"version": "1.0", "benchmarks": [{"metadata": {"name": "t:c", "unit": "integer"}, "runs": [{"values": [-1]}]}]}' 'must be a count'
refuse '{"results": [{"command": "c"}]}' 'results[0]: field "times"'
refuse '{"context": {"json_schema_version": 2}, "benchmarks": []}' 'json_schema_version'
refuse '[1, 2]' 'no result of pyperf'
refuse '{"version": "1.0", "metadata": [], "benchmarks": [1]}' 'bad.json: field "metadata": must be an object'
refuse '{"version": "1.0", "benchmarks": [1]}' 'benchmarks[0]: must be an object'
refuse '{"version": "1.0", "benchmarks": [{"metadata": 3, "runs": [{"values": [1]}]}]}' 'benchmarks[0]: field "metadata": must be an object'
refuse '{"version": "1.0", "benchmarks": [{"metadata": {"name": "t"}, "runs": [{"values": [1]}, {"metadata": "x"}]}]}' 'benchmarks[0]: runs[1]: field "metadata"'
refuse '{"version": "1.0", "benchmarks": [{"metadata": {"name": "t"}, "runs": [7]}]}' 'benchmarks[0]: runs[0]: must be an object'
refuse '{"version": "1.0", "benchmarks": [{"metadata": {"name": "t"}, "runs": [{"values": [1], "warmups": [[0, 1]]}]}]}' 'field "warmups", element 0'
refuse '{"results": [7]}' 'results[0]: must be an object'
refuse '{"results": [{"command": "c", "times": [1], "parameters": "p"}]}' 'results[0]: field "parameters"'
refuse '{"results": [{"command": "c", "times": [1], "exit_codes": 0}]}' 'results[0]: field "exit_codes"'
refuse '{"results": [{"command": "c", "times": [1, null]}]}' 'results[0]: field "times", element 1'
refuse '{"context": {}, "benchmarks": [{"name": "t", "real_time": 1, "cpu_time": "x"}]}' 'benchmarks[0]: field "cpu_time"'
refuse '{"context": {}, "benchmarks": [{"name": "t", "real_time": [1]}]}' 'benchmarks[0]: field "real_time"'
refuse '{"context": {}, "benchmarks": [{"name": "t", "real_time": 1, "time_unit": "h"}]}' 'benchmarks[0]: field "time_unit"'
refuse '{"context": {}, "benchmarks": ["t"]}' 'benchmarks[0]: must be an object'
refuse '{"version": "1.0", "version": "1.0", "benchmarks": []}' 'line 1, column'
refuse '{"version": "1.0", "benchmarks": [{"metadata": {"name": "t"}, "runs": [{"values": [1e999]}]}]}' 'line 1, column'
head -c 200 x/r-b.pyperf.json.gz >cut.json.gz
expect_status 2 "$FRAMEBENCH" import cut.json.gz v5.json --out never.json
expect_in err "cut.json.gz: "
expect_status 2 "$FRAMEBENCH" import v5.json --out never.json
expect_in err "only one side"
head -c 300000000 /dev/zero | gzip -1 >bomb.json.gz
expect_status 2 "$FRAMEBENCH" import bomb.json.gz v5.json --out never.json
expect_in err "larger than"
# Very many names, events, colons or sides: taken in time that grows with the file, or refused; 100 s are much more than a busy machine with sanitizers needs.
cat >many.py <<'P'
import json
def pyperf(name, benchmarks):
    json.dump({"version": "1.0", "benchmarks": benchmarks}, open(name, "w"))
def times(name):
    return {"metadata": {"name": name}, "runs": [{"values": [0.01, 0.02]}]}
def counts(name):
    return {"metadata": {"name": name, "unit": "integer"}, "runs": [{"values": [5, 6]}]}
pyperf("names.json", [times("t%d" % i) for i in range(2000)] + [counts("t%d:c" % i) for i in range(2000)])
pyperf("toomany.json", [times("t%d" % i) for i in range(20001)])
pyperf("runs.json", [dict(times("t"), runs=[{"values": [1]}] * 100001)])
pyperf("events.json", [times("t")] + [counts("t:e%d" % i) for i in range(257)])
pyperf("colons.json", [times("t"), counts(":" * 300000), counts("t:a:b:c")])
json.dump({"results": [{"command": "c%d" % i, "times": [1.0]} for i in range(5000)]}, open("sides.json", "w"))
P
"$python" many.py
for name in names toomany runs events colons; do cp $name.json $name-b.json; done
expect_status 0 timeout 100 "$FRAMEBENCH" import names.json names-b.json --out n2.json
expect_json n2.json 'assert len(r["workloads"]) == 2000 and all(b["sides"][1]["counters"] for w in r["workloads"] for b in w["blocks"])'
expect_status 0 timeout 100 "$FRAMEBENCH" import colons.json colons-b.json --out n3.json
expect_json n3.json 'assert [e["name"] for e in r["events"]] == ["a:b:c"]'
expect_status 2 timeout 100 "$FRAMEBENCH" import toomany.json toomany-b.json --out never.json
expect_in err "toomany.json: 20001 benchmarks"
expect_status 2 "$FRAMEBENCH" import runs.json runs-b.json --out never.json
expect_in err "runs.json: 1 benchmarks with 100001 runs"
expect_status 2 timeout 100 "$FRAMEBENCH" import events.json events-b.json --out never.json
expect_in err "events.json: benchmark names hold more than 256 different events"
expect_status 2 timeout 100 "$FRAMEBENCH" import sides.json --out never.json
expect_in err "sides.json: results[16]: more than 16 sides"
# merge: a repeat is a unit of its own; the same run twice, and imported ones, are refused.
expect_status 0 quick_run --rounds 6 --values 4 --quiet --out r2.json
expect_status 0 "$FRAMEBENCH" merge r.json r2.json --out m.json
expect_json m.json 'assert len(r["hosts"]) == 2 and {b["host"] for w in r["workloads"] for b in w["blocks"]} == {0, 1}'
expect_status 0 "$FRAMEBENCH" compare m.json
expect_in out "2 machines or runs"
# Several hosts: pyperf's file names none, because its reader wants one per benchmark; the others keep every value.
for to in pyperf google-benchmark; do expect_status 0 "$FRAMEBENCH" export --to $to m.json --out xm; done
expect_json xm/m-a.pyperf.json 'assert "hostname" not in r["metadata"] and "cpu_model_name" not in r["metadata"]; assert [len(b["runs"]) for b in r["benchmarks"] if b["metadata"]["unit"] == "second"] == [12, 12]'
expect_json xm/m-b.gbench.json 'assert len(r["benchmarks"]) == 2 * 12 * 4'
expect_status 0 "$FRAMEBENCH" export --to csv m.json --out xm/v.csv
"$python" -c 'import csv; assert len({row["host"] for row in csv.DictReader(open("xm/v.csv"))}) == 2' || fail "the table does not tell the runs apart"
expect_status 0 "$FRAMEBENCH" import xm/m-a.pyperf.json xm/m-b.pyperf.json --out xm/i.json
expect_status 2 "$FRAMEBENCH" merge r.json r.json --out never.json
expect_in err "the same run"
expect_status 2 "$FRAMEBENCH" merge i.json r.json --out never.json
expect_in err "descriptive"
[ ! -e never.json ] || fail "a refused import left a file"
