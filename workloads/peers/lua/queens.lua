local function place(row, n, columns, rising, falling)
    if row == n then
        return 1
    end
    local count = 0
    for column = 0, n - 1 do
        if not (columns[column] or rising[row + column] or falling[row - column]) then
            columns[column], rising[row + column], falling[row - column] = true, true, true
            count = count + place(row + 1, n, columns, rising, falling)
            columns[column], rising[row + column], falling[row - column] = nil, nil, nil
        end
    end
    return count
end

return { run = function(n) return string.format("%d", place(0, n, {}, {}, {})) end }
