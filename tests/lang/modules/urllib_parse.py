"""urllib.parse: URLs taken apart, put together, joined and quoted."""
import pickle
import random
import urllib.parse
from urllib.parse import *


def attempt(thunk):
    try:
        return repr(thunk())
    except Exception as e:
        return "%s %s" % (type(e).__name__, e)


URLS = """http://www.python.org http://user:pass@Example.COM:8080/a/b;p=1?q=2&r=3#frag file:///tmp/junk.txt imap://mail.python.org/mbox1 mms://host/cheese mailto:a@b.c
svn+ssh://svn.zope.org/repos git+ssh://git@github.com/u/p.git https://[::1]:443/x https://[fe80::1%Eth0]/ https://[v1.a]/ https://[1.2.3.4]/ https://[x]/ https://[::1 http://]a/
//host/path /path;a;b/c;d ?q #f a:b 1http://x HTTP://A/B http://a:b@c:d/ http://a:99999/ http://a:/ http://a@b@c/ x: :x path:80 tel:+31-641;x=1 http:// http:///a http://a?b/c
http://a#b?c javascript:alert(1) urn:isbn:0451450523 http://[::ffff:1.2.3.4]/ http://[1:2:3:4:5:6:7:8]/ http://[1:2:3:4:5:6:7]/ http://\u212a.org http://a\u2100b/ http://\u2488com/
sip:x@y;a=b data:,a%20b http://example.com:\u0663\u0663/ //[::1%25x]:1/ http://a.b;c/d;e?f;g#h;i s3://bucket/key""".split() + ["", " http://x/ ", "\x00\x1fhttp://y", "ht\ntp://a\tb/\rc", "http://x y/z"]
for url in URLS:
    for thunk in (lambda: urlsplit(url), lambda: urlparse(url), lambda: urlsplit(url, "ftp", False), lambda: urldefrag(url), lambda: urlparse(url).geturl(), lambda: urlsplit(url).geturl(),
                  lambda: urlparse(url.encode()), lambda: urldefrag(url.encode()).geturl()):
        print(ascii(attempt(thunk)))
    for name in ("username", "password", "hostname", "port"):
        print(name, ascii(attempt(lambda: getattr(urlsplit(url), name))), ascii(attempt(lambda: getattr(urlparse(url.encode()), name))))

result = urlparse("http://u:p@h:1/a;b?c#d")
print(result._replace(netloc="x").geturl(), result.encode(), result.encode().decode() == result, result._asdict(), tuple(result), result == tuple(result), hash(result) == hash(tuple(result)))
print(pickle.loads(pickle.dumps(result)), type(pickle.loads(pickle.dumps(result.encode()))), [cls.__name__ for cls in type(result).__mro__ if cls.__name__[0] != "_"][0], type(result).__module__)
print(DefragResult("a", "b"), DefragResult("a", "").geturl(), DefragResultBytes(b"a", b"b").geturl(), SplitResult("a", "b", "c", "d", "e").geturl(), ParseResult._fields, SplitResultBytes._fields, isinstance(result, tuple))
print(ParseResult[str], SplitResultBytes[bytes])
print(attempt(lambda: urlparse("é".encode())), attempt(lambda: result.x), attempt(lambda: setattr(result, "scheme", 1)))

BASE = "http://a/b/c/d;p?q"
for url in """g:h g ./g g/ /g //g ?y g?y #s g#s g?y#s ;x g;x g;x?y#s . ./ .. ../ ../g ../.. ../../ ../../g ../../../g ../../../../g /./g /../g g. .g g.. ..g ./../g ./g/. g/./h g/../h g;x=1/./y g;x=1/../y
g?y/./x g?y/../x g#s/./x g#s/../x http:g http: http:?y http:g?y http:#s //x//y a//b /a//b mailto:x""".split() + [""]:
    print(url, urljoin(BASE, url), urljoin(BASE.encode(), url.encode()), urljoin("http://a/b/c/d;p?q=1/2", url), urljoin("a/b", url), urljoin("svn://h/a/b", url), urljoin("x:///a/b", url), urljoin("http://h", url, False), urljoin("", url))
for each in (("http", "a", "b", "c", "d", "e"), ("", "", "//b", "", "", ""), ("http", "", "//b", "", "", ""), ("x", "", "/b", "p", "", ""), [b"http", b"a", b"", b"", b"q", b""], ("http", b"a", "", "", "", ""), ("a",), ("http", None, "x", None, None, None)):
    print(attempt(lambda: urlunparse(each)), attempt(lambda: urlunsplit(each[:3] + each[4:])))
for thunk in (lambda: urlparse(b"http://a", "http"), lambda: urljoin("a", b"b"), lambda: urlparse(None), lambda: urlparse(5), lambda: urlsplit("a", b"b"), lambda: urlparse("//a", b""), lambda: urldefrag(None), lambda: urlsplit([]), lambda: urljoin(None, "x"), lambda: urljoin("x", None)):
    print(attempt(thunk))

