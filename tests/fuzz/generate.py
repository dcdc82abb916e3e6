"""Random valid programs, directed by the grammar. program(seed) gives the text; the same seed always gives the same text.

Values are kept small by lim() and loops by constants, so every program ends soon. Expressions are typed loosely: now and then an operand has the
wrong type, which is how error messages get compared. Nothing that differs between interpreters by right is printed: no addresses, no order of
hashed strings.
"""
import random

from generate_forms import ERRORS, Forms

PRELUDE = '''\
def lim(x):
    if isinstance(x, bool) or x is None:
        return x
    if isinstance(x, int):
        return x if -10**40 < x < 10**40 else x % 1000003
    if isinstance(x, (str, bytes, list, tuple)):
        return x[:40]
    if isinstance(x, (dict, set)) and len(x) > 40:
        return type(x)()
    return x


def show(*values):
    print(*[sorted(v, key=repr) if isinstance(v, (set, frozenset)) else v for v in values])

'''

TYPES = ("int", "float", "bool", "str", "bytes", "list", "tuple", "dict", "set")
LITERALS = {
    "int": ("0", "1", "2", "3", "7", "-1", "-5", "10", "255", "1000", "2**31", "2**63", "-2**63", "10**20", "0x1f", "1_000"),
    "float": ("0.0", "1.5", "-0.5", "2.0", "1e10", "0.1", "1e-7", "float('inf')", "-0.0", "3.14159", "1e300"),
    "bool": ("True", "False"),
    "str": ("''", "'a'", "'abc'", "'Hello World'", "'x,y,z'", "' pad '", "'123'", "'\\u00e9t\\u00e9'", "'a\\nb'", "'\\U0001f600'", "'TITLE'"),
    "bytes": ("b''", "b'a'", "b'abc'", "b'\\x00\\xff'", "b'a,b'"),
    "None": ("None",),
}
METHODS = {  # name: types of arguments
    "str": (("upper",), ("lower",), ("title",), ("strip",), ("split",), ("split", "str"), ("replace", "str", "str"), ("find", "str"), ("count", "str"),
            ("startswith", "str"), ("endswith", "str"), ("join", "list"), ("zfill", "small"), ("center", "small"), ("ljust", "small", "str"),
            ("partition", "str"), ("rpartition", "str"), ("index", "str"), ("isdigit",), ("isalpha",), ("swapcase",), ("capitalize",), ("splitlines",),
            ("encode",), ("expandtabs", "small"), ("rsplit", "str", "small"), ("removeprefix", "str"), ("casefold",), ("isupper",), ("format", "any")),
    "bytes": (("upper",), ("hex",), ("find", "bytes"), ("split",), ("replace", "bytes", "bytes"), ("decode",), ("count", "bytes"), ("startswith", "bytes")),
    "list": (("append", "any"), ("pop",), ("pop", "small"), ("insert", "small", "any"), ("extend", "list"), ("index", "any"), ("count", "any"),
             ("reverse",), ("copy",), ("remove", "any"), ("clear",), ("sort",)),
    "tuple": (("index", "any"), ("count", "any")),
    "dict": (("get", "key"), ("get", "key", "any"), ("pop", "key", "any"), ("pop", "key"), ("setdefault", "key", "any"), ("keys",), ("values",), ("items",),
             ("copy",), ("update", "dict"), ("popitem",)),
    "set": (("add", "small"), ("discard", "small"), ("remove", "small"), ("union", "set"), ("issubset", "set"), ("isdisjoint", "set")),
    "int": (("bit_length",), ("conjugate",), ("bit_count",), ("as_integer_ratio",), ("to_bytes", "small", "order")),
    "float": (("is_integer",), ("hex",), ("as_integer_ratio",)),
    "bool": (("bit_length",),),
}
CALLS = (("len", "any"), ("abs", "number"), ("sum", "list"), ("min", "list"), ("max", "list"), ("sorted", "list"), ("list", "any"), ("tuple", "any"),
         ("str", "any"), ("repr", "any"), ("int", "any"), ("float", "any"), ("bool", "any"), ("divmod", "number", "number"), ("round", "number"),
         ("round", "float", "small"), ("chr", "int"), ("ord", "str"), ("hex", "int"), ("bin", "int"), ("any", "list"), ("all", "list"), ("reversed", "list"),
         ("isinstance", "any", "type"), ("pow", "small", "small"), ("pow", "int", "small", "int"), ("enumerate", "list"),
         ("zip", "list", "str"), ("bytes", "list"), ("dict", "list"), ("set", "list"), ("callable", "any"), ("format", "any", "spec"), ("range", "small"),
         ("type", "any"), ("slice", "small", "small"), ("complex", "number", "number"))
