# The forest plot: pictures, script and data; drawn again from the script alone; hostile names; no gnuplot.
. "$(dirname "$0")/lib.sh"
expect_status 0 quick_run --rounds 6 --values 2 --quiet --out r.json
[ "$(cat out)" = "result: r.json" ] || fail "--quiet says more than the file"
PATH=/nonexistent "$FRAMEBENCH" plot r.json --out bare >out 2>err || fail "plot fails without gnuplot"
expect_in err "gnuplot is not installed"
expect_file bare/r-forest.gp
expect_file bare/r-forest.tsv
command -v gnuplot >/dev/null || { echo "gnuplot is not installed"; exit 77; }
expect_status 0 "$FRAMEBENCH" plot r.json --out pictures/deep
[ -s err ] && fail "gnuplot complained"
for picture in forest ridges ecdf progression counters noise; do
    for end in .svg .png -dark.svg -dark.png .gp .tsv; do expect_file pictures/deep/r-$picture$end; done
done
expect_in out "pictures/deep/r-forest.svg"
expect_in pictures/deep/r-forest.svg "geometric mean"
(cd pictures/deep && rm r-forest.svg && gnuplot r-forest.gp) || fail "the kept script does not draw"
expect_file pictures/deep/r-forest.svg
rm pictures/deep/r-forest.svg
gnuplot pictures/deep/r-forest.gp || fail "the kept script does not draw from another folder"
expect_file pictures/deep/r-forest.svg
cp -r pictures/deep "else where" && rm "else where/r-ridges.svg"
gnuplot "else where/r-ridges.gp" || fail "the kept script does not draw from where it was moved"
expect_file "else where/r-ridges.svg"
"$python" - <<'P'
import json
r = json.load(open("r.json"))
r["sides"][0]["name"] = "it's `touch owned` \"q\" $(touch owned) \\ @x"
r["workloads"][0]["name"] = "w'`touch owned`\"{/*2 x}_y^z\t\n"
json.dump(r, open("hostile'`touch owned`.json", "w"))
P
expect_status 0 "$FRAMEBENCH" plot "hostile'\`touch owned\`.json" --out hostile
[ -s err ] && fail "gnuplot complained about names"
[ -z "$(find . -name owned)" ] || fail "a name was executed"
[ -z "$(ls hostile | LC_ALL=C tr -d 'A-Za-z0-9._\n-')" ] || fail "names of files: $(ls hostile)"
# Whatever a result holds: no complaint of gnuplot, no command run, every file well-formed.
while IFS='|' read -r kind only; do
    name=${kind// /-}
    "$python" "$here/make_result.py" "$name.json" $kind || fail "make_result.py $kind"
    expect_status 0 "$FRAMEBENCH" plot "$name.json" --out "kinds" ${only:+--only $only}
    [ -z "$only" ] && [ -s err ] && fail "gnuplot complained about $kind"
    ! grep -q -i -e warning -e '\.gp' err || fail "gnuplot complained about $kind"
done <<'KINDS'
plain|
hostile|
hostile failed|
one|
extreme|
failed|
bare|
few|forest,ridges,ecdf,noise
many|forest,ecdf,explain,counters
ladder|ladder,explain
sweep|sweep
layouts|layouts,forest
KINDS
for picture in plain-explain ladder-lazy-ladder sweep-sweep layouts-layouts; do expect_file kinds/$picture.svg; done
expect_in kinds/sweep-sweep.svg "crossover at "
expect_status 0 "$FRAMEBENCH" plot failed.json --out kinds --verbose
expect_in err "no picture forest: no workload was measured"
[ -z "$(find . -name owned)" ] || fail "a name was executed"
"$python" - <<'P' || fail "an SVG is not well-formed"
import glob
import xml.dom.minidom
for path in glob.glob("kinds/*.svg"):
    text = open(path, encoding="utf-8").read()
    document = xml.dom.minidom.parseString(text.encode())
    names = {node.tagName for node in document.getElementsByTagName("*")}
    assert not names & {"script", "img", "image", "foreignObject"}, (path, names)
P
for kind in plain hostile one extreme failed; do
    expect_status 0 "$FRAMEBENCH" plot $kind.json --terminal
    ! LC_ALL=C grep -q $'[\x01-\x08\x0b-\x1f\x7f]' out || fail "a control character in the terminal: $kind"
    "$python" -c 'import sys; sys.exit(any(len(line) > 81 for line in open("out", encoding="utf-8").readlines()[1:]))' ||
        fail "wider than 80 columns: $kind"
done
expect_status 0 "$FRAMEBENCH" plot plain.json --terminal --color always
grep -q $'\x1b\[34m' out || fail "--color always gives no colours"
expect_status 0 env NO_COLOR=1 "$FRAMEBENCH" plot plain.json --terminal
! grep -q $'\x1b' out || fail "colours in spite of NO_COLOR"
expect_status 2 "$FRAMEBENCH" plot r.json --only nonsense
expect_in err "there are forest, ridges"
expect_status 2 "$FRAMEBENCH" plot nothere.json
