class K(str):
    hits = 0
    hook = staticmethod(lambda: None)
    def __hash__(self):
        return 7
    def __eq__(self, other):
        K.hits += 1
        K.hook()
        return False
    def __repr__(self):
        return "K" + str.__repr__(self)

def keys(n):
    return [K(chr(97 + i)) for i in range(n)]

def f(**kw):
    return len(kw)

def shown(label, act):
    K.hits = 0
    try:
        result = act()
    except Exception as e:
        result = type(e).__name__ + ": " + str(e)
    K.hook = staticmethod(lambda: None)
    print(label, result)

for change in ("clear", "pop", "add", "raise"):
    for count in (1, 3, 7):
        mapping = dict.fromkeys(keys(count), [1])
        first = dict.fromkeys(keys(3), 2)
        def hook():
            if K.hits < 2:
                return
            if change == "clear":
                mapping.clear()
            elif change == "pop":
                mapping.pop(next(iter(mapping)), None) if len(mapping) > 1 else None
            elif change == "add":
                mapping[object()] = 1
            else:
                raise KeyError("hook")
        def hooked(act):
            def run():
                K.hook = staticmethod(hook)
                try:
                    return act()
                finally:
                    K.hook = staticmethod(lambda: None)
            return run
        def fresh():
            global mapping
            K.hook = staticmethod(lambda: None)
            K.hits = 0
            mapping = dict.fromkeys(keys(count), [1])
        for label, act in [
            ("call", lambda: f(**first, **mapping)),
            ("display", lambda: len({**first, **mapping})),
            ("update", lambda: dict(first).update(mapping)),
            ("or", lambda: len(first | mapping)),
            ("xor", lambda: len(first.items() ^ mapping.items())),
            ("set", lambda: len({*first, *mapping})),
            ("setupdate", lambda: set(first).update(mapping)),
        ]:
            fresh()
            shown(f"{change} {count} {label}", hooked(act))
class M:
    def keys(self):
        return iter(["a", "b", "a"])
    def __getitem__(self, key):
        return key
for act in (lambda: f(**M()), lambda: f(**{"a": 1}, **M()), lambda: f(**{"a": 1}, **{"a": 2}), lambda: f(a=1, **{"b": 2, "a": 2})):
    try:
        print(act())
    except TypeError as e:
        print(e)
