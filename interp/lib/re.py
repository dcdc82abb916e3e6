"""re: regular expressions by backtracking. A pattern becomes a tree, the tree functions that match one thing and call what must follow."""
import functools as _functools

__all__ = ["match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "escape", "error", "Pattern",
           "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE", "UNICODE", "NOFLAG",
           "RegexFlag"]

_INFINITE = 1 << 60


class error(Exception):
    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            newline = "\n" if isinstance(pattern, str) else b"\n"
            msg = "%s at position %d" % (msg, pos)
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = "%s (line %d, column %d)" % (msg, self.lineno, self.colno)
        super().__init__(msg)


error.__module__ = "re"


class RegexFlag(int):
    """A set of flags; prints as re.IGNORECASE|re.DOTALL."""

    def __or__(self, other):
        return RegexFlag(int(self) | int(other))

    def __and__(self, other):
        return RegexFlag(int(self) & int(other))

    def __xor__(self, other):
        return RegexFlag(int(self) ^ int(other))

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

    def __invert__(self):
        return RegexFlag(~int(self) & 511)

    def __repr__(self):
        names = ["re." + name for name, bit in _flag_names if self & bit]
        rest = int(self) & ~sum(bit for _, bit in _flag_names)
        if rest:
            names.append(hex(rest))
        return "|".join(names) or "re.NOFLAG"

    __str__ = __repr__


_flag_names = (("IGNORECASE", 2), ("LOCALE", 4), ("MULTILINE", 8), ("DOTALL", 16), ("UNICODE", 32), ("VERBOSE", 64), ("DEBUG", 128), ("ASCII", 256))
NOFLAG = RegexFlag(0)
I = IGNORECASE = RegexFlag(2)
L = LOCALE = RegexFlag(4)
M = MULTILINE = RegexFlag(8)
S = DOTALL = RegexFlag(16)
U = UNICODE = RegexFlag(32)
X = VERBOSE = RegexFlag(64)
DEBUG = RegexFlag(128)
A = ASCII = RegexFlag(256)
_LETTERS = {"a": 256, "i": 2, "L": 4, "m": 8, "s": 16, "u": 32, "x": 64}


# ---- classes of characters: a test is a function of one character ----

def _digit(c):
    return c.isdecimal()


def _space(c):
    return c.isspace()


def _word(c):
    return c.isalnum() or c == "_"


_CLASSES = {"d": _digit, "s": _space, "w": _word}
_ESCAPES = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\\": "\\"}


def _class_test(letter, flags):
    test = _CLASSES[letter.lower()]
    if flags & ASCII:
        plain = test
        test = lambda c: c < "\x80" and plain(c) and not "\x1c" <= c <= "\x1f"
    return _negated(test) if letter.isupper() else test


def _negated(test):
    return lambda c: not test(c)


def _literal_test(character, flags):
    if flags & IGNORECASE and (character.lower() != character or character.upper() != character):
        low = character.lower()
        return lambda c: c.lower() == low
    return character.__eq__


# ---- from text to a tree of tuples; the first item is the kind ----

