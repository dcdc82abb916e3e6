"""From the tree of a pattern to the words that interp/modules/regex_run.c executes; regex.h explains each."""
import _re
from ._parser import ASCII, ESCAPES, GREEDY, INFINITE, RELUCTANT, NO_FOLD, POSSESSIVE, RANGE, Parser, error, group_number, warn_of_name

(MATCH, CHAR, ANY, ANY_ALL, SET, TEXT, SAVE, JUMP, SPLIT, TRY, AT, REPEAT, LOOP_START, LOOP_MORE, LOOP, LOOK, LOOK_END, NOT, NOT_END, ATOMIC,
 ATOMIC_END, AGAIN, IF) = range(23)
PLACES = {name: number for number, name in enumerate(("start", "line start", "end", "near end", "line end", "boundary", "no boundary", "boundary ascii",
                                                      "no boundary ascii"))}
NONE = 0xFFFFFFFF
SUBSET = 13
EVERYTHING = (RANGE, 0, 0x10FFFF)
NOT_NEWLINE = ("set", True, NO_FOLD, (RANGE, 10, 10))


def is_empty(tree):
    """May it match the empty string?"""
    kind = tree[0]
    if kind == "sequence":
        return all([is_empty(each) for each in tree[1]])
    if kind == "alternatives":
        return any([is_empty(each) for each in tree[1]])
    if kind in ("group", "repeat"):
        return is_empty(tree[-1]) or kind == "repeat" and tree[1] == 0
    if kind == "if":
        return is_empty(tree[2]) or is_empty(tree[3])
    return is_empty(tree[1]) if kind == "atomic" else kind in ("at", "look", "again")


