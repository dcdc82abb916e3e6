"""What copies and pickles of dates, times and zones are made of, and constructors that are given it."""
import copy
import pickle
from datetime import date, datetime, time, timedelta, timezone, tzinfo


class Summer(tzinfo):
    def utcoffset(self, moment):
        return timedelta(hours=1)

    def __eq__(self, other):
        return type(other) is Summer

    def __repr__(self):
        return "Summer()"


class Named(tzinfo):
    def __init__(self, name):
        self.name = name

    def __getinitargs__(self):
        return (self.name,)


class Day(date):
    pass


class Moment(datetime):
    def __new__(cls, *fields, **keywords):
        print("Moment", fields, keywords)
        return super().__new__(cls, *fields, **keywords)


EAST = timezone(timedelta(hours=2))
for value in (date(2020, 2, 29), Day(1, 1, 1), date(9999, 12, 31), time(1, 2, 3, 456789), time(1, 2, tzinfo=EAST), time(5, fold=1),
              time(1, tzinfo=Summer()), datetime(9999, 12, 31, 23, 59, 58, 1), datetime(2020, 5, 6, 7, tzinfo=EAST), datetime(2020, 5, 6, fold=1),
              Moment(2000, 1, 2), EAST, timezone.utc, timezone(timedelta(1, -5), "x"), timedelta(-3, 4, 5), Summer()):
    print(repr(value), value.__reduce__())
    for protocol in range(6):
        written = pickle.dumps(value, protocol)
        read = pickle.loads(written)
        print(protocol, value.__reduce_ex__(protocol), written, type(read).__name__, read == value, repr(read) == repr(value))
    twin = copy.deepcopy(value)
    print(type(twin).__name__, twin == value, getattr(twin, "fold", None), repr(copy.copy(value)))
named = Named("n")
constructor, arguments, state = named.__reduce__()
print(constructor.__name__, arguments, state, copy.copy(named).name)
print(pickle.dumps([datetime(1, 2, 3), {"datetime": datetime, "date": date(4, 5, 6)}], 4))


def tried(constructor, *fields):
    try:
        made = constructor(*fields)
        print(repr(made), getattr(made, "fold", None))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


for fields in ([b"\x07\xbc\x05\x07"], ["\x07\xbc\x05\x07"], [b"1234"], [b"\x07\xbc\x05"], [b"\x07\xbc\x05\x27"], [b"\x07\xbc\x85\x07"],
               [b"\x07\xbc\x05\x07", 1], [bytearray(b"\x07\xbc\x05\x07")], ["\x07\u1234\x05\x07"]):
    tried(date, *fields)
FIELDS = b"\x01\x02\x03\x04\x05\x06"
for fields in ([FIELDS], [b"\x81" + FIELDS[1:]], [b"\x18" + FIELDS[1:]], [FIELDS, EAST], [FIELDS, 5], [FIELDS, EAST, 5], [FIELDS.decode()],
               [FIELDS, None], [FIELDS[:5]], ["\x01\x02\x03\x04\x05\u0106"]):
    tried(time, *fields)
DAY = b"\x07\xbc\x05\x07"
for fields in ([DAY + FIELDS], [b"\x07\xbc\x85\x07" + FIELDS], [DAY + FIELDS, EAST], [DAY + FIELDS, 3], [DAY + FIELDS, EAST, 3],
               [b"\x07\xbc\x0d\x07" + FIELDS], [(DAY + FIELDS).decode("latin-1")], [DAY], ["\u07bc\x00\x05\x07" + FIELDS.decode()]):
    tried(datetime, *fields)
