"""configparser: reading, values, interpolation, mappings, writing, exceptions."""
import configparser
import io
import os
import pathlib
import pickle
import random
import tempfile
import warnings
from configparser import *


def attempt(thunk):
    try:
        print(repr(thunk()))
    except Exception as e:
        print(type(e).__name__, repr(str(e)), e.args, [repr(getattr(e, name)) for name in ("message", "section", "option", "source", "lineno", "line", "errors", "reference") if hasattr(e, name)],
              type(e.__context__).__name__, e.__suppress_context__)


def shown(parser):
    out = io.StringIO()
    parser.write(out)
    return out.getvalue()


TEXT = """
# a comment
; another
[DEFAULT]
home = /home/%(user)s
user: me
Escaped=100%%

[paths]
Data = %(home)s/data
Logs:%(data)s/logs
  and more
\tstill more

  after an empty line
empty =
spaces   =   a b   c
both = x: y = z
[numbers]
int=5
float = 2.5e3
yes = On
no = FALSE
bad = maybe
   # indented comment
last = 1 ; no comment
[empty]
[ blanks ]
[with ] inside]
a=b
"""
parser = ConfigParser()
attempt(lambda: parser.read_string(TEXT))
print(parser.sections(), parser.defaults(), [parser.options(name) for name in parser.sections()])
for section in parser:
    attempt(lambda: list(parser[section].items()))
    attempt(lambda: parser.items(section, raw=True))
    attempt(lambda: parser.items(section, vars={"user": "you", "NEW": "x"}))
print(parser["numbers"].getint("int"), parser.getint("numbers", "int"), parser.getfloat("numbers", "float"), parser.getboolean("numbers", "yes"), parser["numbers"].getboolean("no"), parser["numbers"].getboolean("none"), parser["numbers"].getint("none", 7))
for thunk in (lambda: parser.get("paths", "data"), lambda: parser.get("paths", "DATA", raw=True), lambda: parser.get("paths", "data", vars={"home": "~"}), lambda: parser.get("paths", "data", vars={"data": 5}), lambda: parser.get("none", "x"), lambda: parser.get("paths", "x"),
              lambda: parser.get("none", "x", fallback=None), lambda: parser.get("paths", "x", fallback="%(no)s"), lambda: parser.getint("numbers", "bad"), lambda: parser.getboolean("numbers", "bad"), lambda: parser.getboolean("numbers", "x", fallback="f"), lambda: parser.getint("numbers", "float"),
              lambda: parser.getfloat("none", "x", fallback=1), lambda: parser["none"], lambda: parser["paths"]["none"], lambda: parser["paths"].get("none"), lambda: parser["paths"].get("none", "f"), lambda: parser.items("none"), lambda: parser.options("none"), lambda: parser.options("DEFAULT"),
              lambda: parser.get("paths", "x", "y"), lambda: parser.has_section("DEFAULT"), lambda: parser.has_section("paths"), lambda: parser.has_option("paths", "USER"), lambda: parser.has_option("none", "x"), lambda: parser.has_option("", "user"), lambda: parser.has_option(None, "x"),
              lambda: parser["paths"], lambda: parser["paths"].name, lambda: parser["paths"].parser is parser, lambda: "data" in parser["paths"], lambda: len(parser["paths"]), lambda: len(parser), lambda: "DEFAULT" in parser, lambda: list(parser["DEFAULT"]), lambda: len(parser["DEFAULT"]),
              lambda: parser.get("DEFAULT", "home"), lambda: parser.items("DEFAULT"), lambda: parser["paths"] == dict(parser["paths"]), lambda: isinstance(parser, dict), lambda: parser.get(5, "x"), lambda: parser.get("paths", 5)):
    attempt(thunk)
print(shown(parser))
out = io.StringIO()
parser.write(out, space_around_delimiters=False)
print(out.getvalue())

