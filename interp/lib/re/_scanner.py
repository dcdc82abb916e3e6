"""re.Scanner: cuts a text into pieces, each by the first of several patterns that matches there."""
import _re
from ._compile import MATCH, Emitter, check_flags
from ._parser import ASCII, VERBOSE, Parser

_UNICODE = 32


class _Phrase(Parser):
    """One of the patterns. Of the flags that it begins with, only the one that says how it is read does something."""
    effective_flags = VERBOSE


def _parse(phrase, flags):
    check_flags(isinstance(phrase, str), flags)
    # Without UNICODE, classes of characters are ASCII's: CPython adds that flag to phrases, but not to the whole.
    mode = flags if flags & _UNICODE else flags | ASCII
    parser = _Phrase(phrase, mode)
    tree = parser.parse()
    check_flags(isinstance(phrase, str), flags | parser.global_flags)
    if parser.flags != mode:
        parser = _Phrase(phrase, parser.flags)
        tree = parser.parse()
    return tree, parser.groups


class Scanner:
    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        flags = int(flags)
        choices, inner = [], 0
        for phrase, action in lexicon:
            tree, groups = _parse(phrase, flags)
            choices.append(("group", len(choices) + 1, tree))
            inner = max(inner, groups)
        if inner > len(choices) or not choices:
            raise RuntimeError("invalid SRE code")
        emitter = Emitter(len(choices))
        emitter.tree(("alternatives", choices))
        emitter.emit(MATCH)
        self.scanner = _re.compile(None, flags, emitter.code, emitter.sets, emitter.first_set(("alternatives", choices)), None, len(choices), emitter.slots, {})

    def scan(self, string):
        """What the actions make of the pieces, and the rest that no pattern matches."""
        found = []
        match = self.scanner.scanner(string).match
        at = 0
        while (piece := match()) and piece.end() != at:
            at = piece.end()
            action = self.lexicon[piece.lastindex - 1][1]
            if callable(action):
                self.match = piece
                action = action(self, piece.group())
            if action is not None:
                found.append(action)
        return found, string[at:]


Scanner.__module__ = "re"
