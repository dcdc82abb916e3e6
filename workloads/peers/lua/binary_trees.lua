local function make(depth)
    if depth == 0 then
        return { false, false }
    end
    depth = depth - 1
    return { make(depth), make(depth) }
end

local function check(tree)
    local left, right = tree[1], tree[2]
    if not left then
        return 1
    end
    return 1 + check(left) + check(right)
end

local function run(n)
    local total, kept = 0, make(n)
    for depth = 4, n, 4 do
        for _ = 1, 2 ^ (n - depth + 2) do
            total = total + check(make(depth))
        end
    end
    return string.format("%d", total + check(kept))
end

return { run = run }