# Changing.
for thunk in (lambda: parser.add_section("new"), lambda: parser.add_section("new"), lambda: parser.add_section("DEFAULT"), lambda: parser.add_section(5), lambda: parser.set("new", "A", "1"), lambda: parser.set("none", "a", "1"), lambda: parser.set("new", "b", 5), lambda: parser.set("new", "c"), lambda: parser.set("new", 5, "x"),
              lambda: parser.set("new", "d", "50%"), lambda: parser.set("new", "d", "50%% %(a)s"), lambda: parser.set("new", "d", "%(a"), lambda: parser.set("DEFAULT", "e", "f"), lambda: parser.set("", "g", "h"), lambda: parser["new"].__setitem__("x", None), lambda: parser["new"].__setitem__("x", "multi\nline\n"),
              lambda: parser.remove_option("new", "A"), lambda: parser.remove_option("new", "A"), lambda: parser.remove_option("none", "a"), lambda: parser.remove_option(None, "g"), lambda: parser.remove_section("empty"), lambda: parser.remove_section("empty"), lambda: parser.remove_section("DEFAULT"),
              lambda: parser["new"].__delitem__("x"), lambda: parser["new"].__delitem__("x"), lambda: parser["new"].__delitem__("user"), lambda: parser.__delitem__("none"), lambda: parser.__delitem__("DEFAULT"), lambda: parser.__delitem__("new"),
              lambda: parser.__setitem__("made", {"a": 1, "B": None}), lambda: parser.__setitem__("made", {"A": "%(user)s"}), lambda: dict(parser["made"]), lambda: parser.__setitem__("DEFAULT", {"user": "none"}), lambda: parser.update({"up": {"x": "y"}}), lambda: parser.setdefault("dft", {"q": "r"}), lambda: parser.pop("dft"),
              lambda: parser.pop("none"), lambda: parser.pop("none", 3), lambda: parser.popitem(), lambda: parser["made"].pop("a"), lambda: parser["made"].setdefault("s", "t"), lambda: parser["made"].update(u="v"), lambda: parser["made"].clear(), lambda: parser.sections()):
    attempt(thunk)
print(shown(parser))
parser["up"] = parser["up"]
parser.clear()
print(parser.sections(), len(parser), parser.defaults())
attempt(parser.popitem)

# Kinds of parsers and their errors.
BAD = ["a=1", "[s]\na=1\n[s]\nb=2", "[s]\na=1\nA=2", "[s]\njust text\nmore\na=1", "[s]\n=1\n", "[s\na=1", "[]\na=1", "[s]\na\n  b", "[s]\na=1\n b\n\n\n c\n\n[t]\n", "[s]\n a=1\n  b=2\n c=3", "[s]\na=1\n# c\n b", "[s]\na=1\n\n b=2", "[DEFAULT]\nx=1\n[DEFAULT]\ny=1", "[DEFAULT]\nx=1\n[s]\nX=2\n[DEFAULT]\nx=3",
       "[s]\na = 1 # x ; y\nb=1;c\nd = ;e\n;f = g\n#h", "[s]\nk v\nk:=v\nk=:v\nm -> n", "\ufeff[s]\na=1", "[s] # c\na=1", "[s]x\na=1", "[s]\na=[t]\n[u]=1", "", "\n\n", "[s]\n\n\na=\n  b\n", "[s]\né=ü\n", "[s]\na=1\r\n b\r\n", "[s]\n[s]\n", " [s]\n  a=1\n", "[s]\na\nb=\nc"]
KINDS = [{}, {"strict": False}, {"allow_no_value": True}, {"inline_comment_prefixes": ("#", ";")}, {"delimiters": ("->", " ")}, {"delimiters": "=", "comment_prefixes": "%"}, {"empty_lines_in_values": False}, {"default_section": "s"}, {"allow_no_value": True, "delimiters": (":",), "strict": False}, {"comment_prefixes": ()},
         {"interpolation": None}, {"interpolation": ExtendedInterpolation()}]
for text in BAD:
    for options in KINDS:
        for cls in (ConfigParser, RawConfigParser):
            parser = cls(**options)
            attempt(lambda: (parser.read_string(text), {name: dict(parser.items(name, raw=True)) for name in parser}, shown(parser)))
