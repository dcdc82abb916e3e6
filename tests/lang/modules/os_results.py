"""What os.stat(), os.uname() and terminal sizes give; errors that name two paths."""
import os
s = os.stat("/etc/passwd"); print(s == tuple(s), len(s), s[6] == s.st_size, type(s[8]), s.st_mtime_ns // 10**9 == s[8], int(s.st_mtime) == s[8], type(s), s.st_mode == s[0], os.stat_result)
print(repr(s)); print(os.terminal_size((3, 4)), os.terminal_size([3, 4]).lines, os.terminal_size, os.uname().sysname, repr(os.uname())[:26], os.uname_result)
try: os.terminal_size((1,))
except TypeError as e: print(e)


def attempt(f):
    try:
        f()
    except OSError as e:
        print(repr(e), e, e.filename, e.filename2)


for f in (lambda: os.stat("nx"), lambda: os.rename("nx", "ny"), lambda: os.replace("nx", "ny"), lambda: os.link("nx", "z"), lambda: os.mkdir("/nx/a"),
          lambda: os.mkdir(path="/nx/a", mode=0o700), lambda: os.chmod("nx", 0o600), lambda: os.utime("nx"), lambda: os.scandir("nx")):
    attempt(f)
with os.scandir("/") as entries:
    names = {entry.name: (entry.path, entry.is_dir(), entry.is_file(), repr(entry)) for entry in entries}
print(names["etc"], sorted(names) == sorted(os.listdir("/")))
