# Loops and conditions for tests/frames/trace_all: what lines they pass.
def f():
    while undefined < 3:
        pass
try: f()
except NameError: pass
def g(n):
    while n < 3:
        pass
        n += 1
    while n < 6: pass; n += 1
    while (n <
           8): n += 1
    while True: 
        n += 1
        if n > 12: break
g(0)
