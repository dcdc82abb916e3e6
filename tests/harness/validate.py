#!/usr/bin/env python3
"""validate.py SCHEMA FILE|FOLDER…: every result file and journal of today's version matches the schema. Exit status 77: no jsonschema.

Of a folder all *.json and *.journal below it; what is no result of this version there is passed over (tests break files on
purpose), and a file without "analysis", which a test made itself, is held against the rest. A file that is named must match.
Of files beyond 3 MB each workload's blocks are looked at in 12 places: the validator is slow, and blocks are alike.
"""
import glob
import json
import os
import sys

LARGE_BYTES = 3_000_000
PLACES = 12


def thin(result):
    for workload in result["workloads"]:
        blocks = workload["blocks"]
        if len(blocks) > PLACES:
            workload["blocks"] = [blocks[i * (len(blocks) - 1) // (PLACES - 1)] for i in range(PLACES)]
        for block in workload["blocks"]:
            for samples in filter(None, block["sides"]):
                for key in ("wall_ns", "cpu_ns"):
                    samples[key] = samples[key][:1000]


def is_ours(document):
    return isinstance(document, dict) and document.get("format") in ("framebench-result", "framebench-journal") and document.get("version") == 2


def documents_of(name, schema, named):
    """Pairs of a document and the schema that it must match."""
    line_schema = {"$schema": schema["$schema"], "$ref": "#/$defs/journal_line", "$defs": schema["$defs"]}
    with open(name) as file:
        if not name.endswith(".journal"):
            result = json.load(file)
            if not named and not is_ours(result):
                return
            if os.path.getsize(name) > LARGE_BYTES:
                thin(result)
            yield result, schema if named or "analysis" in result else {**schema, "then": {}}
            return
        for number, line in enumerate(file):
            if number == 0 and not named and not is_ours(json.loads(line)):
                return
            if line.endswith("\n"):  # the last one may have been cut short
                yield json.loads(line), line_schema if number > 0 else schema


def problems_of(name, schema, named=True):
    import jsonschema
    for document, own in documents_of(name, schema, named):
        for error in jsonschema.Draft202012Validator(own).iter_errors(document):
            yield "%s does not match the schema: %s: %s" % (name, "/".join(map(str, error.absolute_path)) or "the top", error.message[:300])


def main():
    try:
        import jsonschema  # noqa: F401
    except ImportError:
        sys.exit(77)
    with open(sys.argv[1]) as file:
        schema = json.load(file)
    bad = 0
    for place in sys.argv[2:]:
        named = not os.path.isdir(place)
        names = [place] if named else [name for ending in ("json", "journal")
                                       for name in glob.glob(os.path.join(place, "**", "*." + ending), recursive=True)]
        for name in sorted(names):
            try:
                for problem in problems_of(name, schema, named):
                    print(problem)
                    bad = 1
            except ValueError:
                if named:
                    print("%s is no JSON" % name)
                    bad = 1
                # else written broken on purpose, by the test
    sys.exit(bad)


if __name__ == "__main__":
    main()
