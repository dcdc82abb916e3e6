# A result of ten million values loads and compares in seconds, in memory that is little more than the values themselves.
. "$(dirname "$0")/lib.sh"
ldd "$FRAMEBENCH" | grep -q asan && { echo "framebench is an asan build"; exit 77; }
values=${LARGE:-10000000}
expect_status 0 quick_run --workloads fib --rounds 1 --values 2 --events none --quiet --out small.json
"$python" "$here/large_result.py" small.json "$values" large.json || fail "no large file"
start=$(date +%s%N)
# 16 bytes a value, and 100 MB for everything else: the JSON tree alone would take 32 a value and 8 for its place.
(ulimit -v $((100000 + values * 16 / 1024)); "$FRAMEBENCH" compare --format json large.json >out 2>err) || fail "large.json"
took_ms=$((($(date +%s%N) - start) / 1000000))
expect_json out 'assert [w["n_blocks"] for w in r["workloads"]] == [50] * 10'
[ "$took_ms" -lt $((20000 + values / 250)) ] || fail "$values values took $took_ms ms"
echo "$values values, $(($(stat -c %s large.json) / 1000000)) MB: read and compared in $took_ms ms"
