# A spreadsheet: formulas are parsed into trees, cells depend on each other, a change recalculates what follows from it, cycles are errors.
from collections import defaultdict


class FormulaError(Exception):
    pass


class Number:
    def __init__(self, value):
        self.value = value

    def evaluate(self, sheet):
        return self.value

    def references(self):
        return iter(())


class Reference:
    def __init__(self, name):
        self.name = name

    def evaluate(self, sheet):
        return sheet.number(self.name)

    def references(self):
        yield self.name


class Area:
    def __init__(self, first, last):
        self.names = [column + str(row) for column in letters(first[0], last[0]) for row in range(int(first[1:]), int(last[1:]) + 1)]

    def evaluate(self, sheet):
        return [sheet.number(name) for name in self.names]

    def references(self):
        yield from self.names


class Operation:
    TABLE = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b,
             "<": lambda a, b: int(a < b), ">": lambda a, b: int(a > b), "=": lambda a, b: int(a == b)}

    def __init__(self, operator, left, right):
        self.operator = self.TABLE[operator]
        self.left, self.right = left, right

    def evaluate(self, sheet):
        return self.operator(self.left.evaluate(sheet), self.right.evaluate(sheet))

    def references(self):
        yield from self.left.references()
        yield from self.right.references()


class Call:
    TABLE = {"SUM": lambda values: sum(values), "MIN": min, "MAX": max, "COUNT": len, "AVG": lambda values: sum(values) / len(values)}

    def __init__(self, name, arguments):
        if name not in self.TABLE and name != "IF":
            raise FormulaError("no function %s" % name)
        self.name, self.arguments = name, arguments

    def evaluate(self, sheet):
        if self.name == "IF":
            test, yes, no = self.arguments
            return (yes if test.evaluate(sheet) else no).evaluate(sheet)
        values = []
        for argument in self.arguments:
            value = argument.evaluate(sheet)
            values.extend(value) if isinstance(value, list) else values.append(value)
        return self.TABLE[self.name](values)

    def references(self):
        for argument in self.arguments:
            yield from argument.references()


def letters(first, last):
    return [chr(code) for code in range(ord(first), ord(last) + 1)]


def tokens(text):
    at = 0
    while at < len(text):
        character = text[at]
        end = at + 1
        if character.isspace():
            at = end
            continue
        if character.isalnum() or character == ".":
            while end < len(text) and (text[end].isalnum() or text[end] == "."):
                end += 1
        elif character not in "+-*/<>=():,":
            raise FormulaError("unexpected %r" % character)
        yield text[at:end]
        at = end
    yield ""


class Formula:
    LEVELS = ("<>=", "+-", "*/")

    def __init__(self, text):
        self.words = list(tokens(text))
        self.at = 0

    def parse(self):
        tree = self.binary(0)
        if self.words[self.at]:
            raise FormulaError("unexpected %r" % self.words[self.at])
        return tree

    def take(self):
        self.at += 1
        return self.words[self.at - 1]

    def accept(self, word):
        if self.words[self.at] == word:
            self.at += 1
            return True
        return False

    def binary(self, level):
        if level == len(self.LEVELS):
            return self.unary()
        tree = self.binary(level + 1)
        while self.words[self.at] and self.words[self.at] in self.LEVELS[level]:
            operator = self.take()
            tree = Operation(operator, tree, self.binary(level + 1))
        return tree

    def unary(self):
        if self.accept("-"):
            return Operation("-", Number(0), self.unary())
        word = self.take()
        if word == "(":
            tree = self.binary(0)
            if not self.accept(")"):
                raise FormulaError("missing )")
            return tree
        if word[:1].isdigit():
            return Number(float(word) if "." in word else int(word))
        if word[:1].isalpha():
            if self.accept("("):
                arguments = [self.binary(0)]
                while self.accept(","):
                    arguments.append(self.binary(0))
                if not self.accept(")"):
                    raise FormulaError("missing )")
                return Call(word, arguments)
            return Area(word, self.take()) if self.accept(":") else Reference(word)
        raise FormulaError("unexpected %r" % (word or "end"))


class Sheet:
    def __init__(self):
        self.formulas = {}
        self.values = {}
        self.followers = defaultdict(set)
        self.evaluations = 0

    def set(self, name, text):
        old = self.formulas.get(name)
        if old is not None:
            for reference in old.references():
                self.followers[reference].discard(name)
        try:
            tree = Formula(text).parse()
        except FormulaError as error:
            self.formulas.pop(name, None)
            self.values[name] = error
        else:
            self.formulas[name] = tree
            for reference in tree.references():
                self.followers[reference].add(name)
        for each in self.order(name):
            self.recalculate(each)

    def order(self, start):
        """start and what follows from it, each behind what it depends on; the members of a cycle come with an error."""
        result, done, active = [], set(), set()

        def visit(name):
            if name in active:
                self.values[name] = FormulaError("cycle")
                return
            if name in done:
                return
            active.add(name)
            for each in sorted(self.followers.get(name, ())):
                visit(each)
            active.discard(name)
            done.add(name)
            result.append(name)

        visit(start)
        return reversed(result)

    def recalculate(self, name):
        tree = self.formulas.get(name)
        if tree is None:
            return
        self.evaluations += 1
        try:
            if name in self.reach(name):
                raise FormulaError("cycle")
            self.values[name] = tree.evaluate(self)
        except FormulaError as error:
            self.values[name] = error
        except ZeroDivisionError:
            self.values[name] = FormulaError("division by zero")

    def reach(self, name):
        """Everything that the cell depends on, found step by step."""
        found, todo = set(), [name]
        while todo:
            tree = self.formulas.get(todo.pop())
            for each in tree.references() if tree is not None else ():
                if each not in found:
                    found.add(each)
                    todo.append(each)
        return found

    def number(self, name):
        value = self.values.get(name, 0)
        if isinstance(value, FormulaError):
            raise value
        return value

    def show(self, name):
        value = self.values.get(name, "")
        return "#%s" % value if isinstance(value, FormulaError) else str(value)


def fill(rows):
    sheet = Sheet()
    for row in range(1, rows + 1):
        sheet.set("A%d" % row, str(row * 7 % 13))
        sheet.set("B%d" % row, "A%d * 2 + %d" % (row, row))
        sheet.set("C%d" % row, "IF(B%d > 20, B%d - 20, SUM(A1:A%d))" % (row, row, row))
    sheet.set("D1", "SUM(C1:C%d) / COUNT(C1:C%d)" % (rows, rows))
    sheet.set("D2", "MAX(A1:C%d) - MIN(A1:C%d)" % (rows, rows))
    return sheet


def run(n):
    sheet = fill(n)
    for row in range(1, n + 1, 2):
        sheet.set("A%d" % row, str(row))
    return "%s %s %d" % (sheet.show("D1"), sheet.show("D2"), sheet.evaluations)


if __name__ == "__main__":
    sheet = fill(6)
    for row in range(1, 7):
        print("  ".join("%6s" % sheet.show(column + str(row)) for column in "ABCD"))
    for name, text in (("E1", "1 +"), ("E2", "E1 * 2"), ("E3", "1 / 0"), ("E4", "NOPE(1)"), ("E5", "E6 + 1"), ("E6", "E5 + 1"), ("E6", "41"),
                       ("E7", "-(2 + 3) * 4 - 1.5"), ("E8", "AVG(A1:A6) = AVG(A1:A6)"), ("E9", "3 $ 4"), ("A1", "100")):
        sheet.set(name, text)
        print(name, text, "=>", sheet.show(name), sheet.show("E5"), sheet.show("D1"), sheet.show("D2"))
    print(run(10))
