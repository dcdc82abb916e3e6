"""Functions that atexit calls register, unregister and clear functions. What they register is not called, so none of them loops."""
import atexit

count = 0


def again(name):
    global count
    count += 1
    print("again", name, count)
    if count < 5:
        atexit.register(again, name + "'")
        print(atexit._ncallbacks() - before)


def endless():
    print("endless")
    atexit.register(endless)


def unreg():
    print("unreg")
    atexit.unregister(never)


def never():
    print("never")


def clearing():
    if count:
        atexit._clear()
        atexit.register(print, "registered after a clear")
    print("cleared", atexit._ncallbacks())


def bad():
    atexit.register(print, "from bad")
    raise ValueError("x")


before = atexit._ncallbacks()  # of site
for callback in never, print, clearing:
    atexit.register(callback)
atexit.unregister(print)
print(atexit._ncallbacks() - before)
atexit.register(unreg)
atexit.register(again, "a")
atexit.register(endless)
atexit.register(bad)
atexit.register(again, "b")
