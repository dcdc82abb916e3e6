# f_trace_opcodes is kept; line events are the same with it. (CPython sends opcode events in addition: left out here, they are its instructions.)
import sys


def traced(n):
    total = 0
    for i in range(n):
        total += i
    return total


def trace(frame, event, arg):
    if event == "call":
        frame.f_trace_opcodes = True
    if event != "opcode":
        print(event, frame.f_lineno, frame.f_trace_opcodes)
    return trace


sys.settrace(trace)
traced(2)
sys.settrace(None)
