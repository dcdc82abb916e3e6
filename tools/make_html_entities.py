#!/usr/bin/env python3
"""Writes interp/lib/html/entities.py, the names of characters in HTML, from the tables of the CPython 3.11 that runs it.

    python3.11 tools/make_html_entities.py >interp/lib/html/entities.py
"""
import html.entities
import textwrap

html5, old = html.entities.html5, html.entities.name2codepoint


def lines(words):
    return "\n".join(textwrap.wrap(" ".join(words), 158, break_long_words=False, break_on_hyphens=False))


def entry(name):
    """name:hex+hex; a "!" at the end: also without the semicolon."""
    return "%s:%s%s" % (name, "+".join("%x" % ord(each) for each in html5[name + ";"]), "!" * (name in html5))


names = [name[:-1] for name in html5 if name[-1] == ";"]
other = {name: number for name, number in old.items() if html5[name + ";"] != chr(number)}
print('''"""html.entities: names of characters in HTML 5 and HTML 4. Written by tools/make_html_entities.py.

name:code+code; a "!" at its end: the semicolon may be missing. A dict lists the names in alphabetical order.
"""
__all__ = ["html5", "name2codepoint", "codepoint2name", "entitydefs"]

_HTML5 = """
%s
"""
_HTML4 = """
%s
"""
html5, name2codepoint, codepoint2name, entitydefs = {}, {}, {}, {}
for _each in _HTML5.split():
    _name, _, _codes = _each.partition(":")
    _text = "".join([chr(int(_code, 16)) for _code in _codes.rstrip("!").split("+")])
    html5[_name + ";"] = _text
    if _codes[-1] == "!":
        html5[_name] = _text
for _name in _HTML4.split():
    _code = %r.get(_name) or ord(html5[_name + ";"])
    name2codepoint[_name], codepoint2name[_code] = _code, _name
    entitydefs[_name] = chr(_code)
del _each, _name, _codes, _text, _code''' % (lines(map(entry, sorted(names))), lines(old), other))
