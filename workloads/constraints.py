# An incremental solver of one-way constraints with strengths, in the manner of DeltaBlue: values flow through a plan that
# is repaired, not recomputed, when a constraint comes or goes. Short methods of many classes, lists, early returns.

REQUIRED, STRONG, PREFERRED, MEDIUM, WEAK, WEAKEST = range(6)
NAMES = ("required", "strong", "preferred", "medium", "weak", "weakest")


class UnsatisfiableError(Exception):
    pass


class Variable:
    def __init__(self, name, value):
        self.name = name
        self.value = value
        self.constraints = []
        self.determined_by = None
        self.mark = 0
        self.strength = WEAKEST
        self.stays = True

    def __repr__(self):
        return "%s=%s(%s%s)" % (self.name, self.value, NAMES[self.strength], ", stays" if self.stays else "")


class Constraint:
    def __init__(self, solver, strength):
        self.strength = strength
        self.solver = solver

    def variables(self):
        raise NotImplementedError

    def add(self):
        for variable in self.variables():
            variable.constraints.append(self)
        self.unset()
        self.solver.add(self)
        return self

    def remove(self):
        if self.is_satisfied():
            self.solver.remove(self)
        self.detach()

    def detach(self):
        for variable in self.variables():
            variable.constraints.remove(self)

    def is_input(self):
        return False

    def satisfy(self, mark):
        """Choose a direction; the constraint that this one walks over, or None."""
        self.choose(mark)
        if not self.is_satisfied():
            if self.strength == REQUIRED:
                raise UnsatisfiableError("a required constraint cannot be met")
            return None
        for variable in self.inputs():
            variable.mark = mark
        out = self.output()
        overridden = out.determined_by
        if overridden is not None:
            overridden.unset()
        out.determined_by = self
        if not self.solver.propagate(self, mark):
            raise UnsatisfiableError("the constraints form a cycle")
        out.mark = mark
        return overridden

    def recalculate(self):
        out = self.output()
        inputs = self.inputs()
        out.strength = max([self.strength] + [variable.strength for variable in inputs])
        out.stays = not self.is_input() and all([variable.stays for variable in inputs])
        if out.stays:
            self.execute()

    def inputs_known(self, mark):
        for variable in self.inputs():
            if variable.mark != mark and not variable.stays and variable.determined_by is not None:
                return False
        return True


class Unary(Constraint):
    def __init__(self, solver, variable, strength):
        Constraint.__init__(self, solver, strength)
        self.variable = variable
        self.on = False

    def variables(self):
        return (self.variable,)

    def inputs(self):
        return ()

    def output(self):
        return self.variable

    def is_satisfied(self):
        return self.on

    def unset(self):
        self.on = False

    def choose(self, mark):
        self.on = self.variable.mark != mark and self.strength < self.variable.strength

    def execute(self):
        pass


class Stay(Unary):
    pass


class Edit(Unary):
    def is_input(self):
        return True


class Binary(Constraint):
    """left and right; direction 1: right follows left, -1: left follows right, 0: not satisfied."""

    def __init__(self, solver, left, right, strength):
        Constraint.__init__(self, solver, strength)
        self.left = left
        self.right = right
        self.direction = 0

    def variables(self):
        return (self.left, self.right)

    def inputs(self):
        return (self.left if self.direction == 1 else self.right,)

    def output(self):
        return self.right if self.direction == 1 else self.left

    def is_satisfied(self):
        return self.direction != 0

    def unset(self):
        self.direction = 0

    def can_write(self, variable, mark):
        return variable.mark != mark and self.strength < variable.strength

    def choose(self, mark):
        left, right = self.left, self.right
        self.direction = 0
        if left.mark == mark:
            self.direction = 1 if self.can_write(right, mark) else 0
        elif right.mark == mark or left.strength > right.strength:
            self.direction = -1 if self.can_write(left, mark) else 0
        elif self.can_write(right, mark):
            self.direction = 1


class Equal(Binary):
    def execute(self):
        if self.direction == 1:
            self.right.value = self.left.value
        else:
            self.left.value = self.right.value


