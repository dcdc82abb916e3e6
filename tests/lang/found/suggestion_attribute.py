class Thing:
    def __init__(self):
        self.position = 1

    def compute(self):
        return self.positoin


Thing().compute()
