# What cannot work is refused before the first run, with the field or file named and what to do.
. "$(dirname "$0")/lib.sh"
refused() {
    local words=$1
    shift
    expect_status 2 "$@"
    expect_in err "$words"
    expect_in err "framebench: "
}
echo '{"keep": "me"}' >there.json
refused "overwrite it with --force" quick_run --out there.json
expect_in there.json "keep"
refused "Not a directory" quick_run --out there.json/x/
refused "not found on PATH" quick_run --a "x=no-such-program-at-all"
refused "not a program" quick_run --a "x=./w/manifest.json"
refused "different names" quick_run --b "a=$python"
refused "there is no such workload; there are fib, loop" quick_run --workloads fob
refused "names none" quick_run --workloads ,
refused "cannot be found" quick_run --manifest nowhere.json
refused "check --runner" quick_run --runner nowhere.py
manifest() {
    echo "$1" >m.json
    refused "$2" quick_run --manifest m.json
    expect_in err "m.json"
}
manifest '{' 'line '
manifest '[]' 'one JSON object'
manifest '{"version": 2, "workloads": []}' '"version": must be 1'
manifest '{"version": 1, "workloads": []}' 'non-empty array'
manifest '{"version": 1, "workloads": [3]}' 'workloads[0]'
manifest '{"version": 1, "workloads": [{"name": "x"}]}' 'field "checksum"'
manifest '{"version": 1, "workloads": [{"name": "x y", "checksum": "1"}]}' 'field "name"'
manifest '{"version": 1, "workloads": [{"name": "x", "checksum": "1", "file": "gone.py", "n": 1}]}' 'gone.py cannot be read'
manifest '{"version": 1, "workloads": [{"name": "x", "checksum": "1", "file": "w/fib.py", "n": "1"}]}' 'field "n"'
manifest '{"version": 1, "workloads": [{"name": "x", "checksum": "1", "file": "w/fib.py", "n": 1, "tags": "t"}]}' 'field "tags"'
manifest '{"version": 1, "workloads": [{"name": "x", "checksum": "1", "file": "w/fib.py", "n": 1}, {"name": "x", "checksum": "1", "file": "w/fib.py", "n": 1}]}' 'the name is taken'
expect_status 0 quick_run --rounds 2 --values 2 --quiet --out there.json --force
expect_in there.json framebench-result
