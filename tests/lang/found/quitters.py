"""exit and quit: objects whose call leaves with the code given; standard input is closed for who catches it."""
import sys

print(exit, quit, type(exit), type(exit).__module__, exit.eof, quit.name, callable(exit))
for f, args in ((exit, ()), (quit, (3,)), (exit, ("text",)), (exit, (1, 2)), (quit, ((1, 2),))):
    try:
        f(*args)
    except BaseException as e:
        print(type(e).__name__, e.args, getattr(e, "code", None))
try:
    exit(code=7)
except SystemExit as e:
    print(e.code)
print(sys.stdin.closed)
exit("the end")
