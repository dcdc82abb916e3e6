"""_inspect_source: where definitions begin and end in the text of a program, for inspect."""
import re

_start = re.compile(r"""(?x) \#[^\n]* | [A-Za-z]{0,2}(?P<quote>'''|\"""|'|") | [(\[{] | [)\]}] | \\\n | \n""")


def scan(lines):
    """The logical lines: [first line, last line, indent, first word, last character], and the comments that stand alone: (line, indent)."""
    text = "".join(lines)
    rows, logical, comments = 0, [], []
    at = depth = 0
    now = None  # the logical line that is going on

    def begin(position):
        nonlocal now
        if now is None:
            line_start = text.rfind("\n", 0, position) + 1
            now = [rows, rows, len(text[line_start:position].expandtabs()), re.compile(r"\w*|@").match(text, position).group() or text[position], ""]

    while at < len(text):
        found = _start.search(text, at)
        plain = text[at:found.start()] if found else text[at:]
        if plain.strip():
            begin(at + len(plain) - len(plain.lstrip()))
            now[4] = plain.rstrip()[-1]
        if not found:
            break
        what, at = found.group(), found.end()
        if what == "\n":
            if now is not None and not depth:
                now[1] = rows
                logical.append(now)
                now = None
            rows += 1
        elif what[0] == "#":
            if now is None:
                comments.append((rows, found.start() - text.rfind("\n", 0, found.start()) - 1))
        elif what == "\\\n":
            rows += 1
        else:
            begin(found.start())
            now[4] = what[-1]
            if found["quote"]:
                at = _string_end(text, at, found["quote"])
                rows += text.count("\n", found.end(), at)
            else:
                depth = max(0, depth + (1 if what in "([{" else -1))
    if now is not None:
        now[1] = rows
        logical.append(now)
    return logical, comments


def _string_end(text, at, quote):
    while at < len(text):
        if text[at] == "\\":
            at += 2
        elif text.startswith(quote, at):
            return at + len(quote)
        elif text[at] == "\n" and len(quote) == 1:
            return at
        else:
            at += 1
    return at


def block(lines):
    """The lines of the definition that begins with the first of them."""
    logical, comments = scan(lines)
    index = 0
    while index < len(logical) and logical[index][3] == "@":
        index += 1
    if index == len(logical):
        return lines[:1]
    _, last, indent, word, end = logical[index]
    if word not in ("def", "class", "async") or end != ":":
        return lines[:last + 1]
    body = None
    for first, after, depth, _, _ in logical[index + 1:]:
        if depth <= indent:
            limit = first
            break
        body = depth if body is None else body
        last = after
    else:
        limit = len(lines)
    for row, depth in comments:
        if body is not None and last < row < limit and depth >= body:
            last = row
        elif last < row < limit:
            break
    return lines[:last + 1]


def find_class(lines, qualname):
    """The line where the class begins, its decorators included; -1."""
    wanted = qualname.split(".")
    stack, decorated = [], None
    for first, _, indent, word, _ in scan(lines)[0]:
        if word == "@":
            decorated = first if decorated is None else decorated
            continue
        while stack and stack[-1][0] >= indent:
            stack.pop()
        found = re.match(r"\s*(?:async\s+def|def|class)\s+(\w+)", lines[first])
        if found:
            names = [name for _, part in stack for name in part]
            if word == "class" and names + [found[1]] == wanted:
                return first if decorated is None else decorated
            stack.append((indent, [found[1]] if word == "class" else [found[1], "<locals>"]))
        decorated = None
    return -1


def comments_before(lines, at):
    """The comment lines that stand directly above line `at`, indented as it is; None."""
    def indent_of(line):
        line = line.expandtabs()
        return len(line) - len(line.lstrip())
    indent, found = indent_of(lines[at]), []
    while at > 0 and lines[at - 1].lstrip()[:1] == "#" and indent_of(lines[at - 1]) == indent:
        at -= 1
        found.insert(0, lines[at].expandtabs().lstrip())
    for end in (0, -1):
        while found and found[end].strip() == "#":
            del found[end]
    return "".join(found) if found else None


def comments_at_top(lines):
    """Those at the beginning of a file, behind #!; None."""
    start = 1 if lines and lines[0][:2] == "#!" else 0
    while start < len(lines) and lines[start].strip() in ("", "#"):
        start += 1
    found = []
    while start < len(lines) and lines[start][:1] == "#":
        found.append(lines[start].expandtabs())
        start += 1
    return "".join(found) if found else None
