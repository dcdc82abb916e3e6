"""Zones of a program's own, folds of PEP 495, the time here, and what the methods of datetime refuse."""
from datetime import *


def tell(expression):
    try:
        print(expression, "=", eval(expression))
    except Exception as error:
        print(expression, "!", type(error).__name__, error)


class Zone(tzinfo):
    def __init__(self, offset, saving=None, name="N"):
        self.offset, self.saving, self.name = offset, saving, name

    def utcoffset(self, dt):
        return self.offset

    def dst(self, dt):
        return self.saving

    def tzname(self, dt):
        return self.name

    def __repr__(self):
        return "Zone"


class Folded(tzinfo):
    def utcoffset(self, dt):
        return timedelta(hours=2 if dt is not None and dt.fold else 1)

    def dst(self, dt):
        return timedelta(0)


class ByHour(tzinfo):
    def utcoffset(self, dt):
        return timedelta(hours=dt.hour)


class Date(date):
    pass


class Delta(timedelta):
    pass


HOUR, NONE = timedelta(hours=1), timedelta(0)
folded, by_hour = Folded(), ByHour()
early, late = datetime(2020, 1, 1, tzinfo=folded), datetime(2020, 1, 1, tzinfo=folded, fold=1)
day, noon = date(2020, 1, 1), datetime(2020, 1, 1, 12)
utc = noon.replace(tzinfo=timezone.utc)

for expression in """
utc.replace(tzinfo=Zone(1)).utcoffset() | utc.replace(tzinfo=Zone(timedelta(1))).isoformat() | utc.replace(tzinfo=Zone(-timedelta(1))) == utc | utc.replace(tzinfo=Zone(HOUR, 5)).dst()
utc.replace(tzinfo=Zone(HOUR, HOUR, 5)).tzname() | hash(utc.replace(tzinfo=Zone(1))) | time(1, tzinfo=Zone("a")).utcoffset() | time(1, tzinfo=Zone(HOUR, 7)).dst() | time(1, tzinfo=Zone(HOUR, 7, 8)).tzname()
utc.replace(tzinfo=Zone(HOUR, None, 5)).strftime("%Z") | utc.replace(tzinfo=Zone(timedelta(-1, 1))).isoformat() | utc.astimezone(Zone(HOUR, NONE)) | utc.astimezone(Zone(HOUR)) | utc.astimezone(Zone(None))
utc.astimezone(timezone.utc) is utc | utc.astimezone(1) | utc.replace(tzinfo=Zone(HOUR, HOUR)).timetuple() | early == late | early < late | late - early | hash(early) == hash(late)
early == early.astimezone(timezone.utc) | late != late.astimezone(timezone.utc) | late.astimezone(timezone.utc) | late.timestamp() - early.timestamp() | late | time(1, tzinfo=timezone.utc, fold=1)
datetime(2020, 1, 1, 5, tzinfo=by_hour) < datetime(2020, 1, 1, 6, tzinfo=by_hour) | datetime(2020, 1, 1, 6, tzinfo=by_hour) - datetime(2020, 1, 1, 5, tzinfo=by_hour) | time(1, tzinfo=by_hour) < time(2, tzinfo=by_hour)
datetime(2020, 1, 1, 5, tzinfo=by_hour) == datetime(2020, 1, 1, tzinfo=timezone.utc) | datetime(2020, 1, 1, 5, tzinfo=by_hour) - datetime(2020, 1, 1, tzinfo=timezone.utc) | day - noon | noon - day
time(5, tzinfo=Zone(HOUR)) < time(6, tzinfo=Zone(3 * HOUR)) | time(5, tzinfo=Zone(None)) == time(5) | time(5) < time(6, tzinfo=Zone(HOUR)) | time(5) == time(5, tzinfo=Zone(HOUR))
type(abs(Delta(1))) | type(+Delta(1)) | type(-Delta(1)) | type(Date(2020, 1, 1) + timedelta(1)) | tzinfo(1, 2, x=3).fromutc(1) | tzinfo().fromutc(noon) | Zone(HOUR, NONE).fromutc(utc)
timezone(None) | timezone(HOUR, None) | timezone(HOUR, 5) | timezone(HOUR, name="x") | timezone(HOUR).tzname(5) | timezone(HOUR).dst(5) | timezone(HOUR).utcoffset("a") | timezone(HOUR).fromutc(5)
timezone(HOUR).fromutc(utc) | timezone.utc.fromutc(utc) | type("Own", (timezone,), {}) | date() | date(2020) | date(2020, 1) | date("a") | date(day=1) | datetime(2020, day=1) | datetime(2020, 1, 1, fold="a")
datetime(2020, 1, 1, fold=2) | date(10**10, 1, 1) | date(10**30, 1, 1) | date(2020, 1, -10**10) | time(10**30) | time(None) | day.replace(year=None) | noon.replace(hour=None) | time(1).replace(tzinfo="x")
noon.replace(2021, 2, 3, 4, 5, 6, 7, timezone.utc, fold=1) | day.strftime(1) | noon.strftime(None) | time(1).strftime(b"") | noon.__format__(1) | time(1).__format__(1) | noon.isoformat("") | noon.isoformat(1)
noon.isoformat(timespec=1) | time(1).isoformat(timespec=1) | datetime.combine(day, 1) | datetime.combine(1, time(1)) | datetime.combine(day, time(1), 5) | datetime.combine(day, time(1, tzinfo=timezone.utc), None)
date.fromtimestamp(None) | date.fromtimestamp(float("nan")) | datetime.fromtimestamp("a") | datetime.fromtimestamp(float("nan")) | datetime.utcfromtimestamp([]) | date.fromordinal("a") | date.fromordinal(10**30)
date.fromisocalendar("a", 1, 1) | date.fromisocalendar(2020, 1, 8) | datetime.fromisoformat("2020-01-01T12:30+25:00") | time.fromisoformat("12.5") | time.fromisoformat("12:30,5-01:30") | time.fromisoformat(1)
datetime.strptime(1, 2) | datetime.strptime("1", None)
""".replace("\n", " | ").strip(" |").split(" | "):
    tell(expression)

print(noon.astimezone(), repr(utc.astimezone()), noon.astimezone(timezone.utc), utc.replace(tzinfo=Zone(None)).astimezone(timezone.utc))
for fold in (0, 1):
    for month, number in ((3, 29), (3, 8), (10, 25), (11, 1), (7, 1)):
        for hour in range(4):
            there = datetime(2020, month, number, hour, 30, 0, 250000, fold=fold)
            print(there, there.timestamp(), repr(datetime.fromtimestamp(there.timestamp())), there.astimezone().isoformat())
