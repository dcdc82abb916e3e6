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
head -c 5000 r.json >cut.json
expect_status 2 "$FRAMEBENCH" compare cut.json
expect_in err "cut.json: line"
expect_status 2 "$FRAMEBENCH" compare w/manifest.json
expect_in err "no result file"
[ "$("$FRAMEBENCH" compare cut.json 2>&1 | wc -l)" -eq 1 ] || fail "an error is more than one line"
