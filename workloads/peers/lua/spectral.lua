local function a(i, j)
    local ij = i + j
    return 1.0 / (ij * (ij + 1) / 2 + i + 1)
end

local function times(v, n)
    local result = {}
    for i = 0, n - 1 do
        local total = 0.0
        for j = 0, n - 1 do
            total = total + a(i, j) * v[j]
        end
        result[i] = total
    end
    return result
end

local function times_transposed(v, n)
    local result = {}
    for i = 0, n - 1 do
        local total = 0.0
        for j = 0, n - 1 do
            total = total + a(j, i) * v[j]
        end
        result[i] = total
    end
    return result
end

local function run(n)
    local u, v = {}, nil
    for i = 0, n - 1 do
        u[i] = 1.0
    end
    for _ = 1, 4 do
        v = times_transposed(times(u, n), n)
        u = times_transposed(times(v, n), n)
    end
    local uv, vv = 0.0, 0.0
    for i = 0, n - 1 do
        uv = uv + u[i] * v[i]
        vv = vv + v[i] * v[i]
    end
    return string.format("%.9f", (uv / vv) ^ 0.5)
end

return { run = run }
