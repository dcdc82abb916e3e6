"""platform: what runs here. The language version is Python's; the system's names come from uname()."""
import os as _os
import sys as _sys


def python_implementation():
    return _sys.implementation.name


def python_version():
    return "%d.%d.%d" % tuple(_sys.version_info[:3])


def python_version_tuple():
    return tuple(python_version().split("."))


def python_branch():
    return ""


def python_revision():
    return ""


def python_build():
    return "main", ""


def python_compiler():
    return _sys.version.partition("[")[2].rstrip("]")


def system():
    return _os.uname().sysname


def node():
    return _os.uname().nodename


def release():
    return _os.uname().release


def version():
    return _os.uname().version


def machine():
    return _os.uname().machine


def processor():
    return ""


def architecture(executable=None, bits="", linkage=""):
    return "64bit" if _sys.maxsize > 1 << 32 else "32bit", "ELF"


def platform(aliased=False, terse=False):
    return "-".join((system(), release(), machine()))


def uname():
    from collections import namedtuple
    return namedtuple("uname_result", "system node release version machine")(system(), node(), release(), version(), machine())
