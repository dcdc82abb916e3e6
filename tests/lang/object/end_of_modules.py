"""The end of a program's modules: finalizers find all names of theirs."""
import sys
import types

SOURCE = """
value = 1

def read():
    return value

class Own:
    def __del__(self):
        print("own", read(), sys is not None, __name__)

own = Own()
"""
other = types.ModuleType("other")
other.sys = sys
exec(SOURCE, other.__dict__)
sys.modules["other"] = other
print("end", other.read())
