# A workload that raises on one side fails alone; a workload that cannot even be loaded does, too.
. "$(dirname "$0")/lib.sh"
echo 'def run(n): raise KeyError("nothing\nhere")' >w/raises.py
echo 'this is no Python' >w/syntax.py
cat >w/manifest.json <<'P'
{"version": 1, "workloads": [
  {"name": "raises", "file": "raises.py", "n": 1, "checksum": "1"},
  {"name": "fib", "file": "fib.py", "n": 10, "checksum": "55"},
  {"name": "syntax", "file": "syntax.py", "n": 1, "checksum": "1"},
  {"name": "wrong", "file": "fib.py", "n": 10, "checksum": "56"}
]}
P
expect_status 0 quick_run --rounds 6 --values 2 --out r.json
expect_json r.json '
w = {w["name"]: w for w in r["workloads"]}
assert w["fib"]["status"] == "ok" and len(w["fib"]["blocks"]) == 6
assert w["raises"]["status"] == "failed" and "KeyError" in w["raises"]["error"]
assert "SyntaxError" in w["syntax"]["error"]
assert "wrong checksum" in w["wrong"]["error"] and "56" in w["wrong"]["error"]
'
expect_in out "left out of the mean"
# None at all: failure, and nothing is written.
expect_status 2 quick_run --workloads raises,syntax --rounds 6 --out none.json
expect_in err "no workload runs"
[ ! -e none.json ] && [ ! -e none.json.journal ] || fail "a file was written for nothing"
