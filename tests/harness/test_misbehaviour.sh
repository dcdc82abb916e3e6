# A workload that crashes, hangs, exits early, eats memory or changes its mind in the middle of a run costs its block, or, if it
# goes on like that, its workload; the others are measured as if nothing had happened.
. "$(dirname "$0")/lib.sh"
cat >w/moody.py <<'P'
import os
import sys
import time

MODE = os.environ["MODE"]
COUNT = os.environ["COUNT"]


# Behaves for the first four processes (calibration and one block), then in every process whose turn it is, and only in side b.
def run(n):
    if "-B" not in sys.orig_argv:
        return 7
    with open(COUNT) as f:
        starts = int(f.read())
    if starts in map(int, os.environ["TURNS"].split()):
        sys.stderr.write("mood: %s\n" % MODE)
        sys.stderr.flush()
        if MODE == "crash":
            os.abort()
        if MODE == "hang":
            time.sleep(1000)
        if MODE == "exit":
            os._exit(0)
        if MODE == "memory":
            hoard = [bytearray(1 << 20) for i in range(4000)]
        if MODE == "checksum":
            return 8
        if MODE == "raise":
            raise RuntimeError("no mood")
    return 7


if "-B" in sys.orig_argv:
    with open(COUNT) as f:
        starts = int(f.read()) + 1
    with open(COUNT, "w") as f:
        f.write(str(starts))
P
cat >w/manifest.json <<'P'
{"version": 1, "workloads": [
  {"name": "fib", "file": "fib.py", "n": 10, "checksum": "55"},
  {"name": "moody", "file": "moody.py", "n": 1, "checksum": "7"}
]}
P
export COUNT=$work/count
# mood MODE TURNS FILE WORDS: side b of moody goes wrong in the processes TURNS (its first is the calibration).
mood() {
    export MODE=$1 TURNS=$2 WORDS=$4
    echo 0 >count
    expect_status 0 quick_run --b "b=$python -B" --memory 100M --rounds 12 --values 2 --timeout 3s --out $3
}
void='
import os
w = {w["name"]: w for w in r["workloads"]}
assert w["fib"]["status"] == "ok" and len(w["fib"]["blocks"]) == 12
voids = [b for b in w["moody"]["blocks"] if b["void_reason"]]
for b in voids:
    assert b["void_side"] == 1, b["void_side"]
    for word in os.environ["WORDS"].split("|"):
        assert word in b["void_reason"], b["void_reason"]
'
# Once: the block is void and repeated under the same plan.
once="$void"'
assert len(voids) == 1 and w["moody"]["status"] == "ok" and len(w["moody"]["blocks"]) == 13
again = [b for b in w["moody"]["blocks"] if b["round"] == voids[0]["round"]]
assert len(again) == 2 and all(again[0][k] == again[1][k] for k in ("order", "cpu", "hash_seed", "layout"))
'
mood crash 5 crash.json "side b|signal 6|mood: crash"
expect_json crash.json "$once"
mood hang 4 hang.json "side b|no answer within 3 s|mood: hang"
expect_json hang.json "$once"
mood exit 6 exit.json "side b|exit status 0|mood: exit"
expect_json exit.json "$once"
mood memory 3 memory.json "side b|MemoryError"
expect_json memory.json "$once"
mood checksum 7 checksum.json "side b|wrong checksum '8', expected '7'"
expect_json checksum.json "$once"
# Three times in a row: that was the workload's last.
mood raise "4 5 6" raise.json "side b|RuntimeError: no mood"
expect_json raise.json "$void"'
assert len(voids) == 3 and w["moody"]["status"] == "failed" and "no mood" in w["moody"]["error"]
'
expect_in err "workload moody failed"
expect_in out "failed, and left out of the mean on both sides: moody"
# With a third side it is the culprit that leaves, and the other two go on.
export MODE=crash TURNS="4 5 6" WORDS=crash
echo 0 >count
expect_status 0 quick_run --b "b=$python -B" --side "c=$python" --rounds 12 --values 2 --out three.json
expect_in err "workload moody goes on without a side: side b"
expect_json three.json "$void"'
m = w["moody"]
assert m["status"] == "ok" and "signal 6" in m["side_errors"][1] and m["side_errors"][2] is None
assert all(b["sides"][1] is None for b in m["blocks"][-6:]) and all(b["sides"][2] for b in m["blocks"] if not b["void_reason"])
assert [{x["name"]: x["verdict"] for x in a["workloads"]}["moody"] == "failed" for a in r["analysis"]] == [True, False]
'
no_process_left
