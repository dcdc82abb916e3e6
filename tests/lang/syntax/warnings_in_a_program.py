"""SyntaxWarnings of the program itself: on stderr, once for each copy of a finally block, before anything runs."""
for i in range(2):
    try: pass
    finally:
        i is 1
if 0:
    i is 1
while 0: i is 1
def f():
    try: return
    finally: assert (1,2)
async def g():
    with A: return "a" is x
def h(a="a" is i): return 1
class A:
    x: "a" is i = "a" is i
print("\d", f"\d {i} \q", b"\d")
lambda: 0 is 0
[i is 0 for i in [1]]
1 is (
 2)
