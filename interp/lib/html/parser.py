"""html.parser: HTML and XHTML as they are met, told piece by piece to the methods of a subclass."""
import re as _re
from html import unescape as _unescape

__all__ = ["HTMLParser"]

_NAME = r"[a-zA-Z][^\t\n\r\f />\0]*"
_GAP = r"(?:\s|/(?!>))*"
_ATTRIBUTE = r"(?<=['\"\s/])[^\s/>][^\s/=>]*"
_VALUE = r"'[^']*'|\"[^\"]*\"|(?!['\"])[^>\s]*"
_tag_name = _re.compile(f"({_NAME}){_GAP}")
_attribute = _re.compile(rf"({_ATTRIBUTE})(\s*=+\s*({_VALUE}))?{_GAP}")
_start_tag = _re.compile(rf"<{_NAME}(?:[\s/]*(?:{_ATTRIBUTE}(?:\s*=+\s*(?:{_VALUE})\s*)?{_GAP})*)?\s*")
_end_tag = _re.compile(r"</\s*([a-zA-Z][-.a-zA-Z0-9:_]*)\s*>")
_markup = _re.compile("[&<]")
_entity = _re.compile("&([a-zA-Z][-.a-zA-Z0-9]*)[^a-zA-Z0-9]")
_character = _re.compile("&#([0-9]+|[xX][0-9a-fA-F]+)[^0-9a-fA-F]")
_comment_end = _re.compile(r"--\s*>")
_keyword = _re.compile(r"[a-zA-Z][-_.a-zA-Z0-9]*\s*")
_section_ends = {**dict.fromkeys(("temp", "cdata", "ignore", "include", "rcdata"), r"\]\s*\]\s*>"), **dict.fromkeys(("if", "else", "endif"), r"\]\s*>")}


