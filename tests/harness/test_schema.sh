# Every kind of file that framebench writes matches docs/results.schema.json, and the schema lets no field be missing or be of another type.
. "$(dirname "$0")/lib.sh"
"$python" -c 'import jsonschema' 2>/dev/null || { echo "python3-jsonschema is not installed"; exit 77; }
expect_status 0 quick_run --rounds 8 --values 2 --quiet --out complete.json
expect_status 0 quick_run --rounds 1 --values 2 --events none --quiet --out small.json
expect_status 0 quick_run --a "a=$python $here/fake_interpreter.py good 0" --b "b=$python $here/fake_interpreter.py crash 2" \
    --rounds 4 --out failed.json
interp=$(dirname "$FRAMEBENCH")/interp-lazy
[ -x "$interp" ] && expect_status 0 quick_run --a "a=$interp" --b "b=$interp" --rounds 2 --values 2 --counters all --quiet --out exact.json
expect_status 0 quick_run --rounds 8 --values 2 --quiet --out again.json
expect_status 0 "$FRAMEBENCH" merge complete.json again.json --out merged.json
expect_status 0 "$FRAMEBENCH" export --to pyperf complete.json --out x
expect_status 0 "$FRAMEBENCH" import x/complete-a.pyperf.json x/complete-b.pyperf.json --out imported.json
# A journal: what a killed run leaves.
quick_run_background --rounds 5000 --quiet --out killed.json
run=$!
until [ "$(wc -l <killed.json.journal)" -ge 4 ]; do sleep 0.1; done 2>/dev/null
kill -9 "$run"
wait "$run" 2>/dev/null
schema=$root/docs/results.schema.json
"$python" "$here/validate.py" "$schema" complete.json small.json failed.json merged.json imported.json killed.json.journal $(ls exact.json 2>/dev/null) ||
    fail "a file does not match the schema"
cat >strict.py <<'P'
"""Every member of every object is taken away in turn, and replaced by something of another type: the schema must notice."""
import json, sys
import jsonschema
schema = json.load(open(sys.argv[1]))
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
line_validator = jsonschema.Draft202012Validator({"$schema": schema["$schema"], "$ref": "#/$defs/journal_line", "$defs": schema["$defs"]})
seen, bad = set(), 0
ADDED = ("sha256_", "inner_loops_")  # what merge notes of a machine, under names of the result's own sides and workloads

def kind(path):
    """The path without numbers and names of events."""
    parts = ["*" if isinstance(p, int) or (i > 0 and path[i - 1] == "counters") else p for i, p in enumerate(path)]
    return "/".join(parts)

def check(document, container, key, path, judge):
    global bad
    value = container.pop(key)
    if judge.is_valid(document) and "*" not in kind(path).split("/")[-1]:
        print("%s may be missing" % kind(path)); bad = 1
    for other in (["x"], {"x": [1]}):
        if type(other) is type(value):
            continue
        container[key] = other
        if judge.is_valid(document) and not (key == "program" and other == ["x"]):  # a whole program's words
            print("%s may be %r instead of %r" % (kind(path), other, str(value)[:40])); bad = 1
    container[key] = value

def walk(document, at, path, judge):
    if isinstance(at, dict):
        for key in list(at):
            own = path + [key]
            if kind(own) not in seen and not (path[-1:] == ["machine"] and key.startswith(ADDED)):
                seen.add(kind(own))
                check(document, at, key, own, judge)
            walk(document, at[key], own, judge)
    elif isinstance(at, list):
        for i, item in enumerate(at):
            walk(document, item, path + [i], judge)

for name in sys.argv[2:]:
    if name.endswith(".journal"):
        line = json.loads(open(name).readlines()[1])
        walk(line, line, ["journal"], line_validator)
        continue
    result = json.load(open(name))
    del result["workloads"][1:]
    result["workloads"][0]["blocks"] = result["workloads"][0]["blocks"][:1]
    for analysis in result["analysis"]:
        del analysis["workloads"][1:]
    walk(result, result, [], validator)
broken = json.load(open(sys.argv[2]))
broken["workloads"][0]["blocks"][0]["sides"][0]["wall_ns"][0] = -1
bad |= validator.is_valid(broken)
print("%d kinds of fields" % len(seen))
sys.exit(bad)
P
"$python" strict.py "$schema" complete.json $(ls exact.json 2>/dev/null) merged.json killed.json.journal >strict.out || { cat strict.out; fail "the schema is too loose"; }
cat strict.out
