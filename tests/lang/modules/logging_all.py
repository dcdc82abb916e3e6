"""logging: levels, the tree of loggers, formats in three styles, handlers, filters, exceptions."""
import io
import logging
import os
import sys

def attempt(thunk):
    try:
        print(thunk())
    except Exception as e:
        print(type(e).__name__, e)

stream = io.StringIO()
handler = logging.StreamHandler(stream)
log = logging.getLogger("bench")
log.propagate = False
log.addHandler(handler)
log.setLevel(logging.WARNING)
for i in range(3):
    log.debug("no"); log.info("no"); log.warning("important"); log.error("important: %s", i); log.critical("%(a)d", {"a": i})
print(stream.getvalue())
print(log, handler, logging.getLogger(), log.level, log.getEffectiveLevel(), log.isEnabledFor(10), logging.getLogger("bench") is log, logging.getLevelName(30), logging.getLevelName("INFO"), logging.getLevelName(33))
child = logging.getLogger("bench.a.b")
print(child.parent is log, logging.getLogger("bench.a").parent is log, child.parent.name, child.getEffectiveLevel(), log.getChild("x").name, child.hasHandlers(), logging.getLogger("other").hasHandlers())
def show(fmt, style="%", **options):
    out = io.StringIO()
    h = logging.StreamHandler(out)
    h.setFormatter(logging.Formatter(fmt, style=style, **options))
    logger = logging.getLogger("show")
    logger.handlers[:] = [h]
    logger.setLevel("DEBUG")
    logger.propagate = False
    logger.info("hello %s", "world")
    try: 1 / 0
    except ZeroDivisionError: logger.exception("failed")
    logger.log(25, "between", extra={"user": "me"})
    print(out.getvalue())
show("%(levelname)s:%(name)s:%(message)s:%(lineno)d:%(funcName)s:%(filename)s:%(module)s:%(levelno)d")
show("{levelname:>10}|{message}", "{")
show("${levelname} $message", "$")
show("%(message)s %(missing)s", defaults={"missing": "given"})
out = io.StringIO()
h = logging.StreamHandler(out)
h.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
record = logging.makeLogRecord({"msg": "at %d", "args": (1,), "created": 0.25, "msecs": 250.0, "levelno": 20, "levelname": "INFO", "name": "r"})
h.formatter.converter = __import__("time").gmtime
print(h.format(record), logging.Formatter("%(asctime)s", "%H:%M").format(record)[2:3], record.getMessage())
h.addFilter(lambda record: "secret" not in record.getMessage())
h.addFilter(logging.Filter("bench"))
log.addHandler(h)
log.warning("a secret"); child.warning("visible"); logging.getLogger("bench2").setLevel(10)
h.setFormatter(logging.Formatter("%(name)s/%(message)s"))
child.error("again")
print([line.split(" ", 2)[-1] for line in out.getvalue().splitlines()])
log.removeHandler(h)
logging.addLevelName(15, "FINE")
print(logging.getLevelName(15), logging.getLevelName("FINE"))
adapter = logging.LoggerAdapter(log, {"user": "u"})
handler.setFormatter(logging.Formatter("%(user)s %(message)s"))
stream.truncate(0); stream.seek(0)
adapter.warning("adapted %d", 3)
print(stream.getvalue(), adapter.name, adapter.isEnabledFor(10))
handler.setFormatter(None)
logging.disable(logging.ERROR)
print(log.isEnabledFor(40), log.isEnabledFor(50))
logging.disable(logging.NOTSET)
for bad in (lambda: log.setLevel("NOPE"), lambda: log.setLevel(1.5), lambda: log.log("x", "y"), lambda: logging.Formatter("x"), lambda: logging.Formatter("%(message)s", style="?"), lambda: logging.getLogger(3), lambda: log.warning("x", extra={"message": 1}), lambda: logging.basicConfig(stream=sys.stdout, filename="x"), lambda: logging.Handler().emit(record)):
    attempt(bad)
name = "/tmp/fb-logging-%d" % os.getpid()
f = logging.FileHandler(name, "w")
f.setLevel(logging.ERROR)
log.addHandler(f)
log.warning("not in the file"); log.error("in the file")
f.close()
print(open(name).read())
os.remove(name)
log.removeHandler(f)
logging.getLogger("nobody").warning("the last resort")
logging.getLogger("nobody").info("not shown")
class Counting(logging.Handler):
    def __init__(self):
        super().__init__()
        self.seen = []
    def emit(self, record): self.seen.append((record.levelname, record.getMessage()))
c = Counting()
logging.basicConfig(level=logging.INFO, handlers=[c])
logging.info("root info"); logging.debug("no"); logging.getLogger("x.y").warning("up"); logging.warning("w %s", 1)
print(c.seen, logging.root.handlers == [c])
logging.basicConfig(stream=sys.stdout, format="%(levelname)-8s|%(message)s", force=True)
logging.error("shown on stdout"); logging.getLogger("deep.name").critical("too")
logging.getLogger("n").addHandler(logging.NullHandler())
