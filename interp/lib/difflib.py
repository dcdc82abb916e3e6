"""difflib: how two sequences differ: matching blocks, and deltas of lines as ndiff, diff -u and diff -c write them (no HtmlDiff)."""
from collections import namedtuple as _namedtuple
from heapq import nlargest as _nlargest
import re
from types import GenericAlias as _GenericAlias

__all__ = ["get_close_matches", "ndiff", "restore", "SequenceMatcher", "Differ", "IS_CHARACTER_JUNK", "IS_LINE_JUNK", "context_diff", "unified_diff", "diff_bytes", "Match"]

Match = _namedtuple("Match", "a b size")


def _likeness(matches, length):
    return 2.0 * matches / length if length else 1.0


class SequenceMatcher:
    """Ratcliff and Obershelp's gestalt pattern matching: the longest block without junk, then what is left and right of it."""

    def __init__(self, isjunk=None, a="", b="", autojunk=True):
        self.isjunk, self.autojunk = isjunk, autojunk
        self.a = self.b = None
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        if a is not self.a:
            self.a = a
            self.matching_blocks = self.opcodes = None

    def set_seq2(self, b):
        if b is not self.b:
            self.b = b
            self.matching_blocks = self.opcodes = self.fullbcount = None
            self._index_b()

    def _index_b(self):
        """b2j says where each element of b is, but for junk and, in a long b, for what is in every hundredth place."""
        self.b2j = places = {}
        for j, element in enumerate(self.b):
            places.setdefault(element, []).append(j)
        self.bjunk = {element for element in places if self.isjunk(element)} if self.isjunk else set()
        for element in self.bjunk:
            del places[element]
        length = len(self.b)
        self.bpopular = set()
        if self.autojunk and length >= 200:
            self.bpopular = {element for element, where in places.items() if len(where) > length // 100 + 1}
        for element in self.bpopular:
            del places[element]

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        a, b, places = self.a, self.b, self.b2j
        ahi = len(a) if ahi is None else ahi
        bhi = len(b) if bhi is None else bhi
        best_i, best_j, size = alo, blo, 0
        lengths = {}  # of the matches that end with the a before this one, by where they end in b
        for i in range(alo, ahi):
            before, lengths = lengths, {}
            for j in places.get(a[i], ()):
                if j < blo:
                    continue
                if j >= bhi:
                    break
                length = lengths[j] = before.get(j - 1, 0) + 1
                if length > size:
                    best_i, best_j, size = i - length + 1, j - length + 1, length
        for junk in (False, True):  # popular elements join the match first, then junk does
            while best_i > alo and best_j > blo and (b[best_j - 1] in self.bjunk) is junk and a[best_i - 1] == b[best_j - 1]:
                best_i, best_j, size = best_i - 1, best_j - 1, size + 1
            while best_i + size < ahi and best_j + size < bhi and (b[best_j + size] in self.bjunk) is junk and a[best_i + size] == b[best_j + size]:
                size += 1
        return Match(best_i, best_j, size)

    def get_matching_blocks(self):
        if self.matching_blocks is None:
            ends = len(self.a), len(self.b)
            self.matching_blocks = [Match(*block) for block in _joined(sorted(self._blocks(*ends)))] + [Match(*ends, 0)]
        return self.matching_blocks

    def _blocks(self, a_length, b_length):
        todo = [(0, a_length, 0, b_length)]  # no recursion: sequences may be longer than the stack is deep
        while todo:
            alo, ahi, blo, bhi = todo.pop()
            i, j, size = block = self.find_longest_match(alo, ahi, blo, bhi)
            if size:
                yield block
                if alo < i and blo < j:
                    todo.append((alo, i, blo, j))
                if i + size < ahi and j + size < bhi:
                    todo.append((i + size, ahi, j + size, bhi))

    def get_opcodes(self):
        if self.opcodes is None:
            self.opcodes = codes = []
            i = j = 0
            for next_i, next_j, size in self.get_matching_blocks():
                if i < next_i or j < next_j:
                    codes.append(("insert" if i == next_i else "delete" if j == next_j else "replace", i, next_i, j, next_j))
                i, j = next_i + size, next_j + size
                if size:
                    codes.append(("equal", next_i, i, next_j, j))
        return self.opcodes

    def get_grouped_opcodes(self, n=3):
        codes = self.get_opcodes() or [("equal", 0, 1, 0, 1)]
        if codes[0][0] == "equal":  # the list that get_opcodes keeps is shortened, too, as CPython's is
            tag, i1, i2, j1, j2 = codes[0]
            codes[0] = tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2
        if codes[-1][0] == "equal":
            tag, i1, i2, j1, j2 = codes[-1]
            codes[-1] = tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for tag, i1, i2, j1, j2 in codes:
            if tag == "equal" and i2 - i1 > 2 * n:
                yield group + [(tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n))]
                group, i1, j1 = [], max(i1, i2 - n), max(j1, j2 - n)
            group.append((tag, i1, i2, j1, j2))
        if len(group) > 1 or group and group[0][0] != "equal":
            yield group

    def ratio(self):
        return _likeness(sum(block.size for block in self.get_matching_blocks()), len(self.a) + len(self.b))

    def quick_ratio(self):
        """At least ratio(): the order of elements does not count."""
        if self.fullbcount is None:
            self.fullbcount = counts = {}
            for element in self.b:
                counts[element] = counts.get(element, 0) + 1
        left, matches = {}, 0
        for element in self.a:
            available = left[element] if element in left else self.fullbcount.get(element, 0)
            left[element] = available - 1
            matches += available > 0
        return _likeness(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        """At least quick_ratio(): only lengths count."""
        lengths = len(self.a), len(self.b)
        return _likeness(min(lengths), sum(lengths))

    __class_getitem__ = classmethod(_GenericAlias)


def _joined(blocks):
    """Blocks that touch in both sequences are one."""
    i = j = size = 0
    for next_i, next_j, next_size in blocks:
        if i + size == next_i and j + size == next_j:
            size += next_size
            continue
        if size:
            yield i, j, size
        i, j, size = next_i, next_j, next_size
    if size:
        yield i, j, size


def _alike(matcher, limit):
    """Whether the ratio is above the limit; the cheap bounds are asked first."""
    return matcher.real_quick_ratio() > limit and matcher.quick_ratio() > limit and matcher.ratio() > limit


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    if not n > 0:
        raise ValueError("n must be > 0: %r" % (n,))
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError("cutoff must be in [0.0, 1.0]: %r" % (cutoff,))
    matcher = SequenceMatcher()
    matcher.set_seq2(word)
    found = []
    for each in possibilities:
        matcher.set_seq1(each)
        if matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff and matcher.ratio() >= cutoff:
            found.append((matcher.ratio(), each))
    return [each for _, each in _nlargest(n, found)]


# ---- deltas for people to read ----

class Differ:
    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk, self.charjunk = linejunk, charjunk

    def compare(self, a, b):
        for tag, alo, ahi, blo, bhi in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if tag == "replace":
                yield from self._replaced(a, alo, ahi, b, blo, bhi)
            elif tag == "insert":
                yield from _marked("+", b, blo, bhi)
            else:
                yield from _marked("-" if tag == "delete" else " ", a, alo, ahi)

    def _replaced(self, a, alo, ahi, b, blo, bhi):
        """The pair of lines that are most alike, marked character by character, and around it the same again."""
        if alo >= ahi or blo >= bhi:
            yield from _marked("-", a, alo, ahi)
            yield from _marked("+", b, blo, bhi)
            return
        matcher = SequenceMatcher(self.charjunk)
        alike, equal = self._pairs(matcher, a, alo, ahi, b, blo, bhi)
        if not alike and not equal:
            both = _marked("-", a, alo, ahi), _marked("+", b, blo, bhi)
            for part in reversed(both) if bhi - blo < ahi - alo else both:  # the shorter one first
                yield from part
            return
        i, j = alike or equal
        yield from self._replaced(a, alo, i, b, blo, j)
        if alike:
            yield from _pair(matcher, a[i], b[j])
        else:
            yield "  " + a[i]
        yield from self._replaced(a, i + 1, ahi, b, j + 1, bhi)

    def _pairs(self, matcher, a, alo, ahi, b, blo, bhi):
        """Where the most similar lines are, if they are similar enough, and where the first equal ones are."""
        best, alike, equal = 0.74, None, None
        for j in range(blo, bhi):
            matcher.set_seq2(b[j])
            for i in range(alo, ahi):
                if a[i] == b[j]:
                    equal = equal or (i, j)
                    continue
                matcher.set_seq1(a[i])
                if _alike(matcher, best):
                    best, alike = matcher.ratio(), (i, j)
        return alike if best >= 0.75 else None, equal


def _marked(tag, lines, start, end):
    for i in range(start, end):
        yield "%s %s" % (tag, lines[i])


def _pair(matcher, a, b):
    """Two similar lines, each with a line below that points at what differs."""
    a_marks = b_marks = ""
    matcher.set_seqs(a, b)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        a_marks += {"replace": "^", "delete": "-", "equal": " ", "insert": ""}[tag] * (i2 - i1)
        b_marks += {"replace": "^", "insert": "+", "equal": " ", "delete": ""}[tag] * (j2 - j1)
    for tag, line, marks in (("- ", a, a_marks), ("+ ", b, b_marks)):
        yield tag + line
        marks = "".join(c if mark == " " and c.isspace() else mark for c, mark in zip(line, marks)).rstrip()  # tabs stay tabs
        if marks:
            yield "? %s\n" % marks


def IS_LINE_JUNK(line, pat=re.compile(r"\s*(?:#\s*)?$").match):
    return pat(line) is not None


def IS_CHARACTER_JUNK(ch, ws=" \t"):
    return ch in ws


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    tags = {1: "- ", 2: "+ "}
    if int(which) not in tags:
        raise ValueError("unknown delta choice (must be 1 or 2): %r" % which) from None
    for line in delta:
        if line[:2] in ("  ", tags[int(which)]):
            yield line[2:]


# ---- deltas for programs to read ----

def unified_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    for number, group in enumerate(SequenceMatcher(None, a, b).get_grouped_opcodes(n)):
        if not number:
            yield from _heads("---", "+++", fromfile, tofile, fromfiledate, tofiledate, lineterm)
        yield "@@ -%s +%s @@%s" % (_unified_range(group[0][1], group[-1][2]), _unified_range(group[0][3], group[-1][4]), lineterm)
        for tag, i1, i2, j1, j2 in group:
            if tag != "insert":
                mark = " " if tag == "equal" else "-"
                for line in a[i1:i2]:
                    yield mark + line
            if tag in ("replace", "insert"):
                for line in b[j1:j2]:
                    yield "+" + line


def context_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    marks = {"insert": "+ ", "delete": "- ", "replace": "! ", "equal": "  "}
    for number, group in enumerate(SequenceMatcher(None, a, b).get_grouped_opcodes(n)):
        if not number:
            yield from _heads("***", "---", fromfile, tofile, fromfiledate, tofiledate, lineterm)
        yield "***************" + lineterm
        for lines, at, mark, other in ((a, 1, "*", "insert"), (b, 3, "-", "delete")):
            yield "%s %s %s%s" % (mark * 3, _context_range(group[0][at], group[-1][at + 1]), mark * 4, lineterm)
            if any(code[0] not in ("equal", other) for code in group):
                for code in group:
                    for line in lines[code[at]:code[at + 1]] if code[0] != other else ():
                        yield marks[code[0]] + line


def _heads(from_mark, to_mark, fromfile, tofile, fromfiledate, tofiledate, lineterm):
    for mark, file, date in ((from_mark, fromfile, fromfiledate), (to_mark, tofile, tofiledate)):
        yield "%s %s%s%s" % (mark, file, "\t" + date if date else "", lineterm)


def _unified_range(start, stop):
    """Lines count from one; no lines are at the line before them."""
    length = stop - start
    return "%d" % stop if length == 1 else "%d,%d" % (start + (length > 0), length)


def _context_range(start, stop):
    return "%d" % stop if stop - start <= 1 else "%d,%d" % (start + 1, stop)


def _check_types(a, b, *texts):
    for lines in (a, b):
        if lines and not isinstance(lines[0], str):
            raise TypeError("lines to compare must be str, not %s (%r)" % (type(lines[0]).__name__, lines[0]))
    for text in texts:
        if not isinstance(text, str):
            raise TypeError("all arguments must be str, not: %r" % (text,))


def diff_bytes(dfunc, a, b, fromfile=b"", tofile=b"", fromfiledate=b"", tofiledate=b"", n=3, lineterm=b"\n"):
    a, b = [_decoded(line) for line in a], [_decoded(line) for line in b]
    names = [_decoded(each) for each in (fromfile, tofile, fromfiledate, tofiledate)]
    for line in dfunc(a, b, *names, n, _decoded(lineterm)):
        yield line.encode("ascii", "surrogateescape")


def _decoded(line):
    try:
        return line.decode("ascii", "surrogateescape")
    except AttributeError as error:
        raise TypeError("all arguments must be bytes, not %s (%r)" % (type(line).__name__, line)) from error