class _Parser:
    def __init__(self, pattern, flags):
        self.source = pattern
        self.text = pattern if isinstance(pattern, str) else pattern.decode("latin-1")
        self.flags = flags
        self.at = 0
        self.groups = 0
        self.names = {}
        self.open = set()

    def fail(self, message, at):
        raise error(message, self.source, at)

    def peek(self, count=1):
        return self.text[self.at:self.at + count]

    def accept(self, text):
        if self.text.startswith(text, self.at):
            self.at += len(text)
            return True
        return False

    def parse(self):
        tree = self.alternation()
        if self.at < len(self.text):
            self.fail("unbalanced parenthesis", self.at)
        return tree

    def alternation(self):
        choices = [self.sequence()]
        while self.accept("|"):
            choices.append(self.sequence())
        return choices[0] if len(choices) == 1 else ("alternatives", choices)

    def sequence(self):
        items = []
        while self.at < len(self.text) and self.peek() not in "|)":
            if self.flags & VERBOSE:
                if self.peek().isspace():
                    self.at += 1
                    continue
                if self.peek() == "#":
                    end = self.text.find("\n", self.at)
                    self.at = len(self.text) if end < 0 else end + 1
                    continue
            start = self.at
            item = self.atom()
            if item is not None:
                items.append(self.repeated(item, start))
        return ("sequence", items)

    def bounds(self):
        """The numbers of {m,n}, or None where the brace is an ordinary character."""
        end = self.text.find("}", self.at)
        low, comma, high = self.text[self.at + 1:end].partition(",")
        if end < 0 or not (low or comma) or (low and not low.isdigit()) or (high and not high.isdigit()):
            return None
        least = int(low) if low else 0
        most = (int(high) if high else _INFINITE) if comma else least
        if most < least:
            self.fail("min repeat greater than max repeat", self.at + 1)
        self.at = end + 1
        return least, most

    def repeated(self, item, start):
        while True:
            at = self.at
            character = self.peek()
            if character == "{":
                bounds = self.bounds()
                if bounds is None:
                    return item
            elif character and character in "*+?":
                self.at += 1
                bounds = (1 if character == "+" else 0), (1 if character == "?" else _INFINITE)
            else:
                return item
            if item[0] == "at":
                self.fail("nothing to repeat", at)
            if item[0] in ("repeat", "atomic repeat"):
                self.fail("multiple repeat", at)
            if self.accept("+"):
                item = ("atomic", ("repeat", *bounds, True, item))
            else:
                item = ("repeat", *bounds, not self.accept("?"), item)

    def atom(self):
        start = self.at
        character = self.peek()
        self.at += 1
        if character == "(":
            return self.group(start)
        if character == "[":
            return self.character_set(start)
        if character == ".":
            return ("test", (lambda c: True) if self.flags & DOTALL else "\n".__ne__)
        if character == "^":
            return ("at", "line start" if self.flags & MULTILINE else "start")
        if character == "$":
            return ("at", "line end" if self.flags & MULTILINE else "near end")
        if character == "\\":
            return self.escape(start)
        if character in "*+?" or character == "{" and self._is_repeat(start):
            self.fail("nothing to repeat", start)
        return ("literal", character)

    def _is_repeat(self, start):
        self.at = start
        found = self.bounds()
        self.at = start + 1
        return found is not None

    def escape(self, start):
        character = self.peek()
        if not character:
            self.fail("bad escape (end of pattern)", start)
        self.at += 1
        if character in "dswDSW":
            return ("test", _class_test(character, self.flags))
        if character in "AZbB":
            return ("at", {"A": "start", "Z": "end", "b": "boundary", "B": "no boundary"}[character])
        if character in "123456789":
            if self.peek().isdigit():
                octal = character + self.peek(2)
                if len(octal) == 3 and all(c in "01234567" for c in octal):
                    self.at += 2
                    return ("literal", chr(int(octal, 8)))
                character += self.peek()
                self.at += 1
            number = int(character)
            if number > self.groups:
                self.fail("invalid group reference %d" % number, start + 1)
            if number in self.open:
                self.fail("cannot refer to an open group", start)
            return ("again", number)
        return ("literal", self.character_escape(character, start))

    def character_escape(self, character, start):
        if character in "xuU":
            count = {"x": 2, "u": 4, "U": 8}[character]
            digits = self.peek(count)
            if len(digits) < count or any(c not in "0123456789abcdefABCDEF" for c in digits):
                self.fail("incomplete escape \\%s%s" % (character, digits), start)
            self.at += count
            return chr(int(digits, 16))
        if character == "0":
            digits = "0"
            while len(digits) < 3 and self.peek() and self.peek() in "01234567":
                digits += self.peek()
                self.at += 1
            return chr(int(digits, 8))
        if character in _ESCAPES and character != "b":
            return _ESCAPES[character]
        if character.isascii() and character.isalpha():
            self.fail("bad escape \\%s" % character, start)
        return character

    def character_set(self, start):
        negated = self.accept("^")
        tests, first = [], self.at
        while True:
            if self.at >= len(self.text):
                self.fail("unterminated character set", start)
            if self.peek() == "]" and self.at > first:
                self.at += 1
                break
            at = self.at
            low = self.set_item(start)
            if self.peek() == "-" and self.at + 1 < len(self.text) and self.text[self.at + 1] != "]":
                self.at += 1
                high = self.set_item(start)
                if not isinstance(low, str) or not isinstance(high, str) or high < low:
                    self.fail("bad character range %s" % self.text[at:self.at], at)
                tests.append(self.range_test(low, high))
            else:
                tests.append(_literal_test(low, self.flags) if isinstance(low, str) else low)
        test = tests[0] if len(tests) == 1 else lambda c: any([each(c) for each in tests])
        return ("test", _negated(test) if negated else test)

    def range_test(self, low, high):
        if self.flags & IGNORECASE:
            return lambda c: low <= c <= high or low <= c.lower() <= high or low <= c.upper() <= high
        return lambda c: low <= c <= high

    def set_item(self, start):
        character = self.peek()
        at = self.at
        self.at += 1
        if character != "\\":
            return character
        character = self.peek()
        if not character:
            self.fail("unterminated character set", start)
        self.at += 1
        if character in "dswDSW":
            return _class_test(character, self.flags)
        if character == "b":
            return "\b"
        if character in "01234567":
            digits = character
            while len(digits) < 3 and self.peek() and self.peek() in "01234567":
                digits += self.peek()
                self.at += 1
            return chr(int(digits, 8))
        return self.character_escape(character, at)

    # ---- what begins with a parenthesis ----

    def group(self, start):
        if not self.accept("?"):
            return self.capture(None, start)
        if self.accept("P<"):
            return self.capture(self.name(">", self.at), start)
        if self.accept("P="):
            at = self.at
            name = self.name(")", at)
            if name not in self.names:
                self.fail("unknown group name %r" % name, at)
            return ("again", self.names[name])
        if self.accept(":"):
            return self.closed(self.alternation(), start)
        if self.accept("#"):
            end = self.text.find(")", self.at)
            if end < 0:
                self.fail("missing ), unterminated comment", start)
            self.at = end + 1
            return None
        if self.accept(">"):
            return ("atomic", self.closed(self.alternation(), start))
        for text, behind, wanted in (("=", False, True), ("!", False, False), ("<=", True, True), ("<!", True, False)):
            if self.accept(text):
                body = self.closed(self.alternation(), start)
                width = _width(body) if behind else 0
                if width is None:
                    raise error("look-behind requires fixed-width pattern", self.source)
                return ("look", width, wanted, body)
        if self.accept("("):
            return self.conditional(start)
        return self.inline_flags(start)

    def name(self, end_mark, at):
        end = self.text.find(end_mark, at)
        if end < 0:
            self.fail("missing %s, unterminated name" % end_mark, at)
        name = self.text[at:end]
        if not name:
            self.fail("missing group name", at)
        if not name.isidentifier():
            self.fail("bad character in group name %r" % name, at)
        self.at = end + 1
        return name

    def closed(self, tree, start):
        if not self.accept(")"):
            self.fail("missing ), unterminated subpattern", start)
        return tree

    def capture(self, name, start):
        self.groups += 1
        number = self.groups
        if name is not None:
            if name in self.names:
                self.fail("redefinition of group name %r as group %d; was group %d" % (name, number, self.names[name]), start + 4)
            self.names[name] = number
        self.open.add(number)
        body = self.closed(self.alternation(), start)
        self.open.discard(number)
        return ("group", number, body)

    def conditional(self, start):
        end = self.text.find(")", self.at)
        name = self.text[self.at:end]
        number = int(name) if name.isdigit() else self.names.get(name)
        if number is None:
            self.fail("unknown group name %r" % name, self.at)
        self.at = end + 1
        yes = self.sequence()
        no = self.sequence() if self.accept("|") else ("sequence", [])
        return ("if", number, yes, self.closed(no, start))

    def inline_flags(self, start):
        on = off = 0
        negative = False
        while self.peek() and (self.peek() in _LETTERS or self.peek() == "-"):
            if self.peek() == "-":
                negative = True
            elif negative:
                off |= _LETTERS[self.peek()]
            else:
                on |= _LETTERS[self.peek()]
            self.at += 1
        if self.peek() == ")" and on and not negative:
            if start != 0:
                self.fail("global flags not at the start of the expression", start)
            self.at += 1
            self.flags = RegexFlag(self.flags | on)
            return None
        if self.peek() == ":" and (on or negative):
            self.at += 1
            before = self.flags
            self.flags = RegexFlag((before | on) & ~off)
            body = self.closed(self.alternation(), start)
            self.flags = before
            return body
        if not self.peek():
            self.fail("unexpected end of pattern", self.at)
        shown = self.text[start + 1:self.at + 1 + (self.text[self.at] == "P" or self.text[self.at] == "<")]
        self.fail("unknown extension %s" % shown, start + 1)