for options in ({"interpolation": 5}, {"delimiters": 5}, {"delimiters": ()}, {"defaults": {"A": 1, "b": None}}, {"defaults": {"a": "%"}}, {"dict_type": list}, {"nothing": 1}, {"converters": 5}, {"defaults": {"a": 1, "A": 2}}):
    for cls in (ConfigParser, RawConfigParser):
        attempt(lambda: cls(**options).defaults())

# Interpolation.
VALUES = ["%(a)s", "%(B)s %(b)s", "%", "%%", "%x", "%(a", "%(a)", "%()s", "%(none)s", "a%%(a)s", "%(loop)s", "%(self)s", "${a}", "${B} $$", "$", "$x", "${a", "${}", "${none}", "${t:a}", "${t:none}", "${none:a}", "${x:y:z}", "${loop}", "${t:up}", "plain", "$${a}", "${DEFAULT:a}", "${t:A} ${a}", "%(value)s", "${s:value}"]
for value in VALUES:
    for interpolation in (BasicInterpolation(), ExtendedInterpolation(), Interpolation(), None):
        parser = ConfigParser({"a": "1", "b": "2"}, interpolation=interpolation)
        parser.read_dict({"s": {}, "t": {"a": "3", "up": "x"}})
        attempt(lambda: parser.set("s", "value", value))
        parser = ConfigParser({"a": "1"}, interpolation=interpolation)
        parser.read_string("[s]\nb = %(a)s${a}2\nloop = %(loop)s ${loop}\nself=%(value)s${value}\nvalue = " + value + "\n[t]\na=3\nup=${s:a} ${a}\nloop=${s:loop}\n")
        attempt(lambda: parser.get("s", "value"))
        attempt(lambda: parser.get("s", "value", vars={"a": "%(b)s", "b": "${t:a}"}))
        attempt(lambda: parser.items("t"))
        attempt(lambda: parser.get("s", "no", fallback=value))
parser = ConfigParser(allow_no_value=True)
parser.read_string("[s]\nalone\nrefers=%(alone)s\n")
attempt(lambda: parser["s"]["alone"])
attempt(lambda: parser["s"]["refers"])
attempt(lambda: parser.set("s", "alone", None))
attempt(lambda: parser.set("s", "x", 0))
attempt(lambda: parser.items("s", raw=True))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    legacy = ConfigParser(interpolation=LegacyInterpolation())
    legacy.read_string("[s]\na=1\nb=%(A)s%(a)s %%\nc=%(none)s\nd=%(d)s\ne=5%\nf=%(b)s%d")
    for option in "abcdef":
        attempt(lambda: legacy.get("s", option))
    attempt(lambda: SafeConfigParser().readfp(io.StringIO("[s]\na=1"), "x"))
    attempt(lambda: ParsingError(filename="x").filename)
    attempt(lambda: setattr(ParsingError("x"), "filename", "y"))
    for each in caught:
        print(each.category.__name__, each.message, os.path.basename(each.filename), each.lineno)

# Converters, subclasses.
parser = ConfigParser(converters={"list": lambda text: text.split(), "decimal": complex})
parser.read_string("[s]\na=1 2 3\nb=1+2j\n")
print(parser.getlist("s", "a"), parser["s"].getlist("a"), parser["s"].getdecimal("b"), parser.getlist("s", "x", fallback=()), parser["s"].getlist("x"), sorted(parser.converters), len(parser.converters), parser.getlist.converter("x y"))
parser.add_section("t")
attempt(lambda: parser["t"].getlist("a", fallback=0))
parser.converters["upper"] = str.upper
print(parser["s"].getupper("b"), parser.converters["upper"], parser.converters["int"])
del parser.converters["upper"]
for thunk in (lambda: parser.getupper, lambda: parser["s"].getupper, lambda: parser.converters["none"], lambda: parser.converters.__delitem__("none"), lambda: parser.converters.__delitem__(None), lambda: parser.converters.__setitem__("", int), lambda: parser.converters.__setitem__(5, int), lambda: parser.converters.__delitem__("int"), lambda: parser.getint("s", "a", fallback=3)):
    attempt(thunk)


class Own(ConfigParser):
    BOOLEAN_STATES = {"sure": True, "nope": False}
    optionxform = staticmethod(str)

    def getpair(self, section, option, *, raw=False, vars=None, fallback=None):
        return self.get(section, option, raw=raw, vars=vars, fallback=fallback), 2


