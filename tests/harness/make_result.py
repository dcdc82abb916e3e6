#!/usr/bin/env python3
"""Writes a result file of version 2 with every field filled, from a seed: what pictures and reports are tested with.

    make_result.py OUT.json [KIND…]

A KIND changes the plain file (18 workloads, two sides, 24 blocks): ladder (four sides), sweep (workloads of one
parameter), layouts (8 linkings), one (workload), many (200), failed (all of them), extreme (ratios 0.01 and 100),
hostile (names that are code elsewhere), bare (nothing optional), few (3 blocks).
"""
import json
import math
import random
import sys

HOSTILE = ["it's `touch owned`", '"; system("touch owned"); "', "<script>alert(1)</script>", "a\nb\r\tc", "{/*2 x}_y^z",
           "naïve größe 名前 🐍", "$(touch owned)", "\\\" \\x41 %s %n", "a|b|c * _d_ [e](f) <!-- g -->", "&lt;&amp;",
           "]]></svg><img src=x onerror=alert(1)>", "@x'.system('touch owned').'", "\x1b[31mred\x1b]0;title\x07\x7f\x9b", "\u202egnp.exe\u202c \u05e9\u05dc\u05d5\u05dd",
           "=1+cmd|'/c touch owned'!A1", "::error::owned\n::warning::owned", "%{}@^_&~", "0123456789" * 1000]
EFFECTS = [("deep", 41, 1.0, 0), ("mutual", 31, 1.0, 0), ("fib", 27, 1.0, 0), ("recursion_mix", 22, 1.0, 0), ("methods", 17, 0.9, 0),
           ("closures", 15, 0.8, 0), ("visitor", 12, 0.8, 0), ("constructors", 9, 0.5, 0), ("arguments", 8.5, 0.6, 0),
           ("lisp", 7, 0.4, 0.001), ("raytracer", 5, 0.3, 0), ("regex_matcher", 4.2, 0.35, 0), ("sudoku", 2, 0.2, 0.01),
           ("operators", 0.6, 0.25, 0), ("generators", -2, 0.1, 0), ("exceptions", -7, 0.2, 0.9), ("logger", -12, 0.3, 1.0),
           ("control_sieve", 0.1, 0.0, 0)]
EVENTS = [("instructions", False, True), ("cycles", False, True), ("branch-misses", False, True), ("cache-misses", False, False),
          ("task-clock", True, True), ("page-faults", True, True)]
MACHINE = ["kernel_version", "architecture", "memory_bytes", "clock_ticks_per_second", "cpu_vendor", "cpu_family", "cpu_model_number",
           "cpu_stepping", "microcode", "virtual_machine", "isolated_cpus", "frequency_khz", "boost", "no_turbo",
           "temperature_millidegree", "throttle_count", "clocksource", "cgroup_cpu_max", "kernel_command_line", "steal_since_boot_pct"]


def event(name, software, available, hostile):
    return {"name": name, "resolved": "perf::" + name, "software": software, "available": available,
            "group": None if software or not available else 0,
            "reason": None if available else HOSTILE[2] + HOSTILE[12] if hostile else "the hypervisor shows no PMU (errno 2)",
            "remedy": None if available else "measure on a machine of your own"}


def machine(hostile):
    return {"host": HOSTILE[2] + HOSTILE[12] if hostile else "bench-vm", "kernel": HOSTILE[15] if hostile else "6.1.0-13", "cpu_model": HOSTILE[1] if hostile else "AMD EPYC 7B13",
            "cpus_online": 2, "governor": {"unavailable": "a virtual machine has none"}, "aslr": 2, "transparent_hugepages": "madvise",
            "smt": True, **{key: {"unavailable": "made for a test"} for key in MACHINE}, "mitigations": "spectre_v2: retpolines", "perf_event_paranoid": 2, "load_1min": 0.3}


def findings(hostile):
    return [{"check": HOSTILE[8] if hostile else "governor", "status": "warn", "value": HOSTILE[12] if hostile else "powersave",
             "effect": HOSTILE[2] if hostile else "the clock rises and falls with the load; times drift",
             "remedy": HOSTILE[8] + HOSTILE[0] if hostile else "sudo cpupower frequency-set -g performance"},
            {"check": "aslr", "status": "good", "value": "2", "effect": None, "remedy": None},
            {"check": "turbo", "status": "unknown", "value": None, "effect": "the clock may depend on heat",
             "remedy": "look for it in the firmware"}]


