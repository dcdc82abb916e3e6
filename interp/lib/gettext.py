"""gettext: messages in the language of the user, from catalogues (.mo files)."""
import os
import sys

__all__ = ["NullTranslations", "GNUTranslations", "Catalog", "bindtextdomain", "find", "translation", "install", "textdomain", "dgettext", "dngettext", "gettext",
           "ngettext", "pgettext", "dpgettext", "npgettext", "dnpgettext"]
_default_localedir = os.path.join(sys.base_prefix, "share", "locale")
_localedirs = {}  # of domains
_current_domain = "messages"
_translations = {}  # by class and path: what has been read


class NullTranslations:
    """Translates nothing. What it does not know, it asks its fallback."""

    def __init__(self, fp=None):
        self._info = {}
        self._charset = self._fallback = None
        if fp is not None:
            self._parse(fp)

    def _parse(self, fp):
        pass

    def add_fallback(self, fallback):
        if self._fallback:
            self._fallback.add_fallback(fallback)
        else:
            self._fallback = fallback

    def gettext(self, message):
        return self._fallback.gettext(message) if self._fallback else message

    def ngettext(self, msgid1, msgid2, n):
        return self._fallback.ngettext(msgid1, msgid2, n) if self._fallback else msgid1 if n == 1 else msgid2

    def pgettext(self, context, message):
        return self._fallback.pgettext(context, message) if self._fallback else message

    def npgettext(self, context, msgid1, msgid2, n):
        return self._fallback.npgettext(context, msgid1, msgid2, n) if self._fallback else msgid1 if n == 1 else msgid2

    def info(self):
        return self._info

    def charset(self):
        return self._charset

    def install(self, names=None):
        import builtins
        builtins._ = self.gettext
        for name in {"gettext", "ngettext", "npgettext", "pgettext"} & set(names or ()):
            setattr(builtins, name, getattr(self, name))


# ---- the rule of a language's plurals: an expression of C over n ----

_LEVELS = {operator: level for level, operators in enumerate(("||", "&&", "== !=", "< > <= >=", "+ -", "* / %"), 1) for operator in operators.split()}
_COMPARISONS = (3, 4)
_PYTHON = {"||": "or", "&&": "and", "/": "//"}


def _tokens(text):
    import re
    for blank, known, wrong in re.findall(r"([ \t]+)|([0-9]+\b|n\b|[()]|[-*/%+?:]|[><!]=?|==|&&|\|\|)|(\w+|.)", text, re.S):
        if wrong:
            raise ValueError("invalid token in plural form: %s" % wrong)
        if known:
            yield known
    yield ""


class _Rule:
    """Reads C's expression and writes Python's; `token` is the next one."""

    def __init__(self, text):
        self.tokens = _tokens(text)

    def step(self):
        self.token = next(self.tokens)

    def unexpected(self):
        return ValueError("unexpected token in plural form: %s" % self.token if self.token else "unexpected end of plural form")

    def translated(self):
        self.step()
        text = self.choice()
        if self.token:
            raise self.unexpected()
        depth = 0
        for c in text:
            depth += (c == "(") - (c == ")")
            if depth > 20:
                raise ValueError("plural form expression is too complex")
        return text

    def choice(self, inner=False):
        text = self.operation(1)[0]
        if self.token == "?":
            self.step()
            yes = self.choice(True)
            if self.token != ":":
                raise self.unexpected()
            self.step()
            text = "%s if %s else %s" % (yes, text, self.choice())
            if inner:
                text = "(%s)" % text
        return text

    def operation(self, least):
        """The text of operators of this level or a higher one, and the level of the last one. Python would chain comparisons."""
        text, last = self.operand(), 0
        while (level := _LEVELS.get(self.token, 0)) >= least:
            operator = _PYTHON.get(self.token, self.token)
            self.step()
            right, inside = self.operation(level + 1)
            if level in _COMPARISONS:
                text = "(%s)" % text if last in _COMPARISONS else text
                right = "(%s)" % right if inside in _COMPARISONS else right
            text, last = "%s %s %s" % (text, operator, right), level
        return text, last

    def operand(self):
        text = ""
        while self.token == "!":
            text += "not "
            self.step()
        if self.token == "(":
            self.step()
            text += "(%s)" % self.choice()
            if self.token != ")":
                raise ValueError("unbalanced parenthesis in plural form")
        elif self.token == "n":
            text += "n"
        elif self.token.isdigit():
            text += str(int(self.token))
        else:
            raise self.unexpected()
        self.step()
        return text


