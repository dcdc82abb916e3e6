"""graphlib, sched, colorsys, stat, posixpath, getpass.getuser."""
import colorsys
import getpass
import graphlib
import os
import posixpath
import random
import sched
import stat


def attempt(thunk):
    try:
        print(thunk())
    except Exception as e:
        print(type(e).__name__, e)


random.seed(11)
for _ in range(300):
    size = random.randrange(1, 9)
    graph = {node: [random.randrange(size) for _ in range(random.randrange(3))] for node in range(size) if random.random() < .9}
    attempt(lambda: (graph, list(graphlib.TopologicalSorter(graph).static_order())))
sorter = graphlib.TopologicalSorter({"D": {"B"}, "B": ["A"]})
sorter.add("C", "A")
for thunk in (sorter.is_active, sorter.get_ready, lambda: sorter.done("A"), sorter.prepare, sorter.prepare, lambda: sorter.add("x"), lambda: sorter.done("nobody"), lambda: sorter.done("D"), sorter.get_ready, sorter.get_ready, lambda: bool(sorter),
              lambda: sorter.done("A"), lambda: sorter.done("A"), sorter.get_ready, lambda: sorter.done("B", "C"), sorter.get_ready, sorter.is_active, lambda: sorter.done("D"), sorter.is_active, lambda: graphlib.TopologicalSorter({1: [[]]}),
              lambda: graphlib.TopologicalSorter[int], lambda: issubclass(graphlib.CycleError, ValueError)):
    attempt(thunk)

now = 0.0


def wait(delay):
    global now
    print("wait", delay)
    now += delay


calls = sched.scheduler(lambda: now, wait)
for at, priority, what in ((3, 1, "c"), (1, 2, "b"), (1, 1, "a"), (5, 0, "e")):
    event = calls.enter(at, priority, print, ("call", what), {"end": "!\n"} if what == "a" else {})
print([each[:3] for each in calls.queue], event.time, event.argument, event.action is print, calls.empty())
calls.cancel(event)
attempt(lambda: calls.cancel(event))
print(calls.run(blocking=False))
calls.enterabs(2, 0, lambda: calls.enter(0.5, 1, print, ("nested",)))
calls.run()
print(calls.empty(), calls.run(), now)
calls.enter(0, 0, lambda: 1 / 0)
attempt(calls.run)
print(calls.queue)

for _ in range(300):
    triple = random.choice([tuple(random.random() for _ in range(3)), tuple(random.randrange(5) / 4 for _ in range(3))])
    for convert in (colorsys.rgb_to_yiq, colorsys.yiq_to_rgb, colorsys.rgb_to_hls, colorsys.hls_to_rgb, colorsys.rgb_to_hsv, colorsys.hsv_to_rgb):
        attempt(lambda: convert(*triple))
print(colorsys.rgb_to_hsv(255, 100, 50), colorsys.rgb_to_hls(-0.1, 0.2, 0.5), colorsys.hsv_to_rgb(7.3, 0.5, 0.25), colorsys.hsv_to_rgb(-0.2, 0.5, 1), colorsys.ONE_THIRD)

for mode in list(range(0, 0o10000, 37)) + [0o170000 & each | 0o755 for each in range(0, 0o200000, 0o10000)]:
    print(stat.filemode(mode), stat.S_IMODE(mode), stat.S_IFMT(mode), [each(mode) for each in (stat.S_ISDIR, stat.S_ISCHR, stat.S_ISBLK, stat.S_ISREG, stat.S_ISFIFO, stat.S_ISLNK, stat.S_ISSOCK, stat.S_ISDOOR, stat.S_ISPORT, stat.S_ISWHT)])
print({name: value for name, value in sorted(vars(stat).items()) if name[0] != "_" and isinstance(value, int)})
print(stat.S_ISDIR(os.stat("/").st_mode), stat.filemode(os.stat("/dev/null").st_mode))

print(posixpath is os.path, posixpath.__name__, posixpath.join("a", "/b", "c"), posixpath.join.__module__)
os.environ["LOGNAME"] = ""
os.environ["USER"] = "somebody"
print(getpass.getuser(), issubclass(getpass.GetPassWarning, UserWarning))
print([os.path.ismount(path) for path in ("/", "/proc", "/nowhere", "/usr/bin/..", b"/", "/proc/self")], os.path.samestat(os.stat("/"), os.stat("/proc/..")), os.path.samestat(os.stat("/"), os.stat("/usr")))
