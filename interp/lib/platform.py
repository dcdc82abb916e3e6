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


def libc_ver(executable=None, lib="", version="", chunksize=16384):
    return lib, version


def mac_ver(release="", versioninfo=("", "", ""), machine=""):
    return release, versioninfo, machine


def win32_ver(release="", version="", csd="", ptype=""):
    return release, version, csd, ptype


def win32_edition():
    return None


def win32_is_iot():
    return False


def java_ver(release="", vendor="", vminfo=("", "", ""), osinfo=("", "", "")):
    return release, vendor, vminfo, osinfo


def system_alias(system, release, version):
    return ("Windows", release, version) if system in ("win32", "win16") else (system, release, version)


def freedesktop_os_release():
    import re
    for path in ("/etc/os-release", "/usr/lib/os-release"):
        try:
            with open(path, encoding="utf-8") as file:
                lines = file.readlines()
        except OSError:
            continue
        found = {"NAME": "Linux", "ID": "linux", "PRETTY_NAME": "Linux"}
        for line in lines:
            each = re.match(r"""([a-zA-Z0-9_]+)=(?P<quote>["']?)(.*)(?P=quote)$""", line)
            if each:
                found[each[1]] = re.sub(r"""\\([\\$"'`])""", r"\1", each[3])
        return found
    raise OSError(2, "Unable to read files /etc/os-release, /usr/lib/os-release")
