"""os on descriptors and on the process: what is read, written, copied and refused; processors, priorities, configuration."""
import os
import tempfile


def attempt(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


folder = tempfile.mkdtemp()
path = os.path.join(folder, "file")
fd = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
print(os.write(fd, b"0123456789"), os.pread(fd, 4, 3), os.pwrite(fd, memoryview(b"xy"), 1), os.lseek(fd, 0, os.SEEK_CUR), os.lseek(fd, 0, 0), os.read(fd, 5), os.pread(fd, 9, 100))
print(os.fstat(fd).st_size, os.fstat(fd) == os.stat(path), os.stat(fd) == os.stat(path), oct(os.fstat(fd).st_mode), type(os.fstat(fd)))
print(os.ftruncate(fd, 3), os.fstat(fd).st_size, os.truncate(path, 6), os.truncate(fd, 5), os.stat(path).st_size, os.fsync(fd), os.fdatasync(fd), os.pread(fd, 9, 0))
copy = os.dup(fd)
print(copy != fd, os.get_inheritable(fd), os.get_inheritable(copy), os.set_inheritable(copy, True), os.get_inheritable(copy), os.get_inheritable(fd))
print(os.dup2(fd, 50), os.get_inheritable(50), os.dup2(fd, 50, False), os.get_inheritable(50), os.dup2(fd, 50, inheritable=True), os.get_inheritable(50), os.dup2(50, 50))
print(os.lseek(fd, 2, 0), os.read(copy, 1), os.read(50, 1), os.close(copy), os.close(50))
print(os.get_blocking(fd), os.set_blocking(fd, False), os.get_blocking(fd), os.set_blocking(fd, 1), os.get_blocking(fd))
end, other = os.pipe()
os.set_blocking(end, False)
attempt(os.read, end, 10)
print(os.write(other, bytearray(b"abc")), os.read(end, 10), os.get_inheritable(end), os.isatty(end))
attempt(os.lseek, end, 0, 0)
attempt(os.pread, end, 1, 0)
os.close(other)
print(os.read(end, 10), os.close(end))
for function, *arguments in ((os.fstat, 999), (os.stat, 999), (os.dup, 999), (os.dup2, 999, 998), (os.close, 999), (os.read, 999, 1), (os.pread, 999, 1, 0), (os.write, 999, b"a"),
                             (os.pwrite, 999, b"a", 0), (os.fsync, 999), (os.ftruncate, 999, 0), (os.ftruncate, fd, -1), (os.truncate, "/none/none", 0), (os.get_inheritable, 999),
                             (os.set_inheritable, 999, True), (os.get_blocking, 999), (os.set_blocking, 999, False), (os.pread, fd, -1, 0), (os.pread, fd, 1, -1), (os.pwrite, fd, b"", -1),
                             (os.fstat, "a"), (os.write, fd, "text"), (os.pwrite, fd, 5, 0), (os.dup, 1 << 40), (os.fstat, 1 << 40), (os.fchdir, fd), (os.fchdir, 999), (os.isatty, 999)):
    attempt(function, *arguments)
attempt(os.dup2, 1)
os.close(fd)

print(os.getuid() == os.geteuid(), os.getgid() == os.getegid(), os.getpgrp() == os.getpgid(0), os.getsid(0) > 0, os.getppid() > 0)
attempt(os.getpgid, 1 << 22)
attempt(os.getsid, "a")
mask = os.umask(0o027)
print(oct(os.umask(mask)), os.umask(mask) == mask)
print(len(os.getloadavg()), type(os.getloadavg()[0]), os.sched_yield(), os.nice(0) == os.getpriority(os.PRIO_PROCESS, 0) == os.getpriority(which=os.PRIO_PROCESS, who=0))
allowed = os.sched_getaffinity(0)
one = {min(allowed)}
print(type(allowed), len(allowed) <= os.cpu_count(), os.sched_setaffinity(0, one), os.sched_getaffinity(0) == one, os.sched_setaffinity(0, allowed), os.sched_getaffinity(0) == allowed)
attempt(os.sched_setaffinity, 0, [])
attempt(os.sched_setaffinity, 0, [-1])
attempt(os.sched_setaffinity, 0, ["a"])
attempt(os.sched_setaffinity, 0, 5)
attempt(os.sched_getaffinity, 1 << 22)
print(os.sysconf("SC_PAGE_SIZE") == os.sysconf("SC_PAGESIZE"), os.sysconf("SC_NPROCESSORS_ONLN") == os.cpu_count(), os.sysconf("SC_CLK_TCK"), os.sysconf("SC_PHYS_PAGES") > 1000)
attempt(os.sysconf, "SC_NONE")
attempt(os.sysconf, 1.5)
attempt(os.sysconf, 1 << 20)
print(os.getcwdb() == os.fsencode(os.getcwd()), os.get_exec_path({"PATH": "a:b"}), os.get_exec_path({}))
os.remove(path)
os.rmdir(folder)
folder = os.path.realpath(tempfile.mkdtemp())
os.chdir(path=folder)
fd = os.open(path="a", flags=os.O_CREAT | os.O_WRONLY, mode=0o600)
os.close(fd)
os.rename(src="a", dst="b")
os.replace(src="b", dst="c")
os.link(src="c", dst="d")
os.symlink(src="c", dst="e", target_is_directory=False)
print(sorted(os.listdir(path=".")), os.readlink(path="e"), os.access(path="c", mode=os.R_OK), os.access("none", mode=os.F_OK))
os.remove(path="c")
os.unlink(path="d")
os.remove("e")
os.chdir("/")
os.rmdir(path=folder)
attempt(os.remove)
attempt(os.rename, "a")
attempt(os.rename, "a", destination="b")
attempt(os.listdir, 1.5)
attempt(os.access, "a")
attempt(os.readlink)
