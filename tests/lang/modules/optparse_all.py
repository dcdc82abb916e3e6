"""optparse: parsing, help, groups, conflicts and errors."""
import optparse
import sys
from optparse import Option, OptionGroup, OptionParser, make_option


def attempt(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
        print(result if not isinstance(result, Option) else str(result))
    except BaseException as e:
        print(type(e).__name__, e)


sys.stderr = sys.stdout
seen = []
p = OptionParser(usage="usage: %prog [options] file...", version="%prog 1.2", description="Does a thing that needs a description long enough to be wrapped by %prog in its help.",
                 prog="tool", epilog="Written for a test.")
p.add_option("-n", "--num", type="int", default=5, help="number of things [default: %default]", metavar="N")
p.add_option("-v", action="count", dest="verbose", help="be verbose")
p.add_option("-q", "--quiet", action="store_false", dest="verbose")
p.add_option("-f", "--file", dest="filename", help="write report to FILE, which may be a rather long name, so that this text is wrapped", metavar="FILE")
p.add_option("--pair", nargs=2, type=float, help="two numbers")
p.add_option("-a", "--append", action="append", type="int", default=None)
p.add_option("--const", action="store_const", const=42, dest="const", default=0)
p.add_option("--ac", action="append_const", const="x", dest="acs")
p.add_option("-c", "--choice", choices=["red", "green"], default="red", help="%default is default")
p.add_option("--flag", action="store_true", help=optparse.SUPPRESS_HELP)
p.add_option("--a-very-long-option-name", help="long", type="string", default="0x10")
p.add_option("-z", action="callback", callback=lambda o, opt, value, parser, *a, **k: seen.append((str(o), opt, value, parser.rargs[:], a, k)), type="int", callback_args=(1,), callback_kwargs={"k": 2})
g = OptionGroup(p, "Dangerous Options", "Caution: use these options at your own risk.")
g.add_option("-g", action="store_true", help="Group option.")
g.add_option("--gg", help="another")
p.add_option_group(g)
p.set_defaults(filename="out", extra=3)
p.print_help()
print(p.get_usage(), p.get_version(), p.get_prog_name(), p.has_option("-n"), p.get_option("--num"), p.get_option_group("-g").title, p.get_option_group("-n"), p.defaults)
for args in ([], ["-n", "7", "a", "b"], ["-n7", "--num=8", "-vv", "x", "-v", "y"], ["--pair", "1", "2.5", "-a1", "-a", "2", "--append=0x1f"], ["--const", "--ac", "--ac", "-c", "green"],
             ["--fl", "--fil=q", "-gvn3", "--", "-n", "1"], ["-z", "9", "rest"], ["--num", "x"], ["--nope"], ["-x"], ["--a", "1"], ["-n"], ["--pair", "1"], ["--flag=1"],
             ["-c", "blue"], ["--version"], ["-h"], ["-vx"], ["--num="], ["-"], ["-n", "-3"], ["--num=010"], ["--num=0b11"], ["--num=0o7"], [""]):
    print(args)
    try:
        values, rest = p.parse_args(args)
        print(sorted(vars(values).items()), rest)
    except SystemExit as e:
        print("exit", e.code)
print(seen)
p.disable_interspersed_args()
print(p.parse_args(["-n1", "x", "-n2"])[1], p.parse_args(["-n1"])[0] == p.parse_args(["-n1"])[0], p.parse_args([])[0] == {"a": 1}, str(p.parse_args([])[0]))
for args, kwargs in ((("-",), {}), (("--",), {}), (("x",), {}), (("-xy",), {}), (("---x",), {}), ((), {}), (("-x",), {"action": "what"}), (("-x",), {"type": "what"}), (("-x",), {"type": int}), (("-x",), {"type": str}),
                     (("-x",), {"action": "store_true", "type": "int"}), (("-x",), {"type": "choice"}), (("-x",), {"choices": "ab"}), (("-x",), {"type": "int", "choices": []}), (("-x",), {"const": 1}),
                     (("-x",), {"action": "count", "nargs": 1}), (("-x",), {"action": "callback"}), (("-x",), {"callback": 3}), (("-x",), {"wrong": 3, "also": 1}), (("-x", "--ex", None), {}),
                     (("-x",), {"action": "callback", "callback": print, "callback_args": 3})):
    attempt(Option, *args, **kwargs)
q = OptionParser(prog="q", conflict_handler="resolve", add_help_option=False, option_list=[make_option("-x", type="int"), make_option("-y", "--why", default="2", type="int")])
attempt(q.add_option, "-x", "--ex")
attempt(q.add_option, "-y")
q.print_help()
print(q.parse_args([])[0], q.option_list[0]._long_opts)
attempt(OptionParser(prog="r").add_option, "-h")
attempt(OptionParser(prog="r").add_option, 3)
attempt(OptionParser(prog="r").remove_option, "-q")
attempt(OptionParser, conflict_handler="what")
q.remove_option("--why")
print(q.has_option("-y"), q.has_option("--why"))
t = OptionParser(prog="t", formatter=optparse.TitledHelpFormatter(), usage=optparse.SUPPRESS_USAGE, description="Titled.")
t.add_option("-l", "--long", help="a long one", default=3)
t.add_option_group("Group", "About it.").add_option("--more")
t.print_help()
t.print_usage()
narrow = OptionParser(prog="n", formatter=optparse.IndentedHelpFormatter(width=30, short_first=0))
narrow.add_option("-s", "--something", help="some words that need more than one line here %default", metavar="THING")
narrow.print_help()
OptionParser(prog="e").error("bad thing")
