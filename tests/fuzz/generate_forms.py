"""The larger forms of random programs: each exercises one part of the language in many variations. A part of generate.Generator."""

ERRORS = ("ValueError", "TypeError", "KeyError", "IndexError", "ZeroDivisionError", "AttributeError", "RuntimeError", "Exception", "ArithmeticError",
          "LookupError", "(TypeError, ValueError)", "StopIteration")


class Forms:
    def guarded_show(self, text):
        self.emit("try:")
        self.emit("    show(%s)" % text)
        self.emit("except BaseException as error:")
        self.emit("    print(type(error).__name__, error, type(error.__context__).__name__, type(error.__cause__).__name__)")

    def leave(self):
        """A statement that leaves the block, or does not."""
        return self.choose(("return %s" % self.expression("any", 2), "break", "continue", "raise %s(%s)" % (self.choose(ERRORS[:8]), self.literal("int", 3)), "pass",
                            "trail.append(%s)" % self.special("small", 0), "assert not trail, trail", "del trail[0]", "trail[%s]" % self.special("small", 0)))

    def flow(self):
        """A loop around nested try statements, left in every way."""
        name = self.new_name("f")
        self.emit("def %s(limit):" % name)
        self.emit("    trail = []")
        self.emit("    for round in range(limit):")
        self.indent += 2
        depth = self.random.randrange(1, 3)
        for level in range(depth):
            self.emit("try:")
            self.indent += 1
        self.emit("trail.append(round)")
        if self.chance(50):
            self.emit("if round == %d:" % self.random.randrange(3))
            self.emit("    " + self.leave())
        self.emit(self.leave())
        for level in range(depth):
            self.indent -= 1
            handled = self.chance(75)
            if handled:
                self.emit("except %s as problem:" % self.choose(ERRORS))
                self.emit("    trail.append(type(problem).__name__)")
                self.emit("    " + self.choose((self.leave(), "raise", "raise KeyError(round) from problem", "raise ValueError(round)")))
                if self.chance(30):
                    self.emit("else:")
                    self.emit("    " + self.leave())
            if not handled or self.chance(50):
                self.emit("finally:")
                self.emit("    trail.append('finally')")
                if self.chance(30):
                    self.emit("    " + self.leave())
        self.indent -= 2
        if self.chance(40):
            self.emit("    else:")
            self.emit("        trail.append('else')")
        self.emit("    return trail")
        self.guarded_show("%s(%d)" % (name, self.random.randrange(4)))

    def decorated(self):
        decorate, name = self.new_name("d"), self.new_name("f")
        self.emit("def %s(label, *extra, flag=%s):" % (decorate, self.literal("bool", 3)))
        self.emit("    def wrap(function):")
        self.emit("        def inner(*args, **kwargs):")
        self.emit("            print(label, extra, flag, args, kwargs)")
        self.emit("            return %s" % self.choose(("function(*args, **kwargs)", "function(*args[::-1])", "(function(*extra), args)", "function(**kwargs)")))
        self.emit("        return inner")
        self.emit("    return wrap")
        self.emit("@%s(%s%s)" % (decorate, self.expression("any", 2), self.choose(("", ", 1, 2", ", flag=0", ", *(3, 4)"))))
        self.emit("def %s(a, b=%s, *rest, c=3, **more):" % (name, self.literal("int", 3)))
        self.emit("    return a, b, rest, c, sorted(more)")
        self.guarded_show("%s(%s)" % (name, self.choose(("1", "1, 2, 3", "*[1, 2], c=5", "**{'a': 1, 'z': 2}", "", "1, a=2", "*'xy', **{'c': 0}", "1, *(), b=7", "b=1"))))

    def hierarchy(self):
        """A diamond: super(), reflected operators, attribute hooks."""
        base, left, right, last = [self.new_name("K") for _ in range(4)]
        operator = self.choose(("add", "sub", "mul", "and", "lt", "eq", "floordiv"))
        sign = {"add": "+", "sub": "-", "mul": "*", "and": "&", "lt": "<", "eq": "==", "floordiv": "//"}[operator]
        for name, bases in ((base, ""), (left, "(%s)" % base), (right, "(%s)" % base), (last, "(%s, %s)" % self.choose(((left, right), (right, left))))):
            self.emit("class %s%s:" % (name, bases))
            if name == base or self.chance(70):
                self.emit("    def go(self, n):")
                self.emit("        return %s" % ("[%r, n]" % name if name == base else self.choose(("[%r] + super().go(n)", "super().go(n + 1) + [%r]", "[%r, self.tag]")) % name))
            if self.chance(40):
                self.emit("    tag = %s" % self.literal("str", 3))
            if self.chance(40):
                self.emit("    def __%s__(self, other):" % operator)
                self.emit("        return %s" % self.choose(("NotImplemented", "(%r, type(other).__name__)" % name)))
            if self.chance(40) and operator not in ("lt", "eq"):
                self.emit("    def __r%s__(self, other):" % operator)
                self.emit("        return %s" % self.choose(("NotImplemented", "('r', %r)" % name)))
            if self.chance(20):
                self.emit("    def __getattr__(self, name):")
                self.emit("        return %s" % self.choose(("name * 2", "super().__getattr__(name)", "object.__getattribute__(self, 'tag')")))
            if self.chance(20):
                self.emit("    def __init_subclass__(cls, **kwargs):")
                self.emit("        print('subclass', cls.__name__)")
            self.emit("    pass")
        self.emit("show([c.__name__ for c in %s.__mro__])" % last)
        for text in ("%s().go(1)" % self.choose((last, left)), "%s() %s %s()" % (self.choose((base, left)), sign, self.choose((last, right))),
                     "%s() %s 1" % (last, sign), "1 %s %s()" % (sign, left), "%s().tag" % self.choose((base, last)), "%s().missing" % last,
                     "isinstance(%s(), %s)" % (right, left)):
            if self.chance(60):
                self.guarded_show("(lambda x: type(x).__name__ if 'object at' in repr(x) else x)(%s)" % text)

    def delegation(self):
        """Generators that delegate, with finally, driven by next, send, throw and close."""
        inner, outer, handle = self.new_name("g"), self.new_name("g"), self.new_name("h")
        self.emit("def %s(n):" % inner)
        self.emit("    try:")
        self.emit("        for i in range(n):")
        self.emit("            print('got', (yield i))")
        self.emit("        return %s" % self.literal("str", 3))
        if self.chance(60):
            self.emit("    except %s as error:" % self.choose(ERRORS))
            self.emit("        print('inner', type(error).__name__)")
            self.emit("        " + self.choose(("yield -1", "return 7", "raise", "raise KeyError('k')", "pass")))
        self.emit("    finally:")
        self.emit("        print('inner ends')")
        self.emit("def %s(n):" % outer)
        self.emit("    try:")
        self.emit("        result = yield from %s" % self.choose(("%s(n)" % inner, "[n, n + 1]", "(x for x in %s(n))" % inner, "%s(n)" % inner)))
        self.emit("        print('result', result)")
        self.emit("    except %s:" % self.choose(ERRORS))
        self.emit("        yield 'handled'")
        self.emit("    finally:")
        self.emit("        " + self.choose(("print('outer ends')", "yield 'late'", "print('outer ends')")))
        self.emit("    return 'done'")
        self.emit("%s = %s(%d)" % (handle, outer, self.random.randrange(4)))
        for _ in range(self.random.randrange(2, 6)):
            step = self.choose(("next(%s)", "%s.send(None)", "%s.send(5)", "%s.throw(ValueError('v'))", "%s.throw(KeyError)", "%s.close()", "list(%s)", "next(%s, 'end')"))
            self.guarded_show(step % handle)
        self.emit("del %s" % handle)

    def coroutine(self):
        """async functions and generators, driven by send."""
        point, name, handle = self.new_name("P"), self.new_name("f"), self.new_name("h")
        self.emit("class %s:" % point)
        self.emit("    def __await__(self):")
        self.emit("        got = yield %s" % self.literal("int", 3))
        self.emit("        return got")
        self.emit("    async def __aenter__(self):")
        self.emit("        return await self")
        self.emit("    async def __aexit__(self, *details):")
        self.emit("        print('aexit', details[0])")
        self.emit("        return %s" % self.literal("bool", 3))
        self.emit("async def %s_items(n):" % name)
        self.emit("    for i in range(n):")
        self.emit("        yield i, await %s()" % point)
        self.emit("async def %s(n):" % name)
        self.emit("    async with %s() as entered:" % point)
        self.emit("        print('in', entered)")
        if self.chance(30):
            self.emit("        raise %s('body')" % self.choose(ERRORS[:8]))
        if self.chance(60):
            self.emit("        async for item in %s_items(n):" % name)
            self.emit("            print('item', item)")
            if self.chance(30):
                self.emit("            " + self.choose(("break", "continue", "return item")))
        else:
            self.emit("        return [x async for x in %s_items(n) if x[0] %% 2]" % name)
        self.emit("    return 'end'")
        self.emit("%s = %s(%d)" % (handle, name, self.random.randrange(3)))
        for _ in range(self.random.randrange(1, 6)):
            self.guarded_show(self.choose(("%s.send(None)", "%s.send(None)", "%s.send(7)", "%s.throw(ValueError('v'))", "%s.close()")) % handle)
        self.emit("%s.close()" % handle)
