# Random programs of nested statements, for trace_all --random: which lines tracing passes where ways join, end and are unwound.
import random

BODY, CASE = 1, 2  # statements, so much further in

FORMS = {
    "call": ["say({n})"],
    "pass": ["pass"],
    "constant": ["1"],
    "assign": ["x = {n}"],
    "raise": ["bad({n})"],
    "return constant": ["return {n}"],
    "return": ["return say({n})"],
    "if": ["if yes({n}):", BODY],
    "if else": ["if yes({n}):", BODY, "else:", BODY],
    "elif": ["if no():", BODY, "elif yes({n}):", BODY, "else:", BODY],
    "for": ["for i in [1, 2]:", BODY],
    "for else": ["for i in [1]:", BODY, "else:", BODY],
    "for break": ["for i in [1, 2]:", BODY, "    if yes({n}):", "        break", "else:", BODY],
    "for continue": ["for i in [1, 2]:", BODY, "    if yes({n}):", "        continue", "    say({n})"],
    "while": ["while once():", BODY],
    "while else": ["while once():", BODY, "else:", BODY],
    "try": ["try:", BODY, "except ValueError:", BODY],
    "try as": ["try:", BODY, "except ValueError as e:", BODY],
    "try bare": ["try:", BODY, "except:", BODY],
    "try two": ["try:", BODY, "except KeyError:", BODY, "except ValueError:", BODY, "else:", BODY],
    "finally": ["try:", BODY, "finally:", BODY],
    "try finally": ["try:", BODY, "except KeyError as e:", BODY, "finally:", BODY],
    "with": ["with Manager(False):", BODY],
    "with as": ["with Manager(True) as m:", BODY],
    "match": ["match yes({n}):", "    case 1:", CASE, "    case True if once():", CASE],
    "match default": ["match yes({n}):", "    case 1 | 2:", CASE, "    case _:", CASE],
    "def": ["def inner():", BODY, "inner()"],
}
COMPOUND = [name for name, parts in FORMS.items() if len(parts) > 1]
FIRST = '''\
turns = fuel = 0

def say(x):
    return x

def turn():
    global turns
    turns += 1
    return turns

def yes(n):
    return turn() % 3 != 1

def no():
    return False

def once():
    global fuel
    fuel -= 1
    return fuel > 0 and turn() % 2

def bad(n):
    if turn() % 2:
        raise ValueError(n)
    if turns % 7 == 0:
        raise KeyError(n)

class Manager:
    def __init__(self, swallows):
        self.swallows = swallows

    def __enter__(self):
        return self

    def __exit__(self, *raised):
        return self.swallows

def run(function):
    global turns, fuel
    for turns in 0, 1, 2, 5, 6:
        fuel = 9
        try:
            function()
        except Exception as e:
            print(function.__name__, repr(e), e.__traceback__.tb_next.tb_lineno)
'''


def add(lines, draw, form, depth, indent):
    for part in FORMS[form]:
        if isinstance(part, str):
            lines.append("    " * indent + part.format(n=len(lines)))
            continue
        for _ in range(draw.choice([1, 1, 1, 2])):
            if depth > 0:
                inner = draw.choice(list(FORMS))
            else:
                inner = draw.choice(["call", "pass", "constant", "assign", "raise", "raise", "return", "return constant"])
            add(lines, draw, inner, depth - 1, indent + part)


def program(seed, functions=25):
    draw = random.Random(seed)
    lines = FIRST.splitlines()
    for number in range(functions):
        lines.append("def f%d():" % number)
        for _ in range(draw.choice([1, 1, 2])):
            add(lines, draw, draw.choice(COMPOUND), draw.choice([1, 2]), 1)
        lines.append("run(f%d)" % number)
    return "\n".join(lines) + "\n"