def _whole(n):
    """What is no int is warned of, in the line that calls this module, or refused."""
    message = "Plural value must be an integer, got %s" % n.__class__.__name__
    try:
        round(n)
    except TypeError:
        raise TypeError(message) from None
    from warnings import warn
    depth, caller = 2, sys._getframe(1)
    while caller.f_back and caller.f_globals.get("__name__") == __name__:
        depth, caller = depth + 1, caller.f_back
    warn(message, DeprecationWarning, depth)
    return n


def c2py(plural):
    """A function of n, from C's expression."""
    if len(plural) > 1000:
        raise ValueError("plural form expression is too long")
    try:
        rule = eval("lambda n: int(%s)" % _Rule(plural).translated(), {"__name__": __name__})
    except RecursionError:
        raise ValueError("plural form expression is too complex")
    return lambda n: rule(n if isinstance(n, int) else _whole(n))


# ---- catalogues ----

class GNUTranslations(NullTranslations):
    LE_MAGIC, BE_MAGIC = 0x950412DE, 0xDE120495
    CONTEXT = "%s\x04%s"
    VERSIONS = (0, 1)

    def _get_versions(self, version):
        return version >> 16, version & 0xFFFF

    def _parse(self, fp):
        from struct import unpack
        name = getattr(fp, "name", "")
        self._catalog = {}  # message, or message and number of the plural form → text
        self.plural = lambda n: int(n != 1)
        data = fp.read()
        order = {self.LE_MAGIC: "<", self.BE_MAGIC: ">"}.get(unpack("<I", data[:4])[0])
        if not order:
            raise OSError(0, "Bad magic number", name)
        version, count, messages, texts = unpack(order + "4I", data[4:20])
        major = self._get_versions(version)[0]
        if major not in self.VERSIONS:
            raise OSError(0, "Bad version number " + str(major), name)
        for at in range(0, 8 * count, 8):
            pair = []
            for table in (messages, texts):
                length, start = unpack(order + "II", data[table + at:table + at + 8])
                pair.append((start, start + length))
            if max(pair[0][1], pair[1][1]) >= len(data):
                raise OSError(0, "File is corrupt", name)
            message, text = [data[start:end] for start, end in pair]
            if not message:
                self._read_description(text)
            self._add(message, text, self._charset or "ascii")

    def _add(self, message, text, charset):
        if b"\0" not in message:
            self._catalog[str(message, charset)] = str(text, charset)
            return
        single, _ = message.split(b"\0")
        for number, each in enumerate(text.split(b"\0")):
            self._catalog[str(single, charset), number] = str(each, charset)

    def _read_description(self, text):
        last = None
        for line in text.split(b"\n"):
            line = line.decode().strip()
            if not line or line.startswith("#-#-#-#-#") and line.endswith("#-#-#-#-#"):
                continue
            key, colon, value = line.partition(":")
            if not colon:
                if last:
                    self._info[last] += "\n" + line
                continue
            last, value = key.strip().lower(), value.strip()
            self._info[last] = value
            if last == "content-type":
                self._charset = value.split("charset=")[1]
            elif last == "plural-forms":
                self.plural = c2py(value.split(";")[1].split("plural=")[1])

    def _text(self, key, otherwise):
        for each in (key, (key, self.plural(1))):
            if each in self._catalog:
                return self._catalog[each]
        return otherwise()

    def _plural_text(self, key, n, otherwise):
        key = key, self.plural(n)
        return self._catalog[key] if key in self._catalog else otherwise()

    def gettext(self, message):
        return self._text(message, lambda: super(GNUTranslations, self).gettext(message))

    def ngettext(self, msgid1, msgid2, n):
        return self._plural_text(msgid1, n, lambda: super(GNUTranslations, self).ngettext(msgid1, msgid2, n))

    def pgettext(self, context, message):
        return self._text(self.CONTEXT % (context, message), lambda: super(GNUTranslations, self).pgettext(context, message))

    def npgettext(self, context, msgid1, msgid2, n):
        return self._plural_text(self.CONTEXT % (context, msgid1), n, lambda: super(GNUTranslations, self).npgettext(context, msgid1, msgid2, n))


