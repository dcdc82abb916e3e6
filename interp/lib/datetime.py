"""datetime: dates, times, differences and fixed-offset time zones of the proleptic Gregorian calendar."""
import time as _time
from _abc import _name_as_builtin
from math import modf as _modf

__all__ = ("date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC")

MINYEAR, MAXYEAR = 1, 9999
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_BEFORE = [0] + [sum(_LENGTHS[:m]) for m in range(1, 13)]
_MAX_ORDINAL = 3652059


def _type_name(cls):
    """As the module's own classes are shown in a repr; a subclass goes without its module."""
    return "datetime." + cls.__name__ if cls.__module__ == "datetime" else cls.__name__


def _leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _month_length(year, month):
    return 29 if month == 2 and _leap(year) else _LENGTHS[month]


def _days_before_year(year):
    y = year - 1
    return y * 365 + y // 4 - y // 100 + y // 400


def _to_ordinal(year, month, day):
    return _days_before_year(year) + _BEFORE[month] + (month > 2 and _leap(year)) + day


def _from_ordinal(n):
    centuries, n = divmod(n - 1, 146097)
    hundreds, n = divmod(n, 36524)
    fours, n = divmod(n, 1461)
    ones, n = divmod(n, 365)
    year = centuries * 400 + hundreds * 100 + fours * 4 + ones + 1
    if ones == 4 or hundreds == 4:
        return year - 1, 12, 31
    month = n + 50 >> 5
    before = _BEFORE[month] + (month > 2 and _leap(year))
    if before > n:
        month -= 1
        before -= _month_length(year, month)
    return year, month, n - before + 1


_absent = object()


def _integer(value):
    """As an int of C."""
    if type(value) is not int:
        if not hasattr(type(value), "__index__"):
            raise TypeError("'%s' object cannot be interpreted as an integer" % type(value).__name__)
        value = type(value).__index__(value)
    if -1 << 31 <= value < 1 << 31:
        return value
    if not -1 << 63 <= value < 1 << 63:
        raise OverflowError("Python int too large to convert to C long")
    raise OverflowError("signed integer is " + ("greater than maximum" if value > 0 else "less than minimum"))


def _text_argument(value, function, position=1):
    if not isinstance(value, str):
        raise TypeError("%s() argument %d must be str, not %s" % (function, position, "None" if value is None else type(value).__name__))
    return value


