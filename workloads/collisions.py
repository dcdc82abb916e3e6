# A collision detector in the manner of air traffic control: aircraft move, a grid sorts their paths into cells, cells are checked pair by pair.
import math

RADIUS = 1.0
CELL = 4.0


class Vector3:
    def __init__(self, x, y, z):
        self.x, self.y, self.z = x, y, z

    def plus(self, other):
        return Vector3(self.x + other.x, self.y + other.y, self.z + other.z)

    def minus(self, other):
        return Vector3(self.x - other.x, self.y - other.y, self.z - other.z)

    def times(self, factor):
        return Vector3(self.x * factor, self.y * factor, self.z * factor)

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def __repr__(self):
        return "(%.3f, %.3f, %.3f)" % (self.x, self.y, self.z)


class Motion:
    def __init__(self, callsign, start, end):
        self.callsign = callsign
        self.start = start
        self.end = end

    def delta(self):
        return self.end.minus(self.start)

    def meets(self, other):
        """When (0 to 1 of the interval) the two come within the sum of their radii; None: never."""
        offset = self.start.minus(other.start)
        relative = self.delta().minus(other.delta())
        a = relative.dot(relative)
        b = 2.0 * offset.dot(relative)
        c = offset.dot(offset) - 4.0 * RADIUS * RADIUS
        if a == 0.0:
            return 0.0 if c <= 0.0 else None
        discriminant = b * b - 4.0 * a * c
        if discriminant < 0.0:
            return None
        root = math.sqrt(discriminant)
        first, last = (-b - root) / (2.0 * a), (-b + root) / (2.0 * a)
        if first > 1.0 or last < 0.0:
            return None
        return max(first, 0.0)

    def cells(self):
        """The cells of the grid that the path may touch."""
        low_x, high_x = sorted((self.start.x, self.end.x))
        low_y, high_y = sorted((self.start.y, self.end.y))
        for i in range(int((low_x - RADIUS) // CELL), int((high_x + RADIUS) // CELL) + 1):
            for j in range(int((low_y - RADIUS) // CELL), int((high_y + RADIUS) // CELL) + 1):
                yield i, j


class Collision:
    def __init__(self, a, b, time):
        self.pair = tuple(sorted((a.callsign, b.callsign)))
        self.time = time
        self.position = a.start.plus(a.delta().times(time))

    def __lt__(self, other):
        return (self.time, self.pair) < (other.time, other.pair)

    def __repr__(self):
        return "%s/%s t=%.4f at %r" % (self.pair + (self.time, self.position))


class Detector:
    def __init__(self):
        self.last = {}
        self.checks = 0

    def motions(self, frame):
        for callsign, position in frame:
            yield Motion(callsign, self.last.get(callsign, position), position)
        self.last = dict(frame)

    def handle(self, frame):
        grid = {}
        for motion in self.motions(frame):
            for cell in motion.cells():
                grid.setdefault(cell, []).append(motion)
        found = {}
        for motions in grid.values():
            for index, a in enumerate(motions):
                for b in motions[index + 1:]:
                    self.check(a, b, found)
        return sorted(found.values())

    def check(self, a, b, found):
        self.checks += 1
        time = a.meets(b)
        if time is not None:
            collision = Collision(a, b, time)
            found.setdefault(collision.pair, collision)


class Simulator:
    def __init__(self, count):
        self.callsigns = ["foo%d" % i for i in range(count)]

    def frame(self, time):
        for index, callsign in enumerate(self.callsigns):
            if index % 2 == 0:
                yield callsign, Vector3(time, math.cos(time) * 2.0 + index * 3.0, 10.0)
            else:
                yield callsign, Vector3(time, math.sin(time) * 2.0 + (index - 1) * 3.0 + (index % 4) * 0.3, 10.0)


def run(n):
    simulator, detector = Simulator(n), Detector()
    total = 0
    for step in range(12):
        total += len(detector.handle(list(simulator.frame(step / 2.0))))
    return total * 100000 + detector.checks


if __name__ == "__main__":
    simulator, detector = Simulator(8), Detector()
    for step in range(10):
        collisions = detector.handle(list(simulator.frame(step / 2.0)))
        print(step, len(collisions), detector.checks, collisions[:2])
    print(run(20))
