# The budget ends a run in time, at a round's end, and says so; the adaptive level is used. Until the first look, after 16
# rounds, all workloads have as many; afterwards the time goes to the widest (harness/budget.h).
. "$(dirname "$0")/lib.sh"
start=$(date +%s)
expect_status 0 quick_run --budget 4s --target 0.01 --out r.json
took=$(($(date +%s) - start))
[ $took -le 20 ] || fail "took $took s of a 4 s budget"
expect_json r.json '
assert all(w["stop_reason"] in ("budget", "max_blocks") for w in r["workloads"])
rounds = [len({b["round"] for b in w["blocks"]}) for w in r["workloads"]]
assert min(rounds) == max(rounds) or min(rounds) >= 16, rounds
assert r["analysis"][0]["workloads"][0]["alpha_used"] == 0.04
'
expect_status 0 quick_run --budget 60s --target 100 --values 2 --out p.json
expect_json p.json 'assert all(w["stop_reason"] == "precise" and len(w["blocks"]) == 16 for w in r["workloads"])'
