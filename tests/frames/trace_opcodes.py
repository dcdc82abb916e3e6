# f_trace_opcodes: opcode events come before the instructions of every line, behind its line event. (Which instructions a line has is each interpreter's own affair.)
import sys

seen = []


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
        seen.append((event, frame.f_lineno))
    elif seen[-1] != (event, frame.f_lineno):
        seen.append((event, frame.f_lineno))
        print("  opcodes of", frame.f_lineno, arg)
    return trace


sys.settrace(trace)
traced(2)
sys.settrace(None)


def raises(frame, event, arg):
    frame.f_trace_opcodes, frame.f_trace_lines = True, False
    if event == "opcode" and frame.f_lineno == traced.__code__.co_firstlineno + 4:
        raise ValueError("at an instruction")
    return raises


sys.settrace(raises)
try:
    traced(2)
except ValueError as error:
    print(error, error.__traceback__.tb_next.tb_lineno, sys.gettrace())
