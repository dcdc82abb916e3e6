# code too large for 16-bit jumps, deep expressions, many locals, long displays
lines = ["def f(x, n):", "    t = 0", "    while t < n:"]
for i in range(9000):
    lines.append(f"        x = x + {i}; x = x - {i}; y{i % 300} = x")
lines += ["        t += 1", "    else:", "        t = -t", "    if x < 0: return None", "    return x, t, y5"]
ns = {}
exec("\n".join(lines), ns)
print(ns["f"](1, 3), ns["f"](-1, 0) if 0 else "")
print(eval("+".join(["1"] * 2000)), eval("(" * 50 + "7" + ")" * 50), eval("[" + ",".join(map(str, range(5000))) + "]")[4999])
x = 3
print(sum(eval("[" + ",".join(["x"] * 1000) + "]")), len(eval("{" + ",".join(f"{i}: x" for i in range(500)) + "}")), len(eval("(" + "x," * 300 + ")")))
print(len(eval("f'" + "{x}a" * 200 + "'")), eval("print(" + ",".join(["x"] * 100) + ", sep='')"))
src = "def g(v):\n" + "".join(f"    {'if' if i == 0 else 'elif'} v == {i}: return 'v{i}'\n" for i in range(400)) + "    return 'none'\n"
exec(src)
print(g(0), g(399), g(400))
src = "def h(n):\n" + "".join("    " * (i + 1) + f"for i{i} in range(1, n):\n" for i in range(15)) + "    " * 16 + "return i0 + i14\n"
exec(src)
print(h(2))
src = "def k():\n    try:\n        " + "\n        ".join(f"a{i} = {i}" for i in range(200)) + "\n    finally:\n        print('done')\n    return a199\n"
exec(src)
print(k())
