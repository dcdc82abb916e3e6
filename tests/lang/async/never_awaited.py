async def f(): pass
f()
print('x')
def g():
    c=f()
    del c
g();g()
for i in range(3): f()
c=f()
