# Every kind of result file validates against docs/results.schema.json.
. "$(dirname "$0")/lib.sh"
"$python" -c 'import jsonschema' 2>/dev/null || { echo "python3-jsonschema is not installed"; exit 77; }
expect_status 0 quick_run --rounds 8 --values 2 --quiet --out complete.json
expect_status 0 quick_run --rounds 1 --values 2 --events none --quiet --out small.json
expect_status 0 quick_run --a "a=$python $here/fake_interpreter.py good 0" --b "b=$python $here/fake_interpreter.py crash 2" \
    --rounds 4 --out failed.json
cat >validate.py <<'P'
import json, sys
import jsonschema
schema = json.load(open(sys.argv[1]))
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
bad = 0
for name in sys.argv[2:]:
    for error in validator.iter_errors(json.load(open(name))):
        print(name, list(error.absolute_path), error.message[:300])
        bad = 1
broken = json.load(open(sys.argv[2]))
broken["workloads"][0]["blocks"][0]["sides"][0]["wall_ns"][0] = -1
bad |= validator.is_valid(broken)
sys.exit(bad)
P
"$python" validate.py "$root/docs/results.schema.json" complete.json small.json failed.json || fail "a file does not match the schema"
