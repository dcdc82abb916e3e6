"""urllib.parse: URLs taken apart, put together and joined; text quoted for them."""
import functools
from collections import namedtuple

__all__ = ["urlparse", "urlunparse", "urljoin", "urldefrag", "urlsplit", "urlunsplit", "urlencode", "parse_qs", "parse_qsl", "quote", "quote_plus",
           "quote_from_bytes", "unquote", "unquote_plus", "unquote_to_bytes", "DefragResult", "ParseResult", "SplitResult", "DefragResultBytes",
           "ParseResultBytes", "SplitResultBytes"]

# What URLs of a scheme have; "" is that of a URL without one.
uses_relative = ["", *"ftp http gopher nntp imap wais file https shttp mms prospero rtsp rtsps rtspu sftp svn svn+ssh ws wss".split()]
uses_netloc = ["", *("ftp http gopher nntp telnet imap wais file mms https shttp snews prospero rtsp rtsps rtspu rsync svn svn+ssh sftp nfs git git+ssh "
                     "ws wss").split()]
uses_params = ["", *"ftp hdl prospero http imap https shttp rtsp rtsps rtspu sip sips mms sftp tel".split()]
non_hierarchical = "gopher hdl mailto news telnet wais imap snews sip sips".split()
uses_query = ["", *"http wais imap https shttp mms gopher rtsp rtsps rtspu sip sips".split()]
uses_fragment = ["", *"ftp hdl http gopher news nntp wais https shttp snews file prospero".split()]
scheme_chars = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-."
_blanks = "".join(map(chr, range(33)))  # stripped from the start, as browsers do


# ---- text and bytes ----

def _same(result):
    return result


def _encoded(result):
    return result.encode("ascii", "strict")


def _as_text(*given):
    """The arguments as text, and behind them the function that makes the result bytes where bytes were given."""
    is_text = isinstance(given[0], str)
    for each in given[1:]:
        if each and isinstance(each, str) != is_text:
            raise TypeError("Cannot mix str and non-str arguments")
    if is_text:
        return *given, _same
    return *[each.decode("ascii", "strict") if each else "" for each in given], _encoded


# ---- results ----

class _Text:
    __slots__ = ()
    _signs = ("@", ":", "[", "]", "%", "#")

    def encode(self, encoding="ascii", errors="strict"):
        return self._encoded_counterpart(*[each.encode(encoding, errors) for each in self])


class _Bytes:
    __slots__ = ()
    _signs = (b"@", b":", b"[", b"]", b"%", b"#")

    def decode(self, encoding="ascii", errors="strict"):
        return self._decoded_counterpart(*[each.decode(encoding, errors) for each in self])


class _Netloc:
    """user:password@host:port, in parts."""
    __slots__ = ()

    @property
    def _userinfo(self):
        at, colon, *_ = self._signs
        user, found, _ = self.netloc.rpartition(at)
        name, has_password, password = user.partition(colon)
        return name if found else None, password if has_password else None

    @property
    def _hostinfo(self):
        at, colon, opening, closing, *_ = self._signs
        host = self.netloc.rpartition(at)[2]
        _, has_brackets, inside = host.partition(opening)
        if has_brackets:
            host, _, behind = inside.partition(closing)
            port = behind.partition(colon)[2]
        else:
            host, _, port = host.partition(colon)
        return host, port or None

    @property
    def username(self):
        return self._userinfo[0]

    @property
    def password(self):
        return self._userinfo[1]

    @property
    def hostname(self):
        host = self._hostinfo[0]
        if not host:
            return None
        name, percent, zone = host.partition(self._signs[4])  # the zone of an IPv6 address keeps its case
        return name.lower() + percent + zone

    @property
    def port(self):
        port = self._hostinfo[1]
        if port is None:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError(f"Port could not be cast to integer value as {port!r}")
        port = int(port)
        if port > 65535:
            raise ValueError("Port out of range 0-65535")
        return port

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


class _Defrag(namedtuple("DefragResult", "url fragment")):
    __slots__ = ()

    def geturl(self):
        return self.url + self._signs[5] + self.fragment if self.fragment else self.url


class _Split(namedtuple("SplitResult", "scheme netloc path query fragment"), _Netloc):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class _Parse(namedtuple("ParseResult", "scheme netloc path params query fragment"), _Netloc):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


class DefragResult(_Defrag, _Text):
    __slots__ = ()


class SplitResult(_Split, _Text):
    __slots__ = ()


class ParseResult(_Parse, _Text):
    __slots__ = ()


class DefragResultBytes(_Defrag, _Bytes):
    __slots__ = ()


class SplitResultBytes(_Split, _Bytes):
    __slots__ = ()


class ParseResultBytes(_Parse, _Bytes):
    __slots__ = ()


for _text, _bytes in ((DefragResult, DefragResultBytes), (SplitResult, SplitResultBytes), (ParseResult, ParseResultBytes)):
    _text._encoded_counterpart = _bytes
    _bytes._decoded_counterpart = _text