# ---- where they are ----

def _variants(language):
    """language_TERRITORY.codeset@modifier, and the same with less and less of that."""
    rest, at, modifier = language.partition("@")
    rest, point, codeset = rest.partition(".")
    name, line, territory = rest.partition("_")
    parts = at + modifier, line + territory, point + codeset
    return dict.fromkeys([name + t + c + m for m in (parts[0], "") for t in (parts[1], "") for c in (parts[2], "")])


def find(domain, localedir=None, languages=None, all=False):
    if localedir is None:
        localedir = _default_localedir
    if languages is None:
        given = [os.environ.get(name) for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")]
        languages = [*next((each.split(":") for each in given if each), ())]
        if "C" not in languages:
            languages.append("C")
    found = []
    for variant in dict.fromkeys([variant for language in languages for variant in _variants(language)]):
        if variant == "C":
            break
        path = os.path.join(localedir, variant, "LC_MESSAGES", "%s.mo" % domain)
        if os.path.exists(path):
            if not all:
                return path
            found.append(path)
    return found if all else None


def translation(domain, localedir=None, languages=None, class_=None, fallback=False):
    class_ = GNUTranslations if class_ is None else class_
    paths = find(domain, localedir, languages, all=True)
    if not paths:
        if fallback:
            return NullTranslations()
        from errno import ENOENT
        raise FileNotFoundError(ENOENT, "No translation file found for domain", domain)
    from copy import copy
    first = None
    for path in paths:
        key = class_, os.path.abspath(path)
        if key not in _translations:
            with open(path, "rb") as file:
                _translations[key] = class_(file)
        each = copy(_translations[key])
        if first is None:
            first = each
        else:
            first.add_fallback(each)
    return first


Catalog = translation


# ---- functions for the domain that is chosen ----

def install(domain, localedir=None, *, names=None):
    translation(domain, localedir, fallback=True).install(names)


def textdomain(domain=None):
    global _current_domain
    if domain is not None:
        _current_domain = domain
    return _current_domain


def bindtextdomain(domain, localedir=None):
    if localedir is not None:
        _localedirs[domain] = localedir
    return _localedirs.get(domain, _default_localedir)


def _of_domain(domain):
    try:
        return translation(domain, _localedirs.get(domain))
    except OSError:
        return NullTranslations()


def dgettext(domain, message):
    return _of_domain(domain).gettext(message)


def dngettext(domain, msgid1, msgid2, n):
    return _of_domain(domain).ngettext(msgid1, msgid2, n)


def dpgettext(domain, context, message):
    return _of_domain(domain).pgettext(context, message)


def dnpgettext(domain, context, msgid1, msgid2, n):
    return _of_domain(domain).npgettext(context, msgid1, msgid2, n)


def gettext(message):
    return dgettext(_current_domain, message)


def ngettext(msgid1, msgid2, n):
    return dngettext(_current_domain, msgid1, msgid2, n)


def pgettext(context, message):
    return dpgettext(_current_domain, context, message)


def npgettext(context, msgid1, msgid2, n):
    return dnpgettext(_current_domain, context, msgid1, msgid2, n)
