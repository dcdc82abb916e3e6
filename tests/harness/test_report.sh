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
expect_in pages/plain.md "=frameobjs&#95;made"
expect_in pages/plain.md "Remedy: sudo cpupower"
for page in pages/plain.html pages/plain.md; do
    for part in "lazy is 11" " faster, 2 slower, 1 failed" "FrameObjects instead of" "Measured on 2026-11-25" "governor" \
        "not in the geometric mean" "no change detected" "--seed 4181457108502189541" 0123456789ab "build id "; do expect_in "$page" "$part"; done
done
for page in pages/hostile*.md; do
    sed '/^```/,/^```/d' "$page" >text
    for word in "<script" "<img" "onerror=alert(1)>" "[e](f)" '`touch owned`' "<!--"; do expect_not_in text "$word"; done
done
expect_status 2 "$FRAMEBENCH" report nothere.json
PATH=/nonexistent "$FRAMEBENCH" report plain.json --out bare >out 2>err || fail "report fails without gnuplot"
expect_in err "gnuplot is not installed"
expect_in bare/plain.html "gnuplot is not installed"
"$python" "$here/check_html.py" bare/plain.html >out || fail "HTML without pictures"

# By the rules of HTML, in two opinions: HTML Tidy's, and the Nu checker's where VNU names its jar (npm package vnu-jar).
if command -v tidy >/dev/null; then
    for page in pages/*.html; do
        sed 's/base64,[A-Za-z0-9+\/=]*/base64,AA==/g' "$page" | tidy -errors -quiet --show-info no >out 2>&1
        [ ! -s out ] || fail "tidy on $page"
    done
else
    echo "(no tidy: tools/install-deps --tests)"
fi
if [ -n "${VNU:-}" ]; then
    java -Xss16m -jar "$VNU" --errors-only pages/*.html >out 2>&1 || fail "the Nu checker"
fi

# In a browser: no error on the console, nothing wider than the window at a phone's width and at a wide one; columns sort by
# buttons that the keyboard reaches; without its script nothing is missing; it prints.
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) ||
    { echo "(no chromium: the page was not looked at in a browser; tools/install-deps --tests)"; exit 0; }
browse() {
    timeout 90 "$browser" --headless --no-sandbox --disable-gpu --user-data-dir="$work/profile" --enable-logging=stderr \
        --window-size=1700,1000 --virtual-time-budget=3000 --dump-dom "$@" 2>log
}
# A window of the browser is never narrower than 500 pixels; a frame is.
frame() {
    echo '<!DOCTYPE html><title>waiting</title><script>addEventListener("message",function(e){document.title=e.data})</script>' \
        "<iframe src=probe.html style='border:0;width:$1px;height:900px'></iframe>"
}
cat >probe.js <<'J'
addEventListener("load", function () {
  var page = document.documentElement, found = {};
  found.wide = page.scrollWidth <= innerWidth ? "no" : page.scrollWidth;
  found.window = innerWidth;
  found.images = Array.from(document.images).filter(function (i) { return i.naturalWidth > 0 }).length;
  var button = document.querySelector("table.sortable th button"), table = button && button.closest("table");
  if (table && table.tBodies[0].rows.length > 1) {
    function first() { return table.tBodies[0].rows[0].cells[0].textContent }
    var names = Array.from(table.tBodies[0].rows).map(function (r) { return r.cells[0].textContent }).sort();
    button.focus();
    found.focus = document.activeElement === button ? "yes" : "no";
    button.click();
    found.down = first() === names[names.length - 1] ? button.parentNode.getAttribute("aria-sort") : first();
    button.click();
    found.up = first() === names[0] ? button.parentNode.getAttribute("aria-sort") : first();
  }
  var text = "found " + Object.keys(found).map(function (k) { return k + "=" + found[k] }).join(" ");
  parent.postMessage(text, "*");
});
J
for name in plain hostile ladder failed; do
    "$python" - "$name" <<'P'
import sys
page = open("pages/%s.html" % sys.argv[1], encoding="utf-8").read()
open("probe.html", "w", encoding="utf-8").write(page.replace("</body>", "<script>" + open("probe.js").read() + "</script></body>"))
P
    for width in 400 1600; do
        frame $width >frame.html
        browse "file://$work/frame.html" >dom
        title=$(grep -o '<title>found [^<]*' dom) || fail "no answer of the browser for $name at $width: $(tail -3 log)"
        case "$title" in *"wide=no window=$width "*) ;; *) fail "$name at $width: $title" ;; esac
        case "$name $title" in
        failed*) ;;
        *"images=0"* | *"images=1 "* | *"images=2 "*) fail "$name: pictures do not load: $title" ;;
        *"focus=yes down=descending up=ascending"*) ;;
        *) fail "$name: the table does not sort: $title" ;;
        esac
        ! grep -q 'CONSOLE' log || fail "$name: $(grep CONSOLE log)"
    done
done
# A page without its script has all but the buttons, because they are the script's.
sed '/<script>/,/<\/script>/d' pages/plain.html >bare.html
expect_in bare.html '<th scope="col">speedup</th>'
expect_in bare.html "FrameObjects instead of"
expect_not_in pages/plain.html "<button"
expect_not_in pages/plain.html "hidden"
# And it prints.
timeout 90 "$browser" --headless --no-sandbox --disable-gpu --user-data-dir="$work/profile" \
    --print-to-pdf=page.pdf "file://$work/pages/plain.html" >log 2>&1
[ "$(head -c 5 page.pdf)" = "%PDF-" ] || fail "it does not print: $(tail -3 log)"
# Doing it again: the words of the command line as they were given, and the seed that was drawn.
expect_status 0 "$FRAMEBENCH" run --runner "$root/harness/runner.py" --manifest w/manifest.json --workloads fib --rounds 1 --values 2 \
    --value-ms 1 --events none --quiet --a "a=$python" --b "b=$python -B" --out again.json
expect_status 0 "$FRAMEBENCH" report --markdown again.json --out again
expect_in again/again.md "framebench run --runner"
expect_in again/again.md "--workloads fib --rounds 1"
expect_in again/again.md "'b=$python -B' --out again.json --seed "
