def g():
    try: yield 1
    finally: yield 2
x=g(); next(x); del x
class A:
    def __del__(s): 1/0
a=A(); del a
