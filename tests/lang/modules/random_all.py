import random

def attempt(thunk):
    try:
        print(thunk())
    except Exception as e:
        print(type(e).__name__, e)

for seed in (0, 1, 42, -42, 2**40 + 17, 2**100, "hello", "", "x" * 200, b"bytes", bytearray(b"ba"), 3.5, -0.25, True, "unicode é\u20ac"):
    random.seed(seed)
    print(repr(seed)[:20], random.random(), random.getrandbits(5), random.getrandbits(64), random.getrandbits(100), random.randrange(10))
random.seed(7)
print([random.randrange(100) for _ in range(10)], [random.randrange(5, 50) for _ in range(10)], [random.randrange(0, 100, 7) for _ in range(10)], [random.randrange(10, -10, -3) for _ in range(5)])
print([random.randint(1, 6) for _ in range(20)], random.randint(-2**70, 2**70), random.randrange(2**62), random.randrange(-2**62, 2**62), random.randrange(2**63), random.randint(5, 5))
print([random.choice("abcdef") for _ in range(10)], random.choice(range(1000)), random.choice((1,)), random.choices([1, 2, 3], k=8), random.choices("abc", weights=[5, 1, 1], k=8), random.choices("ab", cum_weights=[1, 4], k=6))
x = list(range(20)); random.shuffle(x); print(x)
print(random.sample(range(100), 10), random.sample(range(10**6), 5), random.sample("abcdefgh", 8), random.sample([1, 2], counts=[3, 4], k=5), random.sample(range(10**9), 30)[:3])
print([random.uniform(1, 10) for _ in range(3)], random.uniform(5, 1), [random.gauss(0, 1) for _ in range(5)], random.gauss(), random.gauss(mu=5, sigma=0.1))
print(random.normalvariate(0, 1), random.lognormvariate(0, 1), random.expovariate(2), random.triangular(0, 1, 0.5), random.triangular(), random.betavariate(1, 2), random.gammavariate(2, 3), random.gammavariate(0.5, 1), random.gammavariate(1, 2), random.paretovariate(3), random.weibullvariate(1, 2), random.vonmisesvariate(1, 2))
print(random.randbytes(5), random.getrandbits(0))
r = random.Random(5); s = random.Random(5)
print(r.random() == s.random(), r.getstate() == s.getstate(), r.getstate()[0], len(r.getstate()[1]))
state = r.getstate(); a = [r.random() for _ in range(3)]; r.setstate(state); print(a == [r.random() for _ in range(3)])
r.seed(5); print(r.random(), random.Random("a").random())
r = random.Random(3); r.gauss(); st = r.getstate(); g = r.gauss(); r.setstate(st); print(r.gauss() == g)
for bad in (lambda: random.randrange(0), lambda: random.randrange(5, 5), lambda: random.randrange(5, 1), lambda: random.randrange(1, 10, 0), lambda: random.randrange(10, 1, 2), lambda: random.choice([]), lambda: random.sample([1], 2), lambda: random.sample({1}, 1), lambda: random.choices([], k=1),
            lambda: random.getrandbits(-1), lambda: random.getrandbits("a"), lambda: random.seed([]), lambda: random.choices([1], [0]), lambda: random.choices([1, 2], [1]), lambda: random.randint(5, 1), lambda: random.shuffle(5),
            lambda: random.choices([1], 5), lambda: random.sample([1, 2, 3], -1)):
    attempt(bad)
class Const(random.Random):
    def random(self): return 0.25
c = Const(1)
print(c.random(), c.randrange(100), c.choice("abcd"), c.uniform(0, 8), c.randint(1, 10))
class Named(random.Random):
    def pick(self): return self.choice("xyz") + str(self.randint(1, 9))
print(Named(9).pick(), random.SystemRandom().random() < 1, random.SystemRandom().randrange(5) < 5)
print(sorted(set(random.__all__) - set(dir(random))))
random.seed(123)
total = 0
for i in range(20000):
    total += random.randint(0, 1000) + int(random.random() * 10)
print(total)
