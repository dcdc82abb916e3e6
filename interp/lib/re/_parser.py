"""From the text of a pattern to a tree of tuples; the first item of each is its kind."""

import sys

RANGE = 0
CATEGORIES = "dDsSwW"  # numbers 1 to 6, and 7 to 12 for ASCII alone
NO_FOLD, UNICODE_FOLD, ASCII_FOLD = range(3)
RELUCTANT, GREEDY, POSSESSIVE = range(3)
INFINITE = 0xFFFFFFFF
TYPES = 256 + 4 + 32  # of ASCII, LOCALE and UNICODE, one
IGNORECASE, MULTILINE, DOTALL, VERBOSE, ASCII = 2, 8, 16, 64, 256
LETTERS = {"a": 256, "i": 2, "L": 4, "m": 8, "s": 16, "u": 32, "x": 64}
ESCAPES = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\\": "\\"}


SET_OPERATIONS = {"-": "difference", "&": "intersection", "~": "symmetric difference", "|": "union"}


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


def warn_caller(message, category):
    """Warns of the line that calls this module."""
    from warnings import warn
    depth, caller = 2, sys._getframe(1)
    while caller and caller.f_globals.get("__name__", "").partition(".")[0] in ("re", "functools"):
        depth, caller = depth + 1, caller.f_back
    warn(message, category, stacklevel=depth)


def shown(name, source):
    """A name as errors and warnings show it: of bytes, as escapes."""
    return repr(name) if isinstance(source, str) else ascii(name)


def warn_of_name(name, source, at):
    if not (isinstance(source, str) or name.isascii()):
        warn_caller("bad character in group name %s at position %d" % (ascii(name), at), DeprecationWarning)


def group_number(name, source, at, least):
    """The number that is written where a name might be; signs, blanks and digits of other scripts are warned of."""
    try:
        number = int(name)
    except ValueError:
        number = -1
    if number < 0:
        raise error("bad character in group name %s" % shown(name, source), source, at)
    if number < least:
        raise error("bad group number", source, at)
    if not (name.isdecimal() and name.isascii()):
        warn_caller("bad character in group name %s at position %d" % (shown(name, source), at), DeprecationWarning)
    return number


def _variants(code, fold):
    """The character in its cases, as items of a set."""
    if fold == ASCII_FOLD and code > 127:
        return (RANGE, code, code)
    low = chr(code).upper()
    low = (low if len(low) == 1 else chr(code)).lower()
    codes = {code, ord(low) if len(low) == 1 else code}
    high = low.upper()
    if len(high) == 1:
        codes.add(ord(high))
    return tuple([each for one in sorted(codes) if fold == UNICODE_FOLD or one < 128 for each in (RANGE, one, one)])


