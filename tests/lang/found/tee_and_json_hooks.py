"""Copies of tee iterators beyond a block of items, and hooks of json: for failing memory, which made a block without items and a list with a hole."""
import copy
import itertools
import json


def tees():
    a, b, c = itertools.tee(iter(range(130)), 3)
    out = []
    out.append(sum(a))
    d, e = itertools.tee(b, 2)
    out.append(list(itertools.islice(d, 5)))
    out.append(next(e))
    f = copy.copy(e)
    out.append(list(f)[-3:])
    out.append(list(c)[:3])
    out.append(list(e)[-2:])
    g = itertools.tee([1, 2, 3])
    del a, b
    return out, list(zip(*g))


class D(dict):
    pass


def pairs(p):
    return D(p)


def obj(o):
    return ("o", sorted(o))


text = '{"a": {"b": [1, 2.5, {"c": null}], "d": "x\\u00e9\\n"}, "e": {}, "f": [[], {}], "g": 12345678901234567890123}'


def hooks():
    out = []
    out.append(json.loads(text, object_pairs_hook=pairs))
    out.append(json.loads(text, object_hook=obj))
    out.append(json.loads(text, object_pairs_hook=tuple, parse_int=str, parse_float=str, parse_constant=str))
    out.append(json.JSONDecoder(object_pairs_hook=list).raw_decode(text + " rest")[1])
    try:
        json.loads('{"a": [1, {"b": 1,}]}', object_pairs_hook=pairs)
    except json.JSONDecodeError as e:
        out.append(str(e))
    out.append(json.dumps(out[0], indent=1, sort_keys=True))
    out.append(json.dumps({"a": {1, 2}}, default=sorted, separators=(",", ":")))
    return out


for run in (tees, hooks, tees, hooks):
    try:
        print(run())
    except MemoryError:
        print("memory")
