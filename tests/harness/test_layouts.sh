# Layouts: round r runs layout r mod K of every side, each linking is described, and the layout is the statistical unit.
. "$(dirname "$0")/lib.sh"
real=$("$python" -c 'import sys; print(sys.executable)')
cat >w/fib.py <<'P'
import os
import sys


def run(n):
    with open(os.environ["SEEN"], "a") as f:
        print(sys.orig_argv[0].replace("//", "/")[-5:], file=f)
    return 55
P
# Three layouts as three names of one program: what a name stands for is up to whoever links.
for side in a b; do for k in 00 01 02; do ln -s "$real" "$side-py.$k"; done; done
export SEEN=$work/seen
expect_status 0 quick_run --workloads fib --a "a=./a-py.{layout}" --b "b=./b-py.{layout}" --layouts 3 --rounds 7 --values 2 --warmups 0 --out r.json
expect_json r.json '
w = r["workloads"][0]
assert r["settings"]["layouts_k"] == 3
assert [b["layout"] for b in w["blocks"]] == [0, 1, 2, 0, 1, 2, 0]
assert [(len(s["layouts"]), {len(k["sha256"]) for k in s["layouts"]}) for s in r["sides"]] == [(3, {64})] * 2
assert r["sides"][1]["layouts"][2]["program"].endswith("b-py.02")
a = r["analysis"][0]["workloads"][0]
assert a["unit"] == "layout" and a["n_units"] == 3 and a["n_blocks"] == 7
'
# Calibration ran layout 0 of each; then the blocks, both sides under the same number.
[ "$(sort seen | uniq -c | awk '{print $2}' | tr '\n' ' ')" = "py.00 py.01 py.02 " ] || fail "other programs ran: $(sort -u seen)"
expect_status 2 quick_run --layouts 3 --out no.json
expect_in err "no {layout} in its command"
expect_status 2 quick_run --a "a=./a-py.{layout}" --b "b=./b-py.{layout}" --layouts 4 --out no.json
expect_in err "a-py.03 is not a program"

# The linker's half: the same seed gives the same line, another seed another order of the same objects.
shuffle() { "$root/tools/shuffle-objects" "$1" pads a.o b.o c.o d.o e.o f.o; }
[ "$(shuffle 1-lazy-00)" = "$(shuffle 1-lazy-00)" ] || fail "one seed, two orders"
[ "$(shuffle 1-lazy-00)" != "$(shuffle 1-lazy-01)" ] || fail "two seeds, one order"
[ "$(shuffle 7 | awk '{print $2}' | sort | tr -d '\n')" = a.ob.oc.od.oe.of.o ] || fail "an object is missing"
shuffle 7 | awk '{split($1, p, /[-.]/); if (p[2] % 16 || p[2] < 16 || p[2] > 976) exit 1}' || fail "padding out of range"
