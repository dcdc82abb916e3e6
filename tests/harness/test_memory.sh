# Under Valgrind: no leak, no invalid access, no descriptor left, in a run, a comparison and a plot.
. "$(dirname "$0")/lib.sh"
command -v valgrind >/dev/null || { echo "valgrind is not installed"; exit 77; }
ldd "$FRAMEBENCH" | grep -q asan && { echo "framebench is an asan build"; exit 77; }
check="valgrind -q --error-exitcode=9 --leak-check=full --track-fds=yes --child-silent-after-fork=yes"
expect_status 0 $check "$FRAMEBENCH" run --runner "$root/harness/runner.py" --manifest w/manifest.json --value-ms 1 --values 2 \
    --a "a=$python" --b "b=$python" --rounds 6 --out r.json
expect_not_in err "definitely lost"
expect_status 0 $check "$FRAMEBENCH" compare r.json
expect_not_in err "definitely lost"
expect_status 2 $check "$FRAMEBENCH" compare w/manifest.json
expect_not_in err "definitely lost"
expect_status 0 $check "$FRAMEBENCH" plot r.json
expect_status 2 $check "$FRAMEBENCH" run --a nonsense
expect_not_in err "definitely lost"
