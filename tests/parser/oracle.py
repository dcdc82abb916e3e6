"""CPython's syntax trees and syntax errors in the form that parser_dump prints ours.

oracle.py DUMP FILE...          compare trees (or errors) file by file
oracle.py DUMP --snippets FILE  compare the errors of snippets, separated in FILE by lines of "----"
Ends with "N passed, N failed"; exit code 1 if any failed.
"""
import ast
import os
import subprocess
import sys
import tempfile
import warnings

warnings.simplefilter("ignore")
sys.setrecursionlimit(20000)

SKIPPED_FIELDS = {"type_comment", "type_ignores", "kind"}
REFUSED = ("except* and", "\\N{...} character")


class Unsupported(Exception):
    pass


def text(kind, data):
    out = []
    for byte in data:
        out.append(chr(byte) if 0x20 <= byte < 0x7F and byte not in (0x22, 0x5C) else "\\%02x" % byte)
    return '%s"%s" ' % (kind, "".join(out))


def constant(value):
    if value is Ellipsis:
        return "Ellipsis "
    if value is None or isinstance(value, bool):
        return "%s " % value
    if isinstance(value, int):
        return "%d " % value if value < 2**63 else "BIG "
    if isinstance(value, float):
        return "F%.17g " % value
    if isinstance(value, str):
        return text("s", value.encode("utf-8", "surrogatepass"))
    if isinstance(value, bytes):
        return text("b", value)
    return "J%.17g " % value.imag


def dump(node, out):
    if isinstance(node, list):
        out.append("[")
        for item in node:
            dump(item, out)
        out.append("] ")
    elif isinstance(node, (ast.expr_context, ast.operator, ast.unaryop, ast.boolop, ast.cmpop)):
        out.append(type(node).__name__ + " ")
    elif isinstance(node, ast.AST):
        if isinstance(node, ast.TryStar):
            raise Unsupported("except*")
        out.append(type(node).__name__)
        if hasattr(node, "lineno"):
            out.append("@%d:%d-%d:%d" % (node.lineno, node.col_offset, node.end_lineno, node.end_col_offset))
        out.append("(")
        if isinstance(node, ast.Constant):
            out.append(constant(node.value))
        else:
            for field in node._fields:
                if field not in SKIPPED_FIELDS:
                    dump(getattr(node, field), out)
        out.append(")")
    else:
        out.append("%s " % (node,))


def expected(source, filename, mode="exec"):
    """None: cannot be compared."""
    try:
        tree = compile(source, filename, mode, ast.PyCF_ONLY_AST)
    except SyntaxError as error:
        fields = [error.lineno, error.offset, error.end_lineno, error.end_offset]
        fields = [-1 if field is None else field for field in fields]
        return "ERROR %s|%d|%d|%d|%d|%s" % (type(error).__name__, *fields, error.msg)
    except (ValueError, MemoryError, RecursionError, OverflowError):
        return None
    out = []
    try:
        dump(tree, out)
    except Unsupported:
        return None
    return "".join(out)


def ours(dump_program, paths, mode="exec"):
    results = {}
    for begin in range(0, len(paths), 100):
        run = subprocess.run([dump_program, "--mode", mode, *paths[begin:begin + 100]], capture_output=True)
        if run.returncode != 0:
            print("%s: exit code %d\n%s" % (dump_program, run.returncode, run.stderr.decode("utf-8", "replace")))
        path = None
        for line in run.stdout.split(b"\n"):
            if line.startswith(b"== "):
                path = line[3:].decode()
                results[path] = []
            elif path is not None:
                results[path].append(line)
    return {path: b"\n".join(lines).decode("utf-8", "replace").rstrip("\n") for path, lines in results.items()}


def first_difference(a, b):
    at = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
    begin = max(0, at - 100)
    return "  CPython: …%s\n  ours:    …%s" % (a[begin:at + 120], b[begin:at + 120])


def compare_files(dump_program, paths):
    passed = failed = skipped = 0
    for begin in range(0, len(paths), 100):
        batch = paths[begin:begin + 100]
        results = ours(dump_program, batch)
        for path in batch:
            with open(path, "rb") as file:
                want = expected(file.read(), path)
            got = results.get(path, "no output")
            if want is None or any(word in got for word in REFUSED):
                skipped += 1
            elif got == want:
                passed += 1
            else:
                failed += 1
                print("%s\n%s" % (path, first_difference(want, got)))
    if skipped:
        print("%d files skipped: they use what is refused (except*, \\N{name})" % skipped)
    return passed, failed


def compare_snippets(dump_program, path):
    with open(path, encoding="utf-8", newline="") as file:
        snippets = file.read().split("----\n")
    passed = failed = 0
    with tempfile.TemporaryDirectory() as directory:
        names = []
        for number, snippet in enumerate(snippets):
            name = os.path.join(directory, "%d.py" % number)
            with open(name, "w", encoding="utf-8", newline="") as file:
                file.write(snippet)
            names.append(name)
        results = ours(dump_program, names)
        for name, snippet in zip(names, snippets):
            want = expected(snippet, name)
            got = results.get(name, "no output")
            if want is None or got == want:
                passed += 1
            else:
                failed += 1
                print("%r\n%s" % (snippet, first_difference(want, got)))
    return passed, failed


def main():
    dump_program, *paths = sys.argv[1:]
    if paths[0] == "--snippets":
        passed, failed = compare_snippets(dump_program, paths[1])
    else:
        passed, failed = compare_files(dump_program, paths)
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