def _width(tree):
    """How many characters every match of the tree has; None: not always the same."""
    kind = tree[0]
    if kind in ("literal", "test"):
        return 1
    if kind in ("at", "look"):
        return 0
    if kind == "sequence":
        widths = [_width(each) for each in tree[1]]
        return None if None in widths else sum(widths)
    if kind == "alternatives":
        widths = {_width(each) for each in tree[1]}
        return widths.pop() if len(widths) == 1 else None
    if kind == "group":
        return _width(tree[2])
    if kind == "repeat" and tree[1] == tree[2]:
        width = _width(tree[4])
        return None if width is None else width * tree[1]
    return _width(tree[1]) if kind == "atomic" else None


# ---- from the tree to functions: m(state, at) → where the whole match ends, or -1 ----

class _State:
    __slots__ = ("text", "end", "spans", "last", "rounds", "refused", "final")


def _accept(state, at):
    if at == state.refused or state.final is not None and at != state.final:
        return -1
    return at


def _build(tree, flags, after):
    return _BUILDERS[tree[0]](tree, flags, after)


def _build_sequence(tree, flags, after):
    items = tree[1]
    index = len(items)
    while index:
        index -= 1
        if items[index][0] == "literal" and not flags & IGNORECASE:
            first = index
            while first and items[first - 1][0] == "literal":
                first -= 1
            after = _build_text("".join([each[1] for each in items[first:index + 1]]), after)
            index = first
        else:
            after = _build(items[index], flags, after)
    return after


