# A FrameObject that outlives its call keeps the chain of callers, each detached as it ends.
import sys

kept = []


def level(n):
    tag = "level %d" % n
    if n == 0:
        kept.append(sys._getframe())
        return tag
    below = level(n - 1)
    return tag + "/" + below


print(level(5))
frame = kept.pop()
while frame is not None:
    if "tag" in frame.f_locals:
        print(frame.f_locals["n"], frame.f_locals["tag"], frame.f_locals.get("below"), frame.f_lineno)
    else:
        print(frame.f_code.co_name)
    frame = frame.f_back


def siblings():
    def take():
        return sys._getframe()

    first, second = take(), take()
    return first, second, first.f_back is second.f_back, first is second


a, b, same_back, same = siblings()
print(same_back, same, a.f_back is b.f_back, a.f_back.f_code.co_name)


def many():
    frames = []
    for i in range(50):
        def f(i=i):
            x = i * i
            return sys._getframe()
        frames.append(f())
    return [fr.f_locals["x"] for fr in frames]


print(sum(many()))
