# A regular expression matcher: a recursive-descent parser builds nodes, nodes build closures that match by backtracking with continuations.


class RegexError(Exception):
    pass


class Parser:
    """alternation := sequence ('|' sequence)*; sequence := repeat*; repeat := atom [*+?]['?']"""

    def __init__(self, pattern):
        self.pattern = pattern
        self.at = 0
        self.groups = 0

    def peek(self):
        return self.pattern[self.at] if self.at < len(self.pattern) else ""

    def take(self):
        character = self.peek()
        self.at += 1
        return character

    def accept(self, character):
        if self.peek() == character:
            self.at += 1
            return True
        return False

    def parse(self):
        node = self.alternation()
        if self.peek():
            raise RegexError("unbalanced ) at position %d" % self.at)
        return node

    def alternation(self):
        choices = [self.sequence()]
        while self.accept("|"):
            choices.append(self.sequence())
        return choices[0] if len(choices) == 1 else Choice(choices)

    def sequence(self):
        items = []
        while self.peek() and self.peek() not in "|)":
            items.append(self.repeat())
        return Sequence(items)

    def repeat(self):
        node = self.atom()
        while self.peek() and self.peek() in "*+?":
            operator = self.take()
            node = Repeat(node, 1 if operator == "+" else 0, 1 if operator == "?" else None, not self.accept("?"))
        return node

    def atom(self):
        character = self.take()
        if character == "(":
            self.groups += 1
            number = self.groups
            node = Group(number, self.alternation())
            if not self.accept(")"):
                raise RegexError("missing ) for group %d" % number)
            return node
        if character == "[":
            return self.character_class()
        if character == ".":
            return Test(lambda c: c != "\n")
        if character in "^$":
            return Anchor(character == "^")
        if character in "*+?":
            raise RegexError("nothing to repeat at position %d" % (self.at - 1))
        if character == "\\":
            return Test(self.escape())
        return Test(lambda c: c == character)

    def escape(self):
        letter = self.take()
        if letter == "d":
            return lambda c: "0" <= c <= "9"
        if letter == "w":
            return lambda c: c.isalnum() or c == "_"
        if letter == "s":
            return lambda c: c in " \t\n"
        if not letter:
            raise RegexError("pattern ends in a backslash")
        return lambda c: c == letter

    def character_class(self):
        negated = self.accept("^")
        tests = []
        while not (self.accept("]") and tests):
            low = self.take()
            if not low:
                raise RegexError("missing ]")
            if low == "\\":
                tests.append(self.escape())
            elif self.peek() == "-" and self.pattern[self.at + 1:self.at + 2] not in ("]", ""):
                self.take()
                tests.append(lambda c, low=low, high=self.take(): low <= c <= high)
            else:
                tests.append(lambda c, low=low: c == low)
        return Test(lambda c: any(test(c) for test in tests) != negated)


# compile(after) returns match(text, at, groups) -> end or -1; `after` is what must match behind this node.
class Test:
    def __init__(self, test):
        self.test = test

    def compile(self, after):
        test = self.test

        def match(text, at, groups):
            if at < len(text) and test(text[at]):
                return after(text, at + 1, groups)
            return -1
        return match


class Anchor:
    def __init__(self, at_start):
        self.at_start = at_start

    def compile(self, after):
        at_start = self.at_start
        return lambda text, at, groups: after(text, at, groups) if at == (0 if at_start else len(text)) else -1


class Sequence:
    def __init__(self, items):
        self.items = items

    def compile(self, after):
        for item in reversed(self.items):
            after = item.compile(after)
        return after


class Choice:
    def __init__(self, choices):
        self.choices = choices

    def compile(self, after):
        matchers = [choice.compile(after) for choice in self.choices]

        def match(text, at, groups):
            for matcher in matchers:
                end = matcher(text, at, groups)
                if end >= 0:
                    return end
            return -1
        return match


class Group:
    def __init__(self, number, body):
        self.number = number
        self.body = body

    def compile(self, after):
        number = self.number

        def close(text, at, groups):
            before = groups.get(number)
            groups[number] = (starts[-1], at)
            end = after(text, at, groups)
            if end < 0:
                groups[number] = before
            return end
        starts = []
        body = self.body.compile(close)

        def match(text, at, groups):
            starts.append(at)
            end = body(text, at, groups)
            starts.pop()
            return end
        return match


class Repeat:
    def __init__(self, body, least, most, greedy):
        self.body = body
        self.least = least
        self.most = most
        self.greedy = greedy

    def compile(self, after):
        least, most, greedy = self.least, self.most, self.greedy
        rounds = [0, -1]

        def again(text, at, groups):
            if at == rounds[1]:
                return -1
            return match(text, at, groups)
        body = self.body.compile(again)

        def more(text, at, groups):
            saved = rounds[:]
            rounds[0] += 1
            rounds[1] = at
            end = body(text, at, groups)
            rounds[:] = saved
            return end

        def leave(text, at, groups):
            saved = rounds[:]
            rounds[:] = [0, -1]
            end = after(text, at, groups)
            rounds[:] = saved
            return end

        def match(text, at, groups):
            if rounds[0] < least:
                return more(text, at, groups)
            if most is not None and rounds[0] >= most:
                return leave(text, at, groups)
            first, second = (more, leave) if greedy else (leave, more)
            end = first(text, at, groups)
            return end if end >= 0 else second(text, at, groups)
        return match


class Regex:
    def __init__(self, pattern):
        parser = Parser(pattern)
        self.matcher = parser.parse().compile(lambda text, at, groups: at)
        self.groups = parser.groups

    def search(self, text, start=0):
        for at in range(start, len(text) + 1):
            groups = {}
            end = self.matcher(text, at, groups)
            if end >= 0:
                spans = [groups.get(number) for number in range(1, self.groups + 1)]
                return (at, end), [None if span is None else text[span[0]:span[1]] for span in spans]
        return None

    def find_all(self, text):
        found = []
        at = 0
        while at <= len(text):
            match = self.search(text, at)
            if match is None:
                break
            (start, end), _ = match
            found.append(text[start:end])
            at = end if end > start else end + 1
        return found


WORDS = Regex(r"(\w+)@(\w+)\.(com|org)")
NUMBERS = Regex(r"-?\d+(\.\d+)?")
TEXT = "ann@example.com, 12 or -3.50; bob@sample.org met carol_x@test.com at 10.15. "


def run(n):
    text = TEXT * n
    return len("".join(WORDS.find_all(text))) * 1000 + len("".join(NUMBERS.find_all(text)))


if __name__ == "__main__":
    for pattern, text in ((r"a*b", "xaaab"), (r"(a|b)*c", "ababc"), (r"^(\w+)\s+(\w+)$", "hello world"), (r"a+?", "aaa"), (r"[^a-c]+", "abcxyz"),
                          (r"(x?)(y*)z", "yyz"), (r"(a*)*", "aaab"), (r"[\d.]+", "v3.14!"), (r"x|y|", "zzz"), (r"q+", "none"), (r"(ab?)+$", "abaab")):
        print(pattern, repr(text), Regex(pattern).search(text))
    print(WORDS.find_all(TEXT), NUMBERS.find_all(TEXT), run(3))
    for pattern in ("(a", "a)", "[ab", "*a", "a\\"):
        try:
            Regex(pattern)
        except RegexError as error:
            print(pattern, "->", error)
