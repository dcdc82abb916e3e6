# A defaultdict that is initialized again has the factory that it is given then, or none.
from collections import defaultdict


class Own(defaultdict):
    def __init__(self, given):
        super().__init__()
        self.given = given


print(Own(int).default_factory, Own(int))
again = defaultdict(int, a=1)
for arguments, keywords in (((), {}), ((list,), {"b": 2}), ((None,), {}), ((), {"c": 3}), ((len, {"d": 4}), {}), ((3,), {}), ((list, 3), {}), ((list, {}, 3), {})):
    try:
        print(again.__init__(*arguments, **keywords), again)
    except TypeError as e:
        print(e, again)
