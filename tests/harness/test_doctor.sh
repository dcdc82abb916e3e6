# The doctor: judges this machine, for people and for programs; every run stores what it found, and each block its
# marks and what the scheduler did.
. "$(dirname "$0")/lib.sh"
expect_status 0 "$FRAMEBENCH" doctor
for check in cpu smt governor turbo aslr transparent_hugepages mitigations steal load cgroup_cpu_limit isolated_cpus \
    perf_event_paranoid virtualization temperature throttling clocksource; do expect_in out " $check "; done
expect_status 0 "$FRAMEBENCH" doctor --json
"$python" -c '
import json
for f in json.load(open("out")):
    assert set(f) == {"check", "status", "value", "effect", "remedy"}
    assert f["status"] in ("good", "warn", "unknown")
    assert f["status"] != "warn" or (f["effect"] and f["remedy"]), f
    assert f["status"] != "unknown" or f["effect"], f
' || fail "doctor --json"
expect_status 2 "$FRAMEBENCH" doctor now
expect_status 0 quick_run --workloads fib --rounds 2 --out r.json
expect_json r.json '
findings = {f["check"]: f for f in r["hosts"][0]["findings"]}
assert len(findings) >= 19 and findings["cpu"]["value"], findings
for b in r["workloads"][0]["blocks"]:
    assert all(m["kind"] in ("steal", "migration", "frequency", "throttling") for m in b["marks"])
    for side in b["sides"]:
        # a process waits for every command: four values
        assert side["voluntary_switches"] is None or 3 <= side["voluntary_switches"] <= 40, side["voluntary_switches"]
        assert side["migrations"] in (None, 0), side["migrations"]
for side in r["sides"]:
    assert "GCC" in str(side["compiler"]) or "unavailable" in side["compiler"] or "clang" in side["compiler"]
'
expect_status 0 setarch -R "$FRAMEBENCH" doctor
expect_in out "off for this process"
