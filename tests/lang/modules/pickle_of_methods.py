"""Methods of builtin classes are copied and pickled by name; hooks and persistent ids that fail; pickles that are none."""
import pickle, io, copy, operator, collections, datetime
def t(n, f):
    try: print(n, f())
    except BaseException as e: print(n, type(e).__name__, e)
for f in (str.index, "abc".index, list.append, [1].append, int.from_bytes, dict.fromkeys, len, object.__init__, object.__reduce__, (3).__add__, int.__add__, str.__len__, "a".__len__, type.mro, type.__call__, int.real, int.__dict__["real"], str.maketrans, collections.deque.append, datetime.date.today, float.fromhex, classmethod(len), staticmethod(len), property(len), operator.itemgetter(1), Exception.__str__, bytes.join, set.add, frozenset.union, tuple.__getitem__):
    for p in (0, 2, 4):
        t(("dumps", getattr(f, "__qualname__", "?"), p), lambda: pickle.loads(pickle.dumps(f, p)) == f or pickle.loads(pickle.dumps(f, p))() == f())
    t(("copy", getattr(f, "__qualname__", "?")), lambda: copy.copy(f) == f); t(("red", getattr(f, "__qualname__", "?")), lambda: f.__reduce__() if not hasattr(f.__reduce__(), "x") else 0)
class H(pickle.Pickler):
    def __init__(self, f, p, r): super().__init__(f, p); self.r = r
    def reducer_override(self, obj):
        return self.r(obj)
class Z:
    def __init__(s): s.v = 1
    def __eq__(s, o): return type(s) is type(o)
def go(r, obj, p=4):
    b = io.BytesIO(); H(b, p, r).dump(obj); return pickle.loads(b.getvalue())
for obj in (Z(), [Z(), len, Z], {"a": str.index}, 5, "x"):
    t("hook1", lambda: go(lambda o: NotImplemented, obj) == obj)
    t("hook2", lambda: go(lambda o: (list, ((1,),)) if type(o) is Z else NotImplemented, obj))
    t("hook3", lambda: go(lambda o: "Z" if o is Z else NotImplemented, obj) == obj)
    t("hook4", lambda: go(lambda o: 5, obj)); t("hook5", lambda: go(lambda o: None, obj)); t("hook6", lambda: go(lambda o: (1,), obj))
class PI(pickle.Pickler):
    def persistent_id(self, o): return self.pid if isinstance(o, Z) else None
for pid in ("a", "\u20ac", "a\nb", 5, b"x"):
    for p in (0, 1, 2):
        def d():
            b = io.BytesIO(); k = PI(b, p); k.pid = pid; k.dump([Z()]); return b.getvalue()
        t(("pid", pid, p), d)
for data in (
    b'.', b'1.', b'a.', b't.', b'u.', b'e.', b'}a.', b']a.', b'Na.', b's.', b'(N.', b'\x85.', b'R.', b'NR.', b'b.', b'Nb.', b'o.', b'(o.', b'c',
    b'cos\n', b'q\x00.', b'Nq', b'p0\n.', b'g5\n.', b'h\x05.', b'j\x05\x00\x00\x00.', b"S'a\\q'\n.", b"S'a\n.", b'S\n.', b"S'\n.", b"S''\n.", b"S'
    \n.", b"S'\\x4'\n.", b'S"a\'\n.', b"S'\\'.\n", b'Sab\n.', b'I01\n.', b'I00\n.', b'L5\n.', b'L5L\n.', b'F1.5\n.', b'V\\u0041\n.', b'K', b'M\x00',
    b'J\x00\x00', b'X\x05\x00\x00\x00ab', b'T\x05\x00\x00\x00ab', b'U\x05ab', b'B\x05\x00\x00\x00ab', b'C\x05ab', b'\x8a\x05ab',
    b'\x8b\xff\xff\xff\xff.', b'\x80\x06.', b'\x80', b'\x93.', b'NN\x93.', b'\x8cc', b'\x94.', b'\x81.', b'\x92.', b']\x90.', b'\x8f(NN\x90.',
    b'(NN\x91.', b'\x82\x01.', b'\x96\x01\x00\x00\x00\x00\x00\x00\x00a.', b'\x97.', b'', b'\xff', b'N', b"(dp0\nS'a'\nN.", b'(NNd.', b'(Nu.',
    b'}(NNu.', b'NNs.', b'}NNs.', b']N(e.', b'](NNe.', b'N(NNe.', b'(iNope\nx\n.', b'2.', b'N2.'):
    t(data, lambda: pickle.loads(data))
