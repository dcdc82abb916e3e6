"""_pickle: what CPython has in C, and programs look for; here it is pickle's own."""
from pickle import PickleError, Pickler, PicklingError, Unpickler, UnpicklingError, dump, dumps, load, loads  # noqa: F401