BINARY = ("+", "-", "*", "/", "//", "%", "&", "|", "^", "<<", ">>", "**", "@")
COMPARE = ("<", "<=", "==", "!=", ">", ">=", "in", "not in", "is", "is not")


class Generator(Forms):
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.lines = []
        self.indent = 0
        self.names = 0
        self.scopes = [{}]     # name -> type
        self.functions = []    # (name, kinds of parameters)
        self.classes = []      # name
        self.loops = 0
        self.budget = 70       # statements
        self.in_function = self.in_generator = False

    def choose(self, items):
        return self.random.choice(items)

    def chance(self, percent):
        return self.random.randrange(100) < percent

    def emit(self, text):
        self.lines.append("    " * self.indent + text)

    def new_name(self, prefix="v"):
        self.names += 1
        return "%s%d" % (prefix, self.names)

    # ---- expressions ----

    def variable(self, kind):
        names = [name for scope in self.scopes for name, its in scope.items() if kind == "any" or its == kind]
        return self.choose(names) if names else None

    def expression(self, kind="any", depth=0):
        if kind in ("small", "order", "type", "spec", "key", "number"):
            return self.special(kind, depth)
        if kind == "any":
            kind = self.choose(TYPES + ("None",))
        if self.chance(2):
            kind = self.choose(TYPES)
        if self.chance(45):
            name = self.variable(kind)
            if name:
                return name
        if depth >= 3 or kind == "None":
            return self.literal(kind, depth)
        form = self.choose((self.literal, self.literal, self.operation, self.operation, self.method, self.call, self.conditional, self.display,
                            self.comprehension, self.subscript, self.own_call, self.lambda_call, self.formatted, self.walrus, self.comparison))
        return form(kind, depth)

    def special(self, kind, depth):
        if kind == "small":
            return str(self.random.randrange(-3, 8))
        if kind == "order":
            return self.choose(("'big'", "'little'"))
        if kind == "type":
            return self.choose(TYPES + ("(int, str)", "object"))
        if kind == "spec":
            return self.choose(("''", "'5'", "'>8'", "'.2f'", "'05d'", "'x'", "',d'", "'^9'", "'e'", "'+'", "'s'"))
        if kind == "key":
            return self.choose(("1", "2", "'a'", "'b'", "(1, 2)", "None", "True", "[]"))
        return self.expression(self.choose(("int", "float", "int", "bool")), depth)

    def literal(self, kind, depth):
        if kind in LITERALS:
            return self.choose(LITERALS[kind])
        return self.display(kind, depth)

    def display(self, kind, depth):
        count = self.random.randrange(4)
        if kind == "dict":
            items = ["%s: %s" % (self.special("key", depth).replace("[]", "0"), self.expression("any", depth + 1)) for _ in range(count)]
            if self.chance(15):
                items.append("**" + self.expression("dict", depth + 1))
            return "{%s}" % ", ".join(items)
        if kind == "set":
            return "{%s}" % ", ".join(self.special("small", depth) for _ in range(count + 1))
        items = [self.expression("any" if self.chance(50) else "int", depth + 1) for _ in range(count)]
        if self.chance(15):
            items.append("*" + self.expression(self.choose(("list", "tuple", "str")), depth + 1))
        if kind == "tuple":
            return "(%s)" % "".join(item + ", " for item in items)
        if kind == "list":
            return "[%s]" % ", ".join(items)
        return self.choose(LITERALS.get(kind, ("None",)))

    def operation(self, kind, depth):
        if self.chance(15):
            return "(%s%s)" % (self.choose(("-", "+", "~", "not ")), self.expression(kind, depth + 1))
        op = self.choose(BINARY if kind in ("int", "bool", "float") and self.chance(80) else ("+", "*", "%", "|", "&", "-"))
        left = self.expression(kind, depth + 1)
        if op in ("<<", ">>", "**") or (op == "*" and kind not in ("int", "float", "bool")):
            return "(%s %s %s)" % (left, op, self.choose(("0", "1", "2", "3", "5")))
        return "(%s %s %s)" % (left, op, self.expression(kind if self.chance(92) else "any", depth + 1))

    def comparison(self, kind, depth):
        parts = [self.expression("any" if self.chance(20) else "int", depth + 1)]
        for _ in range(self.random.randrange(1, 3)):
            op = self.choose(COMPARE[:6] if self.chance(80) else COMPARE[6:8])
            parts += [op, self.expression("list" if "in" in op else "int" if self.chance(85) else "any", depth + 1)]
        return "(%s)" % " ".join(parts)

    def method(self, kind, depth):
        owner = kind if kind in METHODS else "str"
        name, *parameters = self.choose(METHODS[owner])
        return "(%s).%s(%s)" % (self.expression(owner, depth + 1), name, ", ".join(self.expression(p, depth + 1) for p in parameters))

    def call(self, kind, depth):
        name, *parameters = self.choose(CALLS)
        text = "%s(%s)" % (name, ", ".join(self.expression(p, depth + 1) for p in parameters))
        return "list(%s)" % text if name in ("reversed", "enumerate", "zip") else text

    def conditional(self, kind, depth):
        if self.chance(50):
            return "(%s if %s else %s)" % (self.expression(kind, depth + 1), self.expression("bool", depth + 1), self.expression(kind, depth + 1))
        return "(%s %s %s)" % (self.expression(kind, depth + 1), self.choose(("and", "or")), self.expression(kind, depth + 1))

    def comprehension(self, kind, depth):
        name = self.new_name("i")
        source = self.expression(self.choose(("list", "tuple", "str")), depth + 1) if self.chance(60) else "range(%d)" % self.random.randrange(5)
        self.scopes.append({name: "int"})
        clauses = "for %s in %s" % (name, source)
        if self.chance(30):
            clauses += " if %s" % self.expression("bool", depth + 1)
        if self.chance(15):
            clauses += " for %s in range(2)" % self.new_name("j")
        value = self.expression("any" if self.chance(40) else "int", depth + 1)
        self.scopes.pop()
        if kind == "dict":
            return "{%s: %s %s}" % (self.choose(("str(%s)" % name, "repr(%s)" % name)), value, clauses)
        if kind == "set":
            return "{len(str(%s)) %s}" % (name, clauses)
        if kind == "tuple":
            return "tuple(%s %s)" % (value, clauses)
        return "[%s %s]" % (value, clauses)

    def subscript(self, kind, depth):
        owner = self.choose(("list", "tuple", "str", "bytes", "dict"))
        if owner == "dict":
            return "(%s)[%s]" % (self.expression("dict", depth + 1), self.special("key", depth))
        if self.chance(40):
            return "(%s)[%s]" % (self.expression(owner, depth + 1), self.special("small", depth))
        parts = [self.special("small", depth) if self.chance(60) else "" for _ in range(self.choose((2, 2, 3)))]
        return "(%s)[%s]" % (self.expression(owner, depth + 1), ":".join(parts))

    def own_call(self, kind, depth):
        if self.functions and self.chance(75):
            return self.arguments(*self.choose(self.functions), depth)
        if self.classes:
            name = self.choose(self.classes)
            return "%s(%s)%s" % (name, self.expression("int", depth + 1), self.choose((".value", ".method(2)", ".prop", "[1]", "", " + 1", ".missing", "(3)")))
        return self.literal(kind, depth)

    def arguments(self, name, parameters, depth):
        out = []
        for parameter, style in parameters:
            value = self.expression("any" if self.chance(30) else "int", depth + 1)
            if style == "*":
                out += [value] if self.chance(40) else ["*(1, 2)"] if self.chance(30) else []
            elif style == "**":
                out += ["extra=%s" % value] if self.chance(40) else ["**{'k': 1}"] if self.chance(30) else []
            elif style == "keyword":
                out.append("%s=%s" % (parameter, value))
            elif style != "default" or not any("=" in o.split("(")[0] or o.startswith("*") for o in out) and self.chance(60):
                out.append(value)
        positional = [o for o in out if not (o.startswith("**") or o.split("=")[0].isidentifier() and "=" in o)]
        return "%s(%s)" % (name, ", ".join(positional + [o for o in out if o not in positional]))

    def lambda_call(self, kind, depth):
        name = self.new_name("p")
        self.scopes.append({name: "int"})
        text = "(lambda %s%s: %s)(%s)" % (name, self.choose(("", "=1", ", *rest")), self.expression(kind, depth + 1), self.expression("int", depth + 1))
        self.scopes.pop()
        return text

    def formatted(self, kind, depth):
        name = self.variable("any")
        if not name:
            return self.literal("str", depth)
        return "f'%s{%s%s%s}%s'" % (self.choose(("", "x=", "{{")), name, self.choose(("", "!r", "!s", "=")),
                                   self.choose(("", ":>12", ":<6", ":{3 + 4}", "")), self.choose(("", "}}", " end")))

    def walrus(self, kind, depth):
        if len(self.scopes) > 1 and not self.in_function:
            return self.literal(kind, depth)  # inside a comprehension or lambda at module level it would bind elsewhere
        return self.literal(kind, depth) if self.loops and not self.in_function else "(lim(%s))" % self.expression(kind, depth + 1)

    # ---- statements ----

    def block(self, statements):
        self.indent += 1
        self.scopes.append({})
        before = len(self.lines)
        for _ in range(statements):
            self.statement()
        if len(self.lines) == before:
            self.emit("pass")
        self.scopes.pop()
        self.indent -= 1

    def statement(self):
        if self.budget <= 0:
            return
        self.budget -= 1
        simple = (self.assign, self.assign, self.assign, self.show, self.show, self.augmented, self.unpack, self.store_item, self.delete, self.checked)
        compound = (self.if_statement, self.for_statement, self.while_statement, self.try_statement, self.with_statement, self.match_statement)
        definitions = (self.function, self.function, self.class_statement, self.generator, self.flow, self.decorated, self.hierarchy, self.delegation,
                       self.coroutine)
        roll = self.random.randrange(100)
        if self.indent >= 4 or roll < 60:
            self.choose(simple)()
        elif roll < 86 or self.indent > 2:
            self.choose(compound)()
        else:
            self.choose(definitions)()

    def guarded_statement(self):
        """A statement of the program itself: most are guarded, so that the first error is seldom the last thing that happens."""
        if self.chance(8):
            return self.statement()
        self.emit("try:")
        self.indent += 1
        self.statement()
        self.emit("pass")
        self.indent -= 1
        self.emit("except Exception as error:")
        self.emit("    print('guard', type(error).__name__, error)")

    def assign(self):
        kind = self.choose(TYPES)
        text = "lim(%s)" % self.expression(kind)
        name = self.variable(kind) if self.chance(30) and not self.in_function else None
        name = name if name and name in self.scopes[-1] else self.new_name()
        if self.chance(10):
            name = name + ": %s" % kind
        bare = name.split(":")[0]
        if self.chance(85) and ":" not in name:
            self.emit("try:")
            self.emit("    %s = %s" % (name, text))
            self.emit("except Exception as error:")
            self.emit("    print(type(error).__name__, error)")
            self.emit("    %s = %s" % (name, self.literal(kind, 3)))
        else:
            self.emit("%s = %s" % (name, text))
        self.scopes[-1][bare] = kind

    def show(self):
        self.emit("show(%s)" % ", ".join(self.expression() for _ in range(self.random.randrange(1, 4))))

    def checked(self):
        self.emit("try:")
        self.emit("    show(%s)" % self.expression())
        self.emit("except Exception as error:")
        self.emit("    print(type(error).__name__, error)")

    def augmented(self):
        names = [name for name, kind in self.scopes[-1].items() if kind in ("int", "float", "str", "list", "tuple", "set", "dict")]
        if not names:
            return self.assign()
        name = self.choose(names)
        kind = self.scopes[-1][name]
        op = self.choose({"int": ("+=", "-=", "*=", "//=", "%=", "|=", "&=", "^="), "float": ("+=", "-=", "*=", "/=")}.get(kind, ("+=", "|=", "*=")))
        self.emit("%s %s %s" % (name, op, self.special("small", 0) if op == "*=" else self.expression(kind, 1)))
        self.emit("%s = lim(%s)" % (name, name))

    def unpack(self):
        names = [self.new_name() for _ in range(self.random.randrange(2, 4))]
        star = self.random.randrange(len(names)) if self.chance(40) else -1
        targets = ", ".join(("*" if i == star else "") + name for i, name in enumerate(names))
        if self.chance(30):
            targets = "[%s]" % targets
        self.emit("try:")
        self.emit("    %s = %s" % (targets, self.expression(self.choose(("list", "tuple", "str")))))
        self.emit("except (ValueError, TypeError) as error:")
        self.emit("    print(error)")
        self.emit("    %s = 0" % " = ".join(names))
        for name in names:
            self.scopes[-1][name] = "any"

    def store_item(self):
        name = self.variable(self.choose(("list", "dict")))
        if not name:
            return self.show()
        self.emit("try:")
        if self.chance(30):
            self.emit("    %s[%s:%s] = %s" % (name, self.special("small", 0), self.special("small", 0), self.expression("list", 1)))
        else:
            self.emit("    %s[%s] = %s" % (name, self.special(self.choose(("small", "key")), 0), self.expression("any", 1)))
        self.emit("except Exception as error:")
        self.emit("    print(type(error).__name__, error)")
        self.emit("show(len(%s))" % name)

    def delete(self):
        name = self.variable(self.choose(("list", "dict")))
        if not name:
            return self.assign()
        self.emit("try:")
        self.emit("    del %s[%s]" % (name, self.special(self.choose(("small", "key")), 0)))
        self.emit("except Exception as error:")
        self.emit("    print(type(error).__name__, error)")

    def if_statement(self):
        self.emit("if %s:" % self.expression("bool"))
        self.block(self.random.randrange(1, 4))
        if self.chance(40):
            self.emit("elif %s:" % self.expression("any"))
            self.block(self.random.randrange(1, 3))
        if self.chance(50):
            self.emit("else:")
            self.block(self.random.randrange(1, 3))

    def loop_body(self):
        self.loops += 1
        self.block(self.random.randrange(1, 4))
        self.indent += 1
        if self.chance(40):
            self.emit("if %s:" % self.expression("bool", 1))
            self.emit("    " + self.choose(("break", "continue")))
        self.indent -= 1
        self.loops -= 1
        if self.chance(25):
            self.emit("else:")
            self.block(1)

    def for_statement(self):
        if self.loops >= 2:
            return self.show()
        name = self.new_name("i")
        source = "range(%d)" % self.random.randrange(1, 5) if self.chance(60) else "%s[:4]" % self.expression(self.choose(("list", "tuple", "str")), 1)
        self.scopes[-1][name] = "int"
        self.emit("%s = 0" % name)
        self.emit("for %s in %s:" % (name, source))
        self.loop_body()

    def while_statement(self):
        if self.loops >= 2:
            return self.show()
        name = self.new_name("n")
        self.emit("%s = %d" % (name, self.random.randrange(1, 4)))
        self.emit("while (%s := %s - 1) >= 0%s:" % (name, name, " and " + self.expression("any", 1) if self.chance(25) else ""))
        self.loop_body()

    def try_statement(self):
        self.emit("try:")
        self.block(self.random.randrange(1, 4))
        if self.chance(30):
            self.emit("    raise %s(%s)" % (self.choose(ERRORS[:8]), self.expression("any", 1)))
        handled = self.chance(85)
        if handled:
            self.emit("except %s as error:" % self.choose(ERRORS))
            self.emit("    print('caught', type(error).__name__, error)")
            if self.chance(15):
                self.emit("    " + self.choose(("raise", "raise KeyError('second')", "raise ValueError('third') from error")))
            if self.chance(40):
                self.emit("except Exception as error:")
                self.emit("    print('other', type(error).__name__, error.args)")
            if self.chance(25):
                self.emit("else:")
                self.block(1)
        if not handled or self.chance(40):
            self.emit("finally:")
            self.block(1)

    def with_statement(self):
        self.emit("with Manager(%s)%s:" % (self.choose(("True", "False", "True")), self.choose(("", " as managed", ", Manager(True)"))))
        self.block(self.random.randrange(1, 3))

    def match_statement(self):
        self.emit("match %s:" % self.expression())
        name = self.new_name("m")
        patterns = ("0", "1 | 2", "'a'", "[%s]" % name, "[%s, *_]" % name, "{'a': %s}" % name, "str()", "int(%s)" % name, "(1, %s)" % name,
                    "[[%s]]" % name, "None", "True", "float() as %s" % name, "{**%s}" % name)
        self.indent += 1
        for pattern in self.random.sample(patterns, 3):
            guard = " if %s" % self.expression("bool", 2) if self.chance(25) else ""
            self.emit("case %s%s:" % (pattern, guard))
            self.emit("    show(%r%s)" % (pattern, ", " + name if name in pattern else ""))
        if self.chance(60):
            self.emit("case _:")
            self.emit("    show('default')")
        self.indent -= 1

    def begin_function(self, prefix):
        name = self.new_name(prefix)
        parameters, text, scope = [], [], {}
        for style in ("plain",) * self.random.randrange(3) + ("default",) * self.random.randrange(2) + ("*",) * self.chance(25) + \
                ("keyword",) * self.chance(25) + ("**",) * self.chance(20):
            parameter = self.new_name("a")
            if style == "keyword" and "*" not in [s for _, s in parameters]:
                text.append("*")
            text.append({"plain": parameter, "default": parameter + "=" + self.choose(("1", "None", "'d'", "()")), "*": "*" + parameter,
                         "keyword": parameter, "**": "**" + parameter}[style])
            parameters.append((parameter, style))
            scope[parameter] = {"*": "tuple", "**": "dict"}.get(style, "any")
        self.emit("def %s(%s):" % (name, ", ".join(text)))
        return name, parameters, scope

    def body(self, scope, statements):
        saved = self.in_function, self.loops
        self.in_function, self.loops = True, 0
        self.scopes.append(scope)
        self.block(statements)
        self.in_function, self.loops = saved
        return self.scopes.pop()

    def function(self):
        name, parameters, scope = self.begin_function("f")
        self.body(scope, self.random.randrange(1, 5))
        self.scopes.append(scope)
        if self.chance(30):
            counter = self.new_name("c")
            self.emit("    %s = 0" % counter)
            self.emit("    def inner(step):")
            self.emit("        nonlocal %s" % counter)
            self.emit("        %s += step" % counter)
            self.emit("        return %s, %s" % (counter, self.expression("any", 2)))
            self.emit("    inner(1)")
            self.emit("    return inner(2)")
        else:
            self.emit("    return %s" % self.expression("any", 1))
        self.scopes.pop()
        self.functions.append((name, parameters))
        self.emit("try:")
        self.emit("    show(%s)" % self.arguments(name, parameters, 1))
        self.emit("except Exception as error:")
        self.emit("    print(type(error).__name__, error)")

    def generator(self):
        name, parameters, scope = self.begin_function("g")
        self.body(scope, self.random.randrange(1, 3))
        self.scopes.append(scope)
        self.emit("    for step in range(%d):" % self.random.randrange(1, 4))
        self.emit("        received = yield %s" % self.expression("any", 1))
        self.emit("        if received is not None:")
        self.emit("            show('received', received)")
        if self.chance(40):
            self.emit("    yield from %s" % self.expression(self.choose(("list", "str", "tuple")), 1))
        self.emit("    return %s" % self.expression("any", 2))
        self.scopes.pop()
        call, handle = self.arguments(name, parameters, 1), self.new_name("h")
        self.emit("try:")
        self.emit("    %s = %s" % (handle, call))
        self.emit("    show(%s)" % self.choose(("next(%s)" % handle, "list(%s)" % handle, "%s.send(None)" % handle, "[x for x in %s]" % handle)))
        self.emit("    show(%s)" % self.choose(("%s.send(5)" % handle, "next(%s, 'end')" % handle, "%s.close()" % handle, "%s.throw(KeyError('k'))" % handle)))
        self.emit("except (Exception, StopIteration) as error:")
        self.emit("    print(type(error).__name__, error)")

    def class_statement(self):
        name = self.new_name("C")
        base = self.choose(self.classes + ["object", "Exception"]) if self.chance(50) else ""
        self.emit("class %s%s:" % (name, "(%s)" % base if base else ""))
        self.indent += 1
        self.emit("shared = %s" % self.expression("any", 2))
        self.emit("def __init__(self, value=0):")
        self.emit("    self.value = value")
        self.emit("def method(self, n):")
        self.scopes.append({"n": "int"})
        self.emit("    return %s, self.value" % self.expression("any", 2))
        self.scopes.pop()
        options = (("@property", "def prop(self):", "    return self.value, self.shared"), ("def __add__(self, other):", "    return %s" % self.choose(("NotImplemented", "('add', other)"))),
                   ("def __getitem__(self, index):", "    if index == 9:", "        raise IndexError('nine')", "    return lim(index * 2)"), ("def __repr__(self):", "    return '<%s>'" % name), ("def __len__(self):", "    return 3"),
                   ("def __eq__(self, other):", "    return self.value == other"), ("def __call__(self, *args):", "    return args"),
                   ("def __bool__(self):", "    return bool(self.value)"), ("@staticmethod", "def fixed(x):", "    return x"), ("@classmethod", "def made(cls):", "    return cls.__name__"),
                   ("def __lt__(self, other):", "    return True"), ("__slots__ = ('value', 'other')",) if not base else ("def __contains__(self, x):", "    return x == 1"))
        chosen = self.random.sample(options, 4)
        for lines in chosen:
            if lines[0].startswith("__slots__") and not base:
                continue
            for line in lines:
                self.emit(line)
        if not any("__repr__" in line for lines in chosen for line in lines) and base != "Exception":
            self.emit("def __repr__(self):")
            self.emit("    return 'instance of %s'" % name)
        self.indent -= 1
        self.classes.append(name)
        for _ in range(2):
            self.emit("try:")
            self.emit("    show(%s)" % self.own_call("any", 1))
            self.emit("except Exception as error:")
            self.emit("    print(type(error).__name__, error)")

    def program(self):
        for _ in range(self.random.randrange(8, 20)):
            self.guarded_statement()
        return PRELUDE + MANAGER + "\n".join(self.lines) + "\n"


MANAGER = '''
class Manager:
    def __init__(self, suppress):
        self.suppress = suppress

    def __enter__(self):
        print('enter')
        return 5

    def __exit__(self, kind, value, traceback):
        print('exit', kind and kind.__name__, value)
        return self.suppress

'''


def program(seed):
    return Generator(seed).program()


if __name__ == "__main__":
    import sys
    sys.stdout.write(program(int(sys.argv[1])))
