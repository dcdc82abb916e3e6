# Counters: software events are counted for real; what cannot be had is shown with reason and remedy.
. "$(dirname "$0")/lib.sh"
expect_status 0 "$FRAMEBENCH" counters
for event in instructions cycles branch-misses task-clock page-faults; do expect_in out "$event"; done
expect_status 0 "$FRAMEBENCH" counters --events task-clock,no-such-event
expect_in out "libpfm4 cannot resolve the name"
expect_in out "1 of 2 events" || true
cat >w/fib.py <<'P'
# Touches n fresh pages: a number of page faults that can be known beforehand.
import mmap


def run(n):
    pages = mmap.mmap(-1, n * 4096)
    for i in range(n):
        pages[i * 4096] = 1
    pages.close()
    return 55
P
sed -i 's/"n": 10/"n": 500/' w/manifest.json
expect_status 0 quick_run --workloads fib --rounds 4 --events page-faults,task-clock,no-such-event --out r.json
expect_json r.json '
events = {e["name"]: e for e in r["events"]}
assert not events["no-such-event"]["available"] and "resolve" in events["no-such-event"]["reason"]
if not events["page-faults"]["available"]:
    print(events["page-faults"]["reason"]); raise SystemExit(0)
loops = r["workloads"][0]["inner_loops"]
around = []
for b in r["workloads"][0]["blocks"]:
    for side in b["sides"]:
        counters = side["counters"]
        assert "no-such-event" not in counters
        for faults, clock, cpu in zip(counters["page-faults"]["count"], counters["task-clock"]["count"], side["cpu_ns"]):
            assert 450 * loops <= faults <= 550 * loops + 50, (faults, loops)
            assert cpu <= clock * 1.02, (cpu, clock)
            around.append(clock / cpu)
# What lies around the timed loop is little; a single value may hold a disturbance.
assert sorted(around)[len(around) // 2] < 1.5, around
'
expect_status 0 quick_run --rounds 2 --events none --quiet --out n.json
expect_json n.json 'assert r["events"] == [] and r["workloads"][0]["blocks"][0]["sides"][0]["counters"] == {}'
