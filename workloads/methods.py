# Method calls: small objects that talk to each other through short methods, some inherited, some through super().


class Account:
    def __init__(self, balance):
        self.balance = balance

    def get(self):
        return self.balance

    def deposit(self, amount):
        self.balance = self.get() + amount
        return self

    def fee(self):
        return 0


class Checking(Account):
    def fee(self):
        return 1

    def deposit(self, amount):
        return super().deposit(amount - self.fee())


def run(n):
    plain = Account(0)
    checking = Checking(10)
    for i in range(n):
        plain.deposit(i)
        checking.deposit(i & 7)
        if checking.get() > 1000:
            checking = Checking(checking.get() % 10)
    return plain.get() * 31 + checking.get()
