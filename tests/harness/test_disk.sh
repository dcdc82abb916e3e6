# No room, no permission, no folder: refused before the first run, or survived with what was measured by then.
. "$(dirname "$0")/lib.sh"
# A file that may not grow beyond 40 kB stands for a full disk: the journal keeps whole blocks, the message says what to do.
(ulimit -f 40; quick_run --rounds 400 --values 20 --out full.json >out 2>err; echo $? >status)
[ "$(cat status)" -eq 2 ] || fail "exit status $(cat status)"
expect_in err "full.json.journal: File too large; make room there and go on with --resume"
[ ! -e full.json ] && ! ls full.json.*.tmp >/dev/null 2>&1 || fail "half a result was left"
expect_status 0 "$FRAMEBENCH" compare --format json full.json.journal
blocks=$("$python" -c 'import json; print(sum(w["n_blocks"] for w in json.load(open("out"))["workloads"]))')
[ "$blocks" -gt 2 ] && [ "$blocks" -eq $(($(wc -l <full.json.journal) - 1)) ] || fail "$blocks blocks in $(wc -l <full.json.journal) lines"
expect_status 0 "$FRAMEBENCH" run --resume full.json.journal --rounds $((blocks / 2 + 2)) --quiet
expect_json full.json 'assert r["state"] == "complete"'

# Not even room for the head of the journal: nothing is left.
(ulimit -f 1; quick_run --rounds 4 --out tiny.json >out 2>err; echo $? >status)
[ "$(cat status)" -eq 2 ] || fail "exit status $(cat status)"
[ ! -e tiny.json ] && [ ! -e tiny.json.journal ] || fail "something was left"

# The same on a real file system without room, where there is one to be had.
if [ "$(id -u)" -eq 0 ] && mkdir small && mount -t tmpfs -o size=64k none small 2>/dev/null; then
    quick_run --rounds 400 --values 20 --out small/full.json >out 2>err
    status=$?
    expect_status 0 "$FRAMEBENCH" compare small/full.json.journal
    left=$(ls small)
    umount small
    [ $status -eq 2 ] && [ "$left" = full.json.journal ] || fail "on a full tmpfs: status $status, left $left"
fi

# A folder that may not be written (root may always, so another user tries; a shell between, which has lost root's rights).
mkdir closed && chmod 555 closed && chmod 755 . w
as=
if [ "$(id -u)" -eq 0 ] && command -v setpriv >/dev/null; then as="setpriv --reuid=65534 --regid=65534 --clear-groups"; fi
for other in "$python" /usr/bin/python3; do
    $as sh -c 'test -x "$0" && test -x "$1"' "$FRAMEBENCH" "$other" || continue
    expect_status 2 $as sh -c 'exec "$@"' sh "$FRAMEBENCH" run --a "a=$other" --b "b=$other" --runner "$root/harness/runner.py" \
        --manifest w/manifest.json --rounds 2 --out closed/r.json
    expect_in err "folder closed: Permission denied; choose another place"
    expect_not_in err "calibrating"
    break
done
no_process_left
