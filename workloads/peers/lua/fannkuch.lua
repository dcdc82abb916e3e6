local function run(n)
    local p, q, s, sign, max_flips, total = {}, {}, {}, 1, 0, 0
    for i = 0, n - 1 do
        p[i], q[i], s[i] = i, 0, i
    end
    while true do
        if p[0] ~= 0 then
            for i = 1, n - 1 do
                q[i] = p[i]
            end
            local q0, flips = p[0], 1
            while true do
                local top = q[q0]
                if top == 0 then
                    break
                end
                q[q0] = q0
                if q0 >= 3 then
                    local i, j = 1, q0 - 1
                    while i < j do
                        q[i], q[j] = q[j], q[i]
                        i = i + 1
                        j = j - 1
                    end
                end
                q0 = top
                flips = flips + 1
            end
            total = total + sign * flips
            if flips > max_flips then
                max_flips = flips
            end
        end
        if sign == 1 then
            p[0], p[1] = p[1], p[0]
            sign = -1
        else
            p[1], p[2] = p[2], p[1]
            sign = 1
            for i = 2, n - 1 do
                if s[i] ~= 0 then
                    s[i] = s[i] - 1
                    break
                end
                if i == n - 1 then
                    return string.format("%d", total * 1000 + max_flips)
                end
                s[i] = i
                local first = p[0]
                for j = 0, i do
                    p[j] = p[j + 1]
                end
                p[i + 1] = first
            end
        end
    end
end

return { run = run }
