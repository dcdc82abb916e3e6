#!/usr/bin/env python3
"""check_html.py FILE…: strict checks of pages that framebench writes; prints what is wrong and exits with 1.

Every element is closed in order, ids are unique, links within the page have a target, images have alternative texts and are
in the page itself, headings skip no level, tables have captions or labels and headed cells, nothing comes from the network.
"""
import re
import sys
from html.parser import HTMLParser

VOID = {"meta", "link", "br", "img", "source", "input", "hr"}
KNOWN = VOID | set("html head title style body a header h1 h2 h3 p nav ul li main section div table caption thead tr th tfoot td tbody "
                   "figure picture figcaption code details summary dl dt dd pre footer script strong".split())
INLINE_ONLY = {"p", "h1", "h2", "h3", "caption", "th", "td", "figcaption", "summary", "code", "strong", "a", "title"}
BLOCK = set("div p h1 h2 h3 ul table figure section pre dl details nav header main footer".split())


class Page(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.problems, self.open, self.ids, self.targets, self.level, self.attributes = [], [], set(), [], 0, []

    def complain(self, what):
        self.problems.append("line %d: %s" % (self.getpos()[0], what))

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        values = dict(attrs)
        if tag not in KNOWN:
            self.complain("element <%s>" % tag)
        if len(names) != len(set(names)) or any(name.startswith("on") for name in names):
            self.complain("attributes of <%s>: %s" % (tag, names))
        if values.get("id") in self.ids:
            self.complain("id %s twice" % values["id"])
        if "id" in values:
            self.ids.add(values["id"])
        for name in ("aria-labelledby",):
            if name in values:
                self.targets.append(values[name])
        if values.get("href", "").startswith("#"):
            self.targets.append(values["href"][1:])
        elif "href" in values:
            self.complain("link to %s" % values["href"])
        if tag == "img" and not values.get("alt", "").strip():
            self.complain("image without alternative text")
        for name in ("src", "srcset"):
            if name in values and not re.fullmatch(r"data:image/svg\+xml;base64,[A-Za-z0-9+/]+=*", values[name]):
                self.complain("%s is not in the page: %s" % (name, values[name][:60]))
        if tag in BLOCK and self.open and self.open[-1] in INLINE_ONLY:
            self.complain("<%s> in <%s>" % (tag, self.open[-1]))
        if re.fullmatch("h[1-6]", tag):
            if int(tag[1]) > self.level + 1:
                self.complain("heading <%s> after level %d" % (tag, self.level))
            self.level = int(tag[1])
        if tag == "th" and "scope" not in values:
            self.complain("<th> without scope")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open[-1] != tag:
            self.complain("</%s> closes %s" % (tag, self.open[-1:]))
        else:
            self.open.pop()

    def handle_comment(self, data):
        self.complain("a comment: %s" % data[:40])


def check(path):
    text = open(path, encoding="utf-8").read()
    page = Page()
    page.feed(text)
    page.close()
    if not text.startswith("<!DOCTYPE html>\n<html lang=\"en\">"):
        page.complain("does not start as HTML5 with a language")
    if page.open:
        page.complain("never closed: %s" % page.open)
    for target in page.targets:
        if target not in page.ids:
            page.complain("nothing has the id %s" % target)
    if text.count("<script") != 1 or text.count("<h1") != 1 or text.count("<main") != 1:
        page.complain("not one script, one h1 and one main")
    if re.search(r"https?://|url\(|@import", re.sub(r"base64,[A-Za-z0-9+/=]*", "", text)):
        page.complain("an address of the network")
    if re.search(r"[\x00-\x08\x0b-\x1f\x7f]", text):
        page.complain("a control character")
    return ["%s: %s" % (path, problem) for problem in page.problems]


problems = [problem for path in sys.argv[1:] for problem in check(path)]
print("\n".join(problems[:20]))
sys.exit(1 if problems else 0)
