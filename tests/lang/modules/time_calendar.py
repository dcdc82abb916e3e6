import time

def attempt(thunk):
    try:
        print(thunk())
    except Exception as e:
        print(type(e).__name__, e)

t = time.gmtime(1700000000)
print(t, t.tm_year, t[3], t[:3], tuple(t), t == time.gmtime(1700000000.9), len(t), type(t).__name__, isinstance(t, tuple))
print(time.strftime("%Y-%m-%d %H:%M:%S %j %a %b %y %p %%", t), time.asctime(t), time.asctime(time.gmtime(0)), time.strftime("", t), time.gmtime(-1), time.gmtime(86400 * 365))
print(time.mktime(time.localtime(1700000000)), time.ctime(0) == time.asctime(time.localtime(0)), time.strftime("%Y") == str(time.localtime().tm_year), time.struct_time((2020, 1, 2, 3, 4, 5, 6, 7, 0)))
for bad in (lambda: time.gmtime("x"), lambda: time.strftime(5), lambda: time.strftime("%Y", 5), lambda: time.strftime("%Y", (1, 2)), lambda: time.asctime((2020, 13, 1, 0, 0, 0, 0, 0, 0)),
            lambda: time.sleep(-1), lambda: time.sleep("x")):
    attempt(bad)
print(time.time() > 1.7e9, time.time_ns() > 10 ** 18, time.perf_counter() <= time.perf_counter(), time.monotonic() <= time.monotonic(), time.process_time() >= 0, time.sleep(0))
