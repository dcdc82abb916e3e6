"""calendar: lists, text and HTML of months and years."""
import calendar


def attempt(thunk):
    try:
        print(thunk())
    except Exception as e:
        print(type(e).__name__, e)


print(list(calendar.day_name), list(calendar.day_abbr), list(calendar.month_name), calendar.month_abbr[1:4], calendar.month_name[-1], len(calendar.month_name), len(calendar.day_abbr))
print([year for year in range(1890, 2110) if calendar.isleap(year)], calendar.leapdays(1, 2500), calendar.leapdays(2001, 2001), calendar.leapdays(1996, 2097))
for year, month in ((2024, 2), (2023, 2), (1, 1), (9999, 12), (1900, 2), (2000, 2), (2024, 9)):
    print(calendar.monthrange(year, month), calendar.weekday(year, month, 7), calendar.monthcalendar(year, month))
    for first in range(7):
        some = calendar.Calendar(first)
        print(list(some.itermonthdays(year, month)), list(some.itermonthdays2(year, month))[:8], list(some.itermonthdays4(year, month))[-8:])
        print(list(some.itermonthdays3(year, month))[::6], list(some.iterweekdays()), some.firstweekday, some.getfirstweekday())
print(calendar.weekday(0, 3, 1), calendar.weekday(-5, 3, 1), calendar.weekday(12345, 3, 1), calendar.monthrange(10000, 2))
for thunk in (lambda: calendar.monthrange(2024, 13), lambda: calendar.monthrange(2024, 0), lambda: calendar.setfirstweekday(7), lambda: calendar.setfirstweekday(-1),
              lambda: calendar.weekday(2024, 2, 30), lambda: list(calendar.Calendar().itermonthdates(1, 1))[:2], lambda: calendar.timegm((1970, 13, 1, 0, 0, 0)),
              lambda: list(calendar.Calendar().itermonthdates(9999, 12)), lambda: calendar.monthrange("2024", 1), lambda: calendar.IllegalMonthError(20).month,
              lambda: calendar.month_name[13], lambda: calendar.TextCalendar().formatweekday(7, 3)):
    attempt(thunk)
print(calendar.timegm((2024, 2, 29, 12, 30, 15)), calendar.timegm((1969, 12, 31, 23, 59, 59, 0, 0, 0)))
text = calendar.TextCalendar(6)
for options in ((), (3,), (10, 2), (0, 0)):
    print(text.formatmonth(2024, 2, *options), end="|\n")
print(repr(text.formatyear(2024)), text.formatyear(2023, 3, 2, 4, 5), text.formatyear(1, m=4, c=2), sep="|\n")
print(text.formatweekheader(12), text.formatweekheader(2), text.formatmonthname(2024, 5, 20), text.formatmonthname(2024, 5, 20, False), text.formatday(0, 1, 4), text.formatday(7, 1, 4), sep="|")
text.prmonth(2024, 12)
text.pryear(2022, m=6)
text.prweek([(1, 0), (2, 1)], 3)
print()
calendar.setfirstweekday(calendar.SUNDAY)
print(calendar.firstweekday(), calendar.weekheader(3), calendar.month(2024, 11), calendar.calendar(2024, w=1), calendar.week([(3, 4)], 5), sep="\n")
calendar.prmonth(2024, 1)
calendar.prcal(2025)
page = calendar.HTMLCalendar(3)
print(page.formatmonth(2024, 7), page.formatmonth(2024, 7, withyear=False), page.formatyear(2024, 4), page.formatyear(2024, 0), sep="\n")
print(page.formatyearpage(2024), page.formatyearpage(2024, 5, None, "ascii"), page.formatweekheader(), sep="\n")


class Own(calendar.HTMLCalendar):
    cssclasses = ["d%d" % each for each in range(7)]
    cssclass_month = "m"
    cssclass_noday = "n"

    def formatday(self, day, weekday):
        return "<td>%s</td>" % (day or "")


print(Own().formatmonth(2024, 2))
print([[len(month) for month in row] for row in calendar.Calendar().yeardatescalendar(2024)], calendar.Calendar(2).yeardays2calendar(2024, 5)[1][0][0], calendar.Calendar().yeardayscalendar(2021, 12)[0][1])
print(calendar.LocaleTextCalendar(0, "C").formatmonth(2024, 3), calendar.LocaleHTMLCalendar(locale="C").formatweekheader())
