-- Runs one program of this folder in Lua or LuaJIT, as main.py does in Python: main.lua FILE N VALUES.
local path, n, values = arg[1], tonumber(arg[2]), tonumber(arg[3])
local program = dofile(path)
local result = program.run(n)
print(result)
for _ = 1, values do
    local start = os.clock()
    assert(program.run(n) == result)
    print(string.format("%.9f", os.clock() - start))
end
