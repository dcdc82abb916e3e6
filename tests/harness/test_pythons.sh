# Any interpreters: every CPython there is, each against 3.11, on the project's own workloads; one that cannot run a workload is
# reported for it, and the others go on.
. "$(dirname "$0")/lib.sh"
find_python() {
    for candidate in "$(command -v "python$1")" "$HOME"/.pyenv/versions/"$1".*/bin/python3 /usr/bin/python"$1"; do
        [ -x "$candidate" ] && "$candidate" -c "import sys; sys.exit(sys.version_info[:2] != ($(echo "$1" | tr . ,)))" 2>/dev/null &&
            { "$candidate" -c 'import sys; print(sys.executable)'; return; }
    done
}
baseline=$(find_python 3.11)
[ -n "$baseline" ] || { echo "there is no python3.11"; exit 77; }
sides=("--side" "cpython3.11=$baseline") names="3.11" missing=
for version in 3.8 3.9 3.10 3.12 3.13 3.14; do
    found=$(find_python $version)
    if [ -n "$found" ]; then
        sides+=("--side" "cpython$version=$found")
        names="$names $version"
    else
        missing="$missing $version"
    fi
done
[ ${#sides[@]} -gt 2 ] || sides+=("--side" "cpython3.11-again=$baseline")
# A workload that needs what came with 3.10: older ones are left out of it.
cat >matches.py <<'P'
def run(n):
    match n:
        case 3:
            return "three"
    return "other"
P
expect_status 0 nice "$FRAMEBENCH" run "${sides[@]}" --workloads fib,closures,generators,exceptions --workload matches.py --n 3 \
    --value-ms 2 --values 2 --rounds 2 --events none --out r.json
expect_json r.json '
w = {w["name"]: w for w in r["workloads"]}
assert len(w) == 5
versions = [".".join(s["version"].split()[0].split(".")[:2]) for s in r["sides"]]
names = [s["name"].replace("cpython", "").replace("-again", "") for s in r["sides"]]
assert versions == names, (versions, names)
assert len({s["sha256"] for s in r["sides"]}) == len(set(names))
assert len(r["analysis"]) == len(names) - 1
for name, x in w.items():
    for version, error, samples in zip(names, x["side_errors"], x["blocks"][0]["sides"]):
        too_old = name == "matches" and version in ("3.8", "3.9")
        assert (error is not None) == (samples is None) == too_old, (name, version, error)
        assert not too_old or "SyntaxError" in error
assert w["matches"]["checksum"] == "three"
'
no_process_left
echo "measured CPython $names${missing:+; not here:$missing}"
