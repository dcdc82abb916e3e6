local function run(n)
    local inside = 0
    for row = 0, n - 1 do
        local ci = 2.0 * row / n - 1.0
        for column = 0, n - 1 do
            local cr = 2.0 * column / n - 1.5
            local zr, zi, escaped = 0.0, 0.0, false
            for _ = 1, 50 do
                local zr2, zi2 = zr * zr, zi * zi
                if zr2 + zi2 > 4.0 then
                    escaped = true
                    break
                end
                zi = 2.0 * zr * zi + ci
                zr = zr2 - zi2 + cr
            end
            if not escaped then
                inside = inside + 1
            end
        end
    end
    return string.format("%d", inside)
end

return { run = run }
