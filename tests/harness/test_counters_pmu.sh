# Counters on a PMU that a preloaded library plays: groups that fit, rotation instead of scaling, scaled values marked,
# events that are refused or vanish, counts with the right ratios.
. "$(dirname "$0")/lib.sh"
gcc -std=gnu11 -D_GNU_SOURCE -O1 -Wall -Wextra -shared -fPIC -o fake_pmu.so "$here/fake_pmu.c" -ldl 2>err || fail "the shim does not compile"

# pmu VARIABLE=VALUE… COMMAND…: the command with the fake PMU in front of the kernel.
pmu() { env LD_PRELOAD="$work/fake_pmu.so" "$@"; }
measure() { local settings=$1; shift; expect_status 0 pmu $settings "$FRAMEBENCH" run --runner "$root/harness/runner.py" --manifest w/manifest.json \
    --value-ms 2 --values 4 --a "a=$python" --b "b=$python" --workloads fib --quiet "$@"; }
six=instructions,cycles,branches,branch-misses,cache-references,cache-misses

# Six events, three counters: two groups, named in the list.
expect_status 0 pmu FAKE_PMU_COUNTERS=3 "$FRAMEBENCH" counters --events $six
expect_in out "6 of 6 events"
expect_in out "2 groups"

# Rotation: every event in half of the blocks, and there for the whole time.
measure FAKE_PMU_COUNTERS=3 --rounds 4 --events $six,task-clock --out rotated.json
expect_json rotated.json '
events = {e["name"]: e for e in r["events"]}
assert [events[n]["group"] for n in "instructions cycles branches branch-misses cache-references cache-misses task-clock".split()] == [0, 0, 0, 1, 1, 1, None], events
blocks = r["workloads"][0]["blocks"]
assert len(blocks) == 4
for b in blocks:
    group = b["round"] // 2
    for side in b["sides"]:
        counters = side["counters"]
        assert sorted(counters) == sorted([n for n, e in events.items() if e["group"] in (group, None)]), (b["round"], list(counters))
        assert all("running_ns" not in c for c in counters.values())
        if group == 0:  # the fake counts 1.5 instructions, 1 cycle and 3 branches per ns
            for i, c, b4, ns in zip(counters["instructions"]["count"], counters["cycles"]["count"], counters["branches"]["count"], side["cpu_ns"]):
                assert abs(i / c - 1.5) < 1e-6 and abs(b4 / c - 3) < 1e-6, (i, c, b4)
                assert ns < c < ns + 3e6, (ns, c)
            assert 0 < counters["cycles"]["overhead"] < 2e6
'
expect_status 0 "$FRAMEBENCH" compare --format json rotated.json
"$python" -c '
import json
w = json.load(open("out"))["workloads"][0]["counters"]
assert all(not c["scaled"] for c in w.values()), w
assert abs(w["instructions"]["a_per_call"] / w["cycles"]["a_per_call"] - 1.5) < 1e-3
' || fail "analysis of rotated counters"

# Fewer rounds than groups: all at once, shared out by the kernel, scaled and marked.
measure FAKE_PMU_COUNTERS=3 --rounds 1 --events $six --out scaled.json
expect_json scaled.json '
for side in r["workloads"][0]["blocks"][0]["sides"]:
    assert len(side["counters"]) == 6
    for name, c in side["counters"].items():
        assert all(run < on for run, on in zip(c["running_ns"], c["enabled_ns"])), name
'
expect_status 0 "$FRAMEBENCH" compare --format json scaled.json
"$python" -c '
import json
w = json.load(open("out"))["workloads"][0]
assert all(c["scaled"] for c in w["counters"].values()) and "multiplexed" in w["flags"], w["flags"]
c = w["counters"]
assert abs(c["cache-misses"]["a_per_call"] / c["cycles"]["a_per_call"] - 2.5) < 0.01
' || fail "analysis of scaled counters"

# A counter that the watchdog holds: a group of three opens and never runs; so groups of two.
expect_status 0 pmu FAKE_PMU_COUNTERS=3 FAKE_PMU_TAKEN=1 "$FRAMEBENCH" counters --events $six
expect_in out "3 groups"

# All counters held by somebody else: unavailable, with the reason, and never zero.
measure "FAKE_PMU_COUNTERS=3 FAKE_PMU_TAKEN=3" --rounds 2 --events cycles,task-clock --out held.json
expect_json held.json '
cycles = r["events"][0]
assert not cycles["available"] and "holds" in cycles["reason"], cycles
assert all("cycles" not in side["counters"] for b in r["workloads"][0]["blocks"] for side in b["sides"])
'

# Refused with EACCES (13), ENOSYS (38): reason and remedy; the others are counted.
expect_status 0 pmu FAKE_PMU_REFUSE=0:13 "$FRAMEBENCH" counters --events cycles,instructions
expect_in out "perf_event_paranoid"
expect_in out "1 of 2 events"
expect_status 0 pmu FAKE_PMU_REFUSE=0:38 "$FRAMEBENCH" counters --events cycles,instructions
expect_in out "seccomp"

# Vanishing: granted twice (the probe, the search for groups), then gone. The run goes on and says so.
measure FAKE_PMU_VANISH=0:3 --rounds 2 --events instructions,cycles --out vanished.json
expect_json vanished.json '
cycles = r["events"][1]
assert cycles["available"] and "then not on" in cycles["reason"], cycles
have = ["cycles" in side["counters"] for b in r["workloads"][0]["blocks"] for side in b["sides"]]
assert not all(have) and all("instructions" in side["counters"] for b in r["workloads"][0]["blocks"] for side in b["sides"])
'

# A pinned group that loses its place in the middle: the value is missing, not zero, and the next ones are counted.
measure "FAKE_PMU_UNPIN=8" --rounds 1 --events cycles --out unpinned.json
expect_json unpinned.json '
readings = [side["counters"]["cycles"] for side in r["workloads"][0]["blocks"][0]["sides"]]
lost = sum(run == 0 for c in readings for run in c.get("running_ns", [1] * len(c["count"])))
assert 1 <= lost <= 3, readings
assert sum(count > 0 for c in readings for count in c["count"]) >= 5, readings
'

# User mode unless asked otherwise; at most three in a group; pinned when rotated.
: >log
measure "FAKE_PMU_COUNTERS=3 FAKE_PMU_LOG=$work/log" --rounds 2 --events $six --out logged.json
awk '$4 < 0 { leaders++; pinned += $5 } $1 != 0 { children++ } END { exit !(leaders > 0 && pinned > 0 && children > 0) }' log || fail "openings: $(head log)"
