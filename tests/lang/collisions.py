# Keys of one hash: every key is compared with as many others as in CPython, in dicts and sets, when put in, found, missed and taken out.
class Key:
    compared = 0

    def __init__(self, number):
        self.number = number

    def __hash__(self):
        return 42

    def __eq__(self, other):
        Key.compared += 1
        return self.number == other.number


def counted(name, use):
    Key.compared = 0
    use()
    print(name, Key.compared)


keys = [Key(i) for i in range(200)]
again = [Key(i) for i in range(200)]
d, s = {}, set()
counted("dict, put in", lambda: [d.__setitem__(key, None) for key in keys])
counted("dict, the same objects", lambda: [d[key] for key in keys])
counted("dict, equal objects", lambda: [d[key] for key in again])
counted("dict, missed", lambda: [d.get(Key(-i)) for i in range(1, 50)])
counted("dict, copied", lambda: dict(d))
counted("dict, updated", lambda: {}.update(d))
counted("dict, compared", lambda: d == dict.fromkeys(again))
counted("dict, taken out", lambda: [d.pop(key) for key in again[::2]])
counted("set, put in", lambda: [s.add(key) for key in keys])
counted("set, the same objects", lambda: [key in s for key in keys])
counted("set, missed", lambda: [Key(-i) in s for i in range(1, 50)])
counted("set, taken out", lambda: [s.discard(key) for key in keys[::2]])
counted("frozenset", lambda: frozenset(keys[:50]))
counted("dict display", lambda: {keys[0]: 1, again[0]: 2, keys[1]: 3})
counted("keywords", lambda: dict(zip(again[:30], keys[:30])))

# Hashes that differ, but not in the bits that choose the first slot: nothing is compared.
class Far(Key):
    def __hash__(self):
        return self.number << 40


far = [Far(i) for i in range(1000)]
counted("far dict", lambda: dict.fromkeys(far))
counted("far set", lambda: set(far))
print(len({i << 32: i for i in range(20000)}), len({float(1 << 40) * i for i in range(20000)}))
