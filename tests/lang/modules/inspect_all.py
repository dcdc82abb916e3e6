import functools
import inspect
import types

def attempt(thunk):
    try:
        print(thunk())
    except Exception as e:
        print(type(e).__name__, e)

def plain(a, b=1, *args, c, d=2, **kw) -> int:
    """Doc of plain.

        indented
    """
    return a
def posonly(a, /, b, *, c: str = "x"): pass
class K:
    """Class doc."""
    attr = 1
    def method(self, x, y=5): return inspect.currentframe().f_code.co_name
    @classmethod
    def cm(cls, q): pass
    @staticmethod
    def sm(q): pass
    @property
    def prop(self): return 1
    def __init__(self, size=3): self.size = size
    def __call__(self, z): pass
class Sub(K):
    def method(self, x, y=5): return 1
def gen(): yield 1
async def co(): pass
for f in (plain, posonly, K, K.method, K().method, K.cm, K.sm, K(), lambda x, *y: 0, functools.partial(plain, 1, c=5), gen, Sub):
    print(inspect.signature(f))
sig = inspect.signature(plain)
print(list(sig.parameters), sig.parameters["b"].default, sig.parameters["c"].kind, sig.parameters["a"], repr(sig.parameters["kw"]), sig.return_annotation, sig.parameters["a"].default is inspect.Parameter.empty, repr(sig))
b = sig.bind(1, 2, 3, 4, c=5, e=6)
print(b.arguments, b.args, b.kwargs, b); b = sig.bind(1, c=2); b.apply_defaults(); print(b.arguments)
for bad in (lambda: sig.bind(), lambda: sig.bind(1), lambda: inspect.signature(posonly).bind(1), lambda: inspect.signature(posonly).bind(1, 2, 3), lambda: inspect.signature(posonly).bind(1, 2, z=3), lambda: inspect.signature(5), lambda: inspect.signature(posonly).bind(1, 2, b=3)):
    attempt(bad)
print(inspect.getfullargspec(plain), inspect.getfullargspec(K().method).args)
@functools.wraps(plain)
def wrapper(*a, **k): pass
print(inspect.signature(wrapper), inspect.unwrap(wrapper) is plain)
print([inspect.isfunction(x) for x in (plain, len, K, K().method, K.method, lambda: 0)], inspect.ismethod(K().method), inspect.isclass(K), inspect.isbuiltin(len), inspect.ismodule(inspect), inspect.isgenerator(gen()), inspect.isgeneratorfunction(gen), inspect.iscoroutinefunction(co), inspect.isroutine(len), inspect.iscode(plain.__code__), inspect.isdatadescriptor(K.prop), inspect.ismethoddescriptor(str.join), inspect.isabstract(K))
print(inspect.getdoc(plain), "|", inspect.getdoc(K), "|", inspect.getdoc(Sub), inspect.cleandoc("  a\n    b\n      c\n"))
print([n for n, v in inspect.getmembers(K(), inspect.ismethod)], [n for n, v in inspect.getmembers(K) if not n.startswith("__")], inspect.getmro(Sub)[:2])
def where():
    info = inspect.stack()
    return [(f.function, f.lineno, f.code_context[0].strip(), f.index) for f in info], info[0][3], len(info[0])
def caller():
    return where()
print(caller())
frame = inspect.currentframe()
print(frame.f_lineno, frame.f_code.co_name, inspect.getframeinfo(frame).code_context, inspect.isframe(frame), inspect.getframeinfo(frame).function)
def args_of(a, b=2, *c, **d):
    return inspect.getargvalues(inspect.currentframe())
print(args_of(1, 5, 6, x=7))
try:
    {}["k"]
except KeyError:
    print([(f.function, f.code_context) for f in inspect.trace()])
print(inspect.getsource(plain), inspect.getsourcelines(K.method), inspect.getsourcelines(gen)[1], inspect.getsource(Sub), inspect.getfile(plain) == __file__, inspect.getmodule(plain).__name__)
g = gen()
print(inspect.getgeneratorstate(g)); next(g); print(inspect.getgeneratorstate(g)); g.close(); print(inspect.getgeneratorstate(g))
print(inspect.getattr_static(K(), "prop"), inspect.getcallargs(posonly, 1, 2)) if False else print(type(inspect.getattr_static(K(), "prop")).__name__, inspect.getcallargs(posonly, 1, 2))
n = 5
def closure():
    m = 1
    def inner(): return m + n + len("x")
    return inner
print(inspect.getclosurevars(closure()))
co().close()
print(types.SimpleNamespace(a=1, b="x"), types.SimpleNamespace(a=1) == types.SimpleNamespace(a=1), types.FunctionType is type(plain), types.new_class("N", (K,), {}, lambda ns: ns.update(z=1)).z, types.MappingProxyType({"a": 1}), types.GeneratorType.__name__, isinstance(len, types.BuiltinFunctionType), types.NoneType)


def annotated(first: int, *rest: str, last: float = 1.5) -> bytes:
    pass


print(inspect.getfullargspec(annotated).annotations)
