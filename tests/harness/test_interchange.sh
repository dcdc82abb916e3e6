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
# Every older or odder form that has to be taken.
cat >v5.json <<'J'
{"version": 5, "common_metadata": {"hostname": "h"}, "benchmarks": [{"common_metadata": {"name": "t", "inner_loops": 10},
 "runs": [{"warmups": [[4, 0.8]]}, {"samples": [0.02, 0.021], "warmups": [[4, 0.8]]}]}]}
J
cp v5.json w5.json
expect_status 0 "$FRAMEBENCH" import v5.json w5.json --out o5.json
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
refuse '{"results": [{"command": "c"}]}' 'results[0]: field "times"'
refuse '{"context": {"json_schema_version": 2}, "benchmarks": []}' 'json_schema_version'
refuse '[1, 2]' 'no result of pyperf'
head -c 200 x/r-b.pyperf.json.gz >cut.json.gz
expect_status 2 "$FRAMEBENCH" import cut.json.gz v5.json --out never.json
expect_in err "cut.json.gz: "
expect_status 2 "$FRAMEBENCH" import v5.json --out never.json
expect_in err "only one side"
head -c 300000000 /dev/zero | gzip -1 >bomb.json.gz
expect_status 2 "$FRAMEBENCH" import bomb.json.gz v5.json --out never.json
expect_in err "larger than"
# merge: a repeat is a unit of its own; the same run twice, and imported ones, are refused.
expect_status 0 quick_run --rounds 6 --values 4 --quiet --out r2.json
expect_status 0 "$FRAMEBENCH" merge r.json r2.json --out m.json
expect_json m.json 'assert len(r["hosts"]) == 2 and {b["host"] for w in r["workloads"] for b in w["blocks"]} == {0, 1}'
expect_status 0 "$FRAMEBENCH" compare m.json
expect_in out "2 machines or runs"
expect_status 2 "$FRAMEBENCH" merge r.json r.json --out never.json
expect_in err "the same run"
expect_status 2 "$FRAMEBENCH" merge i.json r.json --out never.json
expect_in err "descriptive"
[ ! -e never.json ] || fail "a refused import left a file"
