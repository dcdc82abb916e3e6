# A ray tracer: spheres and a chequered floor, one point light, shadows, mirrors. Operator methods on vectors, float arithmetic.
import math


class Vector:
    __slots__ = ("x", "y", "z")

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

    def __neg__(self):
        return Vector(-self.x, -self.y, -self.z)

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def normalized(self):
        return self * (1.0 / math.sqrt(self.dot(self)))

    def mirrored(self, normal):
        return self - normal * (2.0 * self.dot(normal))

    def tinted(self, color):
        return Vector(self.x * color.x, self.y * color.y, self.z * color.z)


class Ray:
    __slots__ = ("origin", "direction")

    def __init__(self, origin, direction):
        self.origin = origin
        self.direction = direction

    def at(self, distance):
        return self.origin + self.direction * distance


class Surface:
    def __init__(self, color, mirror):
        self.color = color
        self.mirror = mirror

    def color_at(self, point):
        return self.color


class Sphere(Surface):
    def __init__(self, center, radius, color, mirror=0.2):
        Surface.__init__(self, color, mirror)
        self.center = center
        self.radius = radius

    def distance(self, ray):
        to_center = self.center - ray.origin
        along = to_center.dot(ray.direction)
        under_root = self.radius * self.radius - to_center.dot(to_center) + along * along
        if under_root < 0.0:
            return None
        root = math.sqrt(under_root)
        near = along - root
        if near > 1e-6:
            return near
        far = along + root
        return far if far > 1e-6 else None

    def normal_at(self, point):
        return (point - self.center) * (1.0 / self.radius)


class Floor(Surface):
    def __init__(self, height, color, other):
        Surface.__init__(self, color, 0.1)
        self.height = height
        self.other = other

    def distance(self, ray):
        if abs(ray.direction.y) < 1e-9:
            return None
        found = (self.height - ray.origin.y) / ray.direction.y
        return found if found > 1e-6 else None

    def normal_at(self, point):
        return Vector(0.0, 1.0, 0.0)

    def color_at(self, point):
        return self.color if (math.floor(point.x) + math.floor(point.z)) % 2 == 0 else self.other


class Scene:
    def __init__(self, things, light):
        self.things = things
        self.light = light
        self.rays = 0

    def nearest(self, ray):
        best, thing = None, None
        self.rays += 1
        for each in self.things:
            distance = each.distance(ray)
            if distance is not None and (best is None or distance < best):
                best, thing = distance, each
        return best, thing

    def lit(self, point):
        to_light = self.light - point
        reach = math.sqrt(to_light.dot(to_light))
        distance, _ = self.nearest(Ray(point, to_light * (1.0 / reach)))
        return distance is None or distance >= reach

    def trace(self, ray, depth=0):
        distance, thing = self.nearest(ray)
        if thing is None:
            blue = 0.5 + 0.5 * ray.direction.y
            return Vector(0.4, 0.5, 0.5) + Vector(0.0, 0.1, 0.4) * blue
        point = ray.at(distance)
        normal = thing.normal_at(point)
        color = thing.color_at(point)
        bright = 0.1
        if self.lit(point):
            bright += 0.9 * max(0.0, normal.dot((self.light - point).normalized()))
        result = color * bright
        if thing.mirror > 0.0 and depth < 3:
            seen = self.trace(Ray(point, ray.direction.mirrored(normal)), depth + 1)
            result = result * (1.0 - thing.mirror) + seen.tinted(color) * thing.mirror
        return result


def make_scene():
    return Scene([Sphere(Vector(-0.6, 0.2, 3.0), 0.7, Vector(0.9, 0.2, 0.2)),
                  Sphere(Vector(0.8, 0.0, 2.4), 0.5, Vector(0.3, 0.8, 0.3), mirror=0.5),
                  Sphere(Vector(0.1, 0.9, 4.0), 0.6, Vector(0.3, 0.4, 0.9)),
                  Floor(-0.5, Vector(0.9, 0.9, 0.8), Vector(0.2, 0.2, 0.2))], Vector(3.0, 4.0, -1.0))


def render(scene, width, height):
    eye = Vector(0.0, 0.4, -1.5)
    for row in range(height):
        for column in range(width):
            x = (column + 0.5) / width * 2.0 - 1.0
            y = 1.0 - (row + 0.5) / height * 2.0
            yield scene.trace(Ray(eye, Vector(x, y, 1.8).normalized()))


def to_byte(value):
    return min(255, int(value * 255.0))


def run(n):
    checksum = 0
    for pixel in render(make_scene(), n, n):
        checksum = (checksum * 31 + to_byte(pixel.x) * 65536 + to_byte(pixel.y) * 256 + to_byte(pixel.z)) % 1000000007
    return checksum


if __name__ == "__main__":
    scene = make_scene()
    width, height = 48, 20
    line = []
    for pixel in render(scene, width, height):
        line.append(" .:-=+*#%@"[min(9, int((pixel.x + pixel.y + pixel.z) / 3.0 * 10.0))])
        if len(line) == width:
            print("".join(line))
            line = []
    print(scene.rays, run(16))
