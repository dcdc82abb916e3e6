# Runs a program under sys.settrace or sys.setprofile and writes each event of its own frames as a line: what trace_all compares.
#   _tracer.py trace|profile PROGRAM EVENTS
import builtins
import gc
import sys


# What a module of the library is written in, C or Python, is not the same everywhere.
def is_builtin(function):
    if function.__name__.startswith("__") and function.__name__ != "__build_class__":
        return False  # a wrapper of a slot there, or not
    owner = getattr(function, "__self__", None)
    if owner is None or type(owner) is type(sys):
        return getattr(builtins, function.__name__, None) is function
    owner = owner if isinstance(owner, type) else type(owner)
    return getattr(builtins, owner.__name__, None) is owner or owner.__name__ in ("generator", "coroutine")


def main():
    how, program, log = sys.argv[1:]
    with open(program, encoding="utf-8") as source:
        code = compile(source.read(), program, "exec")
    events = []

    def note(frame, event, arg):
        inner = frame.f_code
        if inner.co_filename != program:
            return None
        if event == "exception":
            arg = "%s %s" % (arg[0].__name__, type(arg[2]).__name__)
        elif event[:2] == "c_":
            if not is_builtin(arg):
                return None
            arg = arg.__name__
        else:
            arg = type(arg).__name__
        events.append((event, inner.co_name, str(frame.f_lineno), arg))
        return note

    main_module = type(sys)("__main__") # what the program finds as its own
    main_module.__dict__.update({"__file__": program, "__builtins__": __builtins__})
    sys.modules["__main__"] = main_module
    sys.argv = [program]
    gc.disable()  # when it runs by itself, and so what a __del__ is traced at, is not the subject
    (sys.settrace if how == "trace" else sys.setprofile)(note)
    try:
        exec(code, main_module.__dict__)
    except BaseException as e:
        sys.settrace(None)
        sys.setprofile(None)
        events.append(("ended", type(e).__name__, "", ""))
    sys.settrace(None)
    sys.setprofile(None)
    with open(log, "w", encoding="utf-8", errors="backslashreplace") as file:
        for event in events:
            file.write("%s %s:%s %s\n" % event)


main()
