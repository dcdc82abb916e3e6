# Shared by the test_*.sh: a work folder with two tiny workloads, and a few assertions. Sourced, not run.
# Every result file in the folder is held against the schema when the test ends well.
set -u
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'finish $?' EXIT
# Whatever a test wrote must match the schema (where python3-jsonschema is installed; test_schema.sh says when it is not).
finish() {
    local status=$1 problem=
    if [ "$status" -eq 0 ]; then
        problem=$("$python" "$here/validate.py" "$root/docs/results.schema.json" "$work")
        [ $? -ne 1 ] || { echo "$problem"; status=1; }
    fi
    cd / && rm -rf "$work"
    exit "$status"
}
cd "$work" || exit 2
# The interpreter itself: a wrapper that execs it would not show what the harness hands over.
python=$(python3 -c 'import sys; print(sys.executable)') || { echo "python3 is not installed"; exit 77; }

fail() {
    echo "FAIL: $*"
    [ -f out ] && sed 's/^/  out: /' out
    [ -f err ] && sed 's/^/  err: /' err
    exit 1
}

# Runs a command, keeps its output in out and err, and wants this exit status.
expect_status() {
    local wanted=$1
    shift
    "$@" >out 2>err
    local got=$?
    [ "$got" -eq "$wanted" ] || fail "exit status $got, expected $wanted: $*"
}

expect_in() { grep -qF -- "$2" "$1" || fail "'$2' is not in $1"; }
expect_not_in() { ! grep -qF -- "$2" "$1" || fail "'$2' is in $1"; }
expect_file() { [ -s "$1" ] || fail "$1 is missing or empty"; }

# A Python check of result file $1; the result is `r`.
expect_json() {
    "$python" -c "import json,sys; r=json.load(open(sys.argv[1])); exec(sys.argv[2])" "$1" "$2" || fail "check of $1: $2"
}

no_process_left() {
    sleep 0.2
    ! pgrep -f "$work" >/dev/null || fail "processes are left: $(pgrep -af "$work")"
}

mkdir w
cat >w/fib.py <<'P'
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def run(n):
    return fib(n)
P
cat >w/loop.py <<'P'
def run(n):
    total = 0
    for i in range(n):
        total += i * i
    return total
P
cat >w/manifest.json <<'P'
{"version": 1, "workloads": [
  {"name": "fib", "file": "fib.py", "stresses": "calls", "tags": ["call-heavy"], "n": 10, "checksum": "55"},
  {"name": "loop", "file": "loop.py", "stresses": "nothing", "tags": [], "n": 200, "checksum": "2646700", "control": true}
]}
P

# framebench run on the tiny workloads, quick; further options follow.
quick_run() {
    exec_in_place= quick_run_command "$@"
}

# The same in the background; its process is $!, because nothing stands between.
quick_run_background() {
    (exec_in_place=exec quick_run_command "$@" >out 2>err) &
}

quick_run_command() {
    $exec_in_place nice "$FRAMEBENCH" run --runner "$root/harness/runner.py" --manifest w/manifest.json --value-ms 1 --values 4 \
        --a "a=$python" --b "b=$python" "$@"
}