def side(name, layouts, hostile):
    digest = "%064x" % random.getrandbits(256)
    return {"name": name, "command": ["build/release/interp-" + name] + (HOSTILE[:3] if hostile else []),
            "program": "build/release/interp-" + name, "executable": "/opt/framebench/build/release/interp-" + name, "sha256": digest,
            "build_id": digest[:40], "version": "3.11.0 (framebench core)", "compiler": HOSTILE[12] + HOSTILE[1] if hostile else "gcc 12.2.0", "compiler_flags": HOSTILE[16] if hostile else "-O2 -DNDEBUG", "executable_bytes": 2400000,
            "layouts": [{"program": "layouts/interp-%s.%02d" % (name, k), "sha256": digest, "build_id": digest[:40]}
                        for k in range(layouts if layouts > 1 else 0)]}


def samples(base_ns, ratio, noise, rng, loops, events, values):
    cpu = [int(base_ns * loops / ratio * math.exp(noise + rng.gauss(0, 0.006))) for _ in range(values)]
    counters = {}
    for name, software, available in events:
        if available:
            scale = {"instructions": 3.1, "cycles": 2.4, "branch-misses": 0.004, "page-faults": 0.0}.get(name, 1.0)
            counters[name] = {"count": [int(c * scale * (1.0 if name != "branch-misses" else ratio ** 2)) for c in cpu], "overhead": 0}
    return {"env_pad": rng.randrange(4096), "peak_rss_bytes": 9000000, "wall_ns": [int(c * 1.004) + 900 for c in cpu], "cpu_ns": cpu,
            "warmup_wall_ns": [int(cpu[0] * 1.3)], "warmup_cpu_ns": [int(cpu[0] * 1.28)], "voluntary_switches": values, "involuntary_switches": None, "migrations": 0, "counters": counters}


def exact(index, ratio, call_share, escapes, base_ns):
    calls = round(base_ns / 90 * call_share) + 12
    made = calls if index == 0 else round(calls * escapes)
    rows = [("instructions", round(base_ns * 3.1 / ratio), "count", "cachegrind"), ("branches", round(base_ns * 0.6 / ratio), "count", "cachegrind"),
            ("pushes", calls, "count", "stats"), ("materializations", round(calls * escapes), "count", "stats"),
            ("frameobjs_made", made, "count", "stats"), ("allocations", round(calls * 0.4) + made, "count", "stats"),
            ("allocated_bytes", (round(calls * 0.4) + made) * 96, "bytes", "stats")]
    return [{"side": index, "name": n, "value": v, "unit": u, "per": "call", "tool": t, "tool_version": "3.19", "reason": None} for n, v, u, t in rows]


def workload(name, effects, share, escapes, rng, options):
    base_ns, loops = rng.uniform(8e4, 5e5), 40
    ratios = [1.0] + [1 + e / 100 if e > -90 else 0.01 for e in effects]
    blocks = []
    luck = {(k, s): rng.gauss(0, 0.012) for k in range(options["layouts"]) for s in range(len(ratios))}
    drift = 0.0
    for b in range(options["blocks"]):
        drift += rng.gauss(0, 0.004)
        layout = b % options["layouts"]
        order = list(range(len(ratios)))
        rng.shuffle(order)
        stolen = rng.random() < 0.08
        marks = [{"kind": "steal", "amount": 3.5, "unit": "%"}] if stolen else []
        if rng.random() < 0.05:
            marks.append({"kind": "migration", "amount": 1, "unit": "events"})
        common = drift + (0.05 if stolen else 0)
        blocks.append({"round": b, "layout": layout, "host": 0, "order": order, "cpu": 1, "hash_seed": 77 + b, "start_s": b * 4.0,
                       "duration_s": 0.25, "steal_pct": 3.5 if stolen else 0.1, "marks": marks, "void_reason": None, "void_side": None,
                       "sides": [samples(base_ns, r, common + rng.gauss(0, 0.008) + (luck[layout, s] if options["layouts"] > 1 else 0), rng,
                                         loops, options["events"], options["values"]) for s, r in enumerate(ratios)]})
    if len(blocks) > 5:
        blocks[4].update(void_reason="side b answered too late", void_side=1)
    counts = [] if options["bare"] else [row for s, r in enumerate(ratios) for row in exact(s, r, share, escapes, base_ns)]
    return {"name": name, "file": "workloads/%s.py" % name, "path": "workloads/%s.py" % name,
            "sha256": None, "program": None, "timeout_s": None, "function": "run", "n": 20, "checksum": "6765", "stresses": "calls",
            "tags": [], "control": name.startswith("control"), "design": "ilv", "status": "ok", "stop_reason": "precise", "error": None,
            "side_errors": [None] * len(ratios), "inner_loops": loops, "exact": counts, "blocks": blocks}


