"""find_oracle.py: the CPython 3.11 that tests compare with, the same for all of them. As a program it prints the path; status 1: there is none."""
import os
import shutil
import subprocess
import sys

OLDEST = (3, 11, 7)  # what the tests are written by: older ones mark other places in tracebacks


def find_oracle():
    """A CPython 3.11 and its whole version, or None twice: $PYTHON, python3.11 or python3, the first that is one."""
    for name in (os.environ.get("PYTHON"), "python3.11", "python3"):
        path = shutil.which(name) if name else None
        if path:
            said = subprocess.run([path, "-c", "import sys; print(*sys.version_info[:3])"], capture_output=True, text=True).stdout
            version = tuple(int(word) for word in said.split() if word.isdigit())
            if version[:2] == (3, 11):
                return path, version
    return None, None


if __name__ == "__main__":
    found = find_oracle()[0]
    print(found or "")
    sys.exit(found is None)
