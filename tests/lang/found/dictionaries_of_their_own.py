"""Subclasses of builtin types whose instances have a __dict__ already: there is one, wherever an attribute is set."""
import functools
import io
import types


class Mixin:
    pass


for base, arguments in ((io.StringIO, ()), (io.BytesIO, ()), (functools.partial, (int,)), (types.ModuleType, ("m",)), (ValueError, ()), (dict, ()), (property, ()),
                        (staticmethod, (int,)), (set, ()), (bytearray, ())):
    for bases in ((base,), (Mixin, base)):
        instance = type("Plain", bases, {})(*arguments)
        instance.x = 1
        print(base.__name__, instance.__dict__.get("x"), vars(instance) is instance.__dict__, instance.x)
        instance = type("Slots", bases, {"__slots__": ("z",)})(*arguments)
        instance.z = 5
        try:
            instance.w = 3
            print(instance.z, instance.__dict__.get("w"), "z" in instance.__dict__)
        except AttributeError as e:
            print(instance.z, e)
    try:
        print(type("Dict", (base,), {"__slots__": ("__dict__",)}).__name__)
    except TypeError as e:
        print(e)
