# Ctrl-C ends cleanly: a valid file with the finished blocks, no journal, no process left.
. "$(dirname "$0")/lib.sh"
quick_run_background --rounds 5000 --out r.json
pid=$!
for _ in $(seq 1200); do [ "$(wc -l 2>/dev/null <r.json.journal || echo 0)" -ge 4 ] && break; sleep 0.1; done
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

# A second Ctrl-C does not wait: the journal keeps the finished blocks, and no process is left.
cat >w/slow.py <<'P'
import time


def run(n):
    time.sleep(0.4)
    return 7
P
(exec_in_place=exec quick_run_command --workload w/slow.py --workloads fib --rounds 5000 --out s.json >out 2>err) &
pid=$!
for _ in $(seq 2400); do [ "$(wc -l 2>/dev/null <s.json.journal || echo 0)" -ge 3 ] && break; sleep 0.05; done
kill -INT $pid
sleep 0.02
start=$(date +%s%N)
kill -INT $pid
wait $pid
status=$?
took_ms=$((($(date +%s%N) - start) / 1000000))
[ $status -eq 130 ] && [ $took_ms -lt 2000 ] || [ $status -eq 0 ] || fail "exit status $status after $took_ms ms"
[ $status -eq 0 ] || expect_status 0 "$FRAMEBENCH" compare s.json.journal
no_process_left
