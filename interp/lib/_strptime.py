"""_strptime: the fields of a date and time written in a given format."""
import re as _re

_months = "january february march april may june july august september october november december".split()
_days = "monday tuesday wednesday thursday friday saturday sunday".split()
_patterns = {
    "d": r"(?P<d>3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9])", "f": r"(?P<f>[0-9]{1,6})", "H": r"(?P<H>2[0-3]|[0-1]\d|\d)", "I": r"(?P<I>1[0-2]|0[1-9]|[1-9])",
    "j": r"(?P<j>36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])", "m": r"(?P<m>1[0-2]|0[1-9]|[1-9])", "M": r"(?P<M>[0-5]\d|\d)",
    "S": r"(?P<S>6[0-1]|[0-5]\d|\d)", "w": r"(?P<w>[0-6])", "y": r"(?P<y>\d\d)", "Y": r"(?P<Y>\d\d\d\d)", "p": r"(?P<p>am|pm)", "Z": r"(?P<Z>utc|gmt)",
    "z": r"(?P<z>[+-]\d\d:?[0-5]\d(:?[0-5]\d(\.\d{1,6})?)?|(?-i:Z))", "%": "%", "A": "(?P<A>%s)" % "|".join(_days), "a": "(?P<a>%s)" % "|".join(d[:3] for d in _days),
    "B": "(?P<B>%s)" % "|".join(_months), "b": "(?P<b>%s)" % "|".join(m[:3] for m in _months)}
_whole = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S", "T": "%H:%M:%S", "D": "%m/%d/%y", "R": "%H:%M", "F": "%Y-%m-%d", "h": "%b"}
_known = {}


def _compile(format):
    for letter in "cxX":
        format = format.replace("%" + letter, _whole[letter])
    out, i = [], 0
    escaped = _re.sub(r"([\\.^$*+?\(\){}\[\]|])", r"\\\1", format)
    escaped = _re.sub(r"\s+", r"\\s+", escaped)
    while i < len(escaped):
        c = escaped[i]
        if c != "%":
            out.append(c)
            i += 1
            continue
        if i + 1 == len(escaped):
            raise ValueError("stray %% in format '%s'" % format)
        letter = escaped[i + 1]
        if letter not in _patterns:
            raise ValueError("'%s' is a bad directive in format '%s'" % (letter if letter != "\\" else "\\", format)) from None
        out.append(_patterns[letter])
        i += 2
    return _re.compile("".join(out), _re.IGNORECASE)


def datetime_fields(text, format):
    """(year, month, day, hour, minute, second, microsecond[, tzinfo])"""
    for index, arg in enumerate((text, format)):
        if not isinstance(arg, str):
            raise TypeError("strptime() argument %d must be str, not %s" % (index, type(arg)))
    if format not in _known:
        _known[format] = _compile(format)
    found = _known[format].match(text)
    if not found:
        raise ValueError("time data %r does not match format %r" % (text, format))
    if found.end() != len(text):
        raise ValueError("unconverted data remains: %s" % text[found.end():])
    got = found.groupdict()
    year, month, day = 1900, 1, 1
    if got.get("y"):
        year = int(got["y"])
        year += 2000 if year <= 68 else 1900
    if got.get("Y"):
        year = int(got["Y"])
    if got.get("m"):
        month = int(got["m"])
    elif got.get("B"):
        month = _months.index(got["B"].lower()) + 1
    elif got.get("b"):
        month = [m[:3] for m in _months].index(got["b"].lower()) + 1
    if got.get("d"):
        day = int(got["d"])
    if got.get("j"):
        from datetime import date
        there = date.fromordinal(date(year, 1, 1).toordinal() + int(got["j"]) - 1)
        year, month, day = there.year, there.month, there.day
    hour = int(got.get("H") or 0)
    if got.get("I"):
        hour = int(got["I"]) % 12 + (12 if (got.get("p") or "").lower() == "pm" else 0)
    fields = [year, month, day, hour, int(got.get("M") or 0), int(got.get("S") or 0), int(((got.get("f") or "0") + "00000")[:6])]
    zone = got.get("z")
    if zone:
        from datetime import timedelta, timezone
        if zone == "Z":
            fields.append(timezone.utc)
        else:
            digits, _, fraction = zone[1:].replace(":", "").partition(".")
            offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:4]), seconds=int(digits[4:] or 0), microseconds=int((fraction + "000000")[:6]))
            fields.append(timezone(-offset if zone[0] == "-" else offset))
    return fields


def time_fields(text, format="%a %b %d %H:%M:%S %Y"):
    """What time.strptime() gives: the nine fields of a struct_time."""
    from datetime import date
    year, month, day, hour, minute, second, *_ = datetime_fields(text, format)
    leap = (month, day) == (2, 29) and not any(directive in format for directive in ("%Y", "%y", "%c", "%x"))  # a day of 1904 then, the year says 1900
    there = date(1904 if leap else year, month, day)
    return year, month, day, hour, minute, second, there.weekday(), there.toordinal() - there.replace(month=1, day=1).toordinal() + 1, -1
