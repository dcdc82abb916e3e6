# history: runs in the order of time, and a picture where gnuplot is installed.
. "$(dirname "$0")/lib.sh"
expect_status 0 quick_run --rounds 6 --values 2 --quiet --workloads fib --out new.json
sed -E 's/"created": *"[0-9-]{10}/"created": "2001-02-03/' new.json >old.json
expect_status 0 "$FRAMEBENCH" history new.json old.json --out pictures
[ "$(sed -n 2p out | cut -c1-10)" = 2001-02-03 ] || fail "the oldest is not first"
expect_in out "b/a"
"$python" -c 'import sys; sys.exit(any(len(line) > 81 for line in open("out", encoding="utf-8")))' || fail "a line is wider than 80"
expect_file pictures/history-over-time.gp
expect_file pictures/history-over-time.tsv
! command -v gnuplot >/dev/null || expect_file pictures/history-over-time.svg
expect_status 2 "$FRAMEBENCH" history new.json missing.json
