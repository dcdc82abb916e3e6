# A file of version 1, kept as it was written then, is read as well as one of today; one of tomorrow is refused.
. "$(dirname "$0")/lib.sh"
old=$here/data/version1.json
expect_status 0 "$FRAMEBENCH" compare --format json "$old"
expect_json out '
assert r["baseline"] == "eager" and r["candidate"] == "lazy"
assert [w["n_blocks"] for w in r["workloads"]] == [6, 6]
w = r["workloads"][0]
assert w["design"] == "ilv" and w["ci"][0] < w["speedup"] < w["ci"][1]
'
# The medians of the raw values are the only thing that can be had from the file without framebench.
"$python" - "$old" <<'P' || fail "compare does not show the medians of the old file"
import json, math, statistics, sys
old, new = json.load(open(sys.argv[1])), json.load(open("out"))
for w, c in zip(old["workloads"], new["workloads"]):
    for side in "ab":
        per_block = [statistics.median(b[side]["cpu_ns"]) for b in w["blocks"]]
        assert math.isclose(statistics.median(per_block) / w["inner_loops"], c["value_ns_" + side], rel_tol=1e-9)
P
sed 's/"version":1,/"version":3,/' "$old" >new.json
expect_status 2 "$FRAMEBENCH" compare new.json
expect_in err 'is 3, and this framebench reads up to 2; use a newer framebench'
