# A MemoryError lets go of the calls it passed through when the program lets go of it.
import sys


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def fail(name):
    noisy = Noisy(name)
    return [0] * (1 << 60)


def nested(depth):
    try:
        fail("nested %d" % depth)
    except MemoryError as e:
        if depth:
            nested(depth - 1)
        print("handled", depth, type(e.__context__).__name__, e.__traceback__.tb_next.tb_frame.f_code.co_name)


for i in range(3):
    try:
        fail("plain %d" % i)
    except MemoryError:
        print("caught")
    print("after")

kept = []
for i in range(12):
    try:
        fail("kept %d" % i)
    except MemoryError as e:
        kept.append(e)
print(len(kept), kept[0] is kept[1])
while kept:
    e = kept.pop(0)
    print(e.__traceback__.tb_next.tb_frame.f_locals["noisy"].name)
    e = None
nested(2)
