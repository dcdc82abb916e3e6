# A ray tracer with vector objects and overloaded operators.
N = 20


class Vector:
    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor, self.z * factor)

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def magnitude(self):
        return self.dot(self) ** 0.5

    def normalized(self):
        return self * (1.0 / self.magnitude())

    def reflected(self, normal):
        return self - normal * (2.0 * self.dot(normal))


class Ray:
    def __init__(self, origin, direction):
        self.origin = origin
        self.direction = direction.normalized()

    def at(self, t):
        return self.origin + self.direction * t


class Sphere:
    def __init__(self, centre, radius, shine):
        self.centre = centre
        self.radius = radius
        self.shine = shine

    def hit(self, ray):
        to_centre = self.centre - ray.origin
        along = to_centre.dot(ray.direction)
        if along < 0:
            return None
        gap = self.radius * self.radius - (to_centre.dot(to_centre) - along * along)
        if gap < 0:
            return None
        return along - gap ** 0.5

    def normal_at(self, point):
        return (point - self.centre).normalized()


class Scene:
    def __init__(self):
        self.light = Vector(-5.0, 8.0, -10.0)
        self.shapes = [Sphere(Vector(x * 2.0, y * 1.5, 6.0 + x), 0.9, 0.3) for x in (-1, 0, 1) for y in (-1, 0, 1)]

    def nearest(self, ray):
        best = None
        for shape in self.shapes:
            t = shape.hit(ray)
            if t is not None and t > 1e-6 and (best is None or t < best[0]):
                best = (t, shape)
        return best

    def colour(self, ray, depth):
        found = self.nearest(ray)
        if found is None or depth > 2:
            return 0.1
        t, shape = found
        point = ray.at(t)
        normal = shape.normal_at(point)
        light = (self.light - point).normalized()
        lambert = max(0.0, normal.dot(light))
        mirror = self.colour(Ray(point, ray.direction.reflected(normal)), depth + 1)
        return lambert * (1.0 - shape.shine) + mirror * shape.shine


def run(n):
    scene, eye, total = Scene(), Vector(0.0, 0.0, -5.0), 0.0
    for y in range(n):
        for x in range(n):
            direction = Vector((x - n / 2) / n * 2.0, (y - n / 2) / n * 2.0, 3.0)
            total += scene.colour(Ray(eye, direction), 0)
    return "%.9f" % total
