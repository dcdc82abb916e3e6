# compare: the formats, several files, another metric, damaged files.
. "$(dirname "$0")/lib.sh"
expect_status 0 quick_run --rounds 6 --values 2 --quiet --out r.json
expect_status 0 "$FRAMEBENCH" compare r.json --format csv
[ "$(wc -l <out)" -eq 3 ] || fail "CSV has not three lines"
"$python" -c 'import csv; rows = list(csv.DictReader(open("out"))); assert float(rows[0]["speedup"]) > 0 and rows[1]["control"] == "1"' || fail "CSV"
expect_status 0 "$FRAMEBENCH" compare --format markdown r.json
expect_in out "| **geometric mean** |"
expect_status 0 "$FRAMEBENCH" compare --format json r.json
cat >same.py <<'P'
import json, math
def same(a, b):
    if isinstance(a, dict):
        return a.keys() == b.keys() and all(same(a[k], b[k]) for k in a)
    if isinstance(a, list):
        return len(a) == len(b) and all(map(same, a, b))
    return math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-12) if isinstance(a, float) else a == b
assert same(json.load(open("r.json"))["analysis"][0], json.load(open("out")))
P
"$python" same.py || fail "the stored analysis is not what compare computes"
expect_status 0 "$FRAMEBENCH" compare --metric wall r.json
expect_in out "wall time"
cp r.json s.json
expect_status 0 "$FRAMEBENCH" compare r.json s.json
expect_in out "descriptive"
expect_in out "the same run"
expect_status 0 "$FRAMEBENCH" compare --format csv r.json s.json
expect_in out 'file,workload'
expect_status 0 "$FRAMEBENCH" compare --format json r.json s.json
expect_json out 'assert [a["file"] for a in r] == ["r.json", "s.json"]'
for format in markdown asciidoc; do
    expect_status 0 "$FRAMEBENCH" compare --format $format r.json s.json
    expect_in out "descriptive only"
done
expect_status 0 "$FRAMEBENCH" compare --format asciidoc r.json
expect_in out "|==="
expect_status 0 "$FRAMEBENCH" compare --metric task-clock r.json
expect_in out "task-clock of b against a"
expect_status 0 "$FRAMEBENCH" compare --all-metrics --only fib r.json
expect_in out "task-clock"
expect_not_in out "loop"
"$python" -c 'import sys; sys.exit(any(len(line) > 80 for line in open("out", encoding="utf-8")))' || fail "a line is wider than 80"
for format in markdown asciidoc; do
    expect_status 0 "$FRAMEBENCH" compare --all-metrics --format $format r.json
    [ "$(grep -c '^|.*task-clock' out)" -eq 2 ] || fail "$format: task-clock is not there for both workloads"
    expect_in out "max "
done
expect_status 0 "$FRAMEBENCH" compare --all-metrics --format csv r.json
"$python" -c 'import csv; rows = list(csv.DictReader(open("out"))); assert {(r["workload"], r["metric"]) for r in rows} >= {(w, m) for w in ("fib", "loop") for m in ("cpu", "wall", "task-clock")}, rows; assert all(float(r["a_per_call"]) > 0 for r in rows if r["metric"] == "cpu")' || fail "all metrics as CSV"
expect_status 0 "$FRAMEBENCH" compare --all-metrics --format json r.json
expect_json out 'assert {"cpu", "wall", "task-clock"} <= {a["workloads"][0]["metric"] for a in r}'
expect_status 2 "$FRAMEBENCH" compare --only nothing r.json
expect_status 2 "$FRAMEBENCH" compare --metric nothing r.json
expect_in err "there are cpu, wall"
expect_status 0 "$FRAMEBENCH" compare --sort name --only fib,loop r.json
# A second run of the same experiment is a repeat: one table, two units; and another program is none.
expect_status 0 quick_run --rounds 6 --values 2 --quiet --out t.json
expect_status 0 "$FRAMEBENCH" compare r.json t.json
expect_in out "repeated on one machine"
expect_in out "2 machines or runs"
sed 's/"checksum": *"55"/"checksum": "56"/' t.json >u.json
expect_status 0 "$FRAMEBENCH" compare r.json u.json
expect_in out "argument or checksum differ"
head -c 5000 r.json >cut.json
expect_status 2 "$FRAMEBENCH" compare cut.json
expect_in err "cut.json: line"
expect_status 2 "$FRAMEBENCH" compare w/manifest.json
expect_in err "no result file"
[ "$("$FRAMEBENCH" compare cut.json 2>&1 | wc -l)" -eq 1 ] || fail "an error is more than one line"
