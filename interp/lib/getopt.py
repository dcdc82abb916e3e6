"""getopt: options of a command line in the manner of C's getopt."""
__all__ = ["GetoptError", "error", "getopt", "gnu_getopt"]


class GetoptError(Exception):
    opt = ""
    msg = ""

    def __init__(self, msg, opt=""):
        self.msg = msg
        self.opt = opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def _long(found, text, names, rest):
    name, equals, value = text.partition("=")
    if name in names:
        wants = False
    elif name + "=" in names:
        wants = True
    else:
        candidates = [each for each in names if each.startswith(name)]
        if not candidates:
            raise GetoptError("option --%s not recognized" % name, name)
        if len(candidates) > 1:
            raise GetoptError("option --%s not a unique prefix" % name, name)
        wants = candidates[0].endswith("=")
        name = candidates[0].rstrip("=")
    if wants and not equals:
        if not rest:
            raise GetoptError("option --%s requires argument" % name, name)
        value = rest.pop(0)
    elif equals and not wants:
        raise GetoptError("option --%s must not have an argument" % name, name)
    found.append(("--" + name, value))


def _short(found, text, names, rest):
    while text:
        name, text = text[0], text[1:]
        at = names.find(name)
        if at < 0 or name == ":":
            raise GetoptError("option -%s not recognized" % name, name)
        value = ""
        if names.startswith(":", at + 1):
            if not text and not rest:
                raise GetoptError("option -%s requires argument" % name, name)
            value = text or rest.pop(0)
            text = ""
        found.append(("-" + name, value))


def _parse(args, shortopts, longopts, mixed):
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    found, others, rest = [], [], list(args)
    while rest:
        if rest[0] == "--":
            others += rest[1:]
            break
        if rest[0].startswith("--"):
            _long(found, rest.pop(0)[2:], longopts, rest)
        elif rest[0].startswith("-") and rest[0] != "-":
            _short(found, rest.pop(0)[1:], shortopts, rest)
        elif mixed:
            others.append(rest.pop(0))
        else:
            others += rest
            break
    return found, others


def getopt(args, shortopts, longopts=[]):
    return _parse(args, shortopts, longopts, False)


def gnu_getopt(args, shortopts, longopts=[]):
    return _parse(args, shortopts.removeprefix("+"), longopts, not shortopts.startswith("+"))
