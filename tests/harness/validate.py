#!/usr/bin/env python3
"""validate.py SCHEMA FOLDER: every result file in FOLDER (today's version, up to 3 MB) matches the schema. Exit status 77: no jsonschema."""
import glob
import json
import os
import sys

try:
    import jsonschema
except ImportError:
    sys.exit(77)

with open(sys.argv[1]) as file:
    validator = jsonschema.Draft202012Validator(json.load(file))
bad = 0
for name in sorted(glob.glob(os.path.join(sys.argv[2], "**", "*.json"), recursive=True)):
    if os.path.getsize(name) > 3000000:
        continue
    try:
        with open(name) as file:
            result = json.load(file)
    except ValueError:
        continue  # written broken on purpose, by the test
    if not isinstance(result, dict) or result.get("format") != "framebench-result" or result.get("version") != 2:
        continue
    for error in validator.iter_errors(result):
        print("%s does not match the schema: %s: %s" % (name, "/".join(map(str, error.absolute_path)), error.message[:300]))
        bad = 1
sys.exit(bad)
