# An interpreter in the interpreter: a stack machine dispatched by a dict of methods and by if/elif.
N = 1500


class Machine:
    def __init__(self, code):
        self.code = code
        self.stack = []
        self.variables = {}
        self.at = 0
        self.table = {
            "push": self.push, "load": self.load, "store": self.store, "add": self.add,
            "sub": self.sub, "mul": self.mul, "jump": self.jump, "jump_if": self.jump_if,
        }

    def push(self, argument):
        self.stack.append(argument)

    def load(self, argument):
        self.stack.append(self.variables[argument])

    def store(self, argument):
        self.variables[argument] = self.stack.pop()

    def add(self, argument):
        right = self.stack.pop()
        self.stack[-1] += right

    def sub(self, argument):
        right = self.stack.pop()
        self.stack[-1] -= right

    def mul(self, argument):
        right = self.stack.pop()
        self.stack[-1] = self.stack[-1] * right % 1000003

    def jump(self, argument):
        self.at = argument

    def jump_if(self, argument):
        if self.stack.pop():
            self.at = argument

    def run(self):
        code, table = self.code, self.table
        while self.at < len(code):
            name, argument = code[self.at]
            self.at += 1
            table[name](argument)
        return self.variables


def run(n):
    code = [
        ("push", n), ("store", "i"), ("push", 1), ("store", "r"),
        ("load", "r"), ("load", "i"), ("mul", None), ("push", 7), ("add", None), ("store", "r"),
        ("load", "i"), ("push", 1), ("sub", None), ("store", "i"), ("load", "i"), ("jump_if", 4),
    ]
    return Machine(code).run()["r"]