class HTMLParser:
    """A parse_…(at) reads what begins there and gives the place behind it, or -1 where its end has not come yet."""
    CDATA_CONTENT_ELEMENTS = ("script", "style")
    _starttag_text = None

    def __init__(self, *, convert_charrefs=True):
        self.convert_charrefs = convert_charrefs
        self.reset()

    def reset(self):
        self.rawdata = ""
        self.lasttag = "???"
        self.clear_cdata_mode()
        self.lineno, self.offset = 1, 0

    def feed(self, data):
        self.rawdata = self.rawdata + data
        self.goahead(0)

    def close(self):
        self.goahead(1)

    def getpos(self):
        return self.lineno, self.offset

    def get_starttag_text(self):
        return self._starttag_text

    def set_cdata_mode(self, elem):
        self.cdata_elem = elem.lower()
        self.interesting = _re.compile(r"</\s*%s\s*>" % self.cdata_elem, _re.I)

    def clear_cdata_mode(self):
        self.interesting = _markup
        self.cdata_elem = None

    def updatepos(self, i, j):
        """Counts lines and columns from i to j, once for each piece."""
        if i < j:
            lines = self.rawdata.count("\n", i, j)
            self.lineno += lines
            self.offset = j - self.rawdata.rindex("\n", i, j) - 1 if lines else self.offset + j - i
        return j

    # ---- the round ----

    def goahead(self, end):
        """Handles what is there as far as it is complete; where `end` is true, to its end."""
        text, at = self.rawdata, 0
        length, go_on = len(text), True
        while go_on and at < length:
            stop = self._text_end(text, at)
            if stop < 0:
                break
            if at < stop:
                self._tell_text(text[at:stop])
            at = self.updatepos(at, stop)
            if at == length:
                break
            if text[at] == "<":
                after = self._after_markup(text, at, end)
                if after < 0:
                    break
                at = self.updatepos(at, after)
            else:
                after, go_on = self._after_reference(text, at, end)
                at = self.updatepos(at, after)
        if end and at < length and not self.cdata_elem:
            self._tell_text(text[at:])
            at = self.updatepos(at, length)
        self.rawdata = text[at:]

    def _tell_text(self, text):
        self.handle_data(_unescape(text) if self.convert_charrefs and not self.cdata_elem else text)

    def _text_end(self, text, at):
        """Where the text from here ends; -1: what follows may change it."""
        if not self.convert_charrefs or self.cdata_elem:
            found = self.interesting.search(text, at)
            return found.start() if found else -1 if self.cdata_elem else len(text)
        stop = text.find("<", at)
        if stop >= 0:
            return stop
        # A reference may be cut in two: no name is longer than 32 letters.
        start = text.rfind("&", max(at, len(text) - 34))
        return -1 if start >= 0 and not _re.search(r"[\s;]", text[start:]) else len(text)

    def _after_markup(self, text, at, end):
        follows = text[at + 1:at + 2]
        if follows.isascii() and follows.isalpha():
            after = self.parse_starttag(at)
        elif follows == "/":
            after = self.parse_endtag(at)
        elif text.startswith("<!--", at):
            after = self.parse_comment(at)
        elif follows == "?":
            after = self.parse_pi(at)
        elif follows == "!":
            after = self.parse_html_declaration(at)
        elif follows:
            self.handle_data("<")
            after = at + 1
        else:
            return -1
        if after < 0 and end:
            after = text.find(">", at + 1) + 1 or text.find("<", at + 1)
            if after < 0:
                after = at + 1
            self._tell_text(text[at:after])
        return after

    def _after_reference(self, text, at, end):
        """The place behind the reference, and whether to go on from there."""
        is_character = text.startswith("&#", at)
        found = (_character if is_character else _entity).match(text, at)
        if found:
            (self.handle_charref if is_character else self.handle_entityref)(found[1])
            return found.end() - (text[found.end() - 1] != ";"), True
        if is_character:
            if ";" not in text[at:]:
                return at, False
            self.handle_data("&#")
            return at + 2, False
        follows = text[at + 1:at + 2]
        if follows and follows.isascii() and follows.isalpha():
            return at + (1 if end and at + 2 == len(text) else 0), False
        if not follows:
            return at, False
        self.handle_data("&")
        return at + 1, True

    # ---- declarations and comments ----

    def parse_html_declaration(self, i):
        text = self.rawdata
        assert text[i:i + 2] == "<!", "unexpected call to parse_html_declaration()"
        if text.startswith("<!--", i):
            return self.parse_comment(i)
        if text.startswith("<![", i):
            return self.parse_marked_section(i)
        if text[i:i + 9].lower() != "<!doctype":
            return self.parse_bogus_comment(i)
        stop = text.find(">", i + 9)
        if stop < 0:
            return -1
        self.handle_decl(text[i + 2:stop])
        return stop + 1

    def parse_comment(self, i, report=1):
        if not self.rawdata.startswith("<!--", i):
            raise AssertionError("unexpected call to parse_comment()")
        return self._told(_comment_end.search(self.rawdata, i + 4), i + 4, self.handle_comment if report else None)

    def parse_bogus_comment(self, i, report=1):
        assert self.rawdata[i:i + 2] in ("<!", "</"), "unexpected call to parse_comment()"
        return self._told(_re.compile(">").search(self.rawdata, i + 2), i + 2, self.handle_comment if report else None)

    def parse_pi(self, i):
        assert self.rawdata.startswith("<?", i), "unexpected call to parse_pi()"
        return self._told(_re.compile(">").search(self.rawdata, i + 2), i + 2, self.handle_pi)

    def parse_marked_section(self, i, report=1):
        """<![CDATA[…]]>, and <![if …]> of office programs."""
        text = self.rawdata
        assert text.startswith("<![", i), "unexpected call to parse_marked_section()"
        name = _keyword.match(text, i + 3)
        if (name.end() if name else i + 3) == len(text):
            return -1
        if not name:
            self.updatepos(i, i + 3)
            raise AssertionError("expected name token at %r" % text[i:i + 20])
        mark = _section_ends.get(name[0].strip().lower())
        if mark is None:
            raise AssertionError("unknown status keyword %r in marked section" % name[0])
        return self._told(_re.compile(mark).search(text, i + 3), i + 3, self.unknown_decl if report else None)

    def _told(self, end, start, handler):
        """Tells the handler what is before the end that was found."""
        if not end:
            return -1
        if handler:
            handler(self.rawdata[start:end.start()])
        return end.end()

    # ---- tags ----

    def check_for_whole_start_tag(self, i):
        text = self.rawdata
        found = _start_tag.match(text, i)
        if not found:
            raise AssertionError("we should not get here!")
        stop = found.end()
        follows = text[stop:stop + 1]
        if follows == ">":
            return stop + 1
        if text.startswith("/>", stop):
            return stop + 2
        return -1 if not follows or follows in "/=" or follows.isascii() and follows.isalpha() else stop

    def parse_starttag(self, i):
        self._starttag_text = None
        stop = self.check_for_whole_start_tag(i)
        if stop < 0:
            return stop
        text = self.rawdata
        self._starttag_text = text[i:stop]
        found = _tag_name.match(text, i + 1)
        assert found, "unexpected call to parse_starttag()"
        self.lasttag = tag = found[1].lower()
        attrs, at = [], found.end()
        while at < stop and (found := _attribute.match(text, at)):
            name, has_value, value = found.groups()
            if not has_value:
                value = None
            elif value[:1] in ("'", '"') and value[:1] == value[-1:]:
                value = value[1:-1]
            attrs.append((name.lower(), _unescape(value) if value else value))
            at = found.end()
        rest = text[at:stop].strip()
        if rest == "/>":
            self.handle_startendtag(tag, attrs)
        elif rest == ">":
            self.handle_starttag(tag, attrs)
            if tag in self.CDATA_CONTENT_ELEMENTS:
                self.set_cdata_mode(tag)
        else:
            self.handle_data(text[i:stop])
        return stop

    def parse_endtag(self, i):
        text = self.rawdata
        assert text.startswith("</", i), "unexpected call to parse_endtag"
        after = text.find(">", i + 1) + 1
        if not after:
            return -1
        found = _end_tag.match(text, i)
        if self.cdata_elem is not None and (not found or found[1].lower() != self.cdata_elem):
            self.handle_data(text[i:after])
        elif found:
            self.handle_endtag(found[1].lower())
            self.clear_cdata_mode()
        else:
            found = _tag_name.match(text, i + 2)
            if found:
                self.handle_endtag(found[1].lower())
                return text.find(">", found.end()) + 1
            if not text.startswith("</>", i):
                return self.parse_bogus_comment(i)
        return after

    # ---- what subclasses define ----

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_starttag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        pass

    def handle_charref(self, name):
        pass

    def handle_entityref(self, name):
        pass

    def handle_data(self, data):
        pass

    def handle_comment(self, data):
        pass

    def handle_decl(self, decl):
        pass

    def handle_pi(self, data):
        pass

    def unknown_decl(self, data):
        pass