def _build_text(text, after):
    length = len(text)

    def match(state, at):
        return after(state, at + length) if at + length <= state.end and state.text.startswith(text, at) else -1
    return match


def _single(tree, flags):
    """The test of a tree that is one character; None: it is not."""
    if tree[0] == "literal":
        return _literal_test(tree[1], flags)
    if tree[0] == "sequence" and len(tree[1]) == 1:
        return _single(tree[1][0], flags)
    return tree[1] if tree[0] == "test" else None


def _build_one(tree, flags, after):
    test = _single(tree, flags)

    def match(state, at):
        return after(state, at + 1) if at < state.end and test(state.text[at]) else -1
    return match


def _build_alternatives(tree, flags, after):
    choices = [_build(each, flags, after) for each in tree[1]]

    def match(state, at):
        for choice in choices:
            end = choice(state, at)
            if end >= 0:
                return end
        return -1
    return match


def _build_group(tree, flags, after):
    number = tree[1]

    def close(state, at):
        before, last = state.spans[number], state.last
        start = state.rounds[-number]
        state.spans[number] = start, at
        state.last = number
        end = after(state, at)
        if end < 0:
            state.spans[number], state.last = before, last
            state.rounds[-number] = start
        return end
    body = _build(tree[2], flags, close)

    def match(state, at):
        before = state.rounds.get(-number)
        state.rounds[-number] = at
        end = body(state, at)
        state.rounds[-number] = before
        return end
    return match


def _build_repeat(tree, flags, after):
    _, least, most, greedy, body = tree
    test = _single(body, flags)
    if test is not None:
        return _repeat_one(test, least, most, greedy, after)
    key = object()

    def until(state, at):
        count, last = state.rounds[key]
        if count < least:
            return more(state, at, count, last)
        may_go_on = count < most and at != last
        if greedy and may_go_on:
            end = more(state, at, count, last)
            if end >= 0:
                return end
        end = leave(state, at, count, last)
        if end < 0 and not greedy and may_go_on:
            end = more(state, at, count, last)
        return end

    def more(state, at, count, last):
        state.rounds[key] = count + 1, at
        end = inner(state, at)
        state.rounds[key] = count, last
        return end

    def leave(state, at, count, last):
        state.rounds[key] = None  # behind it, the same repeat may begin anew (inside an outer one)
        end = after(state, at)
        state.rounds[key] = count, last
        return end

    inner = _build(body, flags, until)

    def match(state, at):
        before = state.rounds.get(key)
        state.rounds[key] = 0, -1
        end = until(state, at)
        state.rounds[key] = before
        return end
    return match


