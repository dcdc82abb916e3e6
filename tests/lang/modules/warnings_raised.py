"""A warning that is an error is raised where it was given: no line of the library is shown."""
import sys
import traceback
import warnings


def careless(level):
    warnings.warn("careless", DeprecationWarning, stacklevel=level)


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print([(each.name, each.line) for each in traceback.extract_tb(error.__traceback__)], repr(error))


warnings.simplefilter("error")
attempt(careless, 1)
attempt(careless, 2)
attempt(warnings.warn, "plain")
attempt(warnings.warn, UserWarning("made"), category=None)
attempt(warnings.warn, "wrong", int)
attempt(warnings.warn_explicit, "explicit", RuntimeWarning, "file.py", 3)
attempt(eval, "1 is 1")
warnings.simplefilter("ignore")
attempt(careless, 1)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    careless(1)
    careless(2)
    warnings.warn("here", source=None)
print([(str(each.message), each.category.__name__, each.lineno, each.filename == __file__) for each in caught], type(warnings.warn).__name__)
warnings.simplefilter("error")
sys.stdout.flush()
careless(1)
