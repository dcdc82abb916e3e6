"""How the views of an OrderedDict, and of what derives from it, are shown."""
from collections import Counter, OrderedDict, defaultdict


class Own(OrderedDict):
    pass


class Plain(dict):
    pass


for made in (OrderedDict(a=1, b=2), Own(a=1), OrderedDict(), Plain(a=1), defaultdict(int, a=1), Counter("a")):
    print(made.keys(), made.values(), made.items())
made = OrderedDict()
made["self"] = made.values()
print(made.values(), f"{made.keys()} {made.items()!s:>5}")