def _repeat_one(test, least, most, greedy, after):
    def match_greedy(state, at):
        text, limit, end = state.text, min(state.end, at + most), at
        while end < limit and test(text[end]):
            end += 1
        while end >= at + least:
            found = after(state, end)
            if found >= 0:
                return found
            end -= 1
        return -1

    def match_lazy(state, at):
        text, limit, end = state.text, min(state.end, at + most), at
        while end - at < least:
            if end >= limit or not test(text[end]):
                return -1
            end += 1
        while True:
            found = after(state, end)
            if found >= 0:
                return found
            if end >= limit or not test(text[end]):
                return -1
            end += 1
    return match_greedy if greedy else match_lazy


def _is_word_at(state, at, flags):
    if not 0 <= at < len(state.text):
        return False
    c = state.text[at]
    return _word(c) and (not flags & ASCII or c < "\x80")


def _build_at(tree, flags, after):
    where = tree[1]

    def holds(state, at):
        if where == "start":
            return at == 0
        if where == "end":
            return at == state.end
        if where == "line start":
            return at == 0 or state.text[at - 1] == "\n"
        if where == "near end":
            return at == state.end or at == state.end - 1 and state.text[at] == "\n"
        if where == "line end":
            return at == state.end or state.text[at] == "\n"
        boundary = _is_word_at(state, at - 1, flags) != (at < state.end and _is_word_at(state, at, flags))
        return boundary == (where == "boundary") and not (where == "no boundary" and not state.text)
    return lambda state, at: after(state, at) if holds(state, at) else -1


def _apart(body, state, at):
    """A match of the body on its own, whatever follows; its groups stay."""
    refused, final = state.refused, state.final
    state.refused, state.final = -1, None
    end = body(state, at)
    state.refused, state.final = refused, final
    return end


def _build_look(tree, flags, after):
    _, width, wanted, inner = tree
    body = _build(inner, flags, _accept)

    def match(state, at):
        spans = state.spans[:]
        found = at >= width and _apart(body, state, at - width) >= 0
        if found != wanted:
            state.spans = spans
            return -1
        if not wanted:
            state.spans = spans
        return after(state, at)
    return match


def _build_atomic(tree, flags, after):
    body = _build(tree[1], flags, _accept)

    def match(state, at):
        end = _apart(body, state, at)
        return after(state, end) if end >= 0 else -1
    return match


def _build_again(tree, flags, after):
    number = tree[1]

    def match(state, at):
        span = state.spans[number]
        if span is None:
            return -1
        wanted = state.text[span[0]:span[1]]
        given = state.text[at:at + len(wanted)]
        if given == wanted and at + len(wanted) <= state.end or flags & IGNORECASE and given.lower() == wanted.lower():
            return after(state, at + len(wanted))
        return -1
    return match


def _build_if(tree, flags, after):
    number, yes, no = tree[1], _build(tree[2], flags, after), _build(tree[3], flags, after)
    return lambda state, at: (no if state.spans[number] is None else yes)(state, at)


_BUILDERS = {"sequence": _build_sequence, "literal": _build_one, "test": _build_one, "alternatives": _build_alternatives, "group": _build_group,
             "repeat": _build_repeat, "at": _build_at, "look": _build_look, "atomic": _build_atomic, "again": _build_again, "if": _build_if}


# ---- patterns and matches ----

