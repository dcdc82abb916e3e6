# kill -9 at any moment: no unreadable file, at most the block in flight is lost, the children die with the harness.
. "$(dirname "$0")/lib.sh"
for delay in 0.03 0.11 0.29 0.47 0.8; do
    rm -f r.json*
    quick_run_background --rounds 5000 --out r.json
    pid=$!
    for _ in $(seq 600); do [ "$(wc -l 2>/dev/null <r.json.journal || echo 0)" -ge 3 ] && break; sleep 0.05; done
    [ "$(wc -l <r.json.journal)" -ge 3 ] || fail "no block within half a minute"
    sleep $delay
    kill -9 $pid
    wait $pid 2>/dev/null
    [ ! -e r.json ] || fail "a result file of a killed run"
    lines=$(wc -l <r.json.journal)
    expect_status 0 "$FRAMEBENCH" compare --format json r.json.journal
    [ "$("$python" -c 'import json; print(sum(w["n_blocks"] for w in json.load(open("out"))["workloads"]))')" -eq $((lines - 1)) ] ||
        fail "blocks were lost"
done
expect_status 2 quick_run --rounds 1 --out r.json
expect_in err "earlier run"
no_process_left
