# Files, names and folders of strangers: no link is followed where something is written, no word of a path, a manifest or a result file
# reaches a shell, and a run of another user's is not gone on with.
. "$(dirname "$0")/lib.sh"
"$python" "$here/make_result.py" h.json hostile few || fail "make_result.py"

# Links where the outputs will be: what they point to stays as it is.
mkdir o
echo precious >precious
for name in h.html h.md out.csv r.json; do ln -s ../precious o/$name; done
PATH=/nonexistent expect_status 0 "$FRAMEBENCH" report h.json --out o
PATH=/nonexistent expect_status 0 "$FRAMEBENCH" report --markdown h.json --out o
expect_status 0 "$FRAMEBENCH" export --to csv h.json --force --out o/out.csv
expect_status 0 quick_run --rounds 1 --quiet --force --out o/r.json
for name in h.html h.md out.csv r.json; do
    [ ! -L o/$name ] && [ -s o/$name ] || fail "o/$name is a link, or empty"
done
[ "$(cat precious)" = precious ] || fail "a link was followed"
[ -z "$(find . -name '*.tmp')" ] || fail "a temporary file was left"

# A link in the place of a journal is an earlier run, not a place to write to; nor is it gone on with.
ln -s ../precious o/j.json.journal
expect_status 2 quick_run --rounds 1 --quiet --out o/j.json
expect_status 2 "$FRAMEBENCH" run --resume o/j.json.journal
[ "$(cat precious)" = precious ] || fail "a link was followed"

# Still written in place: what is no file.
mkfifo pipe
cat pipe >got &
expect_status 0 "$FRAMEBENCH" export --to csv h.json --force --out pipe
wait $!
cmp -s got o/out.csv || fail "a pipe got something else"

# Words of paths, manifests and workloads are words.
odd="it's \$(touch owned) \`touch owned\`; touch owned"
mkdir "$odd" "$odd/bin"
cp w/fib.py "$odd/fib.py"
cp w/fib.py "w/f;touch owned.py"
printf '#!/bin/sh\necho none\n' >"$odd/bin/valgrind"
chmod +x "$odd/bin/valgrind"
# manifest NAME FILE
manifest() {
    printf '{"version": 1, "workloads": [{"name": "%s", "file": "%s", "stresses": "`touch owned`", "tags": ["; touch owned"], "n": 10, "checksum": "55"}]}' "$1" "$2" >w/odd.json
}
for name in '$(touch owned)' '../../up' 'a/b' '`touch owned`'; do
    manifest "$name" fib.py
    expect_status 2 quick_run --manifest w/odd.json --rounds 1 --quiet --out never.json
    expect_in err 'use letters, digits and ._+- only'
done
(PATH="$work/$odd/bin:$PATH" && expect_status 2 quick_run --rounds 1 --counters valgrind --quiet --out v.json && expect_in err "reinstall valgrind") || exit 1
manifest odd "f;touch owned.py"
expect_status 0 quick_run --manifest w/odd.json --rounds 1 --quiet --out "$odd/r.json"
expect_json "$odd/r.json" 'assert r["state"] == "complete" and r["workloads"][0]["file"].endswith("f;touch owned.py")'
PATH=/nonexistent expect_status 0 "$FRAMEBENCH" report "$odd/r.json" --out made
expect_status 0 "$FRAMEBENCH" plot "$odd/r.json" --out made/deep
[ -z "$(find . -name 'owned*')" ] || fail "a word was executed"

# Going on with a run executes what its file names: one's own only. The programs named by any other file are only words.
"$python" - <<'P'
import json
r = json.load(open("o/r.json"))
r["state"] = "interrupted"
for side in r["sides"]:
    side.update(command=["/bin/sh", "-c", "touch owned"], program="/bin/sh", executable={"unavailable": "made for a test"}, sha256={"unavailable": "made for a test"})
json.dump(r, open("s.json", "w"))
P
for command in compare gate history "plot --terminal" "export --to csv" "report --out made" "compare --all-metrics"; do "$FRAMEBENCH" $command s.json >out 2>err; done
[ -z "$(find . -name 'owned*')" ] || fail "a side's command was executed"
if [ "$(id -u)" -eq 0 ]; then
    chown 65534 s.json
    expect_status 2 "$FRAMEBENCH" run --resume s.json
    expect_in err "belongs to another user"
    [ -z "$(find . -name 'owned*')" ] || fail "another user's command was executed"
fi
