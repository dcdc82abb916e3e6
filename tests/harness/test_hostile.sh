# A result file from anybody: whatever its names say, every output shows them as text. No command runs, no control character
# reaches a terminal, tables keep their columns, XML and JSON stay well-formed, no name makes a line that a log obeys.
. "$(dirname "$0")/lib.sh"
"$python" "$here/make_result.py" h.json hostile || fail "make_result.py"
mkdir o
for format in table markdown csv json asciidoc; do
    expect_status 0 "$FRAMEBENCH" compare --format $format h.json
    mv out o/compare.$format
done
expect_status 0 "$FRAMEBENCH" compare --all-metrics --color never h.json
mv out o/all-metrics.txt
expect_status 1 "$FRAMEBENCH" gate h.json --github --junit o/junit.xml
mv out o/gate.txt
mkdir o/made
for format in pyperf google-benchmark; do expect_status 0 "$FRAMEBENCH" export --to $format h.json --out o/made; done
for format in hyperfine benchstat csv; do expect_status 0 "$FRAMEBENCH" export --to $format h.json --out o/export.$format; done
expect_status 0 "$FRAMEBENCH" history h.json
mv out o/history.txt
sed 's/"created": "2026-11-25/"created": "2026-11-24/' h.json >other.json
expect_status 0 "$FRAMEBENCH" merge h.json other.json --out o/merged.json
expect_status 0 "$FRAMEBENCH" plot --terminal h.json
mv out o/terminal.txt
PATH=/nonexistent expect_status 0 "$FRAMEBENCH" report h.json --out o
PATH=/nonexistent expect_status 0 "$FRAMEBENCH" report --markdown h.json --out o
if command -v gnuplot >/dev/null; then
    expect_status 0 "$FRAMEBENCH" plot h.json --only forest,counters --out o/pictures
    [ -s err ] && fail "gnuplot complained"
    (mkdir moved && cp o/pictures/*.gp o/pictures/*.tsv moved && cd moved && gnuplot h-forest.gp 2>&1 | grep . && fail "the moved script complains")
    expect_file moved/h-forest.svg
fi
[ -z "$(find . -name 'owned*')" ] || fail "a name was executed"
"$python" "$here/check_html.py" o/h.html || fail "HTML"
"$python" "$here/check_hostile.py" h.json o || fail "an output obeys a name"
command -v gnuplot >/dev/null || echo "(no gnuplot: no picture was drawn)"
