"""Globals with __getitem__ or __missing__ of their own answer for names."""
class GD(dict):
    def __missing__(self, k): return 'missing ' + k
class GI(dict):
    def __getitem__(self, k):
        if k == 'len': raise KeyError
        return 'item ' + k
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: eval('lambda: foo', GD())()); t(lambda: eval('foo', GD())); t(lambda: eval('lambda: print', GD())()); t(lambda: eval('foo', {}, GD()))
t(lambda: eval('lambda: foo', GI(foo=1))()); t(lambda: eval('lambda: len', GI(foo=1))()); t(lambda: eval('foo', GI(foo=1))); t(lambda: eval('lambda: bar', dict())()); t(lambda: [f() for f in [eval('lambda: len([1])', GI())]*3])
ns = GD(); exec('def f():\n global g\n g = 1\n return g, h\nx = f()', ns); print(ns['x'])
