"""Reflected operators on subclasses of builtin types."""
class S(str):
    def __rmod__(self, other): return "S.__rmod__ %r" % (str(other),)
class B(bytes):
    def __rmod__(self, other): return "B.__rmod__"
class D(dict):
    def __ror__(self, other): return "D.__ror__"
class T(set):
    def __rand__(self, o): return "rand"
    def __ror__(self, o): return "ror"
    def __rsub__(self, o): return "rsub"
    def __rxor__(self, o): return "rxor"
class L(list):
    def __radd__(self, o): return "radd"
    def __rmul__(self, o): return "rmul"
class I(int):
    def __radd__(self, o): return "int radd"
    def __rpow__(self, o, m=None): return "rpow"
    def __rdivmod__(self, o): return "rdivmod"
def t(f):
    try: return repr(f())
    except Exception as e: return type(e).__name__ + ": " + str(e)
print(t(lambda: "%s" % S("x")), t(lambda: "a" % S("x")), t(lambda: b"a" % B(b"x")))
print({1} & T(), {1} | T(), {1} - T(), {1} ^ T(), [] + L(), 2 + I(3), 2 ** I(3), divmod(2, I(3)))
print(t(lambda: [1] * L()), t(lambda: 2 * L()), t(lambda: (1,) + L()))
