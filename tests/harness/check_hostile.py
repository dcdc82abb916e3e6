#!/usr/bin/env python3
"""check_hostile.py RESULT.json FOLDER: in all that framebench made of a hostile result, names are text; prints what is wrong."""
import csv
import glob
import html
import json
import os
import re
import sys
import xml.dom.minidom

result, folder = json.load(open(sys.argv[1])), sys.argv[2]
names = [w["name"] for w in result["workloads"]]
problems = []


def check(condition, what):
    if not condition:
        problems.append(what)


def read(name):
    return open(os.path.join(folder, name), encoding="utf-8", newline="").read()


def shown(name):
    """What a name looks like where it is read from the file."""
    text = re.sub(r"[\n\r\t]", " ", name)
    text = re.sub("[\0-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", "?", text)
    return re.sub(r"(^| )(:(?=:)|#(?=#\[))", r"\1?", text)


for path in glob.glob(os.path.join(folder, "**"), recursive=True):
    if os.path.isdir(path) or path.endswith((".png", ".json")):
        continue
    check(re.fullmatch(r"[A-Za-z0-9._-]+", os.path.basename(path)), "a file is called %r" % path)
    text = open(path, encoding="utf-8", newline="").read()
    allowed = "\t\n\r" if path.endswith((".csv", ".svg")) else "\t\n"
    bad = {c for c in re.findall("[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text) if c not in allowed}
    check(not bad, "%s: control characters %r" % (path, bad))

for name in ("compare.table", "all-metrics.txt", "gate.txt", "history.txt", "terminal.txt"):
    for line in read(name).splitlines():
        check(not re.match(r"\s*(::|##\[)", line) or re.match(r"::(error|warning) file=h\.json,title=[^:,]*::", line),
              "%s: a log obeys %r" % (name, line[:60]))
check(len(re.findall("(?m)^::", read("gate.txt"))) <= len(names) + 1, "more annotations than workloads")

rows = list(csv.reader(open(os.path.join(folder, "compare.csv"), encoding="utf-8", newline="")))
check(len({len(row) for row in rows}) == 1, "compare.csv: rows of different lengths")
for name in names:
    check(any(shown(name) in row for row in rows), "compare.csv: %r is not there" % name[:40])
rows = list(csv.reader(open(os.path.join(folder, "export.csv"), encoding="utf-8", newline="")))
check(len({len(row) for row in rows}) == 1, "export.csv: rows of different lengths")

for name in ("compare.markdown", "h.md"):
    table = [line for line in read(name).splitlines() if line.startswith("|")]
    check(len(table) >= len(names), "%s: rows are missing" % name)
    for line in table:
        check(line.count("|") in {part.count("|") for part in table if part.startswith("|---|")}, "%s: cells of %r" % (name, line[:60]))
    text = re.sub(r"(?ms)^(`{3,})\n.*?^\1$", "", read(name))
    check(not re.search(r"<(?!/?(details|summary)>)", text) and "touch owned`" not in text, "%s: markup" % name)
    for word in names:
        check(shown(word) in html.unescape(text), "%s: %r is not there" % (name, word[:40]))

cells = [line for line in read("compare.asciidoc").splitlines() if line.startswith("|") and line != "|==="]
for line in cells:
    check(line.count("|") == cells[0].count("|") and not re.search(r"[{`<]", line), "compare.asciidoc: %r" % line[:60])
check(all(name in html.unescape(read("h.html")) for name in map(shown, names)), "h.html: a name is missing")
for path in glob.glob(os.path.join(folder, "*.xml")) + glob.glob(os.path.join(folder, "pictures", "*.svg")):
    document = xml.dom.minidom.parse(path)
    tags = {node.tagName for node in document.getElementsByTagName("*")}
    check(not tags & {"script", "img", "image", "foreignObject"}, "%s: elements %s" % (path, tags))
    if path.endswith(".xml"):
        cases = {node.getAttribute("name") for node in document.getElementsByTagName("testcase")}
        check({shown(name) for name in names} <= cases, "%s: names" % path)
    elif "forest" in path:
        text = "".join(node.data for tag in document.getElementsByTagName("text") for node in tag.childNodes)
        check("]]\u203a</svg><img src=x" in text, "%s: the end of a section" % path)
        for name in ("it's `touch owned`", "$(touch owned)", "{/*2 x}_y^z", "<script>alert(1)</script>", "&lt;&amp;"):
            check(name in text, "%s: %r is not there as text" % (path, name))
for path in ["compare.json", "export.hyperfine", "merged.json"] + glob.glob(os.path.join(folder, "made", "*")):
    json.loads(open(path).read() if os.path.isabs(path) or os.path.exists(path) else read(path))

print("\n".join(problems[:20]))
sys.exit(1 if problems else 0)
