# The report: valid and self-contained HTML, Markdown in which nothing is markup, hostile names, no gnuplot, a real browser.
. "$(dirname "$0")/lib.sh"
command -v gnuplot >/dev/null || { echo "gnuplot is not installed"; exit 77; }
# The four that a browser looks at have pictures; the others' pictures are test_plot's matter.
for kind in plain ladder hostile failed one few extreme many "hostile failed" bare layouts; do
    name=${kind// /-}
    "$python" "$here/make_result.py" "$name.json" $kind || fail "make_result.py $kind"
    case $kind in plain | ladder | hostile | failed) path=$PATH ;; *) path=/nonexistent ;; esac
    PATH=$path expect_status 0 "$FRAMEBENCH" report "$name.json" --out pages
    [ -s err ] && [ "$path" = "$PATH" ] && fail "a complaint about $kind"
    expect_in out "report: pages/$name.html"
done
for kind in plain hostile hostile-failed; do
    expect_status 0 "$FRAMEBENCH" report --markdown "$kind.json" --out pages
    [ -s err ] && fail "a complaint about $kind"
done
[ -z "$(find . -name owned)" ] || fail "a name was executed"
"$python" "$here/check_html.py" pages/*.html >out || fail "HTML"
expect_in pages/plain.html "lazy is 11"
expect_in pages/plain.html "FrameObjects instead of"
expect_in pages/plain.html "the hypervisor shows no PMU"
expect_in pages/plain.html "sudo cpupower frequency-set -g performance"
expect_in pages/plain.html "--seed 4181457108502189541"
expect_in pages/hostile.html "&lt;script&gt;alert(1)&lt;/script&gt;"
expect_in pages/failed.html "no workload was measured on both sides"
expect_in pages/plain.md "![Speedup with interval"
expect_in pages/plain.md "(plain-forest.png)"
for page in pages/hostile*.md; do
    sed '/^```/,/^```/d' "$page" >text
    for word in "<script" "<img" "onerror=alert(1)>" "[e](f)" '`touch owned`' "<!--"; do expect_not_in text "$word"; done
done
expect_status 2 "$FRAMEBENCH" report nothere.json
PATH=/nonexistent "$FRAMEBENCH" report plain.json --out bare >out 2>err || fail "report fails without gnuplot"
expect_in err "gnuplot is not installed"
expect_in bare/plain.html "gnuplot is not installed"
"$python" "$here/check_html.py" bare/plain.html >out || fail "HTML without pictures"

# In a browser: no error on the console, and nothing wider than the window, at a phone's width and at a wide one.
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) ||
    { echo "(no chromium: the page was not looked at in a browser; tools/install-deps --tests)"; exit 0; }
probe='<script>addEventListener("load",function(){var e=document.documentElement;document.title="wide "+e.scrollWidth+" of "+innerWidth+" images "+Array.from(document.images).filter(function(i){return i.naturalWidth>0}).length})</script></body>'
for name in plain hostile ladder failed; do
    "$python" - "$name" "$probe" <<'P'
import sys
page = open("pages/%s.html" % sys.argv[1], encoding="utf-8").read()
open("probe.html", "w", encoding="utf-8").write(page.replace("</body>", sys.argv[2]))
P
    for width in 400 1600; do
        timeout 60 "$browser" --headless --no-sandbox --disable-gpu --user-data-dir="$work/profile" --enable-logging=stderr \
            --window-size=$width,900 --virtual-time-budget=3000 --dump-dom "file://$work/probe.html" >dom 2>log
        title=$(grep -o '<title>wide [^<]*' dom) || fail "no answer of the browser for $name at $width: $(tail -3 log)"
        set -- $title
        [ "$2" -le "$4" ] || fail "$name at $width: $title"
        [ "$name" = failed ] || [ "$6" -gt 2 ] || fail "$name: pictures do not load: $title"
        ! grep -q 'CONSOLE' log || fail "$name: $(grep CONSOLE log)"
    done
done