class Emitter:
    def __init__(self, groups):
        self.code = []
        self.sets = []
        self.numbers = {}  # set → its number
        self.slots = 2 * (groups + 1)

    def take_slots(self):
        self.slots += 2
        return self.slots - 2

    def set_number(self, negated, fold, items):
        key = negated, fold, items
        if key not in self.numbers:
            self.numbers[key] = len(self.sets)
            self.sets.append([int(negated), fold, *items])
        return self.numbers[key]

    # ---- what a match can begin with ----

    def first(self, tree):
        """Items of a set that holds every first character; EVERYTHING where nobody knows."""
        kind = tree[0]
        if kind == "literal":
            return (RANGE, tree[1], tree[1])
        if kind == "set":
            return (SUBSET, self.set_number(*tree[1:]), 0)
        if kind == "any":
            return EVERYTHING if tree[1] else (SUBSET, self.set_number(*NOT_NEWLINE[1:]), 0)
        if kind == "sequence":
            items = ()
            for each in tree[1]:
                items += self.first(each)
                if not is_empty(each):
                    break
            return items
        if kind in ("alternatives", "if"):
            return sum([self.first(each) for each in (tree[1] if kind == "alternatives" else tree[2:])], ())
        if kind in ("group", "repeat", "atomic"):
            return self.first(tree[-1])
        return EVERYTHING if kind == "again" else ()

    def first_set(self, tree):
        items = () if is_empty(tree) else self.first(tree)
        return NONE if not items or EVERYTHING == items[-3:] else self.set_number(False, NO_FOLD, items)

    # ---- emission ----

    def emit(self, *words):
        self.code += words
        return len(self.code)

    def emit_try(self, tree):
        """Begins something that may be left out; gives the place where its target is to be written."""
        number = self.first_set(tree)
        return (self.emit(SPLIT, 0) if number == NONE else self.emit(TRY, number, 0)) - 1

    def land(self, place):
        self.code[place] = len(self.code)

    def single(self, tree):
        """The words of an instruction that matches one character; None: the tree is more."""
        kind = tree[0]
        if kind == "literal":
            return (CHAR, tree[1])
        if kind == "set":
            return (SET, self.set_number(*tree[1:]))
        if kind == "any":
            return (ANY_ALL if tree[1] else ANY,)
        if kind == "sequence" and len(tree[1]) == 1:
            return self.single(tree[1][0])
        if kind == "alternatives" and all([each[0] == "sequence" and len(each[1]) == 1 and each[1][0][0] == "literal" for each in tree[1]]):
            return (SET, self.set_number(False, NO_FOLD, tuple([word for each in tree[1] for word in (RANGE, each[1][0][1], each[1][0][1])])))
        return None

    def tree(self, tree, wanted=NONE):
        """wanted: the character that must follow, NONE: any."""
        words = self.single(tree)
        if words:
            self.emit(*words)
        else:
            getattr(self, "tree_" + tree[0])(tree, wanted)

    def tree_sequence(self, tree, wanted):
        items, at = tree[1], 0
        while at < len(items):
            end = at
            while end < len(items) and items[end][0] == "literal":
                end += 1
            if end > at + 1:
                self.emit(TEXT, end - at, *[each[1] for each in items[at:end]])
                at = end
                continue
            follows = items[at + 1] if at + 1 < len(items) else None
            self.tree(items[at], wanted if follows is None else follows[1] if follows[0] == "literal" else NONE)
            at += 1

    def tree_alternatives(self, tree, wanted):
        ends = []
        for each in tree[1][:-1]:
            place = self.emit_try(each)
            self.tree(each, wanted)
            ends.append(self.emit(JUMP, 0) - 1)
            self.land(place)
        self.tree(tree[1][-1], wanted)
        for place in ends:
            self.land(place)

    def tree_group(self, tree, wanted):
        self.emit(SAVE, 2 * tree[1])
        self.tree(tree[2], wanted)
        self.emit(SAVE, 2 * tree[1] + 1)

    def tree_at(self, tree, wanted):
        self.emit(AT, PLACES[tree[1]])

    def tree_again(self, tree, wanted):
        self.emit(AGAIN, tree[1], tree[2])

    def tree_if(self, tree, wanted):
        no = self.emit(IF, tree[1], 0) - 1
        self.tree(tree[2], wanted)
        end = self.emit(JUMP, 0) - 1
        self.land(no)
        self.tree(tree[3], wanted)
        self.land(end)

    def tree_look(self, tree, wanted):
        slot = self.take_slots()
        place = self.emit(LOOK, slot, tree[1]) if tree[2] else self.emit(NOT, slot, tree[1], 0) - 1
        self.tree(tree[3])
        self.emit(LOOK_END if tree[2] else NOT_END, slot)
        if not tree[2]:
            self.land(place)

    def tree_atomic(self, tree, wanted):
        slot = self.take_slots()
        self.emit(ATOMIC, slot)
        self.tree(tree[1])
        self.emit(ATOMIC_END, slot)

    def tree_repeat(self, tree, wanted):
        _, least, most, manner, body = tree
        words = self.single(body)
        if words:
            self.emit(REPEAT, least, most, manner, wanted, *words)
        elif manner == POSSESSIVE:
            self.tree_atomic((None, ("repeat", least, most, GREEDY, body)), NONE)
        elif least == 0 and most == 1:
            self.optional(manner, body, wanted)
        elif most == INFINITE and least < 2 and not is_empty(body):
            self.rounds(least, manner, body)
        elif most:
            self.counted(least, most, manner, body)

    def optional(self, manner, body, wanted):
        if manner == GREEDY:
            end = self.emit_try(body)
        else:
            self.emit(SPLIT, len(self.code) + 4)
            end = self.emit(JUMP, 0) - 1
        self.tree(body, wanted)
        self.land(end)

    def rounds(self, least, manner, body):
        """As often as it goes, without counting: every round takes a character at least."""
        start = len(self.code)
        if manner == RELUCTANT:
            entry = None if least else self.emit(JUMP, 0) - 1
            body_start = len(self.code)
            self.tree(body)
            if entry is not None:
                self.land(entry)
            self.emit(SPLIT, body_start)
        elif least:
            self.tree(body)
            end = self.emit_try(body)
            self.emit(JUMP, start)
            self.land(end)
        else:
            end = self.emit_try(body)
            self.tree(body)
            self.emit(JUMP, start)
            self.land(end)

    def counted(self, least, most, manner, body):
        slot = self.take_slots()
        self.emit(LOOP_START, slot)
        entry = self.emit(JUMP, 0) - 1
        more = len(self.code)
        self.emit(LOOP_MORE, slot)
        self.tree(body)
        self.land(entry)
        self.emit(LOOP, slot, least, most, manner, more)