class Pattern:
    def __init__(self, pattern, flags):
        given = flags
        if not isinstance(pattern, str):
            flags = RegexFlag(flags | ASCII)
        parser = _Parser(pattern, flags)
        tree = parser.parse()
        if parser.flags != flags:  # (?i) at the start: everything is read again with it
            parser = _Parser(pattern, parser.flags)
            tree = parser.parse()
        self.pattern = pattern
        self.flags = int(parser.flags) | (32 if not parser.flags & ASCII else 0)
        if not isinstance(pattern, str) and not given & ASCII:
            self.flags &= ~256
        self.groups = parser.groups
        self.groupindex = parser.names
        self._matcher = _build(tree, parser.flags, _accept)
        prefix = []
        for each in tree[1] if tree[0] == "sequence" and not parser.flags & IGNORECASE else ():
            if each[0] != "literal":
                break
            prefix.append(each[1])
        self._prefix = "".join(prefix)

    def _text(self, string):
        if isinstance(self.pattern, str):
            if isinstance(string, str):
                return string
            if isinstance(string, (bytes, bytearray)):
                raise TypeError("cannot use a string pattern on a bytes-like object")
        elif isinstance(string, (bytes, bytearray)):
            return string.decode("latin-1")
        elif isinstance(string, str):
            raise TypeError("cannot use a bytes pattern on a string-like object")
        raise TypeError("expected string or bytes-like object, got %r" % type(string).__name__)

    def _match_at(self, string, text, at, end, refused=-1, final=None):
        state = _State()
        state.text, state.end, state.refused, state.final, state.last = text, end, refused, final, None
        state.spans = [None] * (self.groups + 1)
        state.rounds = {}
        found = self._matcher(state, at)
        if found < 0:
            return None
        state.spans[0] = at, found
        return Match(self, string, state.spans, state.last)

    def _search(self, string, text, pos, end, refused=-1):
        prefix = self._prefix
        for at in range(pos, end + 1):
            if prefix:
                at = text.find(prefix, at, end)
                if at < 0:
                    return None
                if at < pos:
                    continue
                found = self._match_at(string, text, at, end, refused if at == refused else -1)
                if found is not None:
                    return found
                return self._search(string, text, at + 1, end)
            found = self._match_at(string, text, at, end, refused if at == refused else -1)
            if found is not None:
                return found
        return None

    def _limits(self, string, pos, endpos):
        text = self._text(string)
        end = len(text) if endpos is None else max(0, min(endpos, len(text)))
        return text, max(0, min(pos, len(text))), end

    def match(self, string, pos=0, endpos=None):
        text, pos, end = self._limits(string, pos, endpos)
        return self._placed(self._match_at(string, text, pos, end) if pos <= end else None, pos, end)

    def fullmatch(self, string, pos=0, endpos=None):
        text, pos, end = self._limits(string, pos, endpos)
        return self._placed(self._match_at(string, text, pos, end, final=end) if pos <= end else None, pos, end)

    def search(self, string, pos=0, endpos=None):
        text, pos, end = self._limits(string, pos, endpos)
        return self._placed(self._search(string, text, pos, end), pos, end)

    @staticmethod
    def _placed(match, pos, end):
        if match is not None:
            match.pos, match.endpos = pos, end
        return match

    def finditer(self, string, pos=0, endpos=None):
        text, pos, end = self._limits(string, pos, endpos)
        return self._iterate(string, text, pos, end)

    def _iterate(self, string, text, pos, end):
        at, refused = pos, -1
        while at <= end:
            found = self._search(string, text, at, end, refused)
            if found is None:
                return
            yield self._placed(found, pos, end)
            start, at = found._spans[0]
            refused = at if start == at else -1

    def findall(self, string, pos=0, endpos=None):
        if self.groups == 0:
            return [found.group() for found in self.finditer(string, pos, endpos)]
        empty = string[:0]
        if self.groups == 1:
            return [found._piece(1, empty) for found in self.finditer(string, pos, endpos)]
        return [found.groups(empty) for found in self.finditer(string, pos, endpos)]

    def split(self, string, maxsplit=0):
        result, at = [], 0
        for count, found in enumerate(self.finditer(string)):
            if maxsplit and count == maxsplit:
                break
            start, end = found._spans[0]
            result.append(string[at:start])
            result.extend(found.groups())
            at = end
        result.append(string[at:])
        return result

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]

    def subn(self, repl, string, count=0):
        empty = string[:0]
        replace = repl if callable(repl) else _template(self, repl)
        result, at, done = [], 0, 0
        for found in self.finditer(string):
            if count and done == count:
                break
            start, end = found._spans[0]
            result.append(string[at:start])
            result.append(replace(found))
            at = end
            done += 1
        result.append(string[at:])
        return empty.join(result), done

    def __repr__(self):
        flags = RegexFlag(self.flags & ~32)
        shown = repr(self.pattern)
        return "re.compile(%s%s)" % (shown[:200], ", %r" % flags if flags else "")

    def __eq__(self, other):
        return (self.pattern, self.flags) == (other.pattern, other.flags) if isinstance(other, Pattern) else NotImplemented

    def __hash__(self):
        return hash((self.pattern, self.flags))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __class_getitem__(cls, item):
        return type(list[int])(cls, item)