def fail(entry, reason):
    entry.update(status="failed", stop_reason="failed", error=reason, blocks=[], exact=[])


def main():
    out, kinds = sys.argv[1], sys.argv[2:]
    rng = random.Random(7)
    random.seed(7)
    hostile = "hostile" in kinds
    names = ["malloc", "freelist", "hybrid", "lazy"] if "ladder" in kinds else ["eager", "lazy"]
    if hostile:
        names = [HOSTILE[12] + "eager", HOSTILE[0] + HOSTILE[2]]
    options = {"layouts": 8 if "layouts" in kinds else 1, "blocks": 3 if "few" in kinds else 24, "values": 6, "bare": "bare" in kinds,
               "events": [] if "bare" in kinds else EVENTS}
    if "many" in kinds:
        options.update(blocks=8, values=2, events=[])
    steps = [0.0, 0.25, 0.45, 1.0] if "ladder" in kinds else [0.0, 1.0]
    rows = list(EFFECTS)
    if "one" in kinds:
        rows = rows[2:3]
    if "many" in kinds:
        rows = [("workload_%03d" % i, rng.gauss(7, 9), rng.random(), rng.random() ** 6) for i in range(200)]
    if "extreme" in kinds:
        rows = [("hundredfold", 9900, 1, 0), ("tenfold", 900, 1, 0), ("even", 0, 1, 0), ("tenth", -89.9, 1, 1), ("hundredth", -99, 1, 1)]
    if hostile:
        rows = [(name, 10 - 3 * i, 0.5, 0.05 * i) for i, name in enumerate(HOSTILE)]
    workloads = [workload(n, [e * s for s in steps[1:]], c, m, rng, options) for n, e, c, m in rows]
    for i, entry in enumerate(workloads if hostile else []):
        entry.update(file=HOSTILE[i], path="w/" + HOSTILE[i] + ".py", stresses=HOSTILE[i], function=HOSTILE[i], checksum=HOSTILE[i], tags=[HOSTILE[i]])
    if "sweep" in kinds:
        for share in (0, 5, 10, 20, 30, 40, 50, 75, 100):
            entry = workload("materialize_%03d" % share, [(24 - 0.6 * share) * s for s in steps[1:]], 1.0, share / 100, rng, options)
            entry["tags"] = ["sweep:materialized calls, %%=%d" % share]
            workloads.append(entry)
    if "failed" in kinds:
        for entry in workloads:
            fail(entry, HOSTILE[1] if hostile else "side eager: exited with status 1 before READY")
    elif len(workloads) > 4 and "extreme" not in kinds:
        fail(workloads[-2], HOSTILE[5] if hostile else "side lazy: wrong checksum 12, expected 6765")
    result = {"format": "framebench-result", "version": 2, "created": "2026-11-25T18:00:00Z", "commit": HOSTILE[6] + HOSTILE[12] if hostile else "0123456789ab", "command": None, "runner": None, "imported_from": None,
              "state": "complete", "duration_s": 171.5,
              "settings": {"seed": 4181457108502189541, "rounds": None, "budget_s": 170.0, "value_ms": 10.0,
                           "values_per_process": options["values"], "warmups": 1, "layouts_k": options["layouts"],
                           "target_half_width_pct": 1.0, "timeout_s": 20.0, "memory_limit_bytes": None},
              "sides": [side(name, options["layouts"], hostile) for name in names],
              "hosts": [{"name": "bench-vm", "source": None, "machine": machine(hostile), "findings": [] if options["bare"] else findings(hostile)}],
              "events": [event(*e, hostile) for e in options["events"]], "workloads": workloads}
    with open(out, "w") as file:
        json.dump(result, file)


main()
