"""resource: what the process has used, and its limits."""
import re
import resource


def attempt(thunk):
    try:
        print(thunk())
    except Exception as e:
        print(type(e).__name__, ascii(e))


for name in sorted(name for name in dir(resource) if name[0] != "_"):
    value = getattr(resource, name)
    print(name, value if isinstance(value, (int, type)) else "")
used = resource.getrusage(resource.RUSAGE_SELF)
print(type(used), len(used), used[0] == used.ru_utime, used.ru_maxrss > 1000, type(used.ru_utime), re.sub("=[0-9.e-]+", "=N", repr(used)))
before = used.ru_utime + used.ru_stime
sum(range(300000))
after = resource.getrusage(resource.RUSAGE_SELF)
print(after.ru_utime + after.ru_stime >= before, after.ru_maxrss >= used.ru_maxrss)
for each in (
    lambda: resource.getrusage(5), lambda: resource.getrusage("a"), lambda: resource.getrusage(), lambda: resource.getrusage(1.5),
    lambda: resource.getrlimit(99), lambda: resource.getrlimit(-1), lambda: resource.getrlimit("x"), lambda: resource.getrlimit(),
    lambda: type(resource.getrlimit(resource.RLIMIT_NOFILE)), lambda: resource.setrlimit(resource.RLIMIT_CORE, (0,0)),
    lambda: resource.getrlimit(resource.RLIMIT_CORE), lambda: resource.setrlimit(resource.RLIMIT_CORE, (1,0)),
    lambda: resource.setrlimit(resource.RLIMIT_CORE, (1,)), lambda: resource.setrlimit(resource.RLIMIT_CORE, 1), lambda: resource.setrlimit(99,(1,2)),
    lambda: resource.setrlimit(resource.RLIMIT_CORE, ("a",1)), lambda: resource.setrlimit(resource.RLIMIT_CORE, [0,0]),
    lambda: resource.setrlimit(resource.RLIMIT_CORE, (1<<70,1<<70)), lambda: resource.setrlimit(resource.RLIMIT_CORE, (1.5,2)),
    lambda: resource.getpagesize(), lambda: resource.error is OSError, lambda: resource.prlimit(0, resource.RLIMIT_CORE),
    lambda: resource.prlimit(0, resource.RLIMIT_CORE, (0,0)), lambda: resource.prlimit(0), lambda: resource.prlimit(0,99),
    lambda: resource.prlimit(-5, resource.RLIMIT_CORE), lambda: resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss>=0,
    lambda: resource.getrusage(resource.RUSAGE_THREAD).ru_utime>=0, lambda: resource.struct_rusage(range(16)), lambda: resource.struct_rusage(range(3)),
    lambda: resource.RLIM_INFINITY, lambda: resource.setrlimit(resource.RLIMIT_AS, (-1,-1)),
    lambda: resource.setrlimit(resource.RLIMIT_STACK, (resource.RLIM_INFINITY, resource.RLIM_INFINITY+5)), lambda: resource.__doc__ is None,
    lambda: resource.getpagesize(1), lambda: resource.setrlimit(1), lambda: resource.struct_rusage.__module__,
):
    attempt(each)
