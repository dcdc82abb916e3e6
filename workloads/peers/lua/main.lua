-- Runs one program of this folder in Lua or LuaJIT, as main.py does in Python: main.lua FILE N VALUES [WARM].
local path, n, values, warm = arg[1], tonumber(arg[2]), tonumber(arg[3]), tonumber(arg[4] or 0)
local program = dofile(path)
local result = program.run(n)
print(result)
local begin = os.clock()
while os.clock() - begin < warm do
    program.run(n)
end
for _ = 1, values do
    local start = os.clock()
    assert(program.run(n) == result)
    print(string.format("%.9f", os.clock() - start))
end
