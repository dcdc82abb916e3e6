"""Names that were missing: clocks by number, the zone, strptime; base32hex and files of base64; barriers; formatters; what platform says of other systems."""
import argparse
import base64
import codecs
import errno
import io
import threading
import time
print(time.CLOCK_MONOTONIC, time.clock_getres(time.CLOCK_MONOTONIC), time.clock_gettime_ns(time.CLOCK_REALTIME) > 10**18, time.tzname, time.timezone, time.altzone, time.daylight, time.tzset())
print(time.strptime("2020-02-29 12:30:01", "%Y-%m-%d %H:%M:%S"), time.strptime("Sat Feb 29 00:00:00 2020"))
try: time.strptime("x", "%Y")
except ValueError as e: print(e)
try: time.clock_gettime(99)
except OSError as e: print(e)
for n in range(12):
    d=bytes(range(n)); e=base64.b32hexencode(d); print(e, base64.b32hexdecode(e)==d, base64.b32encode(d))
o=io.BytesIO(); base64.encode(io.BytesIO(bytes(200)), o); p=io.BytesIO(); o.seek(0); base64.decode(o,p); print(o.getvalue(), p.getvalue()==bytes(200))
print(io.text_encoding(None), io.text_encoding("x"), threading.Barrier(1).wait(), len(errno.errorcode), errno.EDEADLOCK, errno.ENOTSUP, errno.EWOULDBLOCK, codecs.BOM32_LE)
p=argparse.ArgumentParser(prog="p", formatter_class=argparse.MetavarTypeHelpFormatter); p.add_argument("--a", type=int); p.add_argument("b", type=float); p.print_help()
import platform  # noqa: E402

print(platform.system_alias("a", "b", "c"), platform.mac_ver(), platform.win32_ver(), platform.java_ver(), platform.win32_edition(), platform.win32_is_iot())
