# match statements
class P:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
class Color:
    RED = 1
def m(v):
    match v:
        case 0: return "zero"
        case 1 | 2 | 3 as n: return f"small {n}"
        case -1.5 | "minus": return "minus"
        case None: return "none"
        case True: return "true"
        case Color.RED: return "red"
        case []: return "empty"
        case [x]: return f"one {x}"
        case [1, [a, b], *rest]: return f"nested {a} {b} {rest}"
        case [first, *_, last] if first == last: return f"same ends {first}"
        case (a, b): return f"pair {a} {b}"
        case [_, _, *_]: return "long"
        case {"k": 1, "v": val, **rest}: return f"map {val} {rest}"
        case {"type": "p" | "q" as t}: return f"type {t}"
        case {}: return f"dict {v}"
        case P(0, y=yy): return f"P0 {yy}"
        case P(x, y) if x == y: return f"diag {x}"
        case P(x=px): return f"P {px}"
        case int(i) if i > 100: return f"big {i}"
        case str() as s: return f"str {s}"
        case float(f) | bool(f) if f: return f"float {f}"
        case [*_, 7]: return "ends 7"
        case _: return "other"
for v in (0, 2, -1.5, "minus", None, True, 1, [], [5], [1, [2, 3], 4, 5], [8, 1, 8], (1, 2), [1, 2, 3], {"k": 1, "v": 2, "z": 3}, {"type": "q"},
          {"type": "r"}, {}, P(0, 5), P(3, 3), P(1, 2), 101, 50, "text", 2.5, 0.0, range(3), [1, 2, 7], "", b"x", {1, 2}):
    print(m(v))
def n(v):
    match v:
        case (1 as a, b) | (b, 2 as a): return a, b
        case [[p, q] | [p, q, _], r]: return p, q, r
        case {"a": {"b": [x, *y]}}: return x, y
        case x: return "any", x
print(n((1, 5)), n((7, 2)), n([[1, 2, 3], 4]), n([[1, 2], 4]), n({"a": {"b": "xy"}}), n({"a": {"b": [1, 2, 3]}}), n(9))
match 5, 6:
    case x, y:
        print(x, y)
match [1, 2, 3]:
    case [1, *mid, 3]:
        print(mid)
for k in range(3):
    match k:
        case 1: continue
        case 2: break
    print("k", k)
match {"x": 1}:
    case {"x": 2}: print("no")
    case {"y": z}: print("no")
print("end")
try:
    match 5:
        case P(1, 2, 3): pass
        case int(a, b): pass
except TypeError as e:
    print(e)
