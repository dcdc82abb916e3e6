local function body(x, y, z, vx, vy, vz, mass)
    return { x = x, y = y, z = z, vx = vx, vy = vy, vz = vz, mass = mass }
end

local function system()
    return {
        body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 39.5),
        body(4.84, -1.16, -0.10, 0.61, 2.81, -0.02, 0.037),
        body(8.34, 4.12, -0.40, -1.01, 1.82, 0.008, 0.011),
        body(12.89, -15.11, -0.22, 1.08, 0.86, -0.01, 0.0017),
        body(15.37, -25.91, 0.17, 0.97, 0.59, -0.03, 0.002),
    }
end

local function advance(bodies, dt, steps)
    local count = #bodies
    for _ = 1, steps do
        for i = 1, count do
            local a = bodies[i]
            for j = i + 1, count do
                local b = bodies[j]
                local dx, dy, dz = a.x - b.x, a.y - b.y, a.z - b.z
                local squared = dx * dx + dy * dy + dz * dz
                local force = dt / (squared * squared ^ 0.5)
                a.vx = a.vx - dx * b.mass * force
                a.vy = a.vy - dy * b.mass * force
                a.vz = a.vz - dz * b.mass * force
                b.vx = b.vx + dx * a.mass * force
                b.vy = b.vy + dy * a.mass * force
                b.vz = b.vz + dz * a.mass * force
            end
        end
        for i = 1, count do
            local b = bodies[i]
            b.x = b.x + dt * b.vx
            b.y = b.y + dt * b.vy
            b.z = b.z + dt * b.vz
        end
    end
end

local function energy(bodies)
    local total = 0.0
    for i, a in ipairs(bodies) do
        total = total + 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz)
        for j = i + 1, #bodies do
            local b = bodies[j]
            local dx, dy, dz = a.x - b.x, a.y - b.y, a.z - b.z
            total = total - a.mass * b.mass / (dx * dx + dy * dy + dz * dz) ^ 0.5
        end
    end
    return total
end

return {
    run = function(n)
        local bodies = system()
        advance(bodies, 0.001, n)
        return string.format("%.17g", energy(bodies))
    end,
}