def _check_date(year, month, day):
    for position, (name, value) in enumerate((("year", year), ("month", month), ("day", day)), 1) if day is _absent or month is _absent or year is _absent else ():
        if value is _absent:
            raise TypeError("function missing required argument '%s' (pos %d)" % (name, position))
        _integer(value)
    year, month, day = _integer(year), _integer(month), _integer(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError("year %d is out of range" % year)
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _month_length(year, month):
        raise ValueError("day is out of range for month")
    return year, month, day


def _check_time(hour, minute, second, microsecond, fold):
    hour, minute, second, microsecond, fold = _integer(hour), _integer(minute), _integer(second), _integer(microsecond), _integer(fold)
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")
    return hour, minute, second, microsecond, fold


def _check_zone(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError("tzinfo argument must be None or of a tzinfo subclass, not type '%s'" % type(tz).__name__)
    return tz


def _checked_offset(offset, method):
    """What a zone's utcoffset() or dst() returned."""
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError("tzinfo.%s() must return None or timedelta, not '%s'" % (method, type(offset).__name__))
    if offset._days and not (offset._days == -1 and (offset._seconds or offset._microseconds)):
        raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).")
    return offset


def _checked_name(name):
    if name is not None and not isinstance(name, str):
        raise TypeError("tzinfo.tzname() must return None or a string, not '%s'" % type(name).__name__)
    return name


def _check_of_zone(zone, dt):
    """What fromutc() is given."""
    if not isinstance(dt, datetime):
        raise TypeError("fromutc: argument must be a datetime")
    if dt._tzinfo is not zone:
        raise ValueError("fromutc: dt.tzinfo is not self")


def _order_of_clocks(self, other, equality=False):
    """Of two times or two datetimes: -1, 0 or 1 by the clock of UTC if both have an offset; 2: they are not equal, and equality was all that was asked for."""
    x, y = self._micros(), other._micros()
    if self._tzinfo is not other._tzinfo:
        a, b = self.utcoffset(), other.utcoffset()
        if (a is None) != (b is None):
            if equality:
                return 2
            raise TypeError("can't compare offset-naive and offset-aware " + self._plural)
        if a is not None:
            x, y = x - a._micros(), y - b._micros()
        if equality and x == y and (self._depends_on_fold(a) or other._depends_on_fold(b)):
            return 2
    return (x > y) - (x < y)


class timedelta:
    __slots__ = ("_days", "_seconds", "_microseconds", "_hash")

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        # whole parts exactly; fractions of a microsecond are rounded once, half to even
        whole, fraction = 0, 0.0
        for name, value, unit in (("days", days, 86400000000), ("seconds", seconds, 1000000), ("microseconds", microseconds, 1),
                                  ("milliseconds", milliseconds, 1000), ("minutes", minutes, 60000000), ("hours", hours, 3600000000), ("weeks", weeks, 604800000000)):
            if isinstance(value, int):
                whole += value * unit
            elif isinstance(value, float):
                part, integral = _modf(value)
                whole += int(integral) * unit
                part, integral = _modf(part * unit)
                whole += int(integral)
                fraction += part
            else:
                raise TypeError("unsupported type for timedelta %s component: %s" % (name, type(value).__name__))
        if fraction:
            part, integral = _modf(fraction)
            whole += int(integral)
            twice = abs(part) * 2
            if twice > 1 or twice == 1 and whole & 1:
                whole += 1 if part > 0 else -1
        return _delta(whole, cls)

    days = property(lambda self: self._days)
    seconds = property(lambda self: self._seconds)
    microseconds = property(lambda self: self._microseconds)

    def _micros(self):
        return (self._days * 86400 + self._seconds) * 1000000 + self._microseconds

    def total_seconds(self):
        return self._micros() / 10 ** 6

    def __repr__(self):
        parts = ["%s=%d" % pair for pair in (("days", self._days), ("seconds", self._seconds), ("microseconds", self._microseconds)) if pair[1]]
        return "%s(%s)" % (_type_name(type(self)), ", ".join(parts) or "0")

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        text = "%d:%02d:%02d" % (*divmod(minutes, 60), seconds)
        if self._days:
            text = "%d day%s, " % (self._days, "" if abs(self._days) == 1 else "s") + text
        return text + (".%06d" % self._microseconds if self._microseconds else "")

    def __add__(self, other):
        return _delta(self._micros() + other._micros()) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return _delta(self._micros() - other._micros()) if isinstance(other, timedelta) else NotImplemented

    def __rsub__(self, other):
        return _delta(other._micros() - self._micros()) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return _delta(-self._micros())

    def __pos__(self):
        return _delta(self._micros())

    def __abs__(self):
        return -self if self._days < 0 else +self

    def __mul__(self, other):
        if isinstance(other, int):
            return _delta(self._micros() * other)
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return _delta(_nearest(self._micros() * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._micros() // other._micros()
        return _delta(self._micros() // other) if isinstance(other, int) else NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._micros() / other._micros()
        if isinstance(other, int):
            return _delta(_nearest(self._micros(), other))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return _delta(_nearest(b * self._micros(), a))
        return NotImplemented

    def __mod__(self, other):
        return _delta(self._micros() % other._micros()) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        q, r = divmod(self._micros(), other._micros())
        return q, _delta(r)

    def __eq__(self, other):
        return self._micros() == other._micros() if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._micros() < other._micros() if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._micros() <= other._micros() if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._micros() > other._micros() if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._micros() >= other._micros() if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return self._micros() != 0

    def __reduce__(self):
        return self.__class__, (self._days, self._seconds, self._microseconds)


def _nearest(a, b):
    """a / b to the nearest integer, half to even."""
    q, r = divmod(a, b)
    twice = 2 * r
    return q + (1 if (twice > b if b > 0 else twice < b) or twice == b and q & 1 else 0)


def _delta(micros, cls=timedelta):
    self = object.__new__(cls)
    seconds, self._microseconds = divmod(micros, 1000000)
    self._days, self._seconds = divmod(seconds, 86400)
    if abs(self._days) >= 1 << 31:
        raise OverflowError("Python int too large to convert to C int")
    if abs(self._days) > 999999999:
        raise OverflowError("days=%d; must have magnitude <= 999999999" % self._days)
    return self


timedelta.min, timedelta.max, timedelta.resolution = timedelta(-999999999), timedelta(999999999, 86399, 999999), timedelta(0, 0, 1)


class tzinfo:
    """The base of time zones."""
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        return object.__new__(cls)

    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        _check_of_zone(self, dt)
        offset, saving = dt.utcoffset(), dt.dst()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        if saving is None:
            raise ValueError("fromutc: non-None dst() result required")
        standard = offset - saving
        if standard:
            dt += standard
            saving = dt.dst()
        return dt + saving

    def __reduce__(self):
        arguments = getattr(self, "__getinitargs__", None)
        return type(self), () if arguments is None else arguments(), self.__getstate__()


class timezone(tzinfo):
    __slots__ = ("_offset", "_name")

    def __new__(cls, offset, name=_absent):
        if not isinstance(offset, timedelta):
            raise TypeError("timezone() argument 1 must be datetime.timedelta, not %s" % ("None" if offset is None else type(offset).__name__))
        name = None if name is _absent else _text_argument(name, "timezone", 2)
        if name is None and not offset:
            return cls.__dict__.get("utc") or cls._make(offset, None)
        if not timedelta(-1) < offset < timedelta(1):
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not %r." % (offset,))
        return cls._make(offset, name)

    def __init_subclass__(cls):
        raise TypeError("type 'datetime.timezone' is not an acceptable base type")

    @classmethod
    def _make(cls, offset, name):
        self = object.__new__(cls)
        self._offset, self._name = offset, name
        return self

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is self.utc:
            return "datetime.timezone.utc"
        return "datetime.timezone(%r%s)" % (self._offset, "" if self._name is None else ", %r" % self._name)

    def __str__(self):
        return self.tzname(None)

    def utcoffset(self, dt):
        self._check(dt, "utcoffset")
        return self._offset

    def _check(self, dt, method):
        if dt is not None and not isinstance(dt, datetime):
            raise TypeError("%s(dt) argument must be a datetime instance or None, not %s" % (method, type(dt).__name__))

    def tzname(self, dt):
        self._check(dt, "tzname")
        if self._name is not None:
            return self._name
        return "UTC" + _offset_text(self._offset) if self._offset else "UTC"

    def dst(self, dt):
        self._check(dt, "dst")
        return None

    def fromutc(self, dt):
        _check_of_zone(self, dt)
        return dt + self._offset

    def __getinitargs__(self):
        return (self._offset,) if self._name is None else (self._offset, self._name)

    def __reduce__(self):
        return type(self), self.__getinitargs__(), None


timezone.utc = UTC = timezone._make(timedelta(0), None)
timezone.min, timezone.max = timezone._make(-timedelta(hours=23, minutes=59), None), timezone._make(timedelta(hours=23, minutes=59), None)


def _offset_text(offset, colon=":"):
    if offset is None:
        return ""
    sign = "-" if offset.days < 0 else "+"
    minutes, seconds = divmod(abs(offset).seconds, 60)
    text = "%s%02d%s%02d" % (sign, minutes // 60, colon, minutes % 60)
    if seconds or abs(offset).microseconds:
        text += "%s%02d" % (colon, seconds)
        if abs(offset).microseconds:
            text += ".%06d" % abs(offset).microseconds
    return text


def _strftime(self, format, timetuple):
    _text_argument(format, "strftime")
    out, i = [], 0
    while i < len(format):
        c = format[i]
        i += 1
        if c != "%" or i == len(format):
            out.append(c)
            continue
        c = format[i]
        i += 1
        if c == "f":
            out.append("%06d" % getattr(self, "microsecond", 0))
        elif c == "z":
            out.append(_offset_text(self.utcoffset(), "") if hasattr(self, "utcoffset") else "")
        elif c == "Z":
            out.append((self.tzname() or "").replace("%", "%%") if hasattr(self, "tzname") else "")
        else:
            out.append("%" + c)
    return _time.strftime("".join(out), timetuple)


def _pickled(state, name, length, checked, least, most, mask=0x7f):
    """The bytes of a pickled object that its constructor is given as the only field, or None if they are not: what is at checked tells them."""
    if not isinstance(state, (bytes, str)) or len(state) != length or not least <= ord(state[checked:checked + 1]) & mask <= most:
        return None
    if isinstance(state, bytes):
        return state
    try:
        return state.encode("latin-1")
    except UnicodeEncodeError:
        raise ValueError("Failed to encode latin1 string when unpickling a %s object. pickle.load(data, encoding='latin1') is assumed." % name) from None


def _pickled_zone(tzinfo):
    if tzinfo is not None and not isinstance(tzinfo, _tzinfo_class):
        raise TypeError("bad tzinfo state arg")
    return tzinfo


class date:
    __slots__ = ("_year", "_month", "_day")

    def __new__(cls, year=_absent, month=_absent, day=_absent):
        self = object.__new__(cls)
        if month is _absent and (state := _pickled(year, "date", 4, 2, 1, 12, ~0)):
            self._year, self._month, self._day = state[0] << 8 | state[1], state[2], state[3]
        else:
            self._year, self._month, self._day = _check_date(year, month, day)
        return self

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)

    @classmethod
    def fromtimestamp(cls, t):
        return cls(*_time.localtime(_seconds(t))[:3])

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromordinal(cls, n):
        n = _integer(n)
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        return cls(*_from_ordinal(n))

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            fields = _parse_date(text)
        except (ValueError, IndexError):
            raise ValueError("Invalid isoformat string: %r" % text) from None
        return cls(*fields)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        year, week, day = _integer(year), _integer(week), _integer(day)
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError("Year is out of range: %d" % year)
        if not 0 < week < 53 and not (week == 53 and _weeks(year) == 53):
            raise ValueError("Invalid week: %d" % week)
        if not 0 < day < 8:
            raise ValueError("Invalid day: %d (range is [1, 7])" % day)
        return cls.fromordinal(_iso_start(year) + (week - 1) * 7 + day - 1)

    def __repr__(self):
        return "%s(%d, %d, %d)" % (_type_name(type(self)), self._year, self._month, self._day)

    def isoformat(self):
        return "%04d-%02d-%02d" % (self._year, self._month, self._day)

    __str__ = isoformat

    def ctime(self):
        return "%s %s %2d 00:00:00 %04d" % (_DAYS[self.weekday()], _MONTHS[self._month - 1], self._day, self._year)

    def strftime(self, format):
        return _strftime(self, format, self.timetuple())

    def __format__(self, format):
        return self.strftime(format) if _text_argument(format, "__format__") else str(self)

    def toordinal(self):
        return _to_ordinal(self._year, self._month, self._day)

    def timetuple(self):
        return _time.struct_time((self._year, self._month, self._day, 0, 0, 0, self.weekday(), self._yearday(), -1))

    def _yearday(self):
        return _to_ordinal(self._year, self._month, self._day) - _days_before_year(self._year)

    def weekday(self):
        return (date.toordinal(self) + 6) % 7

    def isoweekday(self):
        return self.weekday() + 1

    def isocalendar(self):
        year = self._year
        today = _to_ordinal(self._year, self._month, self._day)
        week, day = divmod(today - _iso_start(year), 7)
        if week < 0:
            year -= 1
            week, day = divmod(today - _iso_start(year), 7)
        elif week >= 52 and today >= _iso_start(year + 1):
            year, week = year + 1, 0
        return IsoCalendarDate(year, week + 1, day + 1)

    def replace(self, year=_absent, month=_absent, day=_absent):
        return type(self)(self._year if year is _absent else year, self._month if month is _absent else month, self._day if day is _absent else day)

    def _key(self):
        return self._year, self._month, self._day

    def _plain(self, other):
        return isinstance(other, date) and not isinstance(other, datetime)

    def __eq__(self, other):
        return self._key() == other._key() if self._plain(other) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if self._plain(other) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if self._plain(other) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if self._plain(other) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if self._plain(other) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        n = self.toordinal() + other._days
        if not 0 < n <= _MAX_ORDINAL:
            raise OverflowError("date value out of range")
        return type(self).fromordinal(n)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other._days)
        return timedelta(self.toordinal() - other.toordinal()) if self._plain(other) else NotImplemented

    def __reduce__(self):
        return type(self), (bytes((self._year >> 8, self._year & 0xff, self._month, self._day)),)


class IsoCalendarDate(tuple):
    def __new__(cls, year, week, weekday):
        return tuple.__new__(cls, (year, week, weekday))

    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return "datetime.IsoCalendarDate(year=%d, week=%d, weekday=%d)" % self


def _iso_start(year):
    """The Monday that starts the first week: the one with a Thursday."""
    first = _to_ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    return first - weekday + (7 if weekday > 3 else 0)


def _weeks(year):
    return (_iso_start(year + 1) - _iso_start(year)) // 7


def _digits(text):
    if not text.isascii() or not text.isdigit():
        raise ValueError
    return int(text)


def _parse_date(text):
    year = _digits(text[:4])
    rest = text[4:]
    dash = rest[:1] == "-"
    if dash:
        rest = rest[1:]
    if rest[:1] == "W":
        week, day = _digits(rest[1:3]), 1
        if len(rest) > 3:
            if (rest[3] == "-") != dash or len(rest) != 4 + dash:
                raise ValueError
            day = _digits(rest[3 + dash:])
        made = date.fromisocalendar(year, week, day)
        return made._key()
    if len(rest) != 4 + dash or dash and rest[2] != "-" or len(text) < 7:
        raise ValueError
    return year, _digits(rest[:2]), _digits(rest[2 + dash:])


def _parse_clock(text):
    """(hour, minute, second, microsecond) of HH[:MM[:SS[.ffffff]]], colons or none."""
    parts = [0, 0, 0, 0]
    clock, point, fraction = text.partition(".") if "." in text else text.partition(",")
    colon = clock[2:3] == ":"
    pieces = clock.split(":") if colon else [clock[i:i + 2] for i in range(0, len(clock), 2)]
    if not 1 <= len(pieces) <= 3 or any(len(each) != 2 for each in pieces):
        raise ValueError
    for i, each in enumerate(pieces):
        parts[i] = _digits(each)
    if point:
        parts[3] = _digits((fraction + "00000")[:6]) if _digits(fraction) >= 0 else 0
    return parts


def _parse_time(text):
    """Its clock, and the offset of its zone or None."""
    at = max(text.find("+"), text.find("-"), text.find("Z"))
    offset = None
    if at >= 0:
        if text[at] == "Z":
            if at + 1 != len(text):
                raise ValueError
            offset = timedelta(0)
        else:
            h, m, s, us = _parse_clock(text[at + 1:])
            offset = timedelta(hours=h, minutes=m, seconds=s, microseconds=us)
            if text[at] == "-":
                offset = -offset
        text = text[:at]
    return _parse_clock(text), offset


def _seconds(t):
    """A timestamp."""
    if isinstance(t, float):
        if t != t:
            raise ValueError("Invalid value NaN (not a number)")
    elif not hasattr(type(t), "__index__"):
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(t).__name__)
    return t


def _local_reading(seconds):
    """What the clocks here show then, as seconds too."""
    return datetime(*_time.localtime(seconds)[:6])._micros() // 1000000 - _EPOCH


def _seconds_of_reading(reading, fold):
    """When the clocks here show it: of two times the one that fold says, as PEP 495 has it."""
    shift = _local_reading(reading) - reading
    first = reading - shift
    shown = _local_reading(first)
    if shown == reading:
        other = first + (86400 if fold else -86400)
        other_shift = _local_reading(other) - other
        if other_shift == shift:
            return first
    else:
        other_shift = shown - first
    second = reading - other_shift
    if _local_reading(second) == reading:
        return second
    return first if shown == reading else (min if fold else max)(first, second)


def _local_zone(seconds):
    fields = _time.localtime(seconds)
    return timezone(datetime(*fields[:6]) - datetime(*_time.gmtime(seconds)[:6]), _time.tzname[fields[8] > 0])


def _clock_text(hour, minute, second, microsecond, timespec):
    if timespec == "auto":
        timespec = "microseconds" if microsecond else "seconds"
    try:
        form = {"hours": "%02d", "minutes": "%02d:%02d", "seconds": "%02d:%02d:%02d", "milliseconds": "%02d:%02d:%02d.%03d",
                "microseconds": "%02d:%02d:%02d.%06d"}[timespec]
    except KeyError:
        raise ValueError("Unknown timespec value") from None
    return form % (hour, minute, second, microsecond // 1000 if timespec == "milliseconds" else microsecond)[:form.count("%")]


class time:
    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        self = object.__new__(cls)
        if not second and tzinfo is None and (state := _pickled(hour, "time", 6, 0, 0, 23)):
            self._set_pickled(state[0] & 0x7f, state[1:], state[0] >> 7, minute or None)
            return self
        self._hour, self._minute, self._second, self._microsecond, self._fold = _check_time(hour, minute, second, microsecond, fold)
        self._tzinfo = _check_zone(tzinfo)
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            clock, offset = _parse_time(text.removeprefix("T"))
        except (ValueError, IndexError):
            raise ValueError("Invalid isoformat string: %r" % text) from None
        return cls(*clock, None if offset is None else timezone(offset))

    def isoformat(self, timespec="auto"):
        _text_argument(timespec, "isoformat")
        return _clock_text(self._hour, self._minute, self._second, self._microsecond, timespec) + _offset_text(self.utcoffset())

    __str__ = isoformat

    def __repr__(self):
        parts = ["%d" % self._hour, "%d" % self._minute]
        if self._second or self._microsecond:
            parts.append("%d" % self._second)
        if self._microsecond:
            parts.append("%d" % self._microsecond)
        if self._fold:
            parts.append("fold=1")
        if self._tzinfo is not None:
            parts.append("tzinfo=%r" % self._tzinfo)
        return "%s(%s)" % (_type_name(type(self)), ", ".join(parts))

    def strftime(self, format):
        return _strftime(self, format, (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1))

    def __format__(self, format):
        return self.strftime(format) if _text_argument(format, "__format__") else str(self)

    def utcoffset(self):
        return None if self._tzinfo is None else _checked_offset(self._tzinfo.utcoffset(None), "utcoffset")

    def tzname(self):
        return None if self._tzinfo is None else _checked_name(self._tzinfo.tzname(None))

    def dst(self):
        return None if self._tzinfo is None else _checked_offset(self._tzinfo.dst(None), "dst")

    def replace(self, hour=_absent, minute=_absent, second=_absent, microsecond=_absent, tzinfo=_absent, *, fold=_absent):
        return type(self)(self._hour if hour is _absent else hour, self._minute if minute is _absent else minute, self._second if second is _absent else second,
                          self._microsecond if microsecond is _absent else microsecond, self._tzinfo if tzinfo is _absent else tzinfo,
                          fold=self._fold if fold is _absent else fold)

    def _micros(self):
        return ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond

    def _depends_on_fold(self, offset):
        return False

    _plural, _order = "times", _order_of_clocks

    def __eq__(self, other):
        return self._order(other, True) == 0 if isinstance(other, time) else NotImplemented

    def __lt__(self, other):
        return self._order(other) < 0 if isinstance(other, time) else NotImplemented

    def __le__(self, other):
        return self._order(other) <= 0 if isinstance(other, time) else NotImplemented

    def __gt__(self, other):
        return self._order(other) > 0 if isinstance(other, time) else NotImplemented

    def __ge__(self, other):
        return self._order(other) >= 0 if isinstance(other, time) else NotImplemented

    def __hash__(self):
        offset = self.utcoffset()
        return hash(self._micros() - (0 if offset is None else offset._micros()))

    def _set_pickled(self, hour, rest, fold, tzinfo):
        self._hour, self._minute, self._second, self._microsecond = hour, rest[0], rest[1], int.from_bytes(rest[2:], "big")
        self._fold, self._tzinfo = fold, _pickled_zone(tzinfo)

    def __reduce_ex__(self, protocol):
        hour = self._hour | (self._fold << 7 if protocol > 3 else 0)
        state = bytes((hour, self._minute, self._second)) + self._microsecond.to_bytes(3, "big")
        return type(self), (state,) if self._tzinfo is None else (state, self._tzinfo)

    def __reduce__(self):
        return time.__reduce_ex__(self, 2)


time.min, time.max, time.resolution = time(0, 0), time(23, 59, 59, 999999), timedelta(0, 0, 1)
date.min, date.max, date.resolution = date(1, 1, 1), date(9999, 12, 31), timedelta(1)
_date_class, _time_class, _tzinfo_class = date, time, tzinfo


class datetime(date):
    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, year=_absent, month=_absent, day=_absent, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        self = object.__new__(cls)
        if day is _absent and (state := _pickled(year, "datetime", 10, 2, 1, 12)):
            self._year, self._month, self._day = state[0] << 8 | state[1], state[2] & 0x7f, state[3]
            _time_class._set_pickled(self, state[4], state[5:], state[2] >> 7, None if month is _absent else month)
            return self
        self._year, self._month, self._day = _check_date(year, month, day)
        self._hour, self._minute, self._second, self._microsecond, self._fold = _check_time(hour, minute, second, microsecond, fold)
        self._tzinfo = _check_zone(tzinfo)
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    @classmethod
    def _of_timestamp(cls, t, convert):
        fraction, t = _modf(_seconds(t))
        micros = round(fraction * 1e6)
        if micros >= 1000000:
            t, micros = t + 1, micros - 1000000
        elif micros < 0:
            t, micros = t - 1, micros + 1000000
        fields = convert(int(t))
        return cls(*fields[:5], min(fields[5], 59), micros)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        _check_zone(tz)
        if tz is None:
            made = cls._of_timestamp(timestamp, _time.localtime)
            if _time.daylight:
                reading = made._micros() // 1000000 - _EPOCH
                made._fold = int(_seconds_of_reading(reading, 0) != _seconds_of_reading(reading, 1) == timestamp // 1)
            return made
        return tz.fromutc(cls._of_timestamp(timestamp, _time.gmtime).replace(tzinfo=tz))

    @classmethod
    def utcfromtimestamp(cls, t):
        return cls._of_timestamp(t, _time.gmtime)

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def utcnow(cls):
        return cls.utcfromtimestamp(_time.time())

    @classmethod
    def combine(cls, date, time, tzinfo=_absent):
        for position, (value, kind) in enumerate(((date, _date_class), (time, _time_class)), 1):
            if not isinstance(value, kind):
                raise TypeError("combine() argument %d must be datetime.%s, not %s" % (position, kind.__name__, type(value).__name__))
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond, time.tzinfo if tzinfo is _absent else tzinfo, fold=time.fold)

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            if len(text) < 7:
                raise ValueError
            # where the date ends: after eight or ten characters, seven or eight for weeks
            length = (10 if text[4] == "-" else 8) if "W" not in text[:8] else _week_length(text)
            day = _parse_date(text[:length])
            clock, offset = _parse_time(text[length + 1:]) if len(text) > length else ((0, 0, 0, 0), None)
        except (ValueError, IndexError):
            raise ValueError("Invalid isoformat string: %r" % text) from None
        return cls(*day, *clock, None if offset is None else timezone(offset))

    @classmethod
    def strptime(cls, text, format):
        from _strptime import datetime_fields
        _text_argument(text, "strptime"), _text_argument(format, "strptime", 2)
        return cls(*datetime_fields(text, format))

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return _time_class(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        return _time_class(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def timetuple(self):
        saving = self.dst()
        return _time.struct_time((self._year, self._month, self._day, self._hour, self._minute, self._second, self.weekday(), self._yearday(),
                                  -1 if saving is None else 1 if saving else 0))

    def utctimetuple(self):
        offset = self.utcoffset()
        self = self - offset if offset else self
        return _time.struct_time((self._year, self._month, self._day, self._hour, self._minute, self._second, self.weekday(), self._yearday(), 0))

    def timestamp(self):
        if self._tzinfo is None and _time.daylight:
            return _seconds_of_reading(self._micros() // 1000000 - _EPOCH, self._fold) + self._microsecond / 1e6
        if self._tzinfo is None:
            return _time.mktime((self._year, self._month, self._day, self._hour, self._minute, self._second, -1, -1, -1)) + self._microsecond / 1e6
        return (self - datetime(1970, 1, 1, tzinfo=timezone.utc)).total_seconds()

    def replace(self, year=_absent, month=_absent, day=_absent, hour=_absent, minute=_absent, second=_absent, microsecond=_absent, tzinfo=_absent, *, fold=_absent):
        return type(self)(self._year if year is _absent else year, self._month if month is _absent else month, self._day if day is _absent else day,
                          self._hour if hour is _absent else hour, self._minute if minute is _absent else minute, self._second if second is _absent else second,
                          self._microsecond if microsecond is _absent else microsecond, self._tzinfo if tzinfo is _absent else tzinfo,
                          fold=self._fold if fold is _absent else fold)

    def astimezone(self, tz=None):
        _check_zone(tz)
        offset = None
        if self._tzinfo is not None:
            if tz is self._tzinfo:
                return self
            offset = self.utcoffset()
        if offset is None: # of the time here
            self = self.replace(tzinfo=None)
            offset = _local_zone(self.replace(microsecond=0).timestamp())._offset
        self = (self - offset).replace(tzinfo=timezone.utc)
        if tz is None:
            tz = _local_zone(self.replace(microsecond=0).timestamp())
        return tz.fromutc(self.replace(tzinfo=tz))

    def utcoffset(self):
        return None if self._tzinfo is None else _checked_offset(self._tzinfo.utcoffset(self), "utcoffset")

    def tzname(self):
        return None if self._tzinfo is None else _checked_name(self._tzinfo.tzname(self))

    def dst(self):
        return None if self._tzinfo is None else _checked_offset(self._tzinfo.dst(self), "dst")

    def ctime(self):
        return "%s %s %2d %02d:%02d:%02d %04d" % (_DAYS[self.weekday()], _MONTHS[self._month - 1], self._day, self._hour, self._minute, self._second, self._year)

    def isoformat(self, sep="T", timespec="auto"):
        if not isinstance(sep, str) or len(sep) != 1:
            raise TypeError("isoformat() argument 1 must be a unicode character, not %s" % type(sep).__name__)
        _text_argument(timespec, "isoformat", 2)
        return date.isoformat(self) + sep + _clock_text(self._hour, self._minute, self._second, self._microsecond, timespec) + _offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat(sep=" ")

    def __repr__(self):
        parts = [self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond]
        if not parts[-1]:
            del parts[-1]
            if not parts[-1]:
                del parts[-1]
        parts = list(map(str, parts))
        if self._fold:
            parts.append("fold=1")
        if self._tzinfo is not None:
            parts.append("tzinfo=%r" % self._tzinfo)
        return "%s(%s)" % (_type_name(type(self)), ", ".join(parts))

    def _micros(self):
        return (_to_ordinal(self._year, self._month, self._day) * 86400 + (self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond

    _plural, _order = "datetimes", _order_of_clocks

    def _depends_on_fold(self, offset):
        """Such a time equals none of another zone (PEP 495)."""
        return self.replace(fold=1 - self._fold).utcoffset() != offset

    def __eq__(self, other):
        if isinstance(other, datetime):
            return self._order(other, True) == 0
        return False if isinstance(other, date) else NotImplemented

    def _ordered(self, other):
        if isinstance(other, datetime):
            return self._order(other)
        if isinstance(other, date):
            raise TypeError("can't compare datetime.datetime to datetime.date")
        return None

    def __lt__(self, other):
        order = self._ordered(other)
        return NotImplemented if order is None else order < 0

    def __le__(self, other):
        order = self._ordered(other)
        return NotImplemented if order is None else order <= 0

    def __gt__(self, other):
        order = self._ordered(other)
        return NotImplemented if order is None else order > 0

    def __ge__(self, other):
        order = self._ordered(other)
        return NotImplemented if order is None else order >= 0

    def __hash__(self):
        offset = self.replace(fold=0).utcoffset() if self._fold else self.utcoffset()
        return hash(self._micros() - (offset._micros() if offset is not None else 0))

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        seconds, micros = divmod(self._micros() + other._micros(), 1000000)
        days, seconds = divmod(seconds, 86400)
        if not 0 < days <= _MAX_ORDINAL:
            raise OverflowError("date value out of range")
        minutes, second = divmod(seconds, 60)
        return type(self)(*_from_ordinal(days), *divmod(minutes, 60), second, micros, tzinfo=self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if not isinstance(other, datetime):
            return NotImplemented
        a, b = (None, None) if self._tzinfo is other._tzinfo else (self.utcoffset(), other.utcoffset())
        if (a is None) != (b is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return _delta(self._micros() - other._micros() - (0 if a is None else a._micros() - b._micros()))

    def __reduce_ex__(self, protocol):
        month = self._month | (self._fold << 7 if protocol > 3 else 0)
        state = bytes((self._year >> 8, self._year & 0xff, month, self._day, self._hour, self._minute, self._second))
        state += self._microsecond.to_bytes(3, "big")
        return type(self), (state,) if self._tzinfo is None else (state, self._tzinfo)

    def __reduce__(self):
        return datetime.__reduce_ex__(self, 2)


_EPOCH = datetime(1970, 1, 1)._micros() // 1000000
datetime.min, datetime.max, datetime.resolution = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999), timedelta(0, 0, 1)


def _week_length(text):
    """How many characters of text a date by week takes."""
    if text[4] == "-":
        return 10 if text[8:9] == "-" else 8
    return 8 if text[7:8].isdigit() and (len(text) == 8 or not text[8].isdigit()) else 7


for _class in (timedelta, tzinfo, timezone, date, time, datetime):
    _class.__qualname__ = "".join(list(_class.__name__))  # a string of its own: a pickle that has the name already writes it again
    _name_as_builtin(_class)
