"""gettext: messages as they are, plurals, contexts, domains, fallbacks, catalogues, a program's own translations."""
import builtins
import gettext
import io
import os
import random
import struct
import tempfile
import warnings

for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
    os.environ.pop(name, None)


def attempt(thunk):
    try:
        print(repr(thunk()))
    except Exception as e:
        print(type(e).__name__, e, e.args)


_ = gettext.gettext
print(_("hello"), gettext.ngettext("one", "many", 1), [gettext.ngettext("one", "many", n) for n in (0, 1, 2, 1.0, -1)], gettext.pgettext("menu", "File"), [gettext.npgettext("c", "one", "many", n) for n in (1, 3)])
print(gettext.dgettext("d", "x"), gettext.dngettext("d", "one", "many", 2), gettext.dpgettext("d", "c", "x"), gettext.dnpgettext("d", "c", "one", "many", 1))
print(gettext.textdomain(), gettext.textdomain("mine"), gettext.textdomain(), gettext.bindtextdomain("mine", "/no/such"), gettext.bindtextdomain("mine"), gettext.gettext("hello"), gettext.Catalog is gettext.translation)

null = gettext.NullTranslations()
print(null.info(), null.charset(), null.gettext("a"), null.ngettext("a", "b", 2), null.pgettext("c", "a"), null.npgettext("c", "a", "b", 1))


class Shout(gettext.NullTranslations):
    """A catalogue is a line."""

    def _parse(self, fp):
        self._info["line"] = fp.read().decode()
        self._charset = "utf-8"

    def gettext(self, message):
        return self._fallback.gettext(message) if self._fallback and message == "other" else message.upper() + self._info.get("line", "!")

    def ngettext(self, msgid1, msgid2, n):
        return "%d %s" % (n, msgid2)


null.add_fallback(Shout())
null.add_fallback(gettext.NullTranslations())
print(null.gettext("a"), null.gettext("other"), null.ngettext("a", "b", 1), null.pgettext("c", "a"), null.npgettext("c", "a", "b", 1))
null.install()
print(builtins._("installed"), hasattr(builtins, "ngettext"))
null.install(["ngettext", "pgettext", "unknown"])
print(builtins.ngettext("a", "b", 5), builtins.pgettext("c", "a"), hasattr(builtins, "unknown"), hasattr(builtins, "npgettext"))
gettext.install("mine", "/no/such", names=("npgettext",))
print(builtins._("installed"), builtins.npgettext("c", "a", "b", 2), type(builtins._.__self__).__name__)

folder = tempfile.mkdtemp()
for language, text in (("de_DE.UTF-8", "1"), ("de", "2"), ("en_US.UTF-8", "3")):
    os.makedirs(os.path.join(folder, language, "LC_MESSAGES"))
    with open(os.path.join(folder, language, "LC_MESSAGES", "mine.mo"), "w") as file:
        file.write(text)


def found(*args, **options):
    paths = gettext.find(*args, **options)
    return [os.path.relpath(path, folder) for path in paths] if isinstance(paths, list) else paths and os.path.relpath(paths, folder)


for languages in (["de_DE.UTF-8"], ["de_DE.UTF-8", "en_US.UTF-8"], ["en_US.UTF-8", "C", "de_DE.UTF-8"], ["C"], [], ["xx_YY.UTF-8"], None):
    print(languages, found("mine", folder, languages), found("mine", folder, languages, all=True), found("none", folder, languages))
    attempt(lambda: gettext.translation("mine", folder, languages, class_=Shout, fallback=True).gettext("x"))
    attempt(lambda: gettext.translation("none", folder, languages))
print(gettext.find("mine"), gettext.find("mine", all=True))
for name, value in (("LANG", "en_US.UTF-8"), ("LC_MESSAGES", "xx"), ("LC_ALL", ""), ("LANGUAGE", "zz:de_DE.UTF-8:C")):
    os.environ[name] = value
    print(name, found("mine", folder), found("mine", folder, all=True))
translated = gettext.translation("mine", folder, ["de_DE.UTF-8", "en_US.UTF-8"], Shout)
print(translated.info(), translated.charset(), translated.gettext("x"), translated.gettext("other"), translated.ngettext("a", "b", 3))
again = gettext.translation("mine", folder, ["de_DE.UTF-8"], Shout)
print(again is translated, again.info() is translated.info(), again.gettext("other"))
for base, folders, files in os.walk(folder, topdown=False):
    for name in files:
        os.unlink(os.path.join(base, name))
    os.rmdir(base)


# ---- catalogues ----

def catalogue(messages, order="<", version=0, charset="utf-8"):
    keys = sorted(messages)
    pairs = [(key.encode(charset), messages[key].encode(charset)) for key in keys]
    start = 28 + 16 * len(pairs)
    tables, data = ([], []), b""
    for pair in pairs:
        for table, text in zip(tables, pair):
            table.append((len(text), start + len(data)))
            data += text + b"\0"
    head = struct.pack(order + "7I", 0x950412DE, version, len(pairs), 28, 28 + 8 * len(pairs), 0, start)
    return head + b"".join(struct.pack(order + "2I", *each) for table in tables for each in table) + data


MESSAGES = {"": "Project-Id-Version: 1\nContent-Type: text/plain; charset=utf-8\n#-#-#-#-# note #-#-#-#-#\nMulti: one\n two\nPlural-Forms: nplurals=3; plural=n==1 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2;\n",
            "file": "Datei", "menu\x04file": "Ablage", "one\0many": "eins\0wenige é\0viele", "c\x04one\0many": "ceins\0cwenige\0cviele", "é": "€", "empty": ""}
