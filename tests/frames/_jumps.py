"""For frame_jumps_*.py: jumps from every line event of a function to every line: what is refused and how, where it goes on, what happens then."""
import sys

EVENTS = 60


class Enough(BaseException):
    pass


class Manager:
    def __init__(self, out, name, swallow=False):
        self.out, self.name, self.swallow = out, name, swallow

    def __enter__(self):
        self.out.append("+" + self.name)
        return self.name

    def __exit__(self, kind, value, traceback):
        self.out.append("-%s %s" % (self.name, kind and kind.__name__))
        return self.swallow

    async def __aenter__(self):
        return self.__enter__()

    async def __aexit__(self, *triple):
        return self.__exit__(*triple)


class Steps:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.n:
            raise StopAsyncIteration
        self.n -= 1
        return self.n


def drive(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as end:
        return end.value


def show(value):
    text = repr(value)
    return text if " at 0x" not in text else type(value).__name__


def jump(function, run, code, nth, target):
    """Jumps at the nth line event of the code to `target`; returns what happened, and whether there was such an event."""
    first = code.co_firstlineno
    out, events, seen, done = [], [], 0, False

    def trace(frame, event, arg):
        nonlocal seen, done
        if frame.f_code is not code:
            return None
        line = frame.f_lineno - first
        if done:
            events.append("%s%d" % (event[0], line))
            if len(events) > EVENTS:
                raise Enough
        elif event == "line":
            if seen == nth:
                done = True
                events.append("%d->%d" % (line, target))
                try:
                    frame.f_lineno = first + target
                except ValueError as error:
                    events.append(str(error))
                else:
                    events.append("at %d" % (frame.f_lineno - first))
            seen += 1
        return trace

    sys.settrace(trace)
    try:
        result = run(function, out)
    except Enough:
        result = "and so on"
    except BaseException as error:
        result = show(error)
    finally:
        sys.settrace(None)
    left = sys.exc_info()[0]
    return done, "%s | %s | %s%s" % (" ".join(events), out, show(result), "" if left is None else " still handled: " + left.__name__)


def plain(function, out):
    return function(out)


def generator(function, out):
    return list(function(out))


def coroutine(function, out):
    return drive(function(out))


def length(code):
    """Lines behind the first one."""
    with open(code.co_filename) as file:
        body = file.readlines()[code.co_firstlineno:]
    last = next((i for i, line in enumerate(body) if line[:1] not in " \n"), len(body))
    while not body[last - 1].strip():
        last -= 1
    return last


def all_jumps(function, run=plain, code=None, limit=40, first=-1):
    code = code or function.__code__
    last = length(code)
    print("====", function.__name__, last)
    seen = set()
    for nth in range(limit):
        for target in range(first, last + 2):
            done, text = jump(function, run, code, nth, target)
            if not done:
                return
            if text not in seen:
                seen.add(text)
                print(nth, text)
