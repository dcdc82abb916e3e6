# Ctrl-C ends cleanly: a valid file with the finished blocks, no journal, no process left.
. "$(dirname "$0")/lib.sh"
quick_run_background --rounds 5000 --out r.json
pid=$!
for _ in $(seq 100); do [ "$(wc -l <r.json.journal 2>/dev/null || echo 0)" -ge 4 ] && break; sleep 0.1; done
kill -INT $pid
wait $pid
status=$?
[ $status -eq 0 ] || fail "exit status $status"
expect_json r.json '
assert r["state"] == "interrupted"
blocks = [b for w in r["workloads"] for b in w["blocks"]]
assert len(blocks) >= 3 and all(b["void_reason"] is None for b in blocks)
assert all(w["stop_reason"] == "interrupted" for w in r["workloads"])
'
[ ! -e r.json.journal ] || fail "the journal was left"
expect_in out "interrupted"
expect_status 0 "$FRAMEBENCH" compare r.json
no_process_left
