import sys
srcs=["def f(): await x","await x","async def f(): yield from x","async def f():\n yield 1\n return 2","def f():\n async with x: pass","def f():\n async for x in y: pass","def f(): [x async for x in y]","[x async for x in y]","async def f(): lambda: await x","def f(): return [await x for x in y]","async with x: pass","async for x in y: pass","async def f(): await = 5","async x","def f(): (await x)","async def f():\n def g():\n  await x","class A:\n await x", "async = 1","await = 1","def async(): pass","async def f(x=await y): pass","async def f(): return (x async for x in y)","def f(): return (x async for x in y)", "async def f(): await","async def f(): x = await await y","async def f(): -await x ** 2", "async def f(): f'{await x}'", "async def f(): await x = 1", "async def f(): del await x", "async lambda: 5"]
for s in srcs:
    try: compile(s,'f','exec'); print('ok',s)
    except SyntaxError as e: print(repr(s),e.msg,e.lineno,e.offset,e.end_offset)
