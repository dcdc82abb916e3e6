# Whatever an interpreter does, its blocks are void with the reason, and the other workloads go on.
. "$(dirname "$0")/lib.sh"
fake="$python $here/fake_interpreter.py"
cp w/fib.py w/other.py
cat >w/manifest.json <<'P'
{"version": 1, "workloads": [{"name": "fib", "file": "fib.py", "n": 10, "checksum": "55"}]}
P
# bad MODE AFTER WORDS…: side B goes wrong after AFTER values; each of WORDS must be told.
bad() {
    local mode=$1 after=$2
    export WORDS=$3
    expect_status 0 quick_run --a "a=$fake good 0" --b "b=$fake $mode $after" --rounds 4 --timeout 2s --out $mode.json
    expect_json $mode.json "
w = r['workloads'][0]
assert w['status'] == 'failed' and len(w['blocks']) == 3, (w['status'], len(w['blocks']))
import os
for b in w['blocks']:
    for word in os.environ['WORDS'].split('|'):
        assert word in b['void_reason'], b['void_reason']
assert r['analysis'][0]['suite']['incomplete'] and r['analysis'][0]['suite']['geomean']['speedup'] is None
"
    expect_in out "failed"
    expect_in err "others go on"
}
bad crash 2 "side b|signal 11|about to crash"
bad exit 1 "side b|exit status 3|about to exit"
bad hang 2 "side b|no answer within|about to hang"
bad garbage 1 "side b, value 1|expected 'ok"
bad checksum 1 "side b, value 1|wrong checksum 'wrong', expected '55'"
bad zero 1 "not positive"
bad flood 1 "longer than"
bad half 1 "no answer within"
bad close 1 "closed its reply pipe"
bad error 1 "ValueError: on purpose"
no_process_left
