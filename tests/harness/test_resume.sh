# --resume goes on after kill -9, Ctrl-C or a spent budget, with the seed and schedule of the run that it continues.
. "$(dirname "$0")/lib.sh"
quick_run_background --rounds 8 --seed 5 --values 10 --value-ms 3 --out r.json
pid=$!
for _ in $(seq 6000); do [ "$(wc -l 2>/dev/null <r.json.journal || echo 0)" -ge 6 ] && break; sleep 0.02; done
kill -9 $pid
wait $pid 2>/dev/null
lines=$(wc -l <r.json.journal)
[ ! -e r.json ] || fail "the run was over before it was killed"
printf '{"workload":0,"block":{"round":77,' >>r.json.journal # as if killed while writing
expect_status 2 quick_run --out r.json
expect_in err "--resume r.json.journal"
expect_status 2 "$FRAMEBENCH" run --resume r.json.journal --seed 4
expect_in err "leave the options"
expect_status 0 "$FRAMEBENCH" run --resume r.json.journal
[ ! -e r.json.journal ] || fail "the journal was left"
expect_status 0 quick_run --rounds 8 --seed 5 --values 10 --value-ms 3 --quiet --out straight.json
LINES_BEFORE=$lines "$python" - <<'P' || fail "the continued run is not the straight one"
import json
plan = lambda r: [[(b["round"], b["layout"], b["order"], b["cpu"], b["hash_seed"], [s["env_pad"] for s in b["sides"]])
                   for b in w["blocks"]] for w in r["workloads"]]
r, straight = json.load(open("r.json")), json.load(open("straight.json"))
assert plan(r) == plan(straight), (plan(r), plan(straight))
assert r["state"] == "complete" and all(w["stop_reason"] == "rounds" for w in r["workloads"])
blocks = sorted((b for w in r["workloads"] for b in w["blocks"]), key=lambda b: b["start_s"])
# One clock for both halves, and within a round the order of the schedule.
assert all(a["start_s"] + a["duration_s"] <= b["start_s"] + 1e-6 for a, b in zip(blocks, blocks[1:]))
order = lambda r: [name for _, name in sorted((b["start_s"], w["name"]) for w in r["workloads"] for b in w["blocks"])]
assert order(r) == order(straight)
P

# An interrupted result file is gone on with just so, and so is one whose time was up.
quick_run_background --rounds 6 --out i.json
pid=$!
for _ in $(seq 6000); do [ "$(wc -l 2>/dev/null <i.json.journal || echo 0)" -ge 3 ] && break; sleep 0.02; done
kill -INT $pid
wait $pid
expect_json i.json 'assert r["state"] == "interrupted"'
expect_status 0 "$FRAMEBENCH" run --resume i.json
expect_json i.json 'assert r["state"] == "complete" and [len(w["blocks"]) for w in r["workloads"]] == [6, 6]'
expect_status 0 quick_run --budget 2s --target 0.01 --quiet --out b.json
before=$("$python" -c 'import json; print(len(json.load(open("b.json"))["workloads"][0]["blocks"]))')
expect_status 0 "$FRAMEBENCH" run --resume b.json --budget 4s --quiet
[ "$("$python" -c 'import json; print(len(json.load(open("b.json"))["workloads"][0]["blocks"]))')" -gt "$before" ] || fail "no more blocks"

# What is no longer the same is refused.
echo '# changed' >>w/fib.py
expect_status 2 "$FRAMEBENCH" run --resume b.json
expect_in err "w/fib.py has changed since"
sed -i '$d' w/fib.py
sed 's/"host": "[^"]*"/"host": "elsewhere"/' b.json >e.json
expect_status 2 "$FRAMEBENCH" run --resume e.json
expect_in err "it was measured on elsewhere"
expect_status 2 "$FRAMEBENCH" run --resume none.json
expect_in err "none.json: No such file"
no_process_left
