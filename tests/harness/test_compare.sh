# compare: the formats, several files, another metric, damaged files.
. "$(dirname "$0")/lib.sh"
expect_status 0 quick_run --rounds 6 --values 2 --quiet --out r.json
expect_status 0 "$FRAMEBENCH" compare r.json --format csv
[ "$(wc -l <out)" -eq 3 ] || fail "CSV has not three lines"
"$python" -c 'import csv; rows = list(csv.DictReader(open("out"))); assert float(rows[0]["speedup"]) > 0 and rows[1]["control"] == "1"' || fail "CSV"
expect_status 0 "$FRAMEBENCH" compare --format markdown r.json
expect_in out "| **geometric mean** |"
expect_status 0 "$FRAMEBENCH" compare --format json r.json
"$python" -c '
import json
stored, printed = json.load(open("r.json"))["analysis"], json.load(open("out"))
assert stored == printed' || fail "the stored analysis is not what compare computes"
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
