"""html.parser: what the handlers are told, at once and in pieces."""
import random
from html.parser import HTMLParser


class Log(HTMLParser):
    def __init__(self, **options):
        self.log = []
        super().__init__(**options)

    def note(self, kind, *what):
        self.log.append((kind, *what, *self.getpos()))

    def handle_starttag(self, tag, attrs):
        self.note("start", tag, attrs, self.get_starttag_text())

    def handle_endtag(self, tag):
        self.note("end", tag)

    def handle_data(self, data):
        self.note("data", data)

    def handle_comment(self, data):
        self.note("comment", data)

    def handle_decl(self, data):
        self.note("declaration", data)

    def handle_pi(self, data):
        self.note("instruction", data)

    def unknown_decl(self, data):
        self.note("unknown", data)

    def handle_charref(self, name):
        self.note("character", name)

    def handle_entityref(self, name):
        self.note("entity", name)


def tell(pieces, **options):
    parser = Log(**options)
    try:
        for piece in pieces:
            parser.feed(piece)
        parser.note("left", parser.rawdata)
        parser.close()
    except AssertionError as e:
        parser.note("AssertionError", str(e))
    return parser.log


PAGE = """<!DOCTYPE html PUBLIC "x" "y">
<html lang=en><head><title>A &amp; B</title><!-- a -- comment --><?php echo 1 ?>
<script type="text/javascript">if (a < b && "</p>") { x = "&amp;"; } // </scrip></script><STYLE>a > b { }</style></head>
<body><p CLASS='one two' id = "x&lt;y" disabled data-x=1&amp;2>text &copy; &#169;&#xA9; &unknown; &ampx &
<br/><img src=a.png alt=""/><a href="?a=1&b=2&copy=3">link</a  ><input checked value=/x/><b/ a/b='c'></b></p></>
</ p></3><3 < 4 a<b>c <![CDATA[ <x> ]]> <![if IE]>y<![endif]> <!ELEMENT x> <!> <a$b=1> <div"a"b> <é> <a\x00b c=d></body></html>"""
for each in tell([PAGE]):
    print(ascii(each))
for each in tell([PAGE], convert_charrefs=False):
    print(ascii(each))
for options in ({}, {"convert_charrefs": False}):
    for each in tell(PAGE, **options):
        print(ascii(each))

TEXTS = ["", "text", "a & b", "&", "&amp", "&amp;", "&#", "&#x", "&#65", "&#65;", "&#6 5;", "&#;x", "&a", "&ab", "a&b;c", "&é", "<", "<a", "<a ", "<a b", "<a b=", "<a b='", "<a b='c", "<a b='c'", "<a/", "<a/>", "<a /b>", "<a b=c/>", "<a b = 'c'd>", "<a b='c'=d>", "</", "</a",
         "</a>", "</a b>", "</ a>", "</>", "</!>", "</1>", "<!", "<!-", "<!--", "<!-->", "<!--a--", "<!--a-->", "<!--a--  >", "<!--a--!>-->", "<!a>", "<!DOCTYPE", "<!doctype html>", "<!doctype html", "<!DOCTYPEhtml>", "<?", "<?a", "<?a?>", "<?a>b", "<![", "<![x", "<![cdata[", "<![CDATA[x]]>",
         "<![temp[x] ] >", "<![if x]>", "<![endif ] >", "<![ x]>", "<![bad[x]]>", "<![1]>", "a<![CDATA[", "<script>", "<script>a<b", "<script></style></script>", "<script><!-- </script> -->", "<script/>x<b>", "<SCRIPT>&lt;</ScRiPt\n>&lt;", "<style></style", "x<y z", "1 < 2 > 3",
         "<a\nb='\n'\n>\n\nc</a>", "<a b=\"1\"c='2'd=3>", "<a =b>", "<a ==b>", "<a b==c>", "<a 'b'>", "<a b='c\">d'>", "<a\tb>", "<a\fb\vc>", "<a b=&quot;&#39;&lt>", "<a b=&lt=1>", "<br></br>", "<A B=C D>", "\x00<\x00>", "<a:b c:d=e>", "<a.b-c>", "<p>x&nbsp", "&notit;", "&#xfffff;"]
for text in TEXTS:
    for options in ({}, {"convert_charrefs": False}):
        print(ascii([text, tell([text], **options), tell(text + "<i>", **options)]))

parser = Log()
print(parser.convert_charrefs, parser.rawdata, parser.lasttag, parser.getpos(), parser.get_starttag_text(), parser.cdata_elem, HTMLParser.CDATA_CONTENT_ELEMENTS)
parser.feed("<p>\n<b x='1'")
print(parser.rawdata, parser.lasttag, parser.getpos(), parser.log, parser.get_starttag_text())
parser.reset()
print(parser.rawdata, parser.lasttag, parser.getpos(), parser.log)
for thunk in (lambda: HTMLParser(True), lambda: parser.feed(b"x"), lambda: parser.feed(None), lambda: HTMLParser(convert_charrefs=0).convert_charrefs, lambda: parser.parse_pi(0), lambda: parser.parse_endtag(0), lambda: parser.parse_comment(0)):
    try:
        print(thunk())
    except Exception as e:
        print(type(e).__name__, e)


class Plain(HTMLParser):
    """Only text, without that of scripts; what is not handled is passed over; other elements hold raw text."""
    CDATA_CONTENT_ELEMENTS = ("script", "style", "textarea")

    def __init__(self):
        super().__init__()
        self.text = []

    def handle_startendtag(self, tag, attrs):
        self.text.append("[%s]" % tag)

    def handle_data(self, data):
        if self.cdata_elem is None:
            self.text.append(data)


parser = Plain()
parser.feed("<p>one<br/>two<script>three</script> <textarea><b>four</textarea>&eacute;<hr><!-- five --><?six>")
parser.close()
print(ascii("".join(parser.text)))


class Stops(HTMLParser):
    """A handler may raise, or start anew."""

    def handle_starttag(self, tag, attrs):
        print(tag, self.getpos())
        if tag == "stop":
            raise ValueError(tag)


parser = Stops()
try:
    parser.feed("<a><stop><b>")
except ValueError as e:
    print(e, parser.rawdata)

random.seed(6)
parts = ["<", "</", ">", "/>", "a", "div", "<p ", "<a href=", "'x'", '"y"', "=", "&", "&#", "&amp;", "&lt", "&#65;", "65", ";", " ", "\n", "<!--", "-->", "<!DOCTYPE html>", "<?pi", "<!", "<![CDATA[", "]]>", "<![if x", "<script>", "</script>", "<style>", "é", "/", "b:c", "<br/>", "!"]
for _ in range(800):
    pieces = ["".join(random.choice(parts) for _ in range(random.randrange(7))) for _ in range(random.randrange(1, 4))]
    print(ascii([pieces, tell(pieces), tell(pieces, convert_charrefs=False)]))
