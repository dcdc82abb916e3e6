class Short(type):
    def mro(cls):
        return [cls, object]


class A:
    pass


class B(A, metaclass=Short):
    pass


raise SystemExit([base.__name__ for base in B.__mro__])