TEXTS = ["", "abc", "a b/c", "é~_.-", "a+b&c=d", "%41%4", "%zz%", "\u20ac\U0001f600", "\udcff", "%c3%a9", "%C3", "é%c3%a9%", "%%41", "+%2B", "a\x00\n", "/?#[]@!$&'()*+,;="]
for text in TEXTS:
    for thunk in (lambda: quote(text), lambda: quote(text, ""), lambda: quote(text, "é+ "), lambda: quote(text, b"\xff+"), lambda: quote_plus(text), lambda: quote_plus(text, "/"), lambda: quote_plus(text, b"+"), lambda: quote(text, encoding="latin-1"),
                  lambda: quote(text, errors="ignore"), lambda: quote(text, encoding="latin-1", errors="xmlcharrefreplace"), lambda: unquote(text), lambda: unquote_plus(text), lambda: unquote_to_bytes(text), lambda: unquote(text, "latin-1"),
                  lambda: unquote(text, errors="strict"), lambda: unquote(text, None, None), lambda: unquote(text.encode()), lambda: quote(text.encode()), lambda: quote_from_bytes(text.encode(), "/+"), lambda: quote_plus(text.encode()),
                  lambda: unquote_to_bytes(text.encode()), lambda: quote_from_bytes(bytearray(text.encode()))):
        print(ascii(attempt(thunk)))
print(ascii(quote_from_bytes(bytes(range(256)))), unquote_to_bytes(quote_from_bytes(bytes(range(256)))) == bytes(range(256)))
for thunk in (lambda: quote(b"a", encoding="utf-8"), lambda: quote(b"a", errors="strict"), lambda: quote(5), lambda: quote(None), lambda: quote_from_bytes("a"), lambda: quote_plus(None), lambda: quote("a", None), lambda: unquote(5), lambda: unquote(None), lambda: unquote([]), lambda: unquote(bytearray(b"%41")),
              lambda: unquote_to_bytes(None), lambda: unquote_to_bytes([]), lambda: unquote_plus(b"a"), lambda: quote("é", encoding="ascii"), lambda: unquote(())):
    print(attempt(thunk))

for query in ("", "a=1", "a=1&b=2&a=3", "a=&b", "a", "=", "&&", "a=b=c", "a+b=c%20d", "a;b=1", "%C3%A9=%ff", "a=1&&b=2", "é=1"):
    for options in ({}, {"keep_blank_values": True}, {"strict_parsing": True}, {"separator": ";"}, {"encoding": "latin-1"}, {"max_num_fields": 2}, {"errors": "strict"}):
        print(ascii(attempt(lambda: parse_qs(query, **options))), ascii(attempt(lambda: parse_qsl(query, **options))))
    print(attempt(lambda: parse_qsl(query.encode(), True)), attempt(lambda: parse_qs(query.encode("latin-1"))))
for thunk in (lambda: parse_qsl("a=1", separator=""), lambda: parse_qsl("a=1", separator=None), lambda: parse_qsl("a=1;b=2", separator=b";"), lambda: parse_qsl(b"a=1;b=2", separator=";"), lambda: parse_qsl("a", separator=5), lambda: parse_qsl(None), lambda: parse_qsl(5)):
    print(attempt(thunk))

for query in ({}, (), "", {"a": 1, "b c": "d/e"}, [("a", "1"), ("a", b"\xff")], {b"k&": "é"}, {"a": [1, "x y", b"z"]}, {"a": "text", "b": (), "c": None, "d": 1.5}, [("é", "€")], {"a": {"x": 1}}, 5, "abc", None, ["ab"], [(1, 2, 3)], b"ab", [()]):
    for options in ({}, {"doseq": True}, {"safe": "/ "}, {"quote_via": quote}, {"encoding": "latin-1"}, {"doseq": True, "encoding": "latin-1", "errors": "replace", "quote_via": quote}):
        print(attempt(lambda: urlencode(query, **options)))

random.seed(8)
pieces = ["http:", "//", "/", "..", ".", "a", "b.c", ";p", "?", "q=1", "&", "#", "f", "@", ":", "80", "[::1]", "%20", "é", "X:"]
for _ in range(1500):
    base, url = ("".join(random.choice(pieces) for _ in range(random.randrange(9))) for _ in range(2))
    print(ascii([base, url, attempt(lambda: urljoin(base, url)), attempt(lambda: urlparse(url)), attempt(lambda: urlsplit(url).hostname), attempt(lambda: urlsplit(url).port), attempt(lambda: urlunparse(urlparse(url))), attempt(lambda: parse_qs(url, True))]))
for name in "uses_relative uses_netloc uses_params non_hierarchical uses_query uses_fragment scheme_chars".split():
    print(name, getattr(urllib.parse, name))
print(urlsplit is urllib.parse.urlsplit, urlsplit("http://a") is urlsplit("http://a"), urllib.parse.clear_cache())
print(sorted(urllib.parse.__all__))
