# One-way constraints between variables, planned and propagated: small classes, inheritance, lists of objects.
N = 120


class Variable:
    def __init__(self, name, value=0):
        self.name = name
        self.value = value
        self.constraints = []
        self.determined_by = None
        self.mark = 0
        self.strength = 9
        self.stay = True


class Constraint:
    def __init__(self, strength):
        self.strength = strength

    def attach(self):
        for variable in self.variables():
            variable.constraints.append(self)

    def variables(self):
        raise NotImplementedError

    def execute(self):
        raise NotImplementedError

    def is_stronger(self, other):
        return self.strength < other.strength


class Equal(Constraint):
    def __init__(self, source, target, strength=1):
        super().__init__(strength)
        self.source = source
        self.target = target
        self.attach()

    def variables(self):
        return [self.source, self.target]

    def output(self):
        return self.target

    def inputs_known(self, mark):
        return self.source.mark == mark or self.source.determined_by is None

    def execute(self):
        self.target.value = self.source.value


class Scale(Equal):
    def __init__(self, source, scale, offset, target, strength=1):
        self.scale = scale
        self.offset = offset
        super().__init__(source, target, strength)

    def variables(self):
        return [self.source, self.target, self.scale, self.offset]

    def execute(self):
        self.target.value = self.source.value * self.scale.value + self.offset.value


class Planner:
    def __init__(self):
        self.current = 0

    def plan(self, source):
        self.current += 1
        mark = self.current
        source.mark = mark
        todo, plan = [source], []
        while todo:
            variable = todo.pop()
            for constraint in variable.constraints:
                out = constraint.output()
                if out is not variable and out.mark != mark and constraint.inputs_known(mark):
                    out.mark = mark
                    out.determined_by = constraint
                    plan.append(constraint)
                    todo.append(out)
        return plan


def chain(n, planner):
    variables = [Variable("v%d" % i) for i in range(n + 1)]
    for i in range(n):
        Equal(variables[i], variables[i + 1])
    for value in range(20):
        variables[0].value = value
        for constraint in planner.plan(variables[0]):
            constraint.execute()
    return variables[-1].value


def projection(n, planner):
    scale, offset = Variable("scale", 10), Variable("offset", 1000)
    sources, targets = [], []
    for i in range(n):
        source, target = Variable("src", i), Variable("dst", i)
        sources.append(source)
        targets.append(target)
        Scale(source, scale, offset, target, strength=2)
    total = 0
    for i, source in enumerate(sources):
        source.value = 17 + i
        for constraint in planner.plan(source):
            constraint.execute()
        total += targets[i].value
    return total


def run(n):
    planner = Planner()
    total = 0
    for _ in range(5):
        total += chain(n, planner) + projection(n, planner)
    return total
