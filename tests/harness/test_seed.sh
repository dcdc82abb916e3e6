# The same seed gives the same order, padding and hash seeds; another seed does not.
. "$(dirname "$0")/lib.sh"
for name in one two; do expect_status 0 quick_run --rounds 4 --values 2 --seed 11 --quiet --out $name.json; done
expect_status 0 quick_run --rounds 4 --values 2 --seed 12 --quiet --out three.json
cat >plan.py <<'P'
import json, sys
def plan(name):
    r = json.load(open(name))
    blocks = [(b["start_s"], w["name"], b["round"], tuple(b["order"]), b["sides"][0]["env_pad"], b["sides"][1]["env_pad"], b["hash_seed"])
              for w in r["workloads"] for b in w["blocks"]]
    return [b[1:] for b in sorted(blocks)]
assert plan("one.json") == plan("two.json")
assert plan("one.json") != plan("three.json")
P
"$python" plan.py || fail "the plans are not what the seeds say"
