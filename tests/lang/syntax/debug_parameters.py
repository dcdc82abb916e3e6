# __debug__ is no parameter.
for source in ("def f(__debug__): pass", "def f(*, x=lambda __debug__: 0): pass", "def f(*args: (lambda __debug__: 0)): pass", "def f(**kwargs: (lambda __debug__: 0)): pass",
               "def f(**__debug__): pass", "def f(*xx, __debug__): pass", "def f(*__debug__): pass", "x = 1\nlambda a, __debug__=2: 0", "@d\ndef f(a, /, __debug__): pass",
               "class C:\n    def f(self, __debug__): pass"):
    try:
        compile(source, "source", "exec")
        print("compiled", source)
    except SyntaxError as error:
        print(error.args)
