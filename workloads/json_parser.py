# A JSON parser and printer: a scanner over characters, recursive descent, a printer by type of value.

ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
SPACES = " \t\n\r"


class JsonError(ValueError):
    pass


class Parser:
    def __init__(self, text):
        self.text = text
        self.at = 0

    def fail(self, message):
        line = self.text.count("\n", 0, self.at) + 1
        column = self.at - self.text.rfind("\n", 0, self.at)
        raise JsonError("%s at line %d column %d" % (message, line, column))

    def peek(self):
        text, at = self.text, self.at
        while at < len(text) and text[at] in SPACES:
            at += 1
        self.at = at
        return text[at] if at < len(text) else ""

    def expect(self, character):
        if self.peek() != character:
            self.fail("expected %r" % character)
        self.at += 1

    def parse(self):
        value = self.value()
        if self.peek():
            self.fail("extra text")
        return value

    def value(self):
        character = self.peek()
        if character == "{":
            return self.object()
        if character == "[":
            return self.array()
        if character == '"':
            return self.string()
        if character == "-" or "0" <= character <= "9":
            return self.number()
        return self.word()

    def object(self):
        self.at += 1
        result = {}
        if self.peek() == "}":
            self.at += 1
            return result
        while True:
            if self.peek() != '"':
                self.fail("expected a name")
            name = self.string()
            self.expect(":")
            result[name] = self.value()
            if self.peek() != ",":
                break
            self.at += 1
        self.expect("}")
        return result

    def array(self):
        self.at += 1
        result = []
        if self.peek() == "]":
            self.at += 1
            return result
        while True:
            result.append(self.value())
            if self.peek() != ",":
                break
            self.at += 1
        self.expect("]")
        return result

    def string(self):
        text = self.text
        start = self.at = self.at + 1
        pieces = []
        while True:
            if self.at >= len(text):
                self.fail("string without end")
            character = text[self.at]
            if character == '"':
                pieces.append(text[start:self.at])
                self.at += 1
                return "".join(pieces)
            if character == "\\":
                pieces.append(text[start:self.at])
                pieces.append(self.escape())
                start = self.at
            elif character < " ":
                self.fail("control character")
            else:
                self.at += 1

    def escape(self):
        letter = self.text[self.at + 1:self.at + 2]
        if letter == "u":
            digits = self.text[self.at + 2:self.at + 6]
            try:
                code = int(digits, 16)
            except ValueError:
                self.fail("bad escape")
            self.at += 6
            return chr(code)
        if letter not in ESCAPES or not letter:
            self.fail("bad escape")
        self.at += 2
        return ESCAPES[letter]

    def digits(self):
        start = self.at
        while self.at < len(self.text) and "0" <= self.text[self.at] <= "9":
            self.at += 1
        if self.at == start:
            self.fail("expected a digit")

    def number(self):
        start = self.at
        if self.text[self.at] == "-":
            self.at += 1
        self.digits()
        whole = True
        if self.text[self.at:self.at + 1] == ".":
            whole = False
            self.at += 1
            self.digits()
        if self.text[self.at:self.at + 1] in ("e", "E"):
            whole = False
            self.at += 1
            if self.text[self.at:self.at + 1] in ("+", "-"):
                self.at += 1
            self.digits()
        found = self.text[start:self.at]
        return int(found) if whole else float(found)

    def word(self):
        for name, value in (("true", True), ("false", False), ("null", None)):
            if self.text.startswith(name, self.at):
                self.at += len(name)
                return value
        self.fail("expected a value")


class Printer:
    def __init__(self, indent=None):
        self.indent = indent
        self.methods = {dict: self.object, list: self.array, str: self.string, bool: self.word, type(None): self.word, int: self.number, float: self.number}

    def show(self, value, depth=0):
        return self.methods[type(value)](value, depth)

    def word(self, value, depth):
        return {True: "true", False: "false", None: "null"}[value]

    def number(self, value, depth):
        return repr(value)

    def string(self, value, depth):
        pieces = []
        for character in value:
            if character in '"\\':
                pieces.append("\\" + character)
            elif " " <= character < "\x7f":
                pieces.append(character)
            else:
                pieces.append("\\u%04x" % ord(character))
        return '"' + "".join(pieces) + '"'

    def joined(self, opening, items, closing, depth):
        if not items:
            return opening + closing
        if self.indent is None:
            return opening + ", ".join(items) + closing
        inner = "\n" + " " * (self.indent * (depth + 1))
        return opening + inner + ("," + inner).join(items) + "\n" + " " * (self.indent * depth) + closing

    def array(self, value, depth):
        return self.joined("[", [self.show(item, depth + 1) for item in value], "]", depth)

    def object(self, value, depth):
        return self.joined("{", [self.string(k, 0) + ": " + self.show(v, depth + 1) for k, v in value.items()], "}", depth)


SAMPLE = """
{"id": 17, "name": "J\\u00fcrgen \\"J\\" Null", "active": true, "score": -12.5e-1, "tags": ["a", "b", []],
 "address": {"street": "Main\\n1", "geo": [52.5, 13.4], "none": null}, "empty": {}}
"""


def run(n):
    document = Parser("[" + ",".join([SAMPLE] * n) + "]").parse()
    return len(Printer().show(document)) * 1000 + len(document)


if __name__ == "__main__":
    document = Parser(SAMPLE).parse()
    print(document)
    print(Printer().show(document))
    print(Printer(2).show(document))
    assert Parser(Printer(4).show(document)).parse() == document
    for text in ("[1, 2", '{"a" 1}', "[1,]", "tru", '"abc', '"\\x"', "1 2", "-", "1.e5", '{"a": [1, {"b": }]}', '"\\u12g4"', "[\n\n  nul]"):
        try:
            print(Parser(text).parse())
        except JsonError as error:
            print(repr(text), "->", error)
