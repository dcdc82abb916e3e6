#!/usr/bin/env python3
"""large_result.py SMALL.json VALUES OUT.json: the result SMALL.json grown to VALUES values, as a long run would leave it."""
import json
import random
import sys

result = json.load(open(sys.argv[1]))
result.pop("analysis")
workloads, blocks, sides = 10, 50, 2
per_block = int(sys.argv[2]) // (workloads * blocks * sides)
result["settings"]["values_per_process"] = per_block
result["settings"].update(rounds=blocks, layouts_k=1)
random.seed(1)
# A thousand different blocks of times would take the generator longer than framebench: forty, used again and again.
times = [[random.randrange(9_500_000, 10_500_000) for _ in range(per_block)] for _ in range(40)]
text = [json.dumps(x) for x in times]
with open(sys.argv[3], "w") as out:
    template = result["workloads"][0]
    block = template["blocks"][0]
    head = dict(result)
    head.pop("workloads")
    out.write(json.dumps(head)[:-1] + ', "workloads": [')
    for w in range(workloads):
        own = dict(template, name="workload%d" % w, blocks=[])
        out.write((",\n" if w else "\n") + json.dumps(own)[:-3] + "[")
        for b in range(blocks):
            samples = []
            for s in range(sides):
                at = (w * 7 + b * 3 + s * 11) % 40
                empty = dict(block["sides"][s], wall_ns=0, cpu_ns=0, counters={})
                samples.append(json.dumps(empty).replace('"wall_ns": 0', '"wall_ns": ' + text[at]).replace('"cpu_ns": 0', '"cpu_ns": ' + text[(at + s) % 40]))
            row = dict(block, round=b, layout=0, order=[b % 2, 1 - b % 2], sides="HERE")
            out.write((",\n" if b else "\n") + json.dumps(row).replace('"HERE"', "[" + ", ".join(samples) + "]"))
        out.write("]}")
    out.write("]}\n")
