"""Tuples with named items: how many and which, patterns, pickles, what they are made of; time.strptime() of leap days."""
import time, os, sys, pickle, copy, resource
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
for T, v in (time.struct_time, time.gmtime(0)), (type(sys.version_info), sys.version_info), (type(sys.float_info), sys.float_info), (type(resource.getrusage(0)), resource.getrusage(0)), (type(os.times()), os.times()), (type(os.get_terminal_size) if 0 else type(sys.hash_info), sys.hash_info), (type(sys.flags), sys.flags):
    print(T, T.__name__, T.__module__, T.__qualname__)
    for n in "n_fields", "n_sequence_fields", "n_unnamed_fields", "__match_args__":
        t(lambda: getattr(T, n, "none"))
    t(lambda: v.__reduce__()[0] is T and (len(v.__reduce__()[1][0]), sorted(v.__reduce__()[1][1]))); "posix" in str(T) or t(lambda: pickle.loads(pickle.dumps(v)) == v); t(lambda: copy.copy(v) == v); t(lambda: copy.deepcopy(v) == v)
    t(lambda: hash(v) == hash(tuple(v))); t(lambda: v == tuple(v)); t(lambda: type(v[:])); t(lambda: type(v + ())); t(lambda: len(v))
t(lambda: time.struct_time(range(9))); t(lambda: time.struct_time(range(11)).tm_zone); t(lambda: time.struct_time(range(9), {"tm_zone": "X"}).tm_zone); t(lambda: time.struct_time("123456789")); t(lambda: time.struct_time(range(8))); t(lambda: time.struct_time(range(12))); t(lambda: time.struct_time(5)); t(lambda: time.struct_time(range(9), 5)); t(lambda: time.struct_time(range(9), dict={})); t(lambda: time.struct_time(sequence=range(9))); t(lambda: time.struct_time())
t(lambda: time.gmtime(0).tm_zone); t(lambda: time.localtime(0).tm_gmtoff); t(lambda: time.struct_time(range(9)).tm_zone)
match time.gmtime(0):
    case time.struct_time(tm_year=y, tm_mon=m): print(y, m)
match time.gmtime(0):
    case time.struct_time(y, m): print(y, m)

import gc
for text, format in ("Feb 29", "%b %d"), ("3", "%d"), ("Mar 1", "%b %d"), ("29 2", "%d %m"), ("Feb 30", "%b %d"), ("1900 2 29", "%Y %m %d"), ("2000 2 29", "%Y %m %d"):
    t(lambda: time.strptime(text, format))
hidden = []
s = time.struct_time(range(9), {"tm_zone": hidden}); hidden.append(s); del s, hidden
print(gc.collect() > 0, os.times().user >= 0, os.times()[4] == os.times().elapsed or True)
