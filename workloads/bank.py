# A bank driven by events: a queue ordered by time, accounts of several kinds, transactions that fail and roll back, interest, fees, an audit.
from heapq import heappop, heappush


class BankError(Exception):
    pass


class InsufficientFunds(BankError):
    def __init__(self, account, missing):
        super().__init__("%s lacks %d" % (account.name, missing))
        self.account = account
        self.missing = missing


class Frozen(BankError):
    pass


class Account:
    limit = 0

    def __init__(self, name, balance=0):
        self.name = name
        self.balance = balance
        self.history = []
        self.frozen = False

    def available(self):
        return self.balance + self.limit

    def deposit(self, amount, what):
        self.balance += amount
        self.history.append((what, amount))

    def withdraw(self, amount, what):
        if self.frozen:
            raise Frozen(self.name)
        if amount > self.available():
            raise InsufficientFunds(self, amount - self.available())
        self.balance -= amount
        self.history.append((what, -amount))

    def month_end(self):
        return 0

    def __repr__(self):
        return "%s(%s: %d)" % (type(self).__name__, self.name, self.balance)


class Savings(Account):
    def month_end(self):
        interest = self.balance * 2 // 100
        if interest > 0:
            self.deposit(interest, "interest")
        return interest


class Checking(Account):
    limit = 500

    def month_end(self):
        fee = 5 + (-self.balance // 50 if self.balance < 0 else 0)
        self.balance -= fee
        self.history.append(("fee", -fee))
        return -fee


class Business(Checking):
    limit = 5000

    def withdraw(self, amount, what):
        super().withdraw(amount, what)
        self.deposit(amount // 1000, "cashback")


class Transaction:
    """Undoes what it did when its block is left by an exception."""

    def __init__(self, *accounts):
        self.accounts = accounts

    def __enter__(self):
        self.saved = [(each, each.balance, len(each.history)) for each in self.accounts]
        return self

    def __exit__(self, kind, error, traceback):
        if kind is not None:
            for account, balance, length in self.saved:
                account.balance = balance
                del account.history[length:]
        return False


class Event:
    serial = 0

    def __init__(self, time):
        Event.serial += 1
        self.key = (time, Event.serial)

    def __lt__(self, other):
        return self.key < other.key

    def run(self, bank):
        raise NotImplementedError


class Transfer(Event):
    def __init__(self, time, source, target, amount):
        super().__init__(time)
        self.source, self.target, self.amount = source, target, amount

    def run(self, bank):
        source, target = bank.accounts[self.source], bank.accounts[self.target]
        with Transaction(source, target):
            target.deposit(self.amount, "from " + source.name)
            source.withdraw(self.amount, "to " + target.name)
        bank.transferred += self.amount


class StandingOrder(Transfer):
    every = 7

    def run(self, bank):
        try:
            super().run(bank)
        finally:
            if self.key[0] + self.every <= bank.end:
                bank.post(StandingOrder(self.key[0] + self.every, self.source, self.target, self.amount))


class MonthEnd(Event):
    def run(self, bank):
        for account in bank.accounts.values():
            bank.own += -account.month_end()
        if self.key[0] + 30 <= bank.end:
            bank.post(MonthEnd(self.key[0] + 30))


class Freeze(Event):
    def __init__(self, time, name, on):
        super().__init__(time)
        self.name, self.on = name, on

    def run(self, bank):
        bank.accounts[self.name].frozen = self.on


class Bank:
    def __init__(self, end):
        self.accounts = {}
        self.queue = []
        self.end = end
        self.own = 0
        self.transferred = 0
        self.failures = []
        self.deposits = 0

    def open(self, account):
        self.accounts[account.name] = account
        self.deposits += account.balance
        return account

    def post(self, event):
        heappush(self.queue, event)

    def run(self):
        handled = 0
        while self.queue:
            event = heappop(self.queue)
            handled += 1
            try:
                event.run(self)
            except BankError as error:
                self.failures.append((event.key[0], type(error).__name__, str(error)))
        return handled

    def audit(self):
        """Money is neither made nor lost: what was paid in is on the accounts, with the bank, or given away as cashback."""
        cashback = sum(amount for account in self.accounts.values() for what, amount in account.history if what == "cashback")
        return sum(account.balance for account in self.accounts.values()) + self.own - cashback == self.deposits


def simulate(days, people):
    bank = Bank(days)
    kinds = (Savings, Checking, Business)
    for index in range(people):
        bank.open(kinds[index % 3]("p%d" % index, 300 + index * 37 % 1000))
    seed = 12345
    for day in range(days):
        seed = (seed * 1103515245 + 12345) % 2147483648
        source, target = seed // 7 % people, seed // 1000 % people
        if source != target:
            bank.post(Transfer(day, "p%d" % source, "p%d" % target, seed // 65536 % 700 + 1))
    for index in range(0, people, 2):
        bank.post(StandingOrder(index % 7, "p%d" % index, "p%d" % ((index + 1) % people), 40 + index))
    bank.post(MonthEnd(30))
    bank.post(Freeze(10, "p1", True))
    bank.post(Freeze(25, "p1", False))
    return bank, bank.run()


def run(n):
    bank, handled = simulate(n, 9)
    return "%d %d %d %d %s" % (handled, bank.transferred, bank.own, len(bank.failures), bank.audit())


if __name__ == "__main__":
    bank, handled = simulate(120, 8)
    print(handled, bank.transferred, bank.own, bank.audit(), len(bank.failures))
    for account in bank.accounts.values():
        print(account, len(account.history), account.history[-2:])
    for failure in bank.failures[:6]:
        print(failure)
    print(run(60))