def prefix_of(tree):
    codes = []
    for each in tree[1] if tree[0] == "sequence" else (tree,):
        if each[0] != "literal":
            break
        codes.append(each[1])
    return "".join(map(chr, codes)) or None


def check_flags(is_text, flags):
    if is_text and flags & 4:
        raise ValueError("cannot use LOCALE flag with a str pattern")
    if is_text and flags & ASCII and flags & 32:
        raise ValueError("ASCII and UNICODE flags are incompatible")
    if not is_text and flags & 32:
        raise ValueError("cannot use UNICODE flag with a bytes pattern")
    if not is_text and flags & 4 and flags & ASCII:
        raise ValueError("ASCII and LOCALE flags are incompatible")


def compile_pattern(pattern, flags):
    """A Pattern, from its text and the bits of its flags."""
    is_text = isinstance(pattern, str)
    check_flags(is_text, flags)
    given, flags = flags, flags if is_text else flags | ASCII
    parser = Parser(pattern, flags)
    tree = parser.parse()
    check_flags(is_text, given | parser.global_flags)
    if parser.flags != flags:  # (?i) at the start: everything is read again with it
        parser = Parser(pattern, parser.flags)
        tree = parser.parse()
    emitter = Emitter(parser.groups)
    emitter.tree(tree)
    emitter.emit(MATCH)
    first = emitter.first_set(tree)
    final = parser.flags if not is_text or parser.flags & ASCII else parser.flags | 32
    if not is_text and not (given | parser.global_flags) & ASCII:
        final &= ~ASCII
    return _re.compile(pattern, final, emitter.code, emitter.sets, first, prefix_of(tree), parser.groups, emitter.slots, parser.names)


def parse_template(pattern, source):
    """The pieces of a replacement: text, and the numbers of groups."""
    text = source if isinstance(source, str) else str(source, "latin-1")
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
            if text[at:at + 1] != "<":
                raise error("missing <", source, at)
            if end < 0:
                raise error("missing >, unterminated name" if at + 1 < len(text) else "missing group name", source, at + 1)
            name = text[at + 1:end]
            if not name:
                raise error("missing group name", source, at + 1)
            if name.isidentifier():
                warn_of_name(name, source, at + 1)
                if name not in pattern.groupindex:
                    raise IndexError("unknown group name %r" % name)
                number = pattern.groupindex[name]
            else:
                number = group_number(name, source, at + 1, 0)
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
                if int(digits, 8) > 0o377:
                    raise error("octal escape value \\%s outside of range 0-0o377" % digits, source, start)
                parts.append(chr(int(digits, 8)))
                continue
            if text[at:at + 1].isdigit():
                digits += text[at]
                at += 1
            if int(digits) > pattern.groups:
                raise error("invalid group reference %d" % int(digits), source, start + 1)
            parts.append(int(digits))
        elif letter in ESCAPES:
            parts.append(ESCAPES[letter])
        elif letter.isascii() and letter.isalpha():
            raise error("bad escape \\%s" % letter, source, start)
        else:
            parts.append("\\" + letter)
    parts.append(text[at:])
    empty = source[:0]
    if not isinstance(source, str):
        parts = [each if isinstance(each, int) else each.encode("latin-1") for each in parts]
    return [each for each in parts if each != empty]
