# kill -9 at random moments, KILLS of them (20; all 200 with KILLS=200): no unreadable file, at most the block in flight is lost,
# the children die with the harness, and the run can be gone on with.
. "$(dirname "$0")/lib.sh"
# Every measured process leaves a mark when it has loaded the workload: two for the calibration, then two for each block.
cat >w/fib.py <<'P'
import os

with open(os.environ["STARTS"], "a") as f:
    f.write("x\n")


def run(n):
    return 55
P
export STARTS=$work/starts
RANDOM=${SEED:-$$}
kills=${KILLS:-20} early=0 late=0 journals=0 resumed=0
# How long a run of two rounds takes on this machine, as busy as it is: the moments are drawn around it.
start=$(date +%s%N)
quick_run --workloads fib --values 2 --rounds 2 --seed 3 --quiet --out r.json >/dev/null 2>&1
whole_ms=$((($(date +%s%N) - start) / 1000000))
for i in $(seq "$kills"); do
    rm -f r.json* starts
    # Every other run is so short that its end, too, is among the moments.
    rounds=5000 span=$((whole_ms * 5 / 4))
    [ $((i % 2)) -eq 0 ] && rounds=2 span=$((whole_ms * 3 / 2))
    quick_run_background --workloads fib --values 2 --rounds $rounds --seed 3 --quiet --out r.json
    pid=$!
    "$python" -c "import time; time.sleep($((RANDOM % span)) / 1000)"
    kill -9 $pid 2>/dev/null
    wait $pid 2>/dev/null
    if [ -e r.json ]; then
        late=$((late + 1))
        expect_status 0 "$FRAMEBENCH" compare r.json
        continue
    elif [ ! -e r.json.journal ] || [ "$(wc -l <r.json.journal)" -eq 0 ]; then
        early=$((early + 1)) # not even the head of the journal stood
        [ "$(wc -l <starts 2>/dev/null || echo 0)" -le 2 ] || fail "blocks were begun without a journal"
        continue
    fi
    journals=$((journals + 1))
    lines=$(wc -l <r.json.journal)
    begun=$((($(wc -l <starts) - 2 + 1) / 2))
    expect_status 0 "$FRAMEBENCH" compare --format json r.json.journal
    blocks=$("$python" -c 'import json; print(sum(w["n_blocks"] for w in json.load(open("out"))["workloads"]))')
    [ "$blocks" -eq $((lines - 1)) ] && [ "$blocks" -ge $((begun - 1)) ] || fail "$begun blocks begun, $lines lines, $blocks read"
    if [ $((journals % 5)) -eq 1 ]; then
        expect_status 0 "$FRAMEBENCH" run --resume r.json.journal --rounds $((blocks + 2)) --quiet
        expect_json r.json "assert len(r['workloads'][0]['blocks']) == $((blocks + 2)) and r['state'] == 'complete'"
        [ ! -e r.json.journal ] && ! ls r.json.*.tmp >/dev/null 2>&1 || fail "a journal or a temporary file was left"
        resumed=$((resumed + 1))
    fi
done
no_process_left
rm -f r.json*
echo "{}" >r.json.journal
expect_status 2 quick_run --rounds 1 --out r.json
expect_in err "earlier run"
[ "$journals" -gt 0 ] || fail "not one of $kills runs had begun"
echo "killed $kills times: $early before the first block, $journals in the middle ($resumed gone on with), $late after the end"