# ---- taking apart ----

def urlparse(url, scheme="", allow_fragments=True):
    url, scheme, finish = _as_text(url, scheme)
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ""
    if scheme in uses_params and ";" in path:
        at = path.find(";", path.rfind("/") + 1)
        if at >= 0:
            path, params = path[:at], path[at + 1:]
    return finish(ParseResult(scheme, netloc, path, params, query, fragment))


def _check_expansion(netloc):
    """Some characters are to NFKC, which names of hosts are brought to, as good as signs of a URL."""
    if not netloc or netloc.isascii():
        return
    from unicodedata import normalize
    plain = netloc.translate({ord(c): None for c in "@:#?"})
    normal = normalize("NFKC", plain)
    if normal != plain and any([c in normal for c in "/?#@:"]):
        raise ValueError("netloc '" + netloc + "' contains invalid characters under NFKC normalization")


def _is_ipv4(text):
    parts = text.split(".")
    return len(parts) == 4 and all([each.isascii() and each.isdigit() and len(each) < 4 and int(each) < 256 and str(int(each)) == each for each in parts])


def _is_ipv6(text):
    address, percent, zone = text.partition("%")
    if percent and not zone or set(zone) & set("%/"):
        return False
    head, colon, tail = address.rpartition(":")
    if "." in tail:
        if not _is_ipv4(tail):
            return False
        address = head + colon + "0:0"
    before, gap, after = address.partition("::")
    groups = [group for side in (before, after) if side for group in side.split(":")]
    if len(groups) > 7 if gap else len(groups) != 8:
        return False
    return all([0 < len(group) < 5 and not group.strip("0123456789abcdefABCDEF") for group in groups])


def _check_brackets(host):
    if host.startswith("v"):
        import re
        if not re.match(r"\Av[a-fA-F0-9]+\..+\Z", host):
            raise ValueError("IPvFuture address is invalid")
    elif _is_ipv4(host):
        raise ValueError("An IPv4 address cannot be in brackets")
    elif not _is_ipv6(host):
        raise ValueError("%r does not appear to be an IPv4 or IPv6 address" % host)


@functools.lru_cache(typed=True)
def urlsplit(url, scheme="", allow_fragments=True):
    url, scheme, finish = _as_text(url, scheme)
    url, scheme = url.lstrip(_blanks), scheme.strip(_blanks)
    for each in "\t\r\n":
        url, scheme = url.replace(each, ""), scheme.replace(each, "")
    netloc = query = fragment = ""
    at = url.find(":")
    if at > 0 and url[0].isascii() and url[0].isalpha() and not url[:at].strip(scheme_chars):
        scheme, url = url[:at].lower(), url[at + 1:]
    if url[:2] == "//":
        end = min([place for place in [url.find(c, 2) for c in "/?#"] if place >= 0], default=len(url))
        netloc, url = url[2:end], url[end:]
        if ("[" in netloc) != ("]" in netloc):
            raise ValueError("Invalid IPv6 URL")
        if "[" in netloc:
            _check_brackets(netloc.partition("[")[2].partition("]")[0])
    if allow_fragments:
        url, _, fragment = url.partition("#")
    url, _, query = url.partition("?")
    _check_expansion(netloc)
    return finish(SplitResult(scheme, netloc, url, query, fragment))


def urldefrag(url):
    url, finish = _as_text(url)
    fragment = ""
    if "#" in url:
        *parts, fragment = urlparse(url)
        url = urlunparse((*parts, ""))
    return finish(DefragResult(url, fragment))


# ---- putting together ----

def urlunparse(components):
    scheme, netloc, url, params, query, fragment, finish = _as_text(*components)
    if params:
        url = "%s;%s" % (url, params)
    return finish(urlunsplit((scheme, netloc, url, query, fragment)))


def urlunsplit(components):
    scheme, netloc, url, query, fragment, finish = _as_text(*components)
    if netloc or scheme and scheme in uses_netloc and url[:2] != "//":
        if url and url[:1] != "/":
            url = "/" + url
        url = "//" + (netloc or "") + url
    if scheme:
        url = scheme + ":" + url
    if query:
        url = url + "?" + query
    if fragment:
        url = url + "#" + fragment
    return finish(url)


def _joined_path(base, path):
    if path[:1] == "/":
        segments = path.split("/")
    else:
        segments = base.split("/")
        if segments[-1]:
            del segments[-1]  # what the base names itself
        segments += path.split("/")
        segments[1:-1] = filter(None, segments[1:-1])
    resolved = []
    for each in segments:
        if each == "..":
            if resolved:
                resolved.pop()
        elif each != ".":
            resolved.append(each)
    if segments[-1] in (".", ".."):
        resolved.append("")
    return "/".join(resolved) or "/"