for order in "<>":
    made = gettext.GNUTranslations(io.BytesIO(catalogue(MESSAGES, order)))
    print(made.info(), made.charset(), ascii([made.gettext(each) for each in ("file", "none", "é", "one", "many", "empty", "")]))
    print(ascii([made.ngettext("one", "many", n) for n in range(6)]), [made.ngettext("none", "nones", n) for n in (0, 1, 2)], made.pgettext("menu", "file"), made.pgettext("menu", "x"), made.pgettext("c", "one"))
    print([made.npgettext("c", "one", "many", n) for n in range(6)], made.npgettext("d", "one", "many", 2), [made.plural(n) for n in range(25)])
    made.add_fallback(Shout())
    print(made.gettext("none"), made.ngettext("none", "nones", 1), made.pgettext("menu", "x"), made.npgettext("d", "one", "many", 2))
plain = gettext.GNUTranslations(io.BytesIO(catalogue({"a": "b", "x\0y": "p\0q"})))
print(plain.info(), plain.charset(), plain.gettext("a"), [plain.ngettext("x", "y", n) for n in range(4)], vars(gettext.GNUTranslations())["_info"])
latin = gettext.GNUTranslations(io.BytesIO(catalogue({"": "Content-Type: text/plain; charset=latin-1", "a": "é"}, charset="latin-1")))
print(ascii(latin.gettext("a")), latin.charset())
good = catalogue(MESSAGES)
for data in (b"", b"abc", b"\0" * 30, good[:-1], good[:100], catalogue(MESSAGES, version=1 << 16), catalogue(MESSAGES, version=5 << 16), catalogue(MESSAGES, version=7), catalogue({"a": "é"}), catalogue({"": "Plural-Forms: x"}), catalogue({"": "Content-Type: x"}),
             catalogue({"": "Plural-Forms: nplurals=1; plural=m;"}), catalogue({"a\0b\0c": "x"}), catalogue({"": "Content-Type: text/plain; charset=none", "a": "b"})):
    attempt(lambda: gettext.GNUTranslations(io.BytesIO(data)).gettext("file"))

folder = tempfile.mkdtemp()
os.makedirs(os.path.join(folder, "xx", "LC_MESSAGES"))
with open(os.path.join(folder, "xx", "LC_MESSAGES", "mine.mo"), "wb") as file:
    file.write(good)
os.environ["LANGUAGE"] = "xx"
gettext.bindtextdomain("mine", folder)
print(gettext.gettext("file"), gettext.ngettext("one", "many", 7), gettext.pgettext("menu", "file"), gettext.npgettext("c", "one", "many", 1), gettext.dgettext("other", "file"), gettext.dngettext("mine", "one", "many", 1))
gettext.install("mine", folder)
print(builtins._("file"), type(gettext.translation("mine", folder)).__name__)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    for n in (1.0, 2.5, "2", None, True):
        attempt(lambda: gettext.ngettext("one", "many", n))
        attempt(lambda: gettext.c2py("n != 1")(n))
    print([(str(each.message), each.category.__name__, os.path.basename(each.filename), each.lineno) for each in caught])
os.unlink(os.path.join(folder, "xx", "LC_MESSAGES", "mine.mo"))
os.removedirs(os.path.join(folder, "xx", "LC_MESSAGES"))


# ---- rules of plurals ----

def rule(text):
    try:
        found = gettext.c2py(text)
    except SyntaxError:
        return "SyntaxError"
    except ValueError as e:
        return str(e)
    out = []
    for n in range(13):
        try:
            out.append(found(n))
        except ZeroDivisionError:
            out.append("/")
    return out


for text in ("0", "n", "n != 1", "n>1", "n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2", "n==1 ? 0 : n==2 ? 1 : 2", "n==1 ? 0 : (n==0 || (n%100 > 0 && n%100 < 20)) ? 1 : 2", "n==1 == 1", "1 < n < 3", "n > 3 == n > 5", "(1 < n) < 3", "!n", "!!n", "!n == 1", "1 == !n", "!(n==1)", "7/n", "n-3*2%4",
             "007", "n ? 1 ? 2 : 3 : 4", "n ? 1 : 2 ? 3 : 4", "", " ", "n n", "(n", "n)", "n +", "? 1 : 2", "n ? 1", "n ? 1 :", "x", "n = 1", "n & 1", "~n", "1.5", "nn", "n1", "1n", "-n", "n" + "+n" * 499, "(" * 20 + "n" + ")" * 20, "(" * 21 + "n" + ")" * 21, "n" * 1001, "n\n", "n\t+ 1", "'n'", "n[0]", "()", "n++n"):
    print(repr(text[:60]), rule(text))
random.seed(9)


def made(depth):
    kind = random.random()
    if depth == 0 or kind < .2:
        return random.choice(["n", "1", "2", "10", "!n"])
    if kind < .35:
        return "(" + made(depth - 1) + ")"
    if kind < .5:
        return made(depth - 1) + "?" + made(depth - 1) + ":" + made(depth - 1)
    return made(depth - 1) + random.choice(["+", "-", "*", "%", "/", "==", "!=", "<", ">", "<=", ">=", "&&", "||"]) + made(depth - 1)


for _ in range(300):
    text = made(random.randrange(5))
    print(text, rule(text))