class Parser:
    effective_flags = ~0  # of those that a pattern may begin with

    def __init__(self, pattern, flags):
        self.source = pattern
        self.text = pattern if isinstance(pattern, str) else str(pattern, "latin-1")
        self.flags = flags
        self.at = 0
        self.groups = 0
        self.names = {}
        self.open = set()
        self.wanted_groups = {}  # of (?(1)…): number → place
        self.global_flags = 0
        self.widths = {}  # of the groups that are closed; None: not always the same
        self.behind = None  # how many groups there were before the look-behind that is read

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
        tree = self.alternation(True)
        if self.at < len(self.text):
            self.fail("unbalanced parenthesis", self.at)
        for number, at in self.wanted_groups.items():
            if number > self.groups:
                self.fail("invalid group reference %d" % number, at)
        return tree

    def alternation(self, first=False):
        choices = [self.sequence(first)]
        while self.accept("|"):
            choices.append(self.sequence())
        return choices[0] if len(choices) == 1 else ("alternatives", choices)

    def sequence(self, first=False):
        """`first`: of the whole expression, where flags may stand before everything else."""
        items = []
        while self.at < len(self.text) and self.peek() not in "|)":
            if self.flags & VERBOSE:
                if self.peek() in " \t\n\r\v\f":
                    self.at += 1
                    continue
                if self.peek() == "#":
                    end = self.text.find("\n", self.at)
                    self.at = len(self.text) if end < 0 else end + 1
                    continue
            start = self.at
            if self.peek() in "*+?{":
                bounds = self.bounds()
                if bounds is not None:
                    self.repeat_last(items, bounds, start)
                    continue
            self.flags_may_stand = first and not items
            item = self.atom()
            if item is not None:
                items.append(item)
        return ("sequence", items)

    def bounds(self):
        """The numbers of the quantifier that is read here, or None where a brace is an ordinary character."""
        character = self.peek()
        if character != "{":
            self.at += 1
            return (1 if character == "+" else 0), (1 if character == "?" else INFINITE)
        end = self.text.find("}", self.at)
        low, comma, high = self.text[self.at + 1:end].partition(",")
        if end < 0 or not (low or comma) or (low + high).strip("0123456789"):
            return None
        least = int(low) if low else 0
        most = (int(high) if high else INFINITE) if comma else least
        if least >= INFINITE or comma and high and most >= INFINITE:
            raise OverflowError("the repetition number is too large")
        if most < least:
            self.fail("min repeat greater than max repeat", self.at + 1)
        self.at = end + 1
        return least, most

    def repeat_last(self, items, bounds, at):
        """The last item, which blanks and comments may part from its quantifier at `at`, becomes its repetition."""
        if not items or items[-1][0] == "at":
            self.fail("nothing to repeat", at)
        if items[-1][0] == "repeat":
            self.fail("multiple repeat", at)
        manner = RELUCTANT if self.accept("?") else POSSESSIVE if self.accept("+") else GREEDY
        items[-1] = ("repeat", *bounds, manner, items[-1])

    def atom(self):
        start = self.at
        character = self.peek()
        self.at += 1
        if character == "(":
            return self.group(start)
        if character == "[":
            return self.character_set(start)
        if character == ".":
            return ("any", bool(self.flags & DOTALL))
        if character == "^":
            return ("at", "line start" if self.flags & MULTILINE else "start")
        if character == "$":
            return ("at", "line end" if self.flags & MULTILINE else "near end")
        if character == "\\":
            return self.escape(start)
        return self.literal(character)

    def escape(self, start):
        character = self.peek()
        if not character:
            self.fail("bad escape (end of pattern)", start)
        self.at += 1
        if character in "dswDSW":
            return ("set", False, NO_FOLD, self.category(character))
        if character in "AZbB":
            return ("at", {"A": "start", "Z": "end", "b": "boundary", "B": "no boundary"}[character] + (" ascii" if character in "bB" and self.flags & ASCII else ""))
        if character in "123456789":
            if self.peek().isdigit():
                octal = character + self.peek(2)
                if len(octal) == 3 and all(c in "01234567" for c in octal):
                    self.at += 2
                    return self.literal(self.octal(octal, start))
                character += self.peek()
                self.at += 1
            number = int(character)
            if number > self.groups:
                self.fail("invalid group reference %d" % number, start + 1)
            if number in self.open:
                self.fail("cannot refer to an open group", start)
            self.check_behind(number)
            return ("again", number, self.fold())
        return self.literal(self.character_escape(character, start))

    def named_character(self, start):
        if not self.accept("{"):
            self.fail("missing {", self.at)
        name, brace, _ = self.text[self.at:].partition("}")
        if not name:
            self.fail("missing character name", self.at)
        if not brace:
            self.fail("missing }, unterminated name", self.at)
        self.at += len(name) + 1
        from unicodedata import lookup
        try:
            return lookup(name)
        except KeyError:
            self.fail("undefined character name %r" % name, start)

    def character_escape(self, character, start):
        if character in "xuU" and (character == "x" or isinstance(self.source, str)):
            count = {"x": 2, "u": 4, "U": 8}[character]
            digits = self.peek(count)
            while digits and digits.strip("0123456789abcdefABCDEF"):
                digits = digits[:-1]
            if len(digits) < count:
                self.fail("incomplete escape \\%s%s" % (character, digits), start)
            self.at += count
            if int(digits, 16) > 0x10FFFF:
                self.fail("bad escape \\%s%s" % (character, digits), start)
            return chr(int(digits, 16))
        if character == "N" and isinstance(self.source, str):
            return self.named_character(start)
        if character == "0":
            digits = "0"
            while len(digits) < 3 and self.peek() and self.peek() in "01234567":
                digits += self.peek()
                self.at += 1
            return chr(int(digits, 8))
        if character in ESCAPES and character != "b":
            return ESCAPES[character]
        if character.isascii() and character.isalpha():
            self.fail("bad escape \\%s" % character, start)
        return character

    def octal(self, digits, start):
        if int(digits, 8) > 0o377:
            self.fail("octal escape value \\%s outside of range 0-0o377" % digits, start)
        return chr(int(digits, 8))

    def warn(self, what, at):
        """Of what may mean something else one day."""
        warn_caller("Possible %s at position %d" % (what, at), FutureWarning)

    def character_set(self, start):
        if self.peek() == "[":
            self.warn("nested set", self.at)
        negated = self.accept("^")
        items, first = [], self.at
        while True:
            if self.at >= len(self.text):
                self.fail("unterminated character set", start)
            if self.peek() == "]" and self.at > first:
                self.at += 1
                break
            at = self.at
            low = self.set_item(start)
            if items and low in SET_OPERATIONS and self.text[at] == self.peek() == low:
                self.warn("set " + SET_OPERATIONS[low], at)
            if self.peek() == "-" and self.at + 1 < len(self.text) and self.text[self.at + 1] != "]":
                self.at += 1
                if self.peek() == "-":
                    self.warn("set difference", self.at - 1)
                high = self.set_item(start)
                if not isinstance(low, str) or not isinstance(high, str) or high < low:
                    self.fail("bad character range %s" % self.text[at:self.at], at)
                items += (RANGE, ord(low), ord(high))
            else:
                items += (RANGE, ord(low), ord(low)) if isinstance(low, str) else low
        if len(items) == 3 and items[0] == RANGE and items[1] == items[2] and not negated:
            return self.literal(chr(items[1]))
        fold = self.fold()
        if fold:
            items += [each for at in range(0, len(items), 3) if items[at] == RANGE and items[at + 1] == items[at + 2]
                      for each in _variants(items[at + 1], fold)]
        return ("set", negated, fold, tuple(items))

    def fold(self):
        return NO_FOLD if not self.flags & IGNORECASE else ASCII_FOLD if self.flags & ASCII else UNICODE_FOLD

    def literal(self, character):
        fold, code = self.fold(), ord(character)
        if fold and (character.isascii() or fold == UNICODE_FOLD) and (character.lower() != character or character.upper() != character):
            return ("set", False, fold, _variants(code, fold))
        return ("literal", code)

    def category(self, letter):
        return (CATEGORIES.index(letter) + 1 + (6 if self.flags & ASCII else 0), 0, 0)

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
            return self.category(character)
        if character == "b":
            return "\b"
        if character in "01234567":
            digits = character
            while len(digits) < 3 and self.peek() and self.peek() in "01234567":
                digits += self.peek()
                self.at += 1
            return self.octal(digits, at)
        if character in "89":
            self.fail("bad escape \\%s" % character, at)
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
                self.fail("unknown group name %s" % shown(name, self.source), at)
            if self.names[name] in self.open:
                self.fail("cannot refer to an open group", at)
            self.check_behind(self.names[name])
            return ("again", self.names[name], self.fold())
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
                outer = self.behind
                if behind and outer is None:
                    self.behind = self.groups
                body = self.closed(self.alternation(), start)
                self.behind = outer
                width = width_of(body, self.widths) if behind else 0
                if width is None:
                    raise error("look-behind requires fixed-width pattern", self.source)
                return ("look", width, wanted, body)
        if self.accept("("):
            return self.conditional(start)
        return self.inline_flags(start)

    def check_behind(self, number):
        """A look-behind has a width of its own: it may refer to what was matched before it only."""
        if self.behind is not None:
            if number > self.groups or number in self.open:
                self.fail("cannot refer to an open group", self.at)
            if number > self.behind:
                self.fail("cannot refer to group defined in the same lookbehind subpattern", self.at)

    def upto(self, end_mark):
        """The text up to the mark, which is skipped."""
        at, end = self.at, self.text.find(end_mark, self.at)
        if at == len(self.text) or end == at:
            self.fail("missing group name", at)
        if end < 0:
            self.fail("missing %s, unterminated name" % end_mark, at)
        self.at = end + 1
        return self.text[at:end]

    def name(self, end_mark, at):
        name = self.upto(end_mark)
        if not name.isidentifier():
            self.fail("bad character in group name %s" % shown(name, self.source), at)
        warn_of_name(name, self.source, at)
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
        self.widths[number] = width_of(body, self.widths)
        return ("group", number, body)

    def conditional(self, start):
        at = self.at
        name = self.upto(")")
        if name.isidentifier():
            warn_of_name(name, self.source, at)
            if name not in self.names:
                self.fail("unknown group name %s" % shown(name, self.source), at)
            number = self.names[name]
        else:
            number = group_number(name, self.source, at, 1)
            self.wanted_groups.setdefault(number, at)
        self.check_behind(number)
        yes = self.sequence()
        no = ("sequence", [])
        if self.accept("|"):
            no = self.sequence()
            if self.peek() == "|":
                self.fail("conditional backref with more than two branches", self.at)
        return ("if", number, yes, self.closed(no, start))

    def flag(self, allowed_end):
        """The bit of one letter, checked."""
        letter = self.peek()
        if letter not in LETTERS or not letter:
            self.fail("unknown flag" if letter.isalpha() else allowed_end, self.at)
        self.at += 1
        if letter == "L" and isinstance(self.source, str):
            self.fail("bad inline flags: cannot use 'L' flag with a str pattern", self.at)
        if letter == "u" and not isinstance(self.source, str):
            self.fail("bad inline flags: cannot use 'u' flag with a bytes pattern", self.at)
        return LETTERS[letter]

    def inline_flags(self, start):
        letter = self.peek()
        if not letter:
            self.fail("unexpected end of pattern", self.at)
        if letter not in LETTERS and letter != "-":
            if letter in "P<" and self.at + 1 == len(self.text):
                self.fail("unexpected end of pattern", self.at + 1)
            self.fail("unknown extension ?%s" % self.text[self.at:self.at + (2 if letter in "P<" else 1)], start + 1)
        on = off = 0
        while self.peek() != "-" and self.peek() not in (")", ":"):
            on |= self.flag("missing -, : or )")
            if bin(on & TYPES).count("1") > 1:
                self.fail("bad inline flags: flags 'a', 'u' and 'L' are incompatible", self.at)
        if self.accept(")"):
            if not self.flags_may_stand:
                self.fail("global flags not at the start of the expression", start)
            self.flags |= on & self.effective_flags
            self.global_flags |= on
            return None
        if self.accept("-"):
            if not self.peek() or self.peek() not in LETTERS:
                self.fail("unknown flag" if self.peek().isalpha() else "missing flag", self.at)
            while self.peek() != ":":
                off |= self.flag("missing :")
                if off & TYPES:
                    self.fail("bad inline flags: cannot turn off flags 'a', 'u' and 'L'", self.at)
        if off & on:
            self.fail("bad inline flags: flag turned on and off", self.at)
        self.at += 1
        before = self.flags
        self.flags = (before & ~TYPES if on & TYPES else before) & ~off | on
        body = self.closed(self.alternation(), start)
        self.flags = before
        return body


def width_of(tree, groups):
    """How many characters every match of the tree has; None: not always the same. `groups`: the widths of those that are known."""
    kind = tree[0]
    if kind in ("literal", "set", "any"):
        return 1
    if kind in ("at", "look"):
        return 0
    if kind == "again":
        return groups.get(tree[1])
    if kind == "sequence":
        widths = [width_of(each, groups) for each in tree[1]]
        return None if None in widths else sum(widths)
    if kind in ("alternatives", "if"):
        widths = {width_of(each, groups) for each in (tree[1] if kind == "alternatives" else tree[2:])}
        return widths.pop() if len(widths) == 1 else None
    if kind == "group":
        return width_of(tree[2], groups)
    if kind == "repeat" and tree[1] == tree[2]:
        width = width_of(tree[4], groups)
        return None if width is None else width * tree[1]
    return width_of(tree[1], groups) if kind == "atomic" else None