def urljoin(base, url, allow_fragments=True):
    if not base:
        return url
    if not url:
        return base
    base, url, finish = _as_text(base, url)
    base_scheme, base_netloc, base_path, base_params, base_query, _ = urlparse(base, "", allow_fragments)
    scheme, netloc, path, params, query, fragment = urlparse(url, base_scheme, allow_fragments)
    if scheme != base_scheme or scheme not in uses_relative:
        return finish(url)
    if not (netloc and scheme in uses_netloc):
        if scheme in uses_netloc:
            netloc = base_netloc
        if path or params:
            path = _joined_path(base_path, path)
        else:
            path, params, query = base_path, base_params, query or base_query
    return finish(urlunparse((scheme, netloc, path, params, query, fragment)))


# ---- quoting ----

_SAFE = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~"


@functools.lru_cache
def _quoted(safe):
    """What each byte is written as."""
    return [chr(each) if each in _SAFE or each in safe else "%%%02X" % each for each in range(256)]


def quote(string, safe="/", encoding=None, errors=None):
    if isinstance(string, str):
        if not string:
            return string
        string = string.encode("utf-8" if encoding is None else encoding, "strict" if errors is None else errors)
    elif encoding is not None:
        raise TypeError("quote() doesn't support 'encoding' for bytes")
    elif errors is not None:
        raise TypeError("quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe="", encoding=None, errors=None):
    if isinstance(string, str) and " " not in string or isinstance(string, bytes) and b" " not in string:
        return quote(string, safe, encoding, errors)
    return quote(string, safe + (" " if isinstance(safe, str) else b" "), encoding, errors).replace(" ", "+")


def quote_from_bytes(bs, safe="/"):
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError("quote_from_bytes() expected bytes")
    if not bs:
        return ""
    safe = safe.encode("ascii", "ignore") if isinstance(safe, str) else bytes([each for each in safe if each < 128])
    if not bs.rstrip(_SAFE + safe):
        return bs.decode()
    return "".join(map(_quoted(safe).__getitem__, bs))


@functools.cache
def _bytes_of_digits():
    digits = "0123456789ABCDEFabcdef"
    return {(high + low).encode(): bytes.fromhex(high + low) for high in digits for low in digits}


def unquote_to_bytes(string):
    if not string:
        string.split
        return b""
    if isinstance(string, str):
        string = string.encode("utf-8")
    first, *rest = string.split(b"%")
    if not rest:
        return string
    known, parts = _bytes_of_digits(), [first]
    for each in rest:
        byte = known.get(each[:2])
        parts += (b"%", each) if byte is None else (byte, each[2:])
    return b"".join(parts)


def unquote(string, encoding="utf-8", errors="replace"):
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode(encoding, errors)
    if "%" not in string:
        string.split
        return string
    import re
    encoding, errors = "utf-8" if encoding is None else encoding, "replace" if errors is None else errors
    return re.sub("[\0-\x7f]+", lambda match: unquote_to_bytes(match[0]).decode(encoding, errors), string)


def unquote_plus(string, encoding="utf-8", errors="replace"):
    return unquote(string.replace("+", " "), encoding, errors)


# ---- queries ----

def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace", max_num_fields=None, separator="&"):
    result = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding=encoding, errors=errors, max_num_fields=max_num_fields, separator=separator):
        result.setdefault(name, []).append(value)
    return result


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace", max_num_fields=None, separator="&"):
    qs, finish = _as_text(qs)
    separator, _ = _as_text(separator)
    if not separator or not isinstance(separator, str):
        raise ValueError("Separator must be of type string or bytes.")
    if max_num_fields is not None and max_num_fields < (1 + qs.count(separator) if qs else 0):
        raise ValueError("Max number of fields exceeded")
    result = []
    for field in qs.split(separator) if qs else []:
        if not field and not strict_parsing:
            continue
        name, sign, value = field.partition("=")
        if not sign and strict_parsing:
            raise ValueError("bad query field: %r" % (field,))
        if value or keep_blank_values:
            result.append(tuple([finish(unquote(part.replace("+", " "), encoding=encoding, errors=errors)) for part in (name, value)]))
    return result


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    if hasattr(query, "items"):
        query = query.items()
    else:
        try:
            if len(query) and not isinstance(query[0], tuple):
                raise TypeError
        except TypeError as error:
            raise TypeError("not a valid non-string sequence or mapping object") from error

    def quoted(value):
        return quote_via(value, safe) if isinstance(value, bytes) else quote_via(str(value), safe, encoding, errors)

    fields = []
    for name, value in query:
        name = quoted(name)
        values = (value,)
        if doseq and not isinstance(value, (str, bytes)):
            try:
                len(value)
                values = value
            except TypeError:
                pass
        fields += [name + "=" + quoted(each) for each in values]
    return "&".join(fields)


def clear_cache():
    urlsplit.cache_clear()
    _quoted.cache_clear()
