"""datetime: calendar, arithmetic, comparison, text both ways, zones, limits, errors."""
import pickle
import random
from datetime import *
import datetime as module

def attempt(thunk):
    try:
        print(thunk())
    except Exception as e:
        print(type(e).__name__, e)

d = date(2024, 2, 29)
print(repr(d), d, d.weekday(), d.isoweekday(), d.isocalendar(), d.toordinal(), d.timetuple(), d.ctime(), d.strftime("%Y/%m/%d %a %A %b %B %j"), d.replace(day=1), f"{d:%d.%m.%y} {d}", d + timedelta(1), d - timedelta(60), d - date(2020, 1, 1), date.fromordinal(1), date.min, date.max)
for y in (1, 4, 100, 400, 1900, 1999, 2000, 2015, 2020, 2021, 2026, 9999):
    for m, day in ((1, 1), (1, 4), (2, 28), (3, 1), (6, 15), (12, 28), (12, 31)):
        x = date(y, m, day)
        print(x, x.toordinal(), date.fromordinal(x.toordinal()) == x, tuple(x.isocalendar()), x.weekday(), x.timetuple().tm_yday)
print(date.fromisocalendar(2020, 53, 7), date.fromisoformat("2024-02-29"), date.fromisoformat("20240229"), date.fromisoformat("2024-W09-4"), date.fromisoformat("2024W094"))
random.seed(4)
for _ in range(120):
    args = {k: random.choice([0, random.randrange(-50, 50), random.randrange(-10 ** 6, 10 ** 6), random.uniform(-100, 100), 0.5, -0.25]) for k in random.sample(["days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks"], 3)}
    t = timedelta(**args)
    u = timedelta(random.randrange(-5, 5), random.randrange(100000), random.randrange(10 ** 6))
    print(repr(t), t, t.total_seconds(), t + u, t - u, -t, abs(t), t * 3, t * 1.5, t / 7, t // 3, t < u, hash(t) == hash(timedelta(t.days, t.seconds, t.microseconds)))
    if u: print(t / u, t // u, t % u, divmod(t, u))
    base = datetime(2000 + random.randrange(50), random.randrange(1, 13), random.randrange(1, 29), random.randrange(24), random.randrange(60), random.randrange(60), random.choice([0, random.randrange(10 ** 6)]))
    print(base + u, base - u, base - datetime(2010, 1, 1), repr(base), base.isoformat(), base.isoformat(" ", "milliseconds"), datetime.fromisoformat(base.isoformat()) == base, base.strftime("%c|%x %X %p %I %f %y %U %w %%"), base.date(), base.time(), base.timetuple()[:8], datetime.strptime(base.strftime("%d/%m/%Y %H:%M:%S.%f"), "%d/%m/%Y %H:%M:%S.%f") == base)
z = timezone(timedelta(hours=5, minutes=30))
w = timezone(timedelta(hours=-3), "WEST")
a = datetime(2024, 5, 1, 12, 30, tzinfo=z)
b = datetime(2024, 5, 1, 7, 0, tzinfo=timezone.utc)
print(repr(a), a, a == b, a - b, hash(a) == hash(b), a.utcoffset(), a.tzname(), a.dst(), a.astimezone(timezone.utc), a.astimezone(w), repr(w), w, z, repr(timezone.utc), timezone.utc, a.timestamp(), b.timestamp(), a.strftime("%z %Z"), a.replace(tzinfo=None), a.utctimetuple()[:6], UTC is timezone.utc)
print(datetime.fromtimestamp(0, timezone.utc), datetime.utcfromtimestamp(1.5), datetime.fromtimestamp(1e9, z), datetime.fromtimestamp(-1.25, timezone.utc), datetime.combine(d, time(1, 2, 3)), datetime.now(timezone.utc).tzinfo, datetime.now() - datetime.now() < timedelta(1), date.today() >= date(2020, 1, 1))
for text in ("2024-05-01T12:30:00+05:30", "2024-05-01 12:30", "20240501T123000Z", "2024-05-01T12", "2024-05-01T12:30:45.123", "2024-05-01T12:30:45.123456-03:00:15", "2024-05-01", "2024-W18-3T10:00", "", "2024-13-01", "2024-05-01T25:00", "x", "2024-05-01T12:3"):
    attempt(lambda: repr(datetime.fromisoformat(text)))
t = time(1, 2, 3, 4)
print(repr(t), t, time(5), repr(time(5)), t.isoformat("minutes"), t.strftime("%H-%M-%S"), t.replace(hour=9), time(1, tzinfo=z), time(1) < time(2), time.fromisoformat("04:05:06.5"), time.fromisoformat("T0405"), time.min, time.max, bool(time(0)), time(12, tzinfo=z).utcoffset())
for text, form in (("21 Jun 2024", "%d %b %Y"), ("Monday, March 4 2024", "%A, %B %d %Y"), ("10:05 PM", "%I:%M %p"), ("12:00 AM", "%I:%M %p"), ("2024-100", "%Y-%j"), ("01/02/99", "%x"), ("2024-05-01 +0530", "%Y-%m-%d %z"), ("5", "%d"), ("x", "%Y"), ("2024 extra", "%Y"), ("1", "%Q"), ("13:00:61", "%X"), ("100%", "100%%")):
    attempt(lambda: repr(datetime.strptime(text, form)))
for bad in (lambda: date(2023, 2, 29), lambda: date(0, 1, 1), lambda: date(2020, 13, 1), lambda: datetime(2020, 1, 1, 24), lambda: time(0, 60), lambda: datetime(2020, 1, 1, 0, 0, 0, 10 ** 6), lambda: date(2020.5, 1, 1), lambda: date.max + timedelta(1), lambda: datetime.min - timedelta(1),
            lambda: timedelta(10 ** 10), lambda: timedelta(10 ** 9), lambda: d < datetime(2020, 1, 1), lambda: a < datetime(2020, 1, 1), lambda: a - datetime(2020, 1, 1), lambda: timedelta("x"), lambda: timezone(timedelta(1)), lambda: timezone(3), lambda: datetime(2020, 1, 1, tzinfo=3), lambda: date.fromordinal(0), lambda: timedelta(1) / 0, lambda: date.fromisocalendar(2021, 53, 1), lambda: a.isoformat(timespec="x")):
    attempt(bad)
print(d == datetime(2024, 2, 29), datetime(2024, 2, 29) == d, a == datetime(2020, 1, 1), sorted([date(2021, 1, 1), date(2020, 1, 1)]), {d: 1}[date(2024, 2, 29)], max(a, b) is a, bool(timedelta(0)), timedelta.max, timedelta.min, timedelta.resolution, MINYEAR, MAXYEAR, datetime.max)
for value in (d, a, t, timedelta(1, 2, 3), w, timezone.utc, datetime(2020, 1, 2, 3, 4, 5, 6)):
    print(all(pickle.loads(pickle.dumps(value, p)) == value for p in range(6)))
class Summer(tzinfo):
    def utcoffset(self, dt): return timedelta(hours=1) + self.dst(dt)
    def dst(self, dt): return timedelta(hours=1) if dt and 4 <= dt.month <= 9 else timedelta(0)
    def tzname(self, dt): return "SUM"
s = datetime(2024, 7, 1, 12, tzinfo=Summer())
print(s, s.dst(), s.astimezone(timezone.utc), datetime(2024, 7, 1, tzinfo=timezone.utc).astimezone(Summer()), s.timetuple().tm_isdst)
class Mine(datetime):
    pass
print(type(Mine(2020, 1, 1) + timedelta(1)).__name__, repr(Mine(2020, 1, 1)), Mine.fromisoformat("2020-01-02"))
attempt(lambda: tzinfo().utcoffset(None))
