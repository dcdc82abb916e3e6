# What a program leaves in a FrameObject (snapshot, f_trace, f_trace_lines) is not seen by the calls that come after.
import sys


def leave(a, b):
    frame = sys._getframe()
    frame.f_locals["left"] = a
    frame.f_trace = print
    frame.f_trace_lines = False
    del frame
    return a + b


def look(x):
    frame = sys._getframe()
    seen = sorted(frame.f_locals), frame.f_trace, frame.f_trace_lines
    del frame
    return seen


def through_back(x):
    def inner():
        back = sys._getframe().f_back
        back.f_locals["other"] = 1
        back.f_trace_lines = False
    inner()
    return x


for i in range(5):
    print(leave(1, 2), look(3), through_back(4), look(5))