class Match:
    def __init__(self, pattern, string, spans, last):
        self.re = pattern
        self.string = string
        self._spans = spans
        self.pos, self.endpos = 0, len(string)
        self.lastindex = last

    @property
    def lastgroup(self):
        for name, number in self.re.groupindex.items():
            if number == self.lastindex:
                return name
        return None

    @property
    def regs(self):
        return tuple((-1, -1) if span is None else span for span in self._spans)

    def _index(self, group):
        number = self.re.groupindex.get(group) if isinstance(group, str) else group
        if not isinstance(number, int) or not 0 <= number < len(self._spans):
            raise IndexError("no such group")
        return number

    def _piece(self, number, default=None):
        span = self._spans[number]
        return default if span is None else self.string[span[0]:span[1]]

    def group(self, *groups):
        if not groups:
            return self._piece(0)
        if len(groups) == 1:
            return self._piece(self._index(groups[0]))
        return tuple(self._piece(self._index(each)) for each in groups)

    def __getitem__(self, group):
        return self._piece(self._index(group))

    def groups(self, default=None):
        return tuple(self._piece(number, default) for number in range(1, len(self._spans)))

    def groupdict(self, default=None):
        return {name: self._piece(number, default) for name, number in self.re.groupindex.items()}

    def span(self, group=0):
        return self._spans[self._index(group)] or (-1, -1)

    def start(self, group=0):
        return self.span(group)[0]

    def end(self, group=0):
        return self.span(group)[1]

    def expand(self, template):
        return _template(self.re, template)(self)

    def __repr__(self):
        return "<re.Match object; span=%r, match=%r>" % (self.span(), self.group())

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


Pattern.__module__ = Match.__module__ = "re"


def _template(pattern, source):
    """A function of a match that gives its replacement: text with \\1, \\g<name> and the usual escapes."""
    text = source if isinstance(source, str) else source.decode("latin-1")
    parts, at = [], 0
    while True:
        start = text.find("\\", at)
        if start < 0:
            break
        parts.append(text[at:start])
        letter = text[start + 1:start + 2]
        at = start + 2
        if not letter:
            raise error("bad escape (end of pattern)", source, start)
        if letter == "g":
            end = text.find(">", at)
            if text[at:at + 1] != "<" or end < 0:
                raise error("missing <" if text[at:at + 1] != "<" else "missing >, unterminated name", source, at)
            name = text[at + 1:end]
            if not name.isdigit() and name not in pattern.groupindex:
                if name.isidentifier():
                    raise IndexError("unknown group name %r" % name)
                raise error("bad character in group name %r" % name if name else "missing group name", source, at + 1)
            number = int(name) if name.isdigit() else pattern.groupindex[name]
            if number > pattern.groups:
                raise error("invalid group reference %d" % number, source, at + 1)
            parts.append(number)
            at = end + 1
        elif letter.isdigit():
            digits = letter
            if letter == "0" or text[at:at + 2].isdigit() and len(text[at:at + 2]) == 2 and all(c in "01234567" for c in letter + text[at:at + 2]):
                while len(digits) < 3 and text[at:at + 1] and text[at] in "01234567":
                    digits += text[at]
                    at += 1
                parts.append(chr(int(digits, 8) & 255))
                continue
            if text[at:at + 1].isdigit():
                digits += text[at]
                at += 1
            if int(digits) > pattern.groups:
                raise error("invalid group reference %d" % int(digits), source, start + 1)
            parts.append(int(digits))
        elif letter in _ESCAPES:
            parts.append(_ESCAPES[letter])
        elif letter.isascii() and letter.isalpha():
            raise error("bad escape \\%s" % letter, source, start)
        else:
            parts.append("\\" + letter)
    parts.append(text[at:])
    empty = source[:0]
    if not isinstance(source, str):
        parts = [each if isinstance(each, int) else each.encode("latin-1") for each in parts]
    return lambda found: empty.join([found._piece(each, empty) if isinstance(each, int) else each for each in parts])


@_functools.lru_cache(512, True)
def _compiled(pattern, flags):
    return Pattern(pattern, RegexFlag(flags))


def compile(pattern, flags=0):
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    if not isinstance(pattern, (str, bytes)):
        raise TypeError("first argument must be string or compiled pattern")
    return _compiled(pattern, int(flags))


def match(pattern, string, flags=0):
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return compile(pattern, flags).search(string)


def sub(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    return compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    return compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return compile(pattern, flags).finditer(string)


def purge():
    _compiled.cache_clear()


_special = {ord(c): "\\" + c for c in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}


def escape(pattern):
    if isinstance(pattern, str):
        return pattern.translate(_special)
    return str(pattern, "latin-1").translate(_special).encode("latin-1")
