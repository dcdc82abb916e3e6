# A recursive-descent parser of JSON text, character by character, and its printer.
N = 25


class Parser:
    def __init__(self, text):
        self.text = text
        self.at = 0

    def skip(self):
        text = self.text
        while self.at < len(text) and text[self.at] in " \n\t":
            self.at += 1

    def value(self):
        self.skip()
        c = self.text[self.at]
        if c == "{":
            return self.object()
        if c == "[":
            return self.array()
        if c == '"':
            return self.string()
        if c.isdigit() or c == "-":
            return self.number()
        for word, result in (("true", True), ("false", False), ("null", None)):
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return result
        raise ValueError("unexpected " + c)

    def object(self):
        result = {}
        self.at += 1
        while True:
            self.skip()
            if self.text[self.at] == "}":
                self.at += 1
                return result
            key = self.string()
            self.skip()
            self.at += 1
            result[key] = self.value()
            self.skip()
            if self.text[self.at] == ",":
                self.at += 1

    def array(self):
        result = []
        self.at += 1
        while True:
            self.skip()
            if self.text[self.at] == "]":
                self.at += 1
                return result
            result.append(self.value())
            self.skip()
            if self.text[self.at] == ",":
                self.at += 1

    def string(self):
        self.at += 1
        out = []
        while True:
            c = self.text[self.at]
            self.at += 1
            if c == '"':
                return "".join(out)
            if c == "\\":
                c = {"n": "\n", "t": "\t"}.get(self.text[self.at], self.text[self.at])
                self.at += 1
            out.append(c)

    def number(self):
        start = self.at
        text = self.text
        is_float = False
        while self.at < len(text) and (text[self.at].isdigit() or text[self.at] in "-.e"):
            if text[self.at] in ".e":
                is_float = True
            self.at += 1
        return float(text[start:self.at]) if is_float else int(text[start:self.at])


def dump(v):
    if isinstance(v, dict):
        return "{" + ", ".join('"%s": %s' % (key, dump(item)) for key, item in v.items()) + "}"
    if isinstance(v, list):
        return "[" + ", ".join([dump(item) for item in v]) + "]"
    if isinstance(v, str):
        return '"' + v + '"'
    return {True: "true", False: "false", None: "null"}.get(v) if v is None or isinstance(v, bool) else repr(v)


def run(n):
    record = '{"name": "row %d", "tags": ["a", "b\\n", true, null], "size": %d, "rate": -1.25, "inner": {"deep": [1, [2, [3]]]}}'
    text = "[" + ", ".join([record % (i, i * i) for i in range(n)]) + "]"
    value = Parser(text).value()
    return len(dump(value)) + sum(row["size"] for row in value)
