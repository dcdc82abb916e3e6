"""The end of a program: finalizers find all names of their module, callbacks of weak references that die with their targets stay silent."""
import atexit
import gc
import os.path
import sys
import types
import typing
import weakref


class Finalized:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name, number, "last" in globals(), __name__, os.path.join("a", "b"), helper(), sys.modules.get("__main__"), type(sys) is types.ModuleType)


class Node:
    """Told by the death of another: a cycle through its method."""

    def __init__(self):
        self.references = []

    def watch(self, other):
        self.references.append(weakref.ref(other, self.told))

    def told(self, reference):
        print("told")


def helper():
    return second.name


def generate():
    try:
        yield 1
    finally:
        print("generator", number, second.name)


gc.disable()  # for what is found together ends in the order in which it was made
first, number, second = Finalized("first"), 5, Finalized("second")
node = Node()
node.watch(second)
node.watch(node)
silent = weakref.ref(second, lambda reference: print("callback"))
running = generate()
next(running)
weakref.finalize(first, print, "finalize", number)
atexit.register(print, "atexit", number)
known = typing.List[Finalized]  # which the library keeps
last = Finalized("last")
print("end")
