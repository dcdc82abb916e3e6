# Symmetric differences of items: which keys and values are hashed and compared, and in which order.
class K:
    def __init__(self, n): self.n = n
    def __hash__(self): print("hash", self.n); return self.n % 3
    def __eq__(self, o): print("eq", self.n, o.n); return self.n == o.n
    def __repr__(self): return "K%d" % self.n
def go(a, b, vals=lambda i: i):
    d1 = {K(i): vals(i) for i in a}; d2 = {K(i): vals(i) for i in b}
    print("--", a, b); r = d1.items() ^ d2.items(); print(len(r))
go(range(3), range(3)); go(range(3), range(6)); go(range(5), range(2)); go([1,4,7],[7,4]); go([1],[2]); go([1,4],[4,7,10]); go(range(3),range(3), K)
go([1,4],[4,7,10], K); go([0,3,6,9],[9,6,12], K)
