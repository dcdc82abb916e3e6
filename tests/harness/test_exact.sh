# Exact counts: n and 2n calls under cachegrind give the same numbers in every run, for any interpreter; the stats
# builds say what calls cost; what cannot be counted says why.
. "$(dirname "$0")/lib.sh"
command -v valgrind >/dev/null || { echo "valgrind is not installed"; exit 77; }
build=$(dirname "$FRAMEBENCH")
lazy=$build/interp-lazy
[ -x "$lazy" ] || { echo "$lazy is not built"; exit 77; }
exact_run() { "$FRAMEBENCH" run --runner "$root/harness/runner.py" --manifest w/manifest.json --value-ms 1 --values 2 --rounds 1 --quiet "$@"; }

# An optimized call takes less than 250 instructions, one with gcov's counters less than 2000.
case $build in *coverage*) most=2000 ;; *) most=250 ;; esac
# Our two builds, twice: every number the same; fewer instructions without FrameObjects; nothing left behind.
before=$(ls -d /tmp/framebench-exact-* 2>/dev/null)
for i in 1 2; do expect_status 0 exact_run --counters valgrind --out v$i.json; done
[ "$(ls -d /tmp/framebench-exact-* 2>/dev/null)" = "$before" ] || fail "a folder is left in /tmp"
no_process_left
expect_json v1.json '
other = json.load(open("v2.json"))
assert r["events"] == []
for w, v in zip(r["workloads"], other["workloads"]):
    assert w["exact"] == v["exact"], [(x, y) for x, y in zip(w["exact"], v["exact"]) if x != y]
fib = {(e["side"], e["name"]): e for e in r["workloads"][0]["exact"]}
for side in (0, 1):
    e = fib[side, "instructions"]
    assert e["tool"] == "cachegrind" and e["tool_version"] and e["per"] == "call" and e["reason"] is None
    assert all(fib[side, n]["value"] > 0 for n in ("branches", "data_refs"))
    assert all((side, n) in fib for n in ("branch_misses", "I1_misses", "D1_misses", "LL_misses"))
per_call = [fib[s, "instructions"]["value"] / 178 for s in (0, 1)]  # fib(10) and its caller
assert 100 < per_call[1] < per_call[0] < '$most', per_call
'

# The stats builds: calls, FrameObjects, materializations; for a CPython side the calls, which are the same.
if [ -x "$build/../stats/interp-lazy" ] && [ -x "$build/../stats/interp-eager" ]; then
    expect_status 0 exact_run --a "eager=$build/interp-eager" --b "lazy=$lazy" --side "cpython=$python" --events none --out s.json
    expect_json s.json '
fib = {(e["side"], e["name"]): e for e in r["workloads"][0]["exact"]}
assert fib[0, "frameobjs_made"]["value"] == 178 and fib[1, "frameobjs_made"]["value"] == 0
assert fib[1, "materializations"]["value"] == 0 and fib[1, "materializations"]["tool"] == "stats build"
assert [fib[s, "python_calls"]["value"] for s in (0, 1, 2)] == [178] * 3
assert (2, "pushes") not in fib
'
else
    echo "stats builds are missing (make VARIANT=stats): that part is skipped"
fi
expect_status 0 exact_run --counters none --out none.json
expect_json none.json 'assert all(w["exact"] == [] for w in r["workloads"]) and r["events"] == []'

# A script that becomes the interpreter is counted, one that starts it as a child is not, and says so.
printf '#!/bin/sh\nexec %s "$@"\n' "$lazy" >becomes
printf '#!/bin/sh\n%s "$@"\nexit $?\n' "$lazy" >starts
chmod +x becomes starts
expect_status 0 exact_run --counters valgrind --workloads fib --a "becomes=$work/becomes" --b "starts=$work/starts" --out script.json
expect_json script.json '
exact = {(e["side"], e["name"]): e for e in r["workloads"][0]["exact"] if e["tool"] == "cachegrind"}
mine = [e["value"] for e in json.load(open("v1.json"))["workloads"][0]["exact"] if e["side"] == 1 and e["name"] == "instructions"]
assert abs(exact[0, "instructions"]["value"] - mine[0]) < 5, (exact[0, "instructions"], mine)
assert exact[1, "instructions"]["value"] is None and "another process" in exact[1, "instructions"]["reason"]
'

# CPython on both sides: the same number on both.
expect_status 0 exact_run --counters valgrind --workloads fib --a "a=$python -S" --b "b=$python -S" --out c.json
expect_json c.json '
exact = [{e["name"]: e["value"] for e in r["workloads"][0]["exact"] if e["side"] == s and e["tool"] == "cachegrind"} for s in (0, 1)]
assert exact[0] == exact[1] and exact[0]["instructions"] > 178 * 200, exact
'

# Without valgrind: refused before anything runs.
mkdir bin
for tool in sh env; do ln -s "$(command -v $tool)" bin/; done
expect_status 2 env PATH="$work/bin" "$FRAMEBENCH" run --manifest w/manifest.json --counters valgrind --out no.json
expect_in err "sudo apt-get install valgrind"
[ ! -e no.json ] || fail "a file was written"
