# Defaults are put behind the arguments in the caller's window: beside what a class, an instance with __call__ or a bound method takes there, too.
class Many:
    def __init__(self, a=1, b=2, c=3, d=4):
        self.all = (a, b, c, d)

    def __call__(self, a=5, b=6, c=7, d=8):
        return self.all + (a, b, c, d)

    def method(self, a=9, b=10, c=11, d=12):
        return a, b, c, d


def make():
    return Many()


def call(many):
    return many()


def bound(method):
    return method()


for _ in range(3):
    print(make().all, call(Many()), bound(Many().method))
