# A plain run: exit status, last line, table, everything in the file, raw values in order and balanced.
. "$(dirname "$0")/lib.sh"
expect_status 0 quick_run --rounds 8 --seed 7 --out r.json
expect_file r.json
[ "$(tail -1 out)" = "result: r.json" ] || fail "the last line does not name the file"
expect_in out "b against a (baseline)"
expect_in out "geomean"
[ "$(awk '{ if (length($0) > 80) n++ } END { print n + 0 }' <(sed 1,2d out))" -eq 0 ] || fail "a line is wider than 80"
[ ! -e r.json.journal ] || fail "the journal was left"
expect_json r.json '
assert r["format"] == "framebench-result" and r["version"] == 2 and r["state"] == "complete"
assert r["settings"]["seed"] == 7 and r["settings"]["rounds"] == 8
assert [s["name"] for s in r["sides"]] == ["a", "b"]
assert all(len(s["sha256"]) == 64 for s in r["sides"]) and r["sides"][0]["version"].startswith("3.")
for w in r["workloads"]:
    assert w["status"] == "ok" and w["stop_reason"] == "rounds" and len(w["blocks"]) == 8, w["name"]
    assert [b["round"] for b in w["blocks"]] == list(range(8))
    for even, odd in zip(w["blocks"][::2], w["blocks"][1::2]):
        assert even["order"] == odd["order"][::-1] and even["cpu"] == odd["cpu"]
    for b in w["blocks"]:
        assert b["void_reason"] is None
        for s in b["sides"]:
            assert len(s["wall_ns"]) == len(s["cpu_ns"]) == 4 and len(s["warmup_wall_ns"]) == 1
            assert min(s["cpu_ns"]) > 0 and 0 <= s["env_pad"] < 4096
assert r["workloads"][1]["control"]
a = r["analysis"][0]
assert a["suite"]["geomean"]["n_workloads"] == 1
lo, hi = a["workloads"][0]["ci"]
assert lo <= a["workloads"][0]["speedup"] <= hi
events = {e["name"]: e for e in r["events"]}
for e in events.values():
    assert e["available"] or (e["reason"] and e["remedy"]), e
    for w in r["workloads"]:
        for b in w["blocks"]:
            assert (e["name"] in b["sides"][0]["counters"]) == e["available"]
assert {"task-clock", "page-faults", "instructions"} <= set(events)
'
no_process_left