class Linear(Binary):
    """right = left * scale + offset"""

    def __init__(self, solver, left, right, scale, offset, strength):
        self.scale = scale
        self.offset = offset
        Binary.__init__(self, solver, left, right, strength)

    def execute(self):
        if self.direction == 1:
            self.right.value = self.left.value * self.scale + self.offset
        else:
            self.left.value = (self.right.value - self.offset) // self.scale


class Solver:
    def __init__(self):
        self.current = 0

    def new_mark(self):
        self.current += 1
        return self.current

    def add(self, constraint):
        mark = self.new_mark()
        overridden = constraint.satisfy(mark)
        while overridden is not None:
            overridden = overridden.satisfy(mark)

    def remove(self, constraint):
        out = constraint.output()
        constraint.unset()
        out.determined_by = None
        out.strength = WEAKEST
        out.stays = True
        unsatisfied = self.repair_downstream(out)
        for strength in range(REQUIRED, WEAKEST):
            for each in unsatisfied:
                if each.strength == strength:
                    self.add(each)

    def repair_downstream(self, start):
        unsatisfied = []
        todo = [start]
        while todo:
            variable = todo.pop()
            for each in variable.constraints:
                if not each.is_satisfied():
                    unsatisfied.append(each)
            for each in self.consumers(variable):
                each.recalculate()
                todo.append(each.output())
        return unsatisfied

    def consumers(self, variable):
        by = variable.determined_by
        return [each for each in variable.constraints if each is not by and each.is_satisfied()]

    def propagate(self, constraint, mark):
        todo = [constraint]
        while todo:
            each = todo.pop()
            if each.output().mark == mark:
                each.unset()
                return False
            each.recalculate()
            todo.extend(self.consumers(each.output()))
        return True

    def plan(self, sources):
        mark = self.new_mark()
        plan = []
        todo = [each for each in sources if each.is_input() and each.is_satisfied()]
        while todo:
            each = todo.pop()
            out = each.output()
            if out.mark != mark and each.inputs_known(mark):
                plan.append(each)
                out.mark = mark
                todo.extend(self.consumers(out))
        return plan

    def change(self, variable, values):
        edit = Edit(self, variable, PREFERRED).add()
        plan = self.plan([edit])
        for value in values:
            if edit.is_satisfied():
                variable.value = value
            for each in plan:
                each.execute()
        edit.remove()


def chain(length, strength):
    """v0 = v1 = … = vn; writing at one end shows at the other."""
    solver = Solver()
    variables = [Variable("v%d" % i, 0) for i in range(length + 1)]
    for i in range(length):
        Equal(solver, variables[i], variables[i + 1], REQUIRED).add()
    Stay(solver, variables[-1], strength).add()
    solver.change(variables[0], range(10))
    return variables


def projection(count):
    """Points of one line drawn onto another, in both directions, under a changing scale."""
    solver = Solver()
    total = 0
    pairs = []
    for i in range(count):
        source, target = Variable("source%d" % i, i), Variable("target%d" % i, i)
        Stay(solver, source, WEAK).add()
        pairs.append((source, target, Linear(solver, source, target, 3, 7, REQUIRED).add()))
    for source, target, _ in pairs:
        solver.change(source, (17,))
        total += target.value
        solver.change(target, (1057,))
        total += source.value
    for source, target, rule in pairs:
        rule.remove()
        Linear(solver, source, target, 5, 1, MEDIUM).add()
        total += target.value
    return total


def run(n):
    return chain(n, WEAK)[-1].value * 1000000 + projection(n)


if __name__ == "__main__":
    print(chain(3, STRONG), chain(3, WEAK))
    print(run(5), run(40))
    solver = Solver()
    a, b = Variable("a", 1), Variable("b", 2)
    Stay(solver, a, STRONG).add()
    Equal(solver, a, b, REQUIRED).add()
    print(a, b)
    try:
        Linear(solver, a, b, 2, 1, REQUIRED).add()
    except UnsatisfiableError as error:
        print("refused:", error)
