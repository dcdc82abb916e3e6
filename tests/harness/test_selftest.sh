# selftest: measures both halves, stores both, and the second half really does 2% more loops.
. "$(dirname "$0")/lib.sh"
expect_status 3 nice "$FRAMEBENCH" selftest --a "py=$python" --manifest w/manifest.json --workloads fib --rounds 2 --values 2 \
    --value-ms 1 --quiet --out s
expect_in out "the same binary on both sides"
expect_in out "not conclusive: too few blocks, each workload must have 6"
expect_in out "  2 to 2 blocks a workload"
expect_not_in out "nan"
[ "$(ls s/*-selftest-same.json s/*-selftest-more.json | wc -l)" -eq 2 ] || fail "the results are not stored"
expect_json "$(ls s/*-selftest-more.json)" 'assert len(r["workloads"]) == 6 and r["state"] == "complete" and all(w["status"] == "ok" for w in r["workloads"])'
# The wrapper changes the number of loops and nothing else; in all three interpreters.
cat >counted.py <<'P'
calls = 0


def run(n):
    global calls
    calls += 1
    return calls
P
for interpreter in "$python" "$(dirname "$FRAMEBENCH")/interp-eager" "$(dirname "$FRAMEBENCH")/interp-lazy"; do
    answer=$(printf 'value 1 1000\n' | "$interpreter" "$root/harness/runner_more.py" "$root/harness/runner.py" "$work/counted.py" run 0 1 | tail -1)
    case $answer in "ok "*" 1020") ;; *) fail "$interpreter did not do 1020 loops: $answer" ;; esac
done
