# gate: exit statuses, limits, JUnit that a strict parser reads, annotations.
. "$(dirname "$0")/lib.sh"
expect_status 0 quick_run --rounds 20 --values 4 --quiet --out r.json
# The same interpreter on both sides passes with a generous margin; 60% is far beyond the noise of these tiny values.
expect_status 0 "$FRAMEBENCH" gate --max-regression 60% --max-mean-regression 60% --strict r.json
expect_in out "gate: passed"
# B made 30% slower in the file: a regression.
"$python" - <<'P'
import json
r = json.load(open("r.json"))
for w in r["workloads"]:
    for b in w["blocks"]:
        for key in ("wall_ns", "cpu_ns"):
            b["sides"][1][key] = [x * 2 for x in b["sides"][0][key]]
        for c in b["sides"][1]["counters"].values():
            c["count"] = [10 * x for x in c["count"]]
json.dump(r, open("slow.json", "w"))
P
expect_status 1 "$FRAMEBENCH" gate --junit gate.xml --github slow.json
expect_in out "::error file=slow.json"
expect_in out "gate: failed: a regression was shown"
"$python" - <<'P' || fail "JUnit"
import xml.etree.ElementTree as tree
suites = tree.parse("gate.xml").getroot()
suite = suites.find("testsuite")
assert suites.tag == "testsuites" and int(suite.get("tests")) == len(suite.findall("testcase")) == 3
assert int(suite.get("failures")) == len(suite.findall("testcase/failure")) == 3
P
expect_status 1 "$FRAMEBENCH" gate --limit task-clock=5% --quiet slow.json
expect_status 2 "$FRAMEBENCH" gate --limit nothing=5% slow.json
expect_in err "was not measured"
expect_status 2 "$FRAMEBENCH" gate --limit task-clock slow.json
expect_in err "write NAME=PCT"
# Too few blocks for any regression: fine in general, not in strict mode, and never silent.
"$python" - <<'P'
import json
r = json.load(open("slow.json"))
for w in r["workloads"]:
    w["blocks"] = w["blocks"][:3]
json.dump(r, open("few.json", "w"))
P
expect_status 3 "$FRAMEBENCH" gate --strict few.json
expect_in out "underpowered"
expect_status 0 "$FRAMEBENCH" gate few.json
expect_in out "underpowered"
expect_status 2 "$FRAMEBENCH" gate missing.json