own = Own(default_section="common", delimiters=("=",))
own.read_string("[common]\nA=sure\n[s]\na=nope\nB:c=%(A)s\n")
print(own["s"].getboolean("A"), own.getboolean("s", "a"), dict(own["s"]), own["s"].getpair("B:c"), own.default_section, own.sections(), shown(own), dict(own))

# Sources.
folder = tempfile.mkdtemp()
os.chdir(folder)
with open("one.ini", "w", encoding="utf-8") as file:
    file.write("[s]\na=é\n")
with open("bad.ini", "w") as file:
    file.write("x")
parser = ConfigParser()
for names in ("one.ini", b"one.ini", pathlib.Path("one.ini"), ["none.ini", pathlib.Path("one.ini"), b"one.ini"], [], "none.ini", "bad.ini", 5):
    attempt(lambda: parser.read(names, encoding="utf-8"))
attempt(lambda: ascii(parser.read("one.ini", "latin-1") and parser["s"]["a"]))
attempt(lambda: parser.read("one.ini", "ascii"))
for source in (["[s]", "b=1"], ["b"], io.StringIO("c"), iter([]), 5, "[s]\nd"):
    attempt(lambda: RawConfigParser().read_file(source))
    attempt(lambda: RawConfigParser().read_file(source, "named"))
with open("bad.ini") as file:
    attempt(lambda: parser.read_file(file))
for each in ({"s": {"a": 1, "A": 2}}, {"s": {"a": None}}, {1: {2: 3}}, {"1": {}, 1: {}}, {"DEFAULT": {"x": 1}}, {"s": 5}, 5, {"s": {"a": "%"}}):
    parser = ConfigParser()
    attempt(lambda: (parser.read_dict(each), {name: dict(section) for name, section in parser.items()}))
    parser = RawConfigParser(strict=False)
    attempt(lambda: (parser.read_dict(each, "src"), shown(parser)))
for name in os.listdir("."):
    os.unlink(name)
os.rmdir(folder)

# Exceptions by themselves.
errors = [configparser.Error(), configparser.Error("m"), NoSectionError("s"), DuplicateSectionError("s"), DuplicateSectionError("s", "f"), DuplicateSectionError("s", "f", 3), DuplicateOptionError("s", "o"), DuplicateOptionError("s", "o", "f", 12), NoOptionError("o", "s"), InterpolationError("o", "s", "m"),
          InterpolationMissingOptionError("o", "s", "r", "x"), InterpolationSyntaxError("o", "s", "m"), InterpolationDepthError("o", "s", "r"), ParsingError("f"), MissingSectionHeaderError("f", 3, "line")]
errors[-2].append(7, "'bad'")
for error in errors:
    print([repr(error), error.args, sorted(vars(error).items()), [cls.__name__ for cls in type(error).__mro__]])
    for protocol in (0, 2, 4):
        again = pickle.loads(pickle.dumps(error, protocol))
        print(repr(again) == repr(error), again.args == error.args, vars(again) == vars(error), type(again).__module__)
for thunk in (lambda: ParsingError(), lambda: ParsingError("a", "b"), lambda: NoSectionError(), lambda: ParsingError("", "b").source):
    attempt(thunk)
print(DEFAULTSECT, MAX_INTERPOLATION_DEPTH, sorted(configparser.__all__))

random.seed(4)
lines = ["[a]", "[b]", "[DEFAULT]", "x=1", "y = 2", "  more", "z", "", "# c", "w: 3 ; d", "\tt", "x : 4", "  # e", "v = a # b", " [c]", "q ="]
for _ in range(400):
    text = "\n".join(random.choice(lines) for _ in range(random.randrange(9)))
    options = {name: random.choice((True, False)) for name in ("strict", "allow_no_value", "empty_lines_in_values")}
    parser = RawConfigParser(inline_comment_prefixes=random.choice((None, ";", "#;")), **options)
    attempt(lambda: (text, parser.read_string(text), {name: dict(section) for name, section in parser.items()}, shown(parser)))
